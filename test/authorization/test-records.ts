import type { Insertable } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import type { Tables } from '../../src/data/db/schema.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import type { ProblemDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { canary } from './matrix.ts';
import type { Owner, TargetIds } from './records.ts';

/** Three sittings of tests: ahead, under way, and marked but not released; the last two with a question, an answer and its mark. */
export async function addSittings(
  db: DatabaseManager,
  { target, pupil, now }: Owner,
  courseId: number,
  unitName: string,
): Promise<Pick<TargetIds, 'test' | 'sittings' | 'testQuestion'>> {
  return db.run(async (handle) => {
    const tests = await handle
      .selectFrom('tests')
      .select('id')
      .where('course_id', '=', courseId)
      .orderBy('id')
      .execute();
    const ids = tests.map(({ id }) => id);
    const add = async (index: number, more: Partial<Insertable<Tables['tests_students']>>) =>
      insertedId(
        await handle
          .insertInto('tests_students')
          .values({
            test_id: ids[index] ?? 0,
            student_id: pupil,
            sitting: 1,
            status: 'scheduled',
            phase: 'not begun',
            date: toStored(now - HOUR),
            deadline: toStored(now + HOUR),
            ...more,
          })
          .executeTakeFirstOrThrow(),
      );
    const question = await handle
      .selectFrom('qas')
      .select(['id', 'revision_id'])
      .where('course_id', '=', courseId)
      .where('type', '=', 'for test')
      .executeTakeFirstOrThrow();
    const answer = async (sittingId: number, more: Partial<Insertable<Tables['test_answers']>>) =>
      handle
        .insertInto('test_answers')
        .values({
          sitting_id: sittingId,
          position: 1,
          qa_id: question.id,
          revision_id: question.revision_id ?? 0,
          course_id: courseId,
          unit_name: unitName,
          points: 100,
          answer: '',
          seq: 1,
          ...more,
        })
        .execute();
    const ahead = await add(0, { date: toStored(now + 48 * HOUR), deadline: toStored(now + 50 * HOUR) });
    const begun = { begun_at: toStored(now - MINUTE), ends_at: toStored(now + HOUR) };
    const open = await add(1, { phase: 'begun', ...begun });
    await answer(open, { answer: canary(target, 'testdraft') });
    const handedIn = { submitted_at: toStored(now), submitted_by: 'pupil' as const, checked_at: toStored(now) };
    const marked = await add(2, { phase: 'marked', status: 'passed', final_grade: 77, ...begun, ...handedIn });
    const mark = { verdict: 'partly' as const, share: 0.77, marked_by: 'class manager' as const };
    await answer(marked, { answer: canary(target, 'testanswer'), comment: canary(target, 'testmark'), ...mark });
    return { test: ids[2] ?? 0, sittings: { ahead, open, marked }, testQuestion: question.revision_id ?? 0 };
  });
}

/** A question that is kept for tests. */
export function testProblem(question: string): ProblemDraft {
  const step = { use: 'for test', level: 2, kind: 'text', question, answer: 'so', hints: [], explanation: '' } as const;
  return { sourceKey: 'for-test', source: 'tests', licence: 'Apache-2.0', steps: [{ ...step, hints: [] }] };
}
