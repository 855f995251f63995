import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SchoolEvaluationRepo } from '../../src/data/evaluations/school-evaluation.repo.ts';
import { SchoolSessionRepo } from '../../src/data/study-session/school-session.repo.ts';
import { LearnedTestRepo } from '../../src/data/tests/learned-test.repo.ts';
import { observedInTest } from '../../src/domain/assessment/observed-in-test.ts';
import type { AttemptRecord } from '../../src/domain/tutoring/dialogue.ts';
import { EvaluationRecountService } from '../../src/services/evaluations/evaluation-recount.service.ts';
import type { Instant } from '../../src/shared/instant.ts';
import { sessionStack } from './session-stack.ts';

interface Answered {
  studentId: number;
  courseId: number;
  attempt: AttemptRecord;
  at: Instant;
}

/** Forgets all that is estimated of anybody, and learns it anew from every answer in its order, as the program learns. */
export async function answerAllAgain(db: DatabaseManager): Promise<number> {
  const { attempts, mastery } = sessionStack(db);
  const tests = new LearnedTestRepo(db);
  const all: Answered[] = [];
  const pupils = await db.run((handle) => handle.selectFrom('students').select('user_id as studentId').execute());
  for (const { studentId } of pupils) {
    for (const attempt of await attempts.listAll(studentId)) {
      all.push({ studentId, courseId: attempt.courseId, attempt, at: attempt.at });
    }
    for (const { courseId, learnedAt: at, ...answer } of await tests.listAnswers(studentId)) {
      const attempt = observedInTest(answer);
      if (attempt) all.push({ studentId, courseId, attempt, at });
    }
  }
  await forget(db);
  for (const { at: now, ...move } of all.sort((a, b) => a.at - b.at)) {
    await db.tx(() => mastery.record({ ...move, now }));
  }
  return all.length;
}

async function forget(db: DatabaseManager): Promise<void> {
  await db.tx(async (handle) => {
    const terms = [
      'mastery_students',
      'mastery_student_units',
      'mastery_units',
      'mastery_items',
      'mastery_shared',
    ] as const;
    for (const table of [...terms, 'review_cards', 'learning_units_students'] as const) {
      await handle.deleteFrom(table).execute();
    }
    await handle.updateTable('courses_students').set({ state: 'not started', progress: 0 }).execute();
  });
}

/** Counts the evidence of every session again; answers how many of the scores changed. */
export async function evaluateAllAgain(db: DatabaseManager): Promise<number> {
  const { evaluationRepo, ...stack } = sessionStack(db);
  const sessions = await db.run((handle) => handle.selectFrom('home_hours_study_sessions').select('id').execute());
  const recount = new EvaluationRecountService({
    ...stack,
    evaluations: evaluationRepo,
    schoolSessions: new SchoolSessionRepo(db),
    schoolEvaluations: new SchoolEvaluationRepo(db),
  });
  return db.tx(() => recount.recountSessions(sessions.map(({ id }) => id)));
}
