import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { DAY, MINUTE } from '../../src/shared/instant.ts';
import type { TestApp } from './app.ts';

/** A pupil who is logged in. */
export function pupil(userId: number): Actor {
  return { userId, role: 'student', name: 'Noa Tester', firstName: 'Noa', locale: 'en', schoolId: 1 };
}

export interface SittingOptions {
  inDays: number;
  grade?: number;
  phase?: 'not begun' | 'begun' | 'submitted' | 'released';
  /** What it is about: unit → weight; nothing named is the whole course. */
  units?: Record<string, number>;
}

let quizzes = 0;

/** A test of a course that a pupil sits, or has sat. */
export async function addSitting(
  app: Pick<TestApp, 'db' | 'clock'>,
  courseId: number,
  studentId: number,
  options: SittingOptions,
): Promise<void> {
  const { inDays, grade, phase = 'not begun', units = {} } = options;
  quizzes += 1;
  const name = `Quiz ${quizzes}`;
  await app.db.run(async (db) => {
    const row = { course_id: courseId, name, type: 'quiz' as const, duration_minutes: 20 };
    const test_id = insertedId(await db.insertInto('tests').values(row).executeTakeFirstOrThrow());
    await db
      .insertInto('tests_students')
      .values({
        test_id,
        student_id: studentId,
        sitting: 1,
        status: 'scheduled',
        phase,
        date: toStored(app.clock.now() + inDays * DAY),
        final_grade: grade ?? null,
      })
      .execute();
    for (const [unit_name, weight] of Object.entries(units)) {
      await db.insertInto('tests_learning_units').values({ test_id, course_id: courseId, unit_name, weight }).execute();
    }
  });
}

/** A session of so many minutes, ended by its pupil. */
export async function study(app: TestApp, actor: Actor, courseId: number, minutes: number): Promise<number> {
  const request = { type: 'homework', courseId, emotionalStateBefore: 'neutral' } as const;
  const { id } = await app.services.studySessions.createHomeStudySession(actor, request);
  await app.services.studySessions.startSession(actor, id);
  app.clock.advance(minutes * MINUTE);
  const said = { feelingAfter: 'positive', difficulty: 3, understanding: 8, feedback: null } as const;
  await app.services.studySessions.endSession(actor, id, said);
  return id;
}
