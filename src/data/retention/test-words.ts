import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** Chosen and not written: there are no words in it. */
const CHOSEN = ['choice', 'several choices'] as const;

/**
 * Sittings of tests of a school's pupils that were begun before a moment and still hold what was written in them. One that is not
 * released waits, and so does one whose question somebody has reported, or from which an alert came that nobody has taken.
 */
export function dueSittings(db: Handle, schoolId: number, before: Instant) {
  return db
    .selectFrom('tests_students as sitting')
    .innerJoin('students', 'students.user_id', 'sitting.student_id')
    .where('students.school_id', '=', schoolId)
    .where('sitting.words_removed_at', 'is', null)
    .where('sitting.begun_at', '<', toStored(before))
    .where('sitting.phase', '=', 'released')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('test_answers')
            .innerJoin('question_reports', 'question_reports.qa_id', 'test_answers.qa_id')
            .select('question_reports.id')
            .whereRef('test_answers.sitting_id', '=', 'sitting.id')
            .where('question_reports.state', '=', 'open'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('safety_alerts')
            .select('safety_alerts.id')
            .whereRef('safety_alerts.sitting_id', '=', 'sitting.id')
            .where('safety_alerts.acknowledged_at', 'is', null),
        ),
      ),
    );
}

/** How many answers of these sittings are in words of the pupil. */
export async function countWritten(db: Handle, sittings: ReturnType<typeof sittingIds>): Promise<number> {
  const row = await db
    .selectFrom('test_answers')
    .innerJoin('qa_revisions', 'qa_revisions.id', 'test_answers.revision_id')
    .select(({ fn }) => fn.countAll<number>().as('answers'))
    .where('test_answers.sitting_id', 'in', sittings)
    .where('test_answers.answer', '<>', '')
    .where('qa_revisions.kind', 'not in', CHOSEN)
    .executeTakeFirstOrThrow();
  return Number(row.answers);
}

export const sittingIds = (due: ReturnType<typeof dueSittings>) => due.select('sitting.id');

/** What pupils wrote in these sittings, and what was said of it in words by the one who read it; verdicts and points stay. Answers how many. */
export async function removeWritten(db: Handle, ids: readonly number[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const removed = { removed_at: toStored(now) };
  const chosen = db.selectFrom('qa_revisions').select('id').where('kind', 'in', CHOSEN);
  const { numUpdatedRows } = await db
    .updateTable('test_answers')
    .set({ ...removed, answer: '', understood: null })
    .where('sitting_id', 'in', [...ids])
    .where('answer', '<>', '')
    .where('revision_id', 'not in', chosen)
    .executeTakeFirst();
  await db
    .updateTable('test_answers')
    .set({ comment: null })
    .where('sitting_id', 'in', [...ids])
    .where('removed_at', 'is not', null)
    .where('marked_by', '=', 'teacher')
    .execute();
  await db
    .updateTable('tests_students')
    .set({ words_removed_at: toStored(now) })
    .where('id', 'in', [...ids])
    .execute();
  return Number(numUpdatedRows);
}
