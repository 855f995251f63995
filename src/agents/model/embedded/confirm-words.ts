import type { Move, SeenWork } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, withoutQuestions } from './author-text.ts';
import { leadTo } from './lead-on.ts';
import { quoted, wellSpelt } from './shown-answer.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type Confirm = Extract<Move, { kind: 'confirm' }>;

const RIGHT: Ways = {
  plain: [
    'Yes, that is right.',
    'Correct.',
    'That is right, {name}.',
    'Yes, your answer is correct.',
    'Your answer is right.',
    'Exactly, that is correct.',
    'Right.',
    'That is the right answer.',
    'Yes, correct.',
    'Right, {name}.',
  ],
  young: ['Yes, that is right!', 'Right, {name}!', 'Yes! Your answer is right.', 'Correct, {name}!', 'That is right!'],
};

const RIGHT_QUOTED: Ways = {
  plain: [
    'Yes, {answer} is right.',
    'Yes: {answer} is correct.',
    'Correct, it is {answer}.',
    'Right: {answer}.',
    'Correct: {answer}.',
    'Right, {name}: {answer}.',
  ],
};

/** What was seen of the work (T8); nothing is praised that was not. */
const SEEN: Record<Sight, Ways> = {
  'gave a reason': {
    plain: [
      'You also said why, and that is worth more than the result alone.',
      'Good that you wrote your reason down with it.',
      'You gave your reason, so I can follow your thought.',
    ],
  },
  'showed the way': {
    plain: [
      'You showed how you got there, so you can find your way back to it.',
      'Good that you told the steps as well.',
      'With the steps beside it, it is easy to follow.',
    ],
  },
  checked: {
    plain: [
      'You checked it yourself before you sent it; keep doing that.',
      'Checking your own answer is a strong habit.',
      'You tested it as well, and so you knew before I did.',
    ],
  },
  'alone now': {
    plain: [
      'This time you did it without help.',
      'The one before needed some help; this one you did on your own.',
      'No help this time.',
    ],
    gentle: [
      'A moment ago you needed help with this, and now you did it by yourself.',
      'This time you did it without help, one step after the other.',
    ],
  },
  'a row': {
    plain: [
      'That makes {count} in a row without help.',
      '{count} in a row now, and no hint needed.',
      'No help for {count} questions in a row.',
    ],
  },
  alone: {
    plain: [
      'You did that without any help.',
      'No hint was needed.',
      'You worked that out on your own.',
      'You found the way by yourself.',
    ],
    gentle: ['You started it and you finished it by yourself.', 'You did that on your own, in your own time.'],
    young: ['You did it all by yourself.', 'No help needed!', 'You found the way on your own.'],
  },
  mended: {
    plain: [
      'You looked at it again and changed what had to be changed.',
      'You went back over it and found the slip yourself.',
      'A second look was worth it.',
      'You put your first try right on your own.',
    ],
    young: ['You looked again and put it right.', 'You found the slip yourself.'],
  },
  hinted: {
    plain: [
      'You took the hint and did the rest yourself.',
      'You used the help and finished it.',
      'With the hint you found the way.',
      'You asked for help when you needed it, and then used it.',
    ],
    young: ['You used the hint and did the rest yourself.', 'You took the help and finished it.'],
  },
  'stayed with it': {
    plain: [
      'You stayed with it until it worked out.',
      'It took more than one try, and you did not let go of it.',
      'You kept at it, took the help and got there.',
    ],
    gentle: ['It was not easy, and you stayed with it until it worked out.', 'Step by step you got there.'],
    young: ['You kept trying until it worked.', 'You did not give up on it.'],
  },
  'one choice left': {
    plain: [
      'Now make sure that you could say why it is this one.',
      'Look at the reason, so that you know it the next time without trying the others.',
      'It took some trying; the reason is what you keep.',
    ],
  },
};

type Sight =
  | 'gave a reason'
  | 'showed the way'
  | 'checked'
  | 'alone now'
  | 'a row'
  | 'alone'
  | 'mended'
  | 'hinted'
  | 'stayed with it'
  | 'one choice left';

/** What a pupil wrote beside the answer. */
const TOLD: [Sight, RegExp][] = [
  ['checked', /\bi (?:double[ -]?)?(?:checked|tested|verified|put it back)\b/i],
  ['gave a reason', /\b(?:because|since|cause|cuz|so that)\b/i],
  ['showed the way', /\b(?:first i|then i|and then|after that|which (?:gives|makes|leaves))\b/i],
];
const TOLD_WORDS = 5;
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Which of these was seen; null where the answer alone was, or where it has just been said. */
function sightOf({ item, answer, alone, seen }: Confirm): Sight | null {
  const told = countWords(answer) >= TOLD_WORDS ? TOLD.find(([, pattern]) => pattern.test(answer)) : undefined;
  if (told && item.key.choices.every((choice) => !answer.includes(choice.text))) return told[0];
  if (!seen) return alone ? 'alone' : 'hinted';
  if (alone) return ofOwnWork(seen);
  if (item.key.kind === 'choice' && seen.wrong >= item.key.choices.length - 1) return 'one choice left';
  if (seen.wrong === 0) return 'hinted';
  return seen.rungs === 0 ? 'mended' : 'stayed with it';
}

function ofOwnWork({ inARow, helpedBefore }: SeenWork): Sight | null {
  if (helpedBefore) return 'alone now';
  if (inARow === 1) return 'alone';
  return inARow % 3 === 0 && inARow < NUMBERS.length ? 'a row' : null;
}

const WHY: Ways = { plain: ['{text}', 'Here is why: {text}', '{text}', '{text}', 'The reason: {text}', '{text}'] };

const EXPLANATION = 55;
/** Who is on a run reads the reason only in short. */
const EXPLANATION_ON_A_RUN = 25;
const RUN = 3;
const SHORTEST = 15;

/** T4: right is said plainly, first; then what was seen of the work (T8), the reason, and the way on. */
export function confirmWords(talk: Talk, move: Confirm): string {
  const name = talk.brief.pupil.firstName;
  const answer = repeated(talk, move);
  const right = answer === null ? talk.say(RIGHT, { name }) : talk.say(RIGHT_QUOTED, { answer, name });
  const sight = sightOf(move);
  const count = NUMBERS[move.seen?.inARow ?? 0] ?? '';
  const seen = sight === null ? '' : capital(talk.say(SEEN[sight], { count }));
  const room = (move.seen?.inARow ?? 0) >= RUN ? EXPLANATION_ON_A_RUN : EXPLANATION;
  const reason = ended(firstSentences(withoutQuestions(move.item.explanation), room));
  const fits = reason !== '' && !(move.example && move.pose) && countWords(reason) <= EXPLANATION;
  const why = reason.includes('…') ? reason : talk.say(WHY, { text: reason });
  const parts = [fits ? why : '', leadTo(talk, move, move.item)];
  const words = paragraphs(`${right} ${seen}`, ...parts);
  if (countWords(words) >= SHORTEST) return words;
  const more = sight === null ? talk.say(move.alone ? SEEN.alone : SEEN.hinted) : UNHURRIED_NEXT;
  return paragraphs(`${right} ${seen} ${more}`.replace(/ {2,}/g, ' '), ...parts);
}

const UNHURRIED_NEXT = 'Take your time with what comes next.';

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** What is repeated of the answer, two times out of three: as the checker read it, and words as the bank spells them. */
function repeated(talk: Talk, { item, answer, seen }: Confirm): string | null {
  if ((talk.brief.turn + item.revisionId) % 3 === 0) return null;
  return item.key.kind === 'text' ? wellSpelt(item.key) : quoted(answer, item.key, seen?.understood ?? null);
}
