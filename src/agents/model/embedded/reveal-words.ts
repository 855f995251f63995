import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { isOwn } from '../../../domain/tutoring/own-problem/own-item.ts';
import { reckoningOf } from '../../../domain/tutoring/reckoning.ts';
import { ended, exampleText, withoutQuestions } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadTo } from './lead-on.ts';
import { answerSentence } from './shown-answer.ts';
import { paragraphs, type Talk } from './talk.ts';
import { REVEAL_EN } from './words/reveal.en.ts';
import { REVEAL_HE } from './words/reveal.he.ts';

type Reveal = Extract<Move, { kind: 'reveal' }>;
type Skip = Extract<Move, { kind: 'skip' }>;

const {
  REVEAL_OPEN,
  REVEAL_ANSWER,
  REVEAL_CLOSE,
  FRESH_LATER,
  SKIP,
  SET_ASIDE,
  SOLVED_ONE,
  ELSEWHERE,
  SKIPPED_IS_SKIPPED,
} = bilingual(REVEAL_EN, REVEAL_HE);

/** The solution, after the ladder's end or when the pupil gives up: answer, why, and what to do with it. */
export function revealWords(talk: Talk, move: Reveal): string {
  const { item, pose } = move;
  const reason = ended(withoutQuestions(item.explanation.trim() || item.workedExample));
  const why = `${isReckoned(reason) ? '' : reckoned(item)} ${reason}`;
  const fresh = isOwn(item) ? '' : talk.say(FRESH_LATER, { unit: `*${item.unitName}*` });
  return paragraphs(
    `${talk.say(REVEAL_OPEN[move.reason])} ${answerSentence(item.key, talk.say(REVEAL_ANSWER), talk.phrasing)}`,
    why,
    pose === null && !move.recap ? `${fresh} ${talk.say(REVEAL_CLOSE)}` : `${fresh} ${leadTo(talk, move, item)}`.trim(),
  );
}

/** Whether an author wrote how the answer comes out. */
const isReckoned = (text: string): boolean => /\d[^.]*[=≈→]|[=≈→][^.]*\d/.test(text);

const SIGN = { added: '+', subtracted: '-', multiplied: '\\cdot', divided: '\\div' } as const;

/** The calculation, where two numbers come to the answer in one way only. */
function reckoned(item: Item): string {
  const way = reckoningOf(item);
  if (way === null) return '';
  const [a, b] = way.numbers.map((number) => number.replaceAll(',', '{,}'));
  return `$${a} ${SIGN[way.operation]} ${b} = ${way.result}$.`;
}

export function skipWords(talk: Talk, move: Skip): string {
  if (move.elsewhere) return `${talk.say(ELSEWHERE)} ${leadTo(talk, move, move.item)}`;
  if (move.setAside && move.solvedOne)
    return paragraphs(
      `${talk.say(SET_ASIDE)} ${talk.say(SOLVED_ONE)}`,
      exampleText(move.solvedOne),
      leadTo(talk, move, move.item),
    );
  if (move.setAside) return `${talk.say(SET_ASIDE)} ${leadTo(talk, move, move.item)}`;
  const nothingLost = isOwn(move.item) ? '' : ` ${talk.say(SKIPPED_IS_SKIPPED)}`;
  return `${talk.say(SKIP)}${nothingLost} ${leadTo(talk, move, move.item)}`;
}
