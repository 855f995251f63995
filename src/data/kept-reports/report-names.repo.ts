import type { DatabaseManager } from '../db/database-manager.ts';

/** What reports are about, by the names of today: a report itself keeps none. */
export class ReportNamesRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Names of those among these pupils who belong to the school, by id. */
  async namesInSchool(schoolId: number, studentIds: readonly number[]): Promise<Map<number, string>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .innerJoin('students', 'students.user_id', 'users.id')
        .select(['users.id', 'users.first_name', 'users.last_name'])
        .where('students.school_id', '=', schoolId)
        .where('users.id', 'in', [...studentIds])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, `${row.first_name} ${row.last_name}`]));
  }

  /** Names of these classes, by id. */
  async classNames(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute(),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Subjects of the courses that pupils of a school are enrolled in, by name. */
  async subjectsOf(schoolId: number): Promise<string[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('students', 'students.user_id', 'courses_students.student_id')
        .innerJoin('courses', 'courses.id', 'courses_students.course_id')
        .select('courses.subject_name as subject')
        .distinct()
        .where('students.school_id', '=', schoolId)
        .orderBy('courses.subject_name')
        .execute(),
    );
    return rows.map(({ subject }) => subject);
  }
}
