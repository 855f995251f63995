import { NEW_MEMORY, type UnitMemory } from '../../domain/mastery/memory.ts';
import {
  type GaussianTerm,
  type PopulationTerm,
  PRIORS,
  type StudentTerm,
  type StudentUnitTerm,
  type WeightsTerm,
} from '../../domain/mastery/terms.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, toStoredOrNull } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { inChunks, locking, upsert } from '../db/sql.ts';
import { holdPupil } from '../people/hold-pupil.ts';

/** What all pupils share: the weights of the features and the population. */
export interface SharedTerms {
  weights: WeightsTerm;
  population: PopulationTerm;
}

/** A pupil in a unit. */
export interface StudentUnit {
  studentId: number;
  courseId: number;
  unitName: string;
  term: StudentUnitTerm;
  memory: UnitMemory;
}

/** What plans look at in a unit; priors where nothing is known. */
export interface PlannedUnitTerms {
  studentUnit: StudentUnitTerm;
  memory: UnitMemory;
  unit: GaussianTerm;
}

const SHARED_ID = 1;

const STUDENT = prepared((db, { studentId }: { studentId: number }) =>
  db.selectFrom('mastery_students').select(['mean', 'variance', 'ewma']).where('student_id', '=', studentId),
);

const SHARED = prepared((db, { id }: { id: number }) =>
  db.selectFrom('mastery_shared').select(['weights', 'population']).where('id', '=', id),
);

/** Held until the transaction ends. */
const LOCKED_SHARED = prepared((db, { id }: { id: number }, dialect) =>
  locking(dialect, db.selectFrom('mastery_shared').select(['weights', 'population']).where('id', '=', id)),
);

const LOCKED_UNIT = prepared((db, { courseId, unitName }: { courseId: number; unitName: string }, dialect) =>
  locking(
    dialect,
    db
      .selectFrom('mastery_units')
      .select(['mean', 'variance'])
      .where('course_id', '=', courseId)
      .where('unit_name', '=', unitName),
  ),
);

const LOCKED_ITEM = prepared((db, { qaId }: { qaId: number }, dialect) =>
  locking(dialect, db.selectFrom('mastery_items').select(['mean', 'variance']).where('qa_id', '=', qaId)),
);

const STUDENT_UNIT = prepared(
  (db, { studentId, courseId, unitName }: { studentId: number; courseId: number; unitName: string }) =>
    db
      .selectFrom('mastery_student_units')
      .selectAll()
      .where('student_id', '=', studentId)
      .where('course_id', '=', courseId)
      .where('unit_name', '=', unitName),
);

const STUDENT_UNITS = prepared((db, args: { studentId: number; courseIds: readonly number[] }) =>
  db
    .selectFrom('mastery_student_units')
    .selectAll()
    .where('student_id', '=', args.studentId)
    .where('course_id', 'in', args.courseIds),
);

const UNITS = prepared((db, { courseIds }: { courseIds: readonly number[] }) =>
  db.selectFrom('mastery_units').selectAll().where('course_id', 'in', courseIds),
);

const PLANNED_UNITS = prepared((db, { studentId, courseId }: { studentId: number; courseId: number }) =>
  db
    .selectFrom('learning_units as unit')
    .leftJoin('mastery_units as hard', (join) =>
      join.onRef('hard.course_id', '=', 'unit.course_id').onRef('hard.unit_name', '=', 'unit.name'),
    )
    .leftJoin('mastery_student_units as own', (join) =>
      join
        .onRef('own.course_id', '=', 'unit.course_id')
        .onRef('own.unit_name', '=', 'unit.name')
        .on('own.student_id', '=', studentId),
    )
    .select([
      'unit.name',
      'hard.mean as difficulty',
      'hard.variance as difficultyVariance',
      'own.mean',
      'own.variance',
      'own.successes',
      'own.failures',
      'own.ewma',
      'own.unaided',
      'own.recent',
      'own.stability',
      'own.practised_at as practisedAt',
    ])
    .where('unit.course_id', '=', courseId),
);

/**
 * The terms of the mastery model, a row each. A term without a row is at its prior. Inside a transaction that will write them,
 * read them with `forUpdate` and in the order student → unit → item → shared, so that two answers never wait for each other.
 */
export class MasteryRepo {
  readonly #db: DatabaseManager;
  /** What was read last, as it was written: every page reads it, and it seldom differs. */
  #read: { weights: string; population: string; terms: SharedTerms } | undefined;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async findStudent(studentId: number): Promise<StudentTerm> {
    return (await STUDENT.first(this.#db, { studentId })) ?? PRIORS.student;
  }

  /** Holds a pupil until the transaction ends, so that nobody else moves the same estimates; read them after it. */
  async lockStudent(studentId: number): Promise<void> {
    await holdPupil(this.#db, studentId);
  }

  async saveStudent(studentId: number, term: StudentTerm): Promise<void> {
    await upsert(this.#db, 'mastery_students', ['student_id'], [{ student_id: studentId, ...term }]);
  }

  /** The pupil's terms in the units of these courses, by course and unit (`unitKey`). */
  async studentUnits(studentId: number, courseIds: readonly number[]): Promise<Map<string, StudentUnitTerm>> {
    if (courseIds.length === 0) return new Map();
    const rows = await STUDENT_UNITS.all(this.#db, { studentId, courseIds });
    return new Map(rows.map(toStudentUnit));
  }

  /** The pupil's term in one unit, and how lasting it is. */
  async findStudentUnit(
    studentId: number,
    courseId: number,
    unitName: string,
  ): Promise<Pick<StudentUnit, 'term' | 'memory'>> {
    const row = await STUDENT_UNIT.first(this.#db, { studentId, courseId, unitName });
    if (!row) return { term: PRIORS.studentUnit, memory: NEW_MEMORY };
    const memory = { stability: row.stability, practisedAt: fromStoredOrNull(row.practised_at) };
    return { term: toStudentUnit(row)[1], memory };
  }

  async saveStudentUnit({ studentId, courseId, unitName, term, memory }: StudentUnit): Promise<void> {
    const key = { student_id: studentId, course_id: courseId, unit_name: unitName };
    const remembered = { stability: memory.stability, practised_at: toStoredOrNull(memory.practisedAt) };
    await upsert(
      this.#db,
      'mastery_student_units',
      ['student_id', 'course_id', 'unit_name'],
      [{ ...key, ...term, ...remembered }],
    );
  }

  /** The pupil's terms in the units of a course with how lasting they are, and the units' difficulties, by unit name. */
  async plannedUnits(studentId: number, courseId: number): Promise<Map<string, PlannedUnitTerms>> {
    const rows = await PLANNED_UNITS.all(this.#db, { studentId, courseId });
    return new Map(rows.map((row) => [row.name, toPlannedUnit(row)]));
  }

  /** Difficulties of the units of these courses, by course and unit (`unitKey`). */
  async units(courseIds: readonly number[]): Promise<Map<string, GaussianTerm>> {
    if (courseIds.length === 0) return new Map();
    const rows = await UNITS.all(this.#db, { courseIds });
    return new Map(
      rows.map(({ course_id, unit_name, mean, variance }) => [unitKey(course_id, unit_name), { mean, variance }]),
    );
  }

  async lockUnit(courseId: number, unitName: string): Promise<GaussianTerm> {
    return (await LOCKED_UNIT.first(this.#db, { courseId, unitName })) ?? PRIORS.unit;
  }

  async saveUnit(courseId: number, unitName: string, term: GaussianTerm): Promise<void> {
    await upsert(
      this.#db,
      'mastery_units',
      ['course_id', 'unit_name'],
      [{ course_id: courseId, unit_name: unitName, ...term }],
    );
  }

  async lockItem(qaId: number): Promise<GaussianTerm> {
    return (await LOCKED_ITEM.first(this.#db, { qaId })) ?? PRIORS.item;
  }

  /** Difficulties of these questions, by id; one without a row is at its prior. */
  async items(qaIds: readonly number[]): Promise<Map<number, GaussianTerm>> {
    const found = new Map<number, GaussianTerm>();
    for (const ids of inChunks([...new Set(qaIds)])) {
      const rows = await this.#db.run((db) =>
        db.selectFrom('mastery_items').selectAll().where('qa_id', 'in', ids).execute(),
      );
      for (const { qa_id, mean, variance } of rows) found.set(qa_id, { mean, variance });
    }
    return found;
  }

  async saveItem(qaId: number, term: GaussianTerm): Promise<void> {
    await upsert(this.#db, 'mastery_items', ['qa_id'], [{ qa_id: qaId, ...term }]);
  }

  async shared({ forUpdate = false } = {}): Promise<SharedTerms> {
    const row = await (forUpdate ? LOCKED_SHARED : SHARED).first(this.#db, { id: SHARED_ID });
    if (!row) return { weights: PRIORS.weights, population: PRIORS.population };
    if (row.weights !== this.#read?.weights || row.population !== this.#read.population) {
      this.#read = { ...row, terms: { weights: JSON.parse(row.weights), population: JSON.parse(row.population) } };
    }
    return this.#read.terms;
  }

  async saveShared(terms: SharedTerms): Promise<void> {
    await upsert(
      this.#db,
      'mastery_shared',
      ['id'],
      [{ id: SHARED_ID, weights: JSON.stringify(terms.weights), population: JSON.stringify(terms.population) }],
    );
  }
}

function toStudentUnit(row: StudentUnitTerm & { course_id: number; unit_name: string }): [string, StudentUnitTerm] {
  const { mean, variance, successes, failures, ewma, unaided, recent } = row;
  return [unitKey(row.course_id, row.unit_name), { mean, variance, successes, failures, ewma, unaided, recent }];
}

type PlannedRow = Awaited<ReturnType<typeof PLANNED_UNITS.all>>[number];

function toPlannedUnit(row: PlannedRow): PlannedUnitTerms {
  const { difficulty, difficultyVariance, mean, variance, practisedAt, stability } = row;
  const unit =
    difficulty === null || difficultyVariance === null
      ? PRIORS.unit
      : { mean: difficulty, variance: difficultyVariance };
  // A row that is there has all of it.
  if (mean === null || variance === null) return { studentUnit: PRIORS.studentUnit, memory: NEW_MEMORY, unit };
  const { successes, failures, ewma, unaided, recent } = row;
  return {
    studentUnit: {
      mean,
      variance,
      successes: successes ?? 0,
      failures: failures ?? 0,
      ewma: ewma ?? 0,
      unaided: unaided ?? 0,
      recent: recent ?? '',
    },
    memory: {
      stability: stability ?? NEW_MEMORY.stability,
      practisedAt: fromStoredOrNull(practisedAt),
    },
    unit,
  };
}

/** One key for a unit, whose own key is its course and its name. */
export function unitKey(courseId: number, unitName: string): string {
  return `${courseId}/${unitName}`;
}
