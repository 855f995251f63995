import type { ExpressionBuilder } from 'kysely';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { Enrolment, KnownEnrolment, MandatoryCourse } from '../../domain/roster/plan/enrolment.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import type { Tables } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';
import { EnrolmentRepo } from './enrolment.repo.ts';

/** As many conditions as one statement takes. */
const PAIRS = 200;

/** How enrolments follow a pupil from grade to grade. */
export class GradeEnrolmentRepo {
  readonly #db: DatabaseManager;
  readonly #enrolments: EnrolmentRepo;

  constructor(db: DatabaseManager) {
    this.#db = db;
    this.#enrolments = new EnrolmentRepo(db);
  }

  /** The courses that everybody in a grade takes: published, and not put away. */
  async listMandatory(): Promise<MandatoryCourse[]> {
    return this.#db.run((db) =>
      mandatory(db).select(['name', 'grade_level as gradeLevel']).orderBy('courses.id').execute(),
    );
  }

  /** In which of these courses the pupils of the schools are, and which of them they never touched. */
  async listOfSchools(schoolIds: readonly number[]): Promise<KnownEnrolment[]> {
    if (schoolIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('students', 'students.user_id', 'courses_students.student_id')
        .select(['courses_students.student_id as studentId', 'courses_students.course_id as courseId'])
        .select((eb) => eb.case().when(untouched(eb)).then(1).else(0).end().as('untouched'))
        .where('students.school_id', 'in', [...schoolIds])
        .where('courses_students.course_id', 'in', mandatory(db))
        .execute(),
    );
    return rows.map((row) => ({ ...row, untouched: Number(row.untouched) === 1 }));
  }

  /** Enrols pupils who are not in these courses yet. */
  async add(enrolments: readonly Enrolment[]): Promise<void> {
    await this.#enrolments.add(enrolments);
  }

  /** Takes pupils out of these courses, unless they touched them meanwhile. */
  async remove(enrolments: readonly Enrolment[]): Promise<void> {
    for (const chunk of inChunks(enrolments, PAIRS)) {
      await this.#db.run((db) =>
        db
          .deleteFrom('courses_students')
          .where((eb) =>
            eb.or(chunk.map(({ studentId, courseId }) => eb.and({ student_id: studentId, course_id: courseId }))),
          )
          .where((eb) => untouched(eb))
          .execute(),
      );
    }
  }

  /** Enrols pupils in the mandatory courses of a grade that they are not in yet; answers how many enrolments are new. */
  async join(grade: GradeLevel, studentIds: readonly number[]): Promise<number> {
    if (studentIds.length === 0) return 0;
    const courses = await this.#db.run((db) => mandatory(db).where('grade_level', '=', grade).execute());
    if (courses.length === 0) return 0;
    const there = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .select(['course_id', 'student_id'])
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    const known = new Set(there.map((row) => `${row.course_id} ${row.student_id}`));
    const fresh = courses.flatMap(({ id: courseId }) =>
      studentIds
        .filter((studentId) => !known.has(`${courseId} ${studentId}`))
        .map((studentId) => ({ studentId, courseId })),
    );
    await this.add(fresh);
    return fresh.length;
  }

  /** Everybody who is in a class of a grade that was not put away. */
  async listGrade(grade: GradeLevel): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'classes_students.class_id')
        .select('classes_students.student_id as studentId')
        .distinct()
        .where('classes.grade_level', '=', grade)
        .where('classes.archived_at', 'is', null)
        .execute(),
    );
    return rows.map(({ studentId }) => studentId);
  }

  /** Enrols everybody in the grade of a mandatory course who is not in it yet; nobody in any other course. Answers how many are new. */
  async open(courseId: number): Promise<number> {
    const course = await this.#db.run((db) =>
      mandatory(db).select('grade_level as grade').where('id', '=', courseId).executeTakeFirst(),
    );
    return course ? this.#enrolments.enrol(courseId, await this.listGrade(course.grade)) : 0;
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
        .where('course_id', 'in', mandatory(db).where('grade_level', '=', grade))
        .where((eb) => untouched(eb))
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

/** An enrolment of which nothing ever came: no progress, no answer, no session, no test. A pupil has fewer sessions than a course. */
function untouched({ and, eb, not, exists, selectFrom }: ExpressionBuilder<Tables, 'courses_students'>) {
  return and([
    eb('courses_students.state', '=', 'not started'),
    eb('courses_students.progress', '=', 0),
    not(
      exists(
        selectFrom('attempts')
          .select('attempts.id')
          .whereRef('attempts.student_id', '=', 'courses_students.student_id')
          .whereRef('attempts.course_id', '=', 'courses_students.course_id'),
      ),
    ),
    not(
      exists(
        selectFrom('home_sessions_students')
          .crossJoin('home_hours_study_sessions')
          .select('home_session_id')
          .whereRef('home_hours_study_sessions.id', '=', 'home_session_id')
          .whereRef('home_sessions_students.student_id', '=', 'courses_students.student_id')
          .whereRef('home_hours_study_sessions.course_id', '=', 'courses_students.course_id'),
      ),
    ),
    not(
      exists(
        selectFrom('tests_students')
          .innerJoin('tests', 'tests.id', 'tests_students.test_id')
          .select('tests_students.id')
          .whereRef('tests_students.student_id', '=', 'courses_students.student_id')
          .whereRef('tests.course_id', '=', 'courses_students.course_id'),
      ),
    ),
  ]);
}

function mandatory(db: Handle) {
  return db
    .selectFrom('courses')
    .select('courses.id')
    .where('courses.type', '=', 'mandatory')
    .where('courses.draft_since', 'is', null)
    .where('courses.archived_at', 'is', null);
}
