import type { AnswerKey, Item, QaKind } from '../curriculum/curriculum.ts';
import type { AnswerChecker } from '../tutoring/verdict.ts';

export type MarkVerdict = 'correct' | 'partly' | 'incorrect' | 'unanswered';

export interface Mark {
  verdict: MarkVerdict;
  /** 0 … 1 of the points. */
  share: number;
  /** How the answer was read, where it was read. */
  understood: string | null;
}

/** Longer answers are not taken, in characters. */
export const LONGEST_ANSWER = 2000;

/** The share of each verdict, where nobody gave another one. */
export const SHARES: Readonly<Record<MarkVerdict, number>> = { correct: 1, partly: 0.5, incorrect: 0, unanswered: 0 };

/** A verdict in words for a share of the points that a person gave. */
export function verdictOf(share: number): Exclude<MarkVerdict, 'unanswered'> {
  if (share >= 1) return 'correct';
  return share <= 0 ? 'incorrect' : 'partly';
}

/** The answer of a sitting as it is kept, once nothing is wrong with it: choices by their ids in order, words without what stands around them. */
export function tidyAnswer(key: Pick<AnswerKey, 'kind' | 'choices'>, sent: readonly string[]): string {
  if (!isChoice(key.kind)) return (sent[0] ?? '').replaceAll('\r\n', '\n').trim();
  const named = chosenIn(sent);
  const ids = key.choices.map(({ id }) => id).filter((id) => named.includes(id));
  return ids.join(',');
}

/** The ids of choices that were sent, each once. */
export function chosenIn(sent: readonly string[]): string[] {
  const ids = sent.flatMap((one) => one.split(',')).map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== ''))];
}

/** Whether answers are chosen and not written. */
export function isChoice(kind: QaKind): boolean {
  return kind === 'choice' || kind === 'several choices';
}

/**
 * What the key says of an answer. Null: a reader has to judge it; free text that does not say the same as the key, and what
 * cannot be read for certain. Never wrong by word overlap.
 */
export function markByKey(
  item: Pick<Item, 'key' | 'stem' | 'question' | 'wrongAnswers'>,
  answer: string,
  checker: AnswerChecker,
): Mark | null {
  if (answer.trim() === '') return { verdict: 'unanswered', share: 0, understood: null };
  const { key } = item;
  const given =
    key.kind === 'choice'
      ? { text: '', choiceId: answer }
      : { text: answer, question: `${item.stem}\n${item.question}` };
  const judged = checker.check(key, given, item.wrongAnswers);
  if (judged.verdict === 'cannot judge') return null;
  return { verdict: judged.verdict, share: SHARES[judged.verdict], understood: judged.understood };
}
