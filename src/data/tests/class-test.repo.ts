import type { SittingPhase } from '../../domain/assessment/sitting.ts';
import type { TestType } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';

/** The sittings of a test in a class that are in one phase. */
export interface ClassTestPart {
  classId: number;
  testId: number;
  name: string;
  type: TestType;
  courseName: string;
  phase: SittingPhase;
  pupils: number;
  firstDate: Instant;
  lastDeadline: Instant;
}

/** An answer that waits for a person. */
export interface WaitingAnswer {
  sittingId: number;
  position: number;
  studentId: number;
  studentName: string;
  testId: number;
  testName: string;
  courseName: string;
  revisionId: number;
  unitName: string;
  points: number;
  answer: string;
  submittedAt: Instant | null;
}

/** Tests as class managers see them: what is set for their classes, and what waits for them. */
export class ClassTestRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The tests of these classes, a row for each phase that pupils are in. One query, however many pupils. */
  async listParts(classIds: readonly number[]): Promise<ClassTestPart[]> {
    if (classIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('tests_students', 'tests_students.student_id', 'classes_students.student_id')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .innerJoin('users', 'users.id', 'classes_students.student_id')
        .select(({ fn }) => [
          'classes_students.class_id as classId',
          'tests.id as testId',
          'tests.name',
          'tests.type',
          'courses.name as courseName',
          'tests_students.phase',
          fn.countAll<number>().as('pupils'),
          fn.min('tests_students.date').as('firstDate'),
          fn.max(fn.coalesce('tests_students.deadline', 'tests_students.date')).as('lastDeadline'),
        ])
        .where('classes_students.class_id', 'in', [...classIds])
        .where('users.disabled_at', 'is', null)
        .groupBy([
          'classes_students.class_id',
          'tests.id',
          'tests.name',
          'tests.type',
          'courses.name',
          'tests_students.phase',
        ])
        .execute(),
    );
    return rows.map((row) => ({
      ...row,
      pupils: Number(row.pupils),
      firstDate: fromStored(row.firstDate),
      lastDeadline: fromStored(row.lastDeadline),
    }));
  }

  /** Answers of a class manager's pupils that neither the checker nor a model could mark, oldest first. */
  async listWaiting(classManagerId: number, limit: number): Promise<WaitingAnswer[]> {
    const rows = await this.#db.run((db) =>
      waiting(db, classManagerId)
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .innerJoin('users', 'users.id', 'tests_students.student_id')
        .select([
          'tests_students.id as sittingId',
          'test_answers.position',
          'tests_students.student_id as studentId',
          'users.first_name',
          'users.last_name',
          'tests.id as testId',
          'tests.name as testName',
          'courses.name as courseName',
          'test_answers.revision_id as revisionId',
          'test_answers.unit_name as unitName',
          'test_answers.points',
          'test_answers.answer',
          'tests_students.submitted_at as submittedAt',
        ])
        .orderBy('tests.id')
        .orderBy('test_answers.qa_id')
        .orderBy('tests_students.submitted_at')
        .orderBy('tests_students.id')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ first_name, last_name, submittedAt, ...row }) => ({
      ...row,
      studentName: `${first_name} ${last_name}`,
      submittedAt: fromStoredOrNull(submittedAt),
    }));
  }

  /** How many there are. */
  async countWaiting(classManagerId: number): Promise<number> {
    const row = await this.#db.run((db) =>
      waiting(db, classManagerId)
        .select(({ fn }) => fn.countAll<number>().as('answers'))
        .executeTakeFirstOrThrow(),
    );
    return Number(row.answers);
  }
}

/** Only once the marking that needs nobody is over: then every answer that is left waits for a person. */
function waiting(db: ReturnType<DatabaseManager['handle']>, classManagerId: number) {
  return db
    .selectFrom('test_answers')
    .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
    .where('tests_students.phase', '=', 'submitted')
    .where('tests_students.checked_at', 'is not', null)
    .where('test_answers.verdict', 'is', null)
    .where('tests_students.student_id', 'in', (eb) =>
      eb
        .selectFrom('classes_students')
        .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
        .select('classes_students.student_id')
        .where('classess_class_managers.class_manager_id', '=', classManagerId),
    );
}
