import {
  QUARTER_KINDS,
  type QuarterEvaluation,
  type QuarterFacts,
  type QuarterKind,
} from '../../domain/evaluation/quarter-evaluation.ts';
import type { SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';

/** Which quarter, without its days. */
export type QuarterName = Pick<SchoolQuarter, 'schoolYear' | 'quarter'>;

/** What a quarter's score is of. */
export interface QuarterPlace extends QuarterName {
  kind: QuarterKind;
  studentId: number;
  subject: string;
}

/** What a quarter came to, as it is kept. */
export interface StoredQuarter extends QuarterPlace {
  id: number;
  /** 1 … 10, of the evaluator to a tenth, or null with a reason. */
  score: number | null;
  reason: string | null;
  /** Of the evaluator English; of a class manager their words. */
  description: string;
  /** What the evaluator's rests on; null where that was not kept. */
  facts: QuarterFacts | null;
  evaluationIds: number[];
  source: 'evaluator' | 'class manager';
  rubricVersion: string;
  confidence: number;
  at: Instant;
}

/** An earlier version of what the evaluator made. */
export interface QuarterVersion extends QuarterPlace {
  score: number | null;
  reason: string | null;
  madeAt: Instant;
  replacedAt: Instant;
}

export interface MadeQuarter extends QuarterPlace {
  evaluation: QuarterEvaluation;
  description: string;
}

/** Names one score of a quarter. */
export const placeKey = ({ kind, studentId, subject }: Omit<QuarterPlace, keyof QuarterName>): string =>
  `${kind} ${studentId} ${subject}`;

/** Evaluations of quarters: what was made, and what stood there before. */
export class QuarterRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** What a quarter came to for these pupils; of every quarter where none is named. Three queries. */
  async listOf(studentIds: readonly number[], name?: QuarterName): Promise<StoredQuarter[]> {
    if (studentIds.length === 0) return [];
    const found: StoredQuarter[] = [];
    for (const kind of QUARTER_KINDS) {
      const rows = await this.#db.run((db) => {
        const query = db
          .selectFrom(`quarter_${kind}_evaluations`)
          .selectAll()
          .where('student_id', 'in', [...studentIds]);
        if (!name) return query.orderBy('id').execute();
        return query
          .where('school_year', '=', name.schoolYear)
          .where('quarter', '=', name.quarter)
          .orderBy('id')
          .execute();
      });
      for (const row of rows) {
        const { id, score, reason, description, source, confidence, quarter } = row;
        const kept: { evaluationIds?: number[]; facts?: QuarterFacts } = JSON.parse(row.evidence);
        found.push({
          id,
          kind,
          score,
          reason,
          description,
          source,
          confidence,
          quarter,
          studentId: row.student_id,
          subject: row.subject_name,
          schoolYear: row.school_year,
          facts: kept.facts ?? null,
          evaluationIds: kept.evaluationIds ?? [],
          rubricVersion: row.rubric_version,
          at: fromStored(row.created_at),
        });
      }
    }
    return found;
  }

  /** One of them by its id; undefined where there is none. */
  async find(kind: QuarterKind, id: number): Promise<QuarterPlace | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom(`quarter_${kind}_evaluations`).selectAll().where('id', '=', id).executeTakeFirst(),
    );
    if (!row) return undefined;
    const { student_id: studentId, subject_name: subject, school_year: schoolYear, quarter } = row;
    return { kind, studentId, subject, schoolYear, quarter };
  }

  /** Saves what was made; each is there at most once. */
  async add(made: readonly MadeQuarter[], now: Instant): Promise<void> {
    for (const kind of QUARTER_KINDS) {
      const rows = made
        .filter((one) => one.kind === kind)
        .map((one) => ({ ...placeOf(one), ...madeColumns(one, now) }));
      for (const chunk of inChunks(rows, 200)) {
        await this.#db.run((db) => db.insertInto(`quarter_${kind}_evaluations`).values(chunk).execute());
      }
    }
  }

  /** Puts what was made anew in the place of what stands there, which is kept. Both in the caller's transaction. */
  async replace(before: StoredQuarter, made: MadeQuarter, closingId: number, now: Instant): Promise<void> {
    const { kind, id, score, reason, description, confidence, rubricVersion, facts, evaluationIds, at } = before;
    await this.#db.run((db) =>
      db
        .insertInto('quarter_versions')
        .values({
          kind,
          ...placeOf(before),
          score,
          reason,
          description,
          confidence,
          closing_id: closingId,
          evidence: JSON.stringify(facts ? { evaluationIds, facts } : { evaluationIds }),
          rubric_version: rubricVersion,
          made_at: toStored(at),
          replaced_at: toStored(now),
        })
        .execute(),
    );
    const set = madeColumns(made, now);
    await this.#db.run((db) => db.updateTable(`quarter_${kind}_evaluations`).set(set).where('id', '=', id).execute());
  }

  /** What stood there before a quarter was made anew, of these pupils, the oldest first. */
  async versionsOf(studentIds: readonly number[]): Promise<QuarterVersion[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('quarter_versions')
        .selectAll()
        .where('student_id', 'in', [...studentIds])
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ kind, student_id: studentId, subject_name: subject, school_year: schoolYear, ...row }) => ({
      kind,
      studentId,
      subject,
      schoolYear,
      quarter: row.quarter,
      score: row.score,
      reason: row.reason,
      madeAt: fromStored(row.made_at),
      replacedAt: fromStored(row.replaced_at),
    }));
  }
}

const placeOf = ({ studentId, subject, schoolYear, quarter }: QuarterPlace) => ({
  student_id: studentId,
  subject_name: subject,
  school_year: schoolYear,
  quarter,
});

function madeColumns({ evaluation, description }: MadeQuarter, now: Instant) {
  const { score, reason, evidence, facts, rubricVersion, confidence } = evaluation;
  return {
    score,
    reason,
    description,
    evidence: JSON.stringify({ ...evidence, facts }),
    source: 'evaluator' as const,
    rubric_version: rubricVersion,
    confidence,
    created_at: toStored(now),
  };
}
