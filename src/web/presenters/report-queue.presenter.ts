import type * as z from 'zod';
import type { ReportQueue } from '../../services/question-reports/question-reports.service.ts';
import type { questionReportQueue } from '../../shared/question-reports.ts';
import { iso } from './moment.ts';

/** The queue of reported questions as the API says it. Who reported is not said, only whether a pupil did. */
export function toReportQueueBody({ total, questions }: ReportQueue): z.input<typeof questionReportQueue> {
  return {
    total,
    questions: questions.map((entry) => ({
      questionId: entry.qaId,
      course: entry.course,
      unit: entry.unitName,
      problemId: entry.problemId,
      kind: entry.kind,
      stem: entry.asked.stem,
      question: entry.question,
      answer: entry.answer,
      choices: entry.asked.choices.map(({ id, text }) => ({ id, text })),
      archived: entry.archived,
      record: entry.record,
      changedSince: entry.changedSince,
      regraded: entry.regraded,
      reports: entry.open.map(({ id, origin, test, byPupil, reason, comment, at }) => ({
        id,
        origin,
        test,
        by: byPupil ? ('pupil' as const) : ('class manager' as const),
        reason,
        comment,
        at: iso(at),
      })),
    })),
  };
}
