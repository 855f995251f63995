import {
  type GaussianTerm,
  type PopulationTerm,
  PRIORS,
  type StudentTerm,
  type StudentUnitTerm,
  type WeightsTerm,
} from '../../domain/mastery/terms.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { inChunks, locking, upsert } from '../db/sql.ts';

/** What all pupils share: the weights of the features and the population. */
export interface SharedTerms {
  weights: WeightsTerm;
  population: PopulationTerm;
}

const SHARED_ID = 1;

/**
 * The terms of the mastery model, a row each. A term without a row is at its prior. Inside a transaction that will write them,
 * read them with `forUpdate` and in the order student → unit → item → shared, so that two answers never wait for each other.
 */
export class MasteryRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  #target() {
    return { dialect: this.#db.dialect, handle: this.#db.handle() };
  }

  async findStudent(studentId: number): Promise<StudentTerm> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('mastery_students')
        .select(['mean', 'variance', 'ewma'])
        .where('student_id', '=', studentId)
        .executeTakeFirst(),
    );
    return row ?? PRIORS.student;
  }

  /** Holds a pupil until the transaction ends, so that nobody else moves the same estimates; read them after it. */
  async lockStudent(studentId: number): Promise<void> {
    if (this.#db.dialect === 'sqlite') return;
    const query = this.#db.handle().selectFrom('students').select('user_id').where('user_id', '=', studentId);
    await locking(this.#db.dialect, query).executeTakeFirst();
  }

  async saveStudent(studentId: number, term: StudentTerm): Promise<void> {
    await upsert(this.#target(), 'mastery_students', ['student_id'], [{ student_id: studentId, ...term }]);
  }

  /** The pupil's terms in the units of these courses, by course and unit (`unitKey`). */
  async studentUnits(studentId: number, courseIds: readonly number[]): Promise<Map<string, StudentUnitTerm>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('mastery_student_units')
        .selectAll()
        .where('student_id', '=', studentId)
        .where('course_id', 'in', [...courseIds])
        .execute(),
    );
    return new Map(rows.map(toStudentUnit));
  }

  async saveStudentUnit(studentId: number, courseId: number, unitName: string, term: StudentUnitTerm): Promise<void> {
    await upsert(
      this.#target(),
      'mastery_student_units',
      ['student_id', 'course_id', 'unit_name'],
      [{ student_id: studentId, course_id: courseId, unit_name: unitName, ...term }],
    );
  }

  /** Difficulties of the units of these courses, by course and unit (`unitKey`). */
  async units(courseIds: readonly number[]): Promise<Map<string, GaussianTerm>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('mastery_units')
        .selectAll()
        .where('course_id', 'in', [...courseIds])
        .execute(),
    );
    return new Map(
      rows.map(({ course_id, unit_name, mean, variance }) => [unitKey(course_id, unit_name), { mean, variance }]),
    );
  }

  async lockUnit(courseId: number, unitName: string): Promise<GaussianTerm> {
    const row = await this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db
          .selectFrom('mastery_units')
          .select(['mean', 'variance'])
          .where('course_id', '=', courseId)
          .where('unit_name', '=', unitName),
      ).executeTakeFirst(),
    );
    return row ?? PRIORS.unit;
  }

  async saveUnit(courseId: number, unitName: string, term: GaussianTerm): Promise<void> {
    await upsert(
      this.#target(),
      'mastery_units',
      ['course_id', 'unit_name'],
      [{ course_id: courseId, unit_name: unitName, ...term }],
    );
  }

  async lockItem(qaId: number): Promise<GaussianTerm> {
    const row = await this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db.selectFrom('mastery_items').select(['mean', 'variance']).where('qa_id', '=', qaId),
      ).executeTakeFirst(),
    );
    return row ?? PRIORS.item;
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
    await upsert(this.#target(), 'mastery_items', ['qa_id'], [{ qa_id: qaId, ...term }]);
  }

  async shared({ forUpdate = false } = {}): Promise<SharedTerms> {
    const row = await this.#db.run((db) => {
      const query = db.selectFrom('mastery_shared').select(['weights', 'population']).where('id', '=', SHARED_ID);
      return (forUpdate ? locking(this.#db.dialect, query) : query).executeTakeFirst();
    });
    if (!row) return { weights: PRIORS.weights, population: PRIORS.population };
    const weights: WeightsTerm = JSON.parse(row.weights);
    const population: PopulationTerm = JSON.parse(row.population);
    return { weights, population };
  }

  async saveShared(terms: SharedTerms): Promise<void> {
    await upsert(
      this.#target(),
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

/** One key for a unit, whose own key is its course and its name. */
export function unitKey(courseId: number, unitName: string): string {
  return `${courseId}/${unitName}`;
}
