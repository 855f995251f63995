import type { Move, SeenWork } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, withoutQuestions } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadTo } from './lead-on.ts';
import { ASK_REASON } from './reason-words.ts';
import { quoted, wellSpelt } from './shown-answer.ts';
import { paragraphs, type Talk } from './talk.ts';
import { CONFIRM_EN } from './words/confirm.en.ts';
import { CONFIRM_HE } from './words/confirm.he.ts';

type Confirm = Extract<Move, { kind: 'confirm' }>;

const { RIGHT, RIGHT_QUOTED, SEEN, WHY } = bilingual(CONFIRM_EN, CONFIRM_HE);

type Sight =
  | 'gave a reason'
  | 'showed the way'
  | 'checked'
  | 'alone now'
  | 'a row'
  | 'alone'
  | 'mended'
  | 'hinted'
  | 'mended with help'
  | 'stayed with it'
  | 'one choice left';

/** What a pupil wrote beside the answer. */
const TOLD: [Sight, RegExp][] = [
  ['checked', /\bi (?:double[ -]?)?(?:checked|tested|verified|put it back)\b/i],
  ['gave a reason', /\b(?:because|since|cause|cuz|so that)\b/i],
  ['showed the way', /\b(?:first i|then i|and then|after that|which (?:gives|makes|leaves))\b/i],
];
const TOLD_WORDS = 5;
/** So many in a row have a word for them. */
const COUNTED = 10;

/** Which of these was seen; null where the answer alone was, or where it has just been said. */
function sightOf({ item, answer, alone, seen }: Confirm): Sight | null {
  const told = countWords(answer) >= TOLD_WORDS ? TOLD.find(([, pattern]) => pattern.test(answer)) : undefined;
  if (told && item.key.choices.every((choice) => !answer.includes(choice.text))) return told[0];
  if (!seen) return alone ? 'alone' : 'hinted';
  if (alone) return ofOwnWork(seen);
  if (item.key.kind === 'choice' && seen.wrong >= item.key.choices.length - 1) return 'one choice left';
  if (seen.wrong === 0) return 'hinted';
  if (seen.wrong > 1) return 'stayed with it';
  return seen.rungs === 0 ? 'mended' : 'mended with help';
}

function ofOwnWork({ inARow, helpedBefore }: SeenWork): Sight | null {
  if (helpedBefore) return 'alone now';
  if (inARow === 1) return 'alone';
  return inARow % 3 === 0 && inARow < COUNTED + 1 ? 'a row' : null;
}

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
  const count = talk.phrasing.counts[move.seen?.inARow ?? 0] ?? '';
  const seen = sight === null ? '' : capital(talk.say(SEEN[sight], { count }));
  if (move.askReason) return paragraphs(`${right} ${seen}`, talk.say(ASK_REASON));
  const room = (move.seen?.inARow ?? 0) >= RUN ? EXPLANATION_ON_A_RUN : EXPLANATION;
  const reason = ended(firstSentences(withoutQuestions(move.item.explanation), room));
  const fits = reason !== '' && !(move.example && move.pose) && countWords(reason) <= EXPLANATION;
  const why = reason.includes('…') ? reason : talk.say(WHY, { text: reason });
  const parts = [fits ? why : '', leadTo(talk, move, move.item)];
  const words = paragraphs(`${right} ${seen}`, ...parts);
  if (countWords(words) >= SHORTEST) return words;
  const more = sight === null ? talk.say(move.alone ? SEEN.alone : SEEN.hinted) : talk.phrasing.unhurried;
  return paragraphs(`${right} ${seen} ${more}`.replace(/ {2,}/g, ' '), ...parts);
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** What is repeated of the answer, two times out of three: as the checker read it, and words as the bank spells them. */
function repeated(talk: Talk, { item, answer, seen }: Confirm): string | null {
  if ((talk.brief.turn + item.revisionId) % 3 === 0) return null;
  return item.key.kind === 'text' ? wellSpelt(item.key) : quoted(answer, item.key, seen?.understood ?? null);
}
