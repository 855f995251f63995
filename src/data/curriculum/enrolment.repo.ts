import type { DatabaseManager } from '../db/database-manager.ts';
import { insertMissing } from '../db/sql.ts';

/** Which pupils study which courses. */
export class EnrolmentRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Pupils by username, without those whose account is disabled; names that are no pupil's are missing from the map. */
  async findPupils(usernames: readonly string[]): Promise<Map<string, number>> {
    if (usernames.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('users', 'users.id', 'students.user_id')
        .select(['users.username', 'users.id'])
        .where('users.username', 'in', [...new Set(usernames)])
        .where('users.disabled_at', 'is', null)
        .execute(),
    );
    return new Map(rows.map((row) => [row.username, row.id]));
  }

  /** Every pupil whose account is not disabled, by id. */
  async listPupilIds(): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('users', 'users.id', 'students.user_id')
        .select('users.id')
        .where('users.disabled_at', 'is', null)
        .orderBy('users.id')
        .execute(),
    );
    return rows.map((row) => row.id);
  }

  /** Who is enrolled in a course. */
  async listEnrolledIds(courseId: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db.selectFrom('courses_students').select('student_id').where('course_id', '=', courseId).execute(),
    );
    return rows.map((row) => row.student_id);
  }

  /** Enrols pupils in a course where they are not yet; answers how many were new. */
  async enrol(courseId: number, studentIds: readonly number[]): Promise<number> {
    const known = new Set(await this.listEnrolledIds(courseId));
    const fresh = [...new Set(studentIds)].filter((id) => !known.has(id));
    await this.add(fresh.map((studentId) => ({ studentId, courseId })));
    return fresh.length;
  }

  /** Enrols pupils in these courses; whoever is in one already stays as far as they are. */
  async add(enrolments: readonly { studentId: number; courseId: number }[]): Promise<void> {
    const rows = enrolments.map(({ studentId, courseId }) => {
      return { course_id: courseId, student_id: studentId, state: 'not started' as const, progress: 0 };
    });
    await insertMissing(this.#db, 'courses_students', ['course_id', 'student_id'], rows);
  }
}
