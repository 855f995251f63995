import type { AttemptRecord } from './dialogue.ts';
import type { Opened, StepContext } from './step-context.ts';
import type { Verdict } from './verdict.ts';

const MAX_ANSWER = 2000;

interface Given {
  answer: string;
  choiceId?: string;
  verdict: Verdict;
}

/**
 * The record of an answer to the open item. It counts for mastery when it is the first judged answer to this posing, and is
 * unaided when no rung and no smaller question was shown before it. `milliseconds` is the time since the item was posed.
 */
export function recordOf({ open }: Opened, given: Given, context: StepContext): AttemptRecord {
  const { verdict, understood } = given.verdict;
  const counts = verdict !== 'cannot judge' && open.wrong === 0;
  return {
    ...itemOf(open),
    answer: given.answer.slice(0, MAX_ANSWER),
    choiceId: given.choiceId ?? null,
    verdict,
    understood: understood ?? null,
    hintsUsed: open.rung,
    revealed: false,
    unaided: counts && open.rung === 0 && (open.smaller === 0 || open.exit),
    counts,
    milliseconds: spent(open.posedAt, context.now),
  };
}

/** The record of an item that ended without an answer of the pupil's; it never counts for mastery. */
export function recordWithout(
  { open }: Opened,
  verdict: 'given up' | 'skipped',
  revealed: boolean,
  context: StepContext,
): AttemptRecord {
  return {
    ...itemOf(open),
    answer: '',
    choiceId: null,
    verdict,
    understood: null,
    hintsUsed: open.rung,
    revealed,
    unaided: false,
    counts: false,
    milliseconds: spent(open.posedAt, context.now),
  };
}

const itemOf = ({ revisionId, qaId, unitName }: Opened['open']) => ({ revisionId, qaId, unitName });

const spent = (from: number, to: number): number =>
  Number.isFinite(to - from) ? Math.max(0, Math.round(to - from)) : 0;
