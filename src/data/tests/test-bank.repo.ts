import type { Candidate, TestUnit } from '../../domain/assessment/draw-questions.ts';
import type { TestType } from '../../domain/curriculum/curriculum.ts';
import { webAddressOf } from '../../domain/curriculum/web-address.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';

/** A test as it is defined. */
export interface TestDefinition {
  id: number;
  courseId: number;
  courseName: string;
  subject: string;
  name: string;
  type: TestType;
  /** A page of another site that belongs to the test. */
  link: string | null;
  durationMinutes: number;
  /** Null: as many as fit into the time. */
  questionCount: number | null;
  units: TestUnit[];
}

/** Tests of the curriculum and the questions that are kept for them. Only what draws a sitting may read these. */
export class TestBankRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(testId: number): Promise<TestDefinition | undefined> {
    return this.#db.run(async (db) => {
      const [test] = await withUnits(db, await tests(db).where('tests.id', '=', testId).execute());
      return test;
    });
  }

  /** The tests of the courses that pupils of each class are enrolled in, by course and name. Three queries. */
  async listForClasses(classIds: readonly number[]): Promise<Map<number, TestDefinition[]>> {
    if (classIds.length === 0) return new Map();
    return this.#db.run(async (db) => {
      const taken = await db
        .selectFrom('courses_students')
        .innerJoin('classes_students', 'classes_students.student_id', 'courses_students.student_id')
        .select(['classes_students.class_id as classId', 'courses_students.course_id as courseId'])
        .distinct()
        .where('classes_students.class_id', 'in', [...classIds])
        .execute();
      if (taken.length === 0) return new Map();
      const courseIds = [...new Set(taken.map(({ courseId }) => courseId))];
      const all = await withUnits(db, await settable(db, courseIds).execute());
      const ofClass = (id: number) => new Set(taken.flatMap((row) => (row.classId === id ? [row.courseId] : [])));
      return new Map(
        classIds.map((id) => {
          const own = ofClass(id);
          return [id, all.filter(({ courseId }) => own.has(courseId))];
        }),
      );
    });
  }

  /** Who of these pupils is enrolled in a course. */
  async listEnrolled(courseId: number, studentIds: readonly number[]): Promise<Set<number>> {
    if (studentIds.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .select('student_id')
        .where('course_id', '=', courseId)
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    return new Set(rows.map((row) => row.student_id));
  }

  /** The published questions that are kept for tests, of these units. */
  async listCandidates(units: readonly TestUnit[]): Promise<Candidate[]> {
    if (units.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('qas')
        .innerJoin('problems', 'problems.id', 'qas.problem_id')
        .select([
          'qas.id as qaId',
          'qas.revision_id as revisionId',
          'qas.problem_id as problemId',
          'qas.step_index as stepIndex',
          'qas.course_id as courseId',
          'qas.unit_name as unitName',
        ])
        .where('qas.type', '=', 'for test')
        .where('qas.archived_at', 'is', null)
        .where('problems.archived_at', 'is', null)
        .where('problems.draft_since', 'is', null)
        .where('qas.course_id', 'in', [...new Set(units.map(({ courseId }) => courseId))])
        .where('qas.unit_name', 'in', [...new Set(units.map(({ unitName }) => unitName))])
        .orderBy('qas.id')
        .execute(),
    );
    return rows.flatMap(({ revisionId, ...row }) => (revisionId === null ? [] : [{ ...row, revisionId }]));
  }

  /** The newest published revision of a question. */
  async findRevision(qaId: number): Promise<number | null> {
    const row = await this.#db.run((db) =>
      db.selectFrom('qas').select('revision_id').where('id', '=', qaId).executeTakeFirst(),
    );
    return row?.revision_id ?? null;
  }
}

/** Tests that can be set: published and not archived. One that is set already goes on as it was. */
function settable(db: Handle, courseIds: readonly number[]) {
  return tests(db)
    .where('tests.course_id', 'in', [...courseIds])
    .where('tests.archived_at', 'is', null)
    .where('tests.draft_since', 'is', null)
    .where('courses.archived_at', 'is', null)
    .where('courses.draft_since', 'is', null);
}

function tests(db: Handle) {
  return db
    .selectFrom('tests')
    .innerJoin('courses', 'courses.id', 'tests.course_id')
    .select([
      'tests.id',
      'tests.course_id as courseId',
      'courses.name as courseName',
      'courses.subject_name as subject',
      'tests.name',
      'tests.type',
      'tests.link',
      'tests.duration_minutes as durationMinutes',
      'tests.question_count as questionCount',
    ])
    .orderBy('courses.name')
    .orderBy('tests.name')
    .orderBy('tests.id');
}

async function withUnits(db: Handle, rows: Omit<TestDefinition, 'units'>[]): Promise<TestDefinition[]> {
  if (rows.length === 0) return [];
  const units = await db
    .selectFrom('tests_learning_units')
    .innerJoin('learning_units', (join) =>
      join
        .onRef('learning_units.course_id', '=', 'tests_learning_units.course_id')
        .onRef('learning_units.name', '=', 'tests_learning_units.unit_name'),
    )
    .select([
      'tests_learning_units.test_id as testId',
      'tests_learning_units.course_id as courseId',
      'tests_learning_units.unit_name as unitName',
      'tests_learning_units.weight',
    ])
    .where(
      'tests_learning_units.test_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('learning_units.position')
    .orderBy('learning_units.name')
    .execute();
  const byTest = Map.groupBy(units, ({ testId }) => testId);
  return rows.map((row) => ({
    ...row,
    link: webAddressOf(row.link),
    units: (byTest.get(row.id) ?? []).map(({ courseId, unitName, weight }) => ({ courseId, unitName, weight })),
  }));
}
