import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { MarkedAnswer, TestAnswer, TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import { gradeOf, resultOf } from '../../domain/assessment/grade.ts';
import { transition } from '../../domain/assessment/sitting.ts';
import type { Instant } from '../../shared/instant.ts';

interface SettleDeps {
  sittings: SittingRepo;
  answers: TestAnswerRepo;
}

/**
 * Draws the sum of a sitting's marks: its grade and what it means, once every answer has a mark. A sitting that has its result
 * already gets the new one; `regraded` says that a correction of a question was the reason. Call it in the transaction that holds
 * the sitting and gave the mark.
 */
export async function settleSitting(
  { sittings, answers }: SettleDeps,
  sitting: SittingRecord,
  now: Instant,
  { regraded = false } = {},
): Promise<void> {
  const marked = await answers.listOfSitting(sitting.id);
  if (!marked.every(isMarked)) return;
  const grade = gradeOf(marked);
  if (grade === null) return;
  const status = resultOf(grade);
  const step = transition(sitting, 'mark', now);
  if (step.outcome === 'moved') {
    await sittings.move(sitting.id, 'submitted', step.phase, { status, finalGrade: grade, markedAt: now });
  } else if (step.outcome === 'unchanged') {
    await sittings.regrade(sitting.id, { grade, status, regradedAt: regraded ? now : null });
  }
}

/** Whether an answer has its mark. */
export function isMarked(answer: TestAnswer): answer is MarkedAnswer {
  return answer.verdict !== null && answer.share !== null;
}
