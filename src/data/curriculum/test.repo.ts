import type { TestType } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, type StoredInstant } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';

/** One sitting of a test by a pupil. */
export interface TestSitting {
  id: number;
  testId: number;
  courseId: number;
  name: string;
  type: TestType;
  durationMinutes: number;
  status: 'scheduled' | 'delayed' | 'failed' | 'passed';
  phase: 'not begun' | 'begun' | 'submitted' | 'marked' | 'released';
  date: Instant;
  deadline: Instant | null;
  /** 0 … 100, when there is one. */
  finalGrade: number | null;
  units: { name: string; weight: number }[];
}

/** What a sitting says where it is one of many. */
export type ListedSitting = Pick<
  TestSitting,
  'id' | 'courseId' | 'name' | 'type' | 'phase' | 'date' | 'deadline' | 'finalGrade'
>;

function selectSittings(db: Handle, studentId: number) {
  return db
    .selectFrom('tests_students')
    .innerJoin('tests', 'tests.id', 'tests_students.test_id')
    .select([
      'tests_students.id',
      'tests.course_id as courseId',
      'tests.name',
      'tests.type',
      'tests_students.phase',
      'tests_students.date',
      'tests_students.deadline',
      'tests_students.final_grade as finalGrade',
    ])
    .where('tests_students.student_id', '=', studentId)
    .orderBy('tests_students.date')
    .orderBy('tests_students.id');
}

const SITTINGS = prepared((db, { studentId }: { studentId: number }) => selectSittings(db, studentId));

/** By the tests of the course: a pupil has more sittings than a course has tests. */
const TESTED_UNITS = prepared((db, { studentId, courseId }: { studentId: number; courseId: number }) =>
  db
    .selectFrom('tests')
    .crossJoin('tests_students')
    .crossJoin('tests_learning_units')
    .select(['tests_students.id as sittingId', 'tests_learning_units.unit_name as name', 'tests_learning_units.weight'])
    .whereRef('tests_students.test_id', '=', 'tests.id')
    .whereRef('tests_learning_units.test_id', '=', 'tests.id')
    .where('tests_students.student_id', '=', studentId)
    .where('tests_students.phase', 'in', ['not begun', 'begun'])
    .where('tests.course_id', '=', courseId),
);

/** A page lists dozens: a copy with two columns replaced takes a quarter of what one without them takes. */
function dated<Row extends { date: StoredInstant; deadline: StoredInstant | null }>(row: Row) {
  return { ...row, date: fromStored(row.date), deadline: fromStoredOrNull(row.deadline) };
}

/** Tests and the pupils who sit them. */
export class TestRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** All sittings of a pupil by date, past and coming. */
  async listSittings(studentId: number): Promise<ListedSitting[]> {
    return (await SITTINGS.all(this.#db, { studentId })).map(dated);
  }

  /** What the tests of a course that a pupil has not handed in are about. */
  async listTestedUnits(
    studentId: number,
    courseId: number,
  ): Promise<{ sittingId: number; name: string; weight: number }[]> {
    return TESTED_UNITS.all(this.#db, { studentId, courseId });
  }

  /** All sittings of a pupil by date, past and coming, with the units that each test is about. */
  async listOfStudent(studentId: number): Promise<TestSitting[]> {
    const rows = await this.#db.run((db) =>
      selectSittings(db, studentId)
        .select(['tests.id as testId', 'tests.duration_minutes as durationMinutes', 'tests_students.status'])
        .execute(),
    );
    const sittings = rows.map(dated);
    if (sittings.length === 0) return [];
    const testIds = [...new Set(sittings.map(({ testId }) => testId))];
    const parts = await this.#db.run((db) =>
      db
        .selectFrom('tests_learning_units')
        .select(['test_id', 'unit_name as name', 'weight'])
        .where('test_id', 'in', testIds)
        .execute(),
    );
    const units = Map.groupBy(parts, (part) => part.test_id);
    return sittings.map((sitting) => ({
      ...sitting,
      units: (units.get(sitting.testId) ?? []).map(({ name, weight }) => ({ name, weight })),
    }));
  }
}
