import type { QaKind } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { isPair, type Slip } from '../../../domain/tutoring/slip.ts';
import {
  countQuestions,
  countWords,
  ended,
  firstSentences,
  oneQuestion,
  rungText,
  statementsOf,
  withoutQuestions,
} from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { exampleAnswers } from './example-answer.ts';
import { leadTo, UNHURRIED } from './lead-on.ts';
import { whereToLook } from './locate.ts';
import { quoted, shownAnswer } from './shown-answer.ts';
import { paragraphs, type Talk } from './talk.ts';
import { ANSWER_EN } from './words/answer.en.ts';
import { ANSWER_HE } from './words/answer.he.ts';

type LocateError = Extract<Move, { kind: 'locate error' }>;
type AskAgain = Extract<Move, { kind: 'ask again' }>;
type Compare = Extract<Move, { kind: 'compare' }>;

const {
  WRONG,
  WRONG_QUOTED,
  WRONG_MARKS,
  AGAIN,
  AGAIN_CHOOSING,
  AGAIN_MARKING,
  AGAIN_IN_WORDS,
  AGAIN_OR_STOP,
  AGAIN_PART,
  ASK_AGAIN,
  UNDERSTOOD,
  HOW_TO_ANSWER,
  COMPARE_OPEN,
  COMPARE_KEY,
  COMPARE_TASK,
  COMPARE_NAMES,
} = bilingual(ANSWER_EN, ANSWER_HE);

const SAYS_WRONG =
  /^\W*(not (quite|yet|right)|no\b(?=[,.:])|almost|close\b|careful|wrong|incorrect|that('s| is) (not|n't))/i;

function again(talk: Talk, { item, wrong, rung }: LocateError, said: string): string {
  if (wrong >= 3) return talk.say(AGAIN_OR_STOP);
  if (rung?.scaffold) return talk.say(AGAIN_PART);
  if (item.key.kind === 'several choices') return talk.say(AGAIN_MARKING);
  if (item.key.choices.length > 0) return talk.say(AGAIN_CHOOSING);
  if (item.key.kind === 'text') return talk.say(AGAIN_IN_WORDS);
  return talk.say(countWords(said) < 10 ? UNHURRIED : AGAIN);
}

/** T4: says that it is wrong and where: by the author's words for this answer, the rung, or the kind of slip it looks like. */
export function locateErrorWords(talk: Talk, move: LocateError): string {
  const { key } = move.item;
  const rung = move.rung ? rungText(move.rung) : '';
  // A question in the hint is the one of this turn: what the author asks about the answer is left out then.
  const said = move.feedback ?? '';
  const feedback = ended(countQuestions(rung) === 0 ? oneQuestion(said) : statementsOf(said));
  const slip: Slip = move.slip ?? { kind: key.kind };
  const answer = quoted(move.answer, key, move.understood ?? null);
  const useQuote = answer !== null && (talk.brief.turn + move.wrong) % 2 === 0;
  const name = talk.brief.pupil.firstName;
  const ways = key.kind === 'several choices' ? WRONG_MARKS : useQuote ? WRONG_QUOTED : WRONG;
  const wrong = talk.say(ways, { name, answer: answer ?? '' });
  const where = feedback || (rung && !isTelling(slip)) ? '' : whereToLook(talk, slip);
  const opening = SAYS_WRONG.test(feedback) ? feedback : `${wrong} ${feedback || where}`;
  return paragraphs(opening, rung, again(talk, move, `${opening} ${rung}`));
}

/** Slips that say more than the kind of the answer: worth a sentence beside a hint. */
const isTelling = ({ kind }: Slip): boolean => kind === 'operation' || kind === 'part way' || kind === 'sign';

/** A reading of a choice is shown as words. */
const kindOf = ({ item }: AskAgain): QaKind => (item.key.choices.length > 0 ? 'text' : item.key.kind);

/** No verdict: how it was read, and how an answer to this kind of question is written. */
export function askAgainWords(talk: Talk, move: AskAgain): string {
  const shown = move.understood ? quoted(move.understood, { ...move.item.key, kind: kindOf(move), choices: [] }) : null;
  return [
    talk.say(ASK_AGAIN[move.reason]),
    shown ? talk.say(UNDERSTOOD, { text: shown }) : '',
    talk.say(HOW_TO_ANSWER[isPair(move.item.key) ? 'set' : move.item.key.kind], exampleAnswers(move.item.key)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const SENTENCE = 5;

/** Free text that cannot be judged: the key is shown and the pupil compares; nothing counts. */
export function compareWords(talk: Talk, move: Compare): string {
  const { key, explanation } = move.item;
  const isSentence = countWords(move.answer) >= SENTENCE;
  const answer = `${talk.say(COMPARE_KEY)} ${shownAnswer(key, talk.phrasing)}.`;
  const room = Math.max(0, 45 - countWords(answer));
  const why = room < 12 ? '' : firstSentences(withoutQuestions(explanation), room);
  const task = countWords(key.answer) >= SENTENCE ? COMPARE_TASK : COMPARE_NAMES;
  return paragraphs(
    talk.say(COMPARE_OPEN[isSentence ? 'sentence' : 'words']),
    answer,
    countWords(why) <= room ? why : '',
    `${talk.say(task)} ${leadTo(talk, move, move.item)}`,
  );
}
