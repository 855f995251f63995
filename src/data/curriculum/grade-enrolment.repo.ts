import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';

/** How enrolments follow a pupil from grade to grade. */
export class GradeEnrolmentRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Enrols pupils in the mandatory courses of a grade that they are not in yet; answers how many enrolments are new. */
  async join(grade: GradeLevel, studentIds: readonly number[]): Promise<number> {
    if (studentIds.length === 0) return 0;
    const courses = await this.#db.run((db) => mandatory(db, grade).execute());
    if (courses.length === 0) return 0;
    const there = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .select(['course_id', 'student_id'])
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    const known = new Set(there.map((row) => `${row.course_id} ${row.student_id}`));
    const rows = courses.flatMap(({ id }) =>
      studentIds
        .filter((studentId) => !known.has(`${id} ${studentId}`))
        .map((student_id) => ({ course_id: id, student_id, state: 'not started' as const, progress: 0 })),
    );
    for (const chunk of inChunks(rows)) {
      await this.#db.run((db) => db.insertInto('courses_students').values(chunk).execute());
    }
    return rows.length;
  }

  /**
   * Takes pupils who have no class of a grade any more out of the mandatory courses of it that they never touched: no session, no
   * answer, no test. What was studied stays. Answers how many enrolments are gone.
   */
  async leave(grade: GradeLevel, studentIds: readonly number[]): Promise<number> {
    if (studentIds.length === 0) return 0;
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('courses_students')
        .where('student_id', 'in', [...studentIds])
        .where('course_id', 'in', mandatory(db, grade))
        .where('state', '=', 'not started')
        .where('progress', '=', 0)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('attempts')
                .select('attempts.id')
                .whereRef('attempts.student_id', '=', 'courses_students.student_id')
                .whereRef('attempts.course_id', '=', 'courses_students.course_id'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('home_sessions_students')
                .innerJoin('home_hours_study_sessions', 'home_hours_study_sessions.id', 'home_session_id')
                .select('home_session_id')
                .whereRef('home_sessions_students.student_id', '=', 'courses_students.student_id')
                .whereRef('home_hours_study_sessions.course_id', '=', 'courses_students.course_id'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tests_students')
                .innerJoin('tests', 'tests.id', 'tests_students.test_id')
                .select('tests_students.id')
                .whereRef('tests_students.student_id', '=', 'courses_students.student_id')
                .whereRef('tests.course_id', '=', 'courses_students.course_id'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('classes_students')
                .innerJoin('classes', 'classes.id', 'classes_students.class_id')
                .select('classes.id')
                .whereRef('classes_students.student_id', '=', 'courses_students.student_id')
                .where('classes.grade_level', '=', grade)
                .where('classes.archived_at', 'is', null),
            ),
          ),
        )
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  }
}

/** The courses that everybody in a grade takes: published, and not put away. */
function mandatory(db: Handle, grade: GradeLevel) {
  return db
    .selectFrom('courses')
    .select('courses.id')
    .where('grade_level', '=', grade)
    .where('type', '=', 'mandatory')
    .where('draft_since', 'is', null)
    .where('archived_at', 'is', null);
}
