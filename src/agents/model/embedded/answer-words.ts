import type { QaKind } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, oneQuestion, quoted, rungText, shownAnswer } from './author-text.ts';
import { leadTo, UNHURRIED } from './lead-on.ts';
import { slipOf, WHERE_TO_LOOK } from './locate.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type Confirm = Extract<Move, { kind: 'confirm' }>;
type LocateError = Extract<Move, { kind: 'locate error' }>;
type AskAgain = Extract<Move, { kind: 'ask again' }>;
type Compare = Extract<Move, { kind: 'compare' }>;

const RIGHT: Ways = {
  plain: [
    'Yes, that is right.',
    'Correct.',
    'That is right, {name}.',
    'Yes, your answer is correct.',
    'Right, that is it.',
    'Your answer is right.',
    'Exactly, that is correct.',
  ],
  young: ['Yes, that is right!', 'Right, {name}!', 'Yes! Your answer is right.', 'Correct, that is it!'],
};

const RIGHT_QUOTED: Ways = {
  plain: ['{answer} is right.', 'Yes: {answer} is correct.', 'Correct, it is {answer}.', 'Right, {answer} it is.'],
};

const ALONE: Ways = {
  plain: [
    'You worked that out without any help.',
    'You kept to it step by step, and it paid off.',
    'No hint was needed: you found the way by trying it.',
    'You did each step of it yourself.',
    'That was careful work.',
  ],
  gentle: [
    'You did that by yourself, one step after the other.',
    'You started it and you finished it without any help.',
    'You stayed with it, even on a day like this.',
  ],
  young: ['You did it all by yourself.', 'You worked it out step by step.', 'You found the way by trying it.'],
};

const WITH_HELP: Ways = {
  plain: [
    'You used the help well and finished it yourself.',
    'You stayed with it until it worked out.',
    'Going back over it was the right thing to do.',
    'You did not give up on it, and you changed what had to be changed.',
    'You took the hint and did the rest.',
  ],
  young: ['You kept trying until it worked.', 'You used the hint and did the rest yourself.', 'You did not give up.'],
};

const WHY: Ways = {
  plain: [
    'Here is why: {text}',
    'The reason, in short: {text}',
    'What makes it work: {text}',
    '{text}',
    'To keep: {text}',
  ],
};

const EXPLANATION_WORDS = 55;

/** T4: right is said plainly, first; then the strategy (T8), the reason, and the way on. */
export function confirmWords(talk: Talk, move: Confirm): string {
  const answer = quoted(move.answer, move.item.key);
  const name = talk.brief.pupil.firstName;
  const useQuote = answer !== null && (talk.brief.turn + move.item.revisionId) % 3 !== 0;
  const right = useQuote ? talk.say(RIGHT_QUOTED, { answer }) : talk.say(RIGHT, { name });
  const effort = talk.say(move.alone ? ALONE : WITH_HELP);
  const reason = ended(oneQuestion(firstSentences(move.item.explanation, EXPLANATION_WORDS), 0));
  const fits = reason !== '' && !(move.example && move.pose) && countWords(reason) <= EXPLANATION_WORDS;
  return paragraphs(`${right} ${effort}`, fits ? talk.say(WHY, { text: reason }) : '', leadTo(talk, move, move.item));
}

const WRONG: Ways = {
  plain: [
    'Not quite yet.',
    'That is not it yet.',
    'This one is not right yet.',
    'No, that does not fit yet.',
    'Not there yet.',
    'That answer is not right, but it is a place to start from.',
  ],
  gentle: [
    'That is not it yet, and that is all right.',
    'Not quite yet. A wrong try still shows us something.',
    'It does not fit yet; we take it in small steps.',
    'Not yet. Let us look at one small part of it.',
  ],
  young: ['Not quite yet.', 'That is not it yet.', 'Not there yet, {name}.', 'No, not yet. Let us look together.'],
};

const WRONG_QUOTED: Ways = {
  plain: [
    '{answer} is not right yet.',
    'No, {answer} is not it.',
    'I read {answer}, and that is not it yet.',
    'You wrote {answer}; that is not quite it.',
  ],
  gentle: [
    '{answer} is not it yet, and that is all right.',
    'You wrote {answer}. It does not fit yet, so let us look at one small part.',
    'Not {answer}, but now we know more than before.',
  ],
};

const AGAIN: Ways = {
  plain: [
    'Check that one spot and try again.',
    'Change that part and send me your new answer.',
    'Have another go with this in mind.',
    'Go over that step once more and write what you get now.',
    'Try it again from there.',
    'Mend that step, then write your answer again.',
  ],
  gentle: [
    'Look only at this one spot, and try it again when you are ready.',
    'Do just that step first and write down what you find.',
    'Change this one thing and have another go. There is no hurry.',
  ],
  young: [
    'Look at that part again, then write your new answer.',
    'Fix that one step and send me your answer.',
    'Think about that for a moment and have another try.',
  ],
};

const AGAIN_OR_STOP: Ways = {
  plain: [
    'Try once more from there, or write “I give up” and I will show you the way.',
    'Have one more go. If you have had enough of it, write “I give up” and we look at the solution together.',
    'Give it another try, or ask for a hint if you are stuck.',
  ],
};

const SAYS_WRONG = /^\W*(not (quite|yet|right)|no\b|almost|close\b|careful|wrong|incorrect|that('s| is) (not|n't))/i;

/** T4: says that it is wrong and where: by the author's words for this answer, the rung, or the kind of slip it looks like. */
export function locateErrorWords(talk: Talk, move: LocateError): string {
  const feedback = move.feedback ? ended(oneQuestion(move.feedback, move.rung ? 0 : 1)) : '';
  const rung = move.rung ? rungText(move.rung) : '';
  const answer = quoted(move.answer, move.item.key);
  const useQuote = answer !== null && (talk.brief.turn + move.wrong) % 2 === 0;
  const name = talk.brief.pupil.firstName;
  const wrong = useQuote ? talk.say(WRONG_QUOTED, { answer }) : talk.say(WRONG, { name });
  const where = feedback || rung ? '' : talk.say(WHERE_TO_LOOK[slipOf(move.item.key, move.answer)]);
  const opening = SAYS_WRONG.test(feedback) ? feedback : `${wrong} ${feedback || where}`;
  const again = countWords(`${opening} ${rung}`) < 10 ? UNHURRIED : AGAIN;
  return paragraphs(opening, rung, talk.say(move.wrong >= 3 ? AGAIN_OR_STOP : again));
}

const ASK_AGAIN: Record<AskAgain['reason'], Ways> = {
  empty: {
    plain: [
      'Your message arrived without an answer in it.',
      'I see no answer in your message yet.',
      'Nothing has reached me to check yet.',
    ],
  },
  unreadable: {
    plain: [
      'I could not read that as an answer, so I have not counted it.',
      'I am not sure how to read that; it has not been marked.',
      'That is hard for me to read as an answer. It does not count against you.',
    ],
  },
  'too long': {
    plain: [
      'That is more than I can check at once, so nothing has been marked.',
      'Your answer is too long for me to check; it has not been counted.',
      'I can only check a short answer, and this one is long, so it is not marked.',
      'So many words are too much for my checking; nothing has been counted.',
    ],
  },
  'ambiguous choice': {
    plain: [
      'I could not tell which of the choices you mean, so I have not marked it.',
      'That could be read as more than one of the choices; nothing has been counted.',
      'Two of the choices fit what you wrote, so I will not guess; it is not marked.',
    ],
  },
};

const UNDERSTOOD: Ways = {
  plain: ['I read it as {text}.', 'As far as I can tell it says {text}.'],
};

const HOW_TO_ANSWER: Record<QaKind, Ways> = {
  number: {
    plain: [
      'Write just the number, for example like 3/4, 0.75 or −12.',
      'Send me only the result as a number; a fraction like 3/4 is fine.',
      'A bare number is best: whole, with a point, or as a fraction such as 3/4.',
    ],
  },
  expression: {
    plain: [
      'Write only the expression, for example like 2x + 6.',
      'Send me just the final expression, with ^ for powers, as in x^2.',
      'Leave the way out and give only the last line, for example 2x + 6.',
    ],
  },
  set: {
    plain: [
      'List the values with commas between them, for example like -2, 3.',
      'Write all the values one after the other, with a comma after each, as in -2, 3.',
    ],
  },
  interval: {
    plain: [
      'Write it as an interval, for example like (2, 5] or [0, ∞).',
      'Give the two ends in brackets: round where the end is left out, square where it belongs, as in (2, 5].',
    ],
  },
  choice: {
    plain: [
      'Click the choice that you mean, or write its letter alone.',
      'Write just the letter of the choice you mean.',
    ],
  },
  'several choices': {
    plain: [
      'Mark every choice that you mean, or write their letters with commas between them.',
      'Write the letters of all that fit, for example like a, c.',
    ],
  },
  text: {
    plain: [
      'Write your answer in a word or one short sentence.',
      'Send me the answer itself in a few words of your own.',
    ],
  },
};

/** No verdict: how it was read, and how an answer to this kind of question is written. */
export function askAgainWords(talk: Talk, move: AskAgain): string {
  const shown = move.understood ? quoted(move.understood, { ...move.item.key, choices: [] }) : null;
  return [
    talk.say(ASK_AGAIN[move.reason]),
    shown ? talk.say(UNDERSTOOD, { text: shown }) : '',
    talk.say(HOW_TO_ANSWER[move.item.key.kind]),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const COMPARE_OPEN: Ways = {
  plain: [
    'Thank you for putting it in your own words. I cannot judge free sentences fairly, so this one is not marked.',
    'You wrote a whole answer of your own. I only compare with what the question bank holds, so I will not mark it.',
    'An answer in your own words deserves a careful reader, and I cannot judge it. It does not count either way.',
  ],
};
const COMPARE_KEY: Ways = {
  plain: [
    'The question bank says: {text}',
    'Here is the answer from the question bank: {text}',
    'This is the answer that I have: {text}',
  ],
};
const COMPARE_TASK: Ways = {
  plain: [
    'Put the two side by side and mark what yours has and what it lacks.',
    'Compare them line by line and note one thing that you would add.',
    'Read both and find the one point where they differ most.',
  ],
};

/** Free text that cannot be judged: the key is shown and the pupil compares; nothing counts. */
export function compareWords(talk: Talk, move: Compare): string {
  const key = ended(shownAnswer(move.item.key));
  const room = Math.max(0, 48 - countWords(key));
  const why = room < 12 ? '' : oneQuestion(firstSentences(move.item.explanation, room), 0);
  return paragraphs(
    talk.say(COMPARE_OPEN),
    talk.say(COMPARE_KEY, { text: key }),
    countWords(why) <= room ? why : '',
    `${talk.say(COMPARE_TASK)} ${leadTo(talk, move, move.item)}`,
  );
}
