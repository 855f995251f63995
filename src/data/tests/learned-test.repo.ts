import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { type MarkedAnswer, selectAnswers, toAnswer } from './test-answer.repo.ts';

/** An answer that mastery has learnt from, and when. */
export type LearnedAnswer = MarkedAnswer & { learnedAt: Instant };

/** Which released tests mastery has learnt from: each once, and whoever counts anew counts those and no others. */
export class LearnedTestRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Notes that mastery learns from a sitting now. False: it has done so before. */
  async note(sittingId: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('tests_students')
        .set({ learned_at: toStored(now) })
        .where('id', '=', sittingId)
        .where('phase', '=', 'released')
        .where('learned_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** The marked answers of a pupil that mastery has learnt from, in the order in which it did. */
  async listAnswers(studentId: number): Promise<LearnedAnswer[]> {
    const rows = await this.#db.run((db) =>
      selectAnswers(db)
        .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
        .select('tests_students.learned_at as learnedAt')
        .where('tests_students.student_id', '=', studentId)
        .where('tests_students.learned_at', 'is not', null)
        .orderBy('tests_students.learned_at')
        .orderBy('sitting_id')
        .orderBy('position')
        .execute(),
    );
    return rows.flatMap(({ learnedAt, verdict, share, ...row }) =>
      learnedAt === null || verdict === null || share === null
        ? []
        : [{ ...toAnswer({ ...row, verdict, share }), verdict, share, learnedAt: fromStored(learnedAt) }],
    );
  }
}
