import type { AnswerKey, Item } from '../curriculum/curriculum.ts';
import { attemptAt } from './read-answer.ts';
import type { AnswerChecker } from './verdict.ts';

export type Judged = 'correct' | 'incorrect' | 'cannot judge';

/** An answer as it was given and judged. */
export interface JudgedAnswer {
  answer: string;
  choiceId: string | null;
  verdict: Judged;
}

/** What decides whether two revisions ask the same. */
export type Asked = Pick<Item, 'stem' | 'question'> & { key: Pick<AnswerKey, 'kind' | 'choices'> };

/**
 * Whether two revisions ask the same: the same words, and the same choices under the same letters. Then the later one is a
 * correction of the key, and answers to the earlier one can be judged by it; else it is another question, and they stay as they
 * were judged.
 */
export function asksTheSame(before: Asked, after: Asked): boolean {
  const same = (a: string, b: string) => a.replaceAll(/\s+/g, ' ').trim() === b.replaceAll(/\s+/g, ' ').trim();
  const choices = ({ key }: Asked) => key.choices.map(({ id, text }) => `${id}\0${text.trim()}`).join('\n');
  return same(before.stem, after.stem) && same(before.question, after.question) && choices(before) === choices(after);
}

/**
 * Judges an answer by a corrected question. Null where the verdict stays, and where the new key cannot tell: a verdict that was
 * given is not taken back for nothing.
 */
export function judgeAgain(
  given: JudgedAnswer,
  corrected: Item,
  checker: AnswerChecker,
): { verdict: Judged; understood: string | null } | null {
  const choiceId = given.choiceId ?? undefined;
  const { verdict } = attemptAt(corrected, given.answer, checker, choiceId);
  if (verdict.verdict === 'cannot judge' || verdict.verdict === given.verdict) return null;
  return { verdict: verdict.verdict, understood: verdict.understood ?? null };
}
