import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReportKind, ReportSection, ReportState } from '../../domain/kept-reports/kept-report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, type StoredInstant, toStored } from '../db/instants.ts';
import { insertedId, isUniqueViolation } from '../db/sql.ts';

/** What a report is about. */
export interface ReportScope {
  kind: ReportKind;
  schoolId: number | null;
  classId: number | null;
  studentId: number | null;
  subject: string | null;
  region: string | null;
}

/** A report in a list: all but its figures. */
export interface ReportLine extends ReportScope {
  id: number;
  /** Of the reports of a class that were asked for together. */
  batchId: number | null;
  period: string;
  firstDay: string;
  lastDay: string;
  locale: string;
  madeBy: number | null;
  askedAt: Instant;
  state: ReportState;
  soFar: number;
  inAll: number;
  madeAt: Instant | null;
  metricsVersion: number | null;
}

export interface StoredReport extends ReportLine {
  figures: ReportSection[] | null;
}

export interface NewReport extends ReportScope {
  batchId?: number | null;
  period: string;
  firstDay: string;
  lastDay: string;
  locale: string;
  madeBy: number | null;
  /** The same request twice is one report. */
  requestKey: string;
  askedAt: Instant;
  /** What is made at once. */
  made?: { figures: ReportSection[]; metricsVersion: number; at: Instant };
}

/** Whose reports are listed. */
export type ReportsOf =
  | { schoolId: number }
  | { classIds: readonly number[] }
  | { studentId: number }
  | { supervisorId: number; parts: readonly { subject: string; region: string }[] };

const LINE = [
  'id',
  'kind',
  'school_id as schoolId',
  'class_id as classId',
  'student_id as studentId',
  'subject',
  'region',
  'batch_id as batchId',
  'period',
  'first_day as firstDay',
  'last_day as lastDay',
  'locale',
  'made_by as madeBy',
  'asked_at as askedAt',
  'state',
  'so_far as soFar',
  'in_all as inAll',
  'made_at as madeAt',
  'metrics_version as metricsVersion',
] as const;

/** Reports as they were made. */
export class KeptReportRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Keeps a report that was asked for, or made; the one that is there already where the same request came before. */
  async add(report: NewReport): Promise<{ id: number; isNew: boolean }> {
    const { made, askedAt } = report;
    try {
      const result = await this.#db.run((db) =>
        db
          .insertInto('kept_reports')
          .values({
            kind: report.kind,
            school_id: report.schoolId,
            class_id: report.classId,
            student_id: report.studentId,
            subject: report.subject,
            region: report.region,
            batch_id: report.batchId ?? null,
            period: report.period,
            first_day: report.firstDay,
            last_day: report.lastDay,
            locale: report.locale,
            made_by: report.madeBy,
            request_key: report.requestKey,
            asked_at: toStored(askedAt),
            state: made ? 'done' : 'asked',
            so_far: 0,
            in_all: 0,
            made_at: made ? toStored(made.at) : null,
            metrics_version: made?.metricsVersion ?? null,
            figures: made ? JSON.stringify(made.figures) : null,
          })
          .executeTakeFirstOrThrow(),
      );
      return { id: insertedId(result), isNew: true };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const row = await this.#db.run((db) =>
        db
          .selectFrom('kept_reports')
          .select('id')
          .where('request_key', '=', report.requestKey)
          .executeTakeFirstOrThrow(),
      );
      return { id: row.id, isNew: false };
    }
  }

  async find(id: number): Promise<StoredReport | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('kept_reports')
        .select([...LINE, 'figures'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { figures, ...line } = row;
    return { ...lineOf(line), figures: figures === null ? null : JSON.parse(figures) };
  }

  /** The made reports of these pupils that were asked for together, with their figures. */
  async listOfBatch(batchId: number): Promise<StoredReport[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('kept_reports')
        .select([...LINE, 'figures'])
        .where('batch_id', '=', batchId)
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ figures, ...line }) => ({
      ...lineOf(line),
      figures: figures === null ? null : JSON.parse(figures),
    }));
  }

  /** The same without figures. */
  async linesOfBatch(batchId: number): Promise<ReportLine[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('kept_reports')
        .select([...LINE])
        .where('batch_id', '=', batchId)
        .orderBy('id')
        .execute(),
    );
    return rows.map(lineOf);
  }

  /** The newest first; reports that were asked for together stand as one. */
  async list(of: ReportsOf, limit: number): Promise<ReportLine[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('kept_reports')
        .select([...LINE])
        .where(among(of))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(lineOf);
  }

  /** Writes down what was made of a report that was asked for; false where that was done already, or it is gone. */
  async saveMade(
    id: number,
    { figures, metricsVersion, at }: { figures: ReportSection[]; metricsVersion: number; at: Instant },
  ): Promise<boolean> {
    return this.#end(id, {
      state: 'done',
      made_at: toStored(at),
      metrics_version: metricsVersion,
      figures: JSON.stringify(figures),
    });
  }

  /** All reports that hang on it are made. */
  async finishBatch(id: number, metricsVersion: number, at: Instant): Promise<boolean> {
    return this.#end(id, { state: 'done', made_at: toStored(at), metrics_version: metricsVersion });
  }

  /** It cannot be made. */
  async fail(id: number): Promise<boolean> {
    return this.#end(id, { state: 'failed' });
  }

  async saveProgress(id: number, soFar: number, inAll: number): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('kept_reports').set({ so_far: soFar, in_all: inAll }).where('id', '=', id).execute(),
    );
  }

  /** Takes a report away, with those that hang on it and what was printed of them. */
  async remove(id: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('kept_reports').where('id', '=', id).execute());
  }

  async #end(
    id: number,
    set: {
      state: 'done' | 'failed';
      made_at?: StoredInstant;
      metrics_version?: number;
      figures?: string;
    },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('kept_reports').set(set).where('id', '=', id).where('state', '=', 'asked').executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }
}

function among(of: ReportsOf): RawBuilder<SqlBool> {
  if ('studentId' in of) return sql`student_id = ${of.studentId} and state = 'done'`;
  // Families ask for themselves: what they made has no class and stands in no list of the school.
  if ('schoolId' in of) {
    return sql`school_id = ${of.schoolId} and batch_id is null and (class_id is not null or kind in ('school', 'subject'))`;
  }
  if ('classIds' in of) {
    return of.classIds.length === 0
      ? sql`1 = 0`
      : sql`class_id in (${sql.join([...of.classIds])}) and batch_id is null`;
  }
  const own = sql`(kind = 'region' and made_by = ${of.supervisorId})`;
  const parts = of.parts.map(
    ({ subject, region }) => sql`(kind = 'region subject' and subject = ${subject} and region = ${region})`,
  );
  return sql`(${sql.join([own, ...parts], sql` or `)})`;
}

type LineRow = Omit<ReportLine, 'askedAt' | 'madeAt'> & { askedAt: StoredInstant; madeAt: StoredInstant | null };

function lineOf(row: LineRow): ReportLine {
  return { ...row, askedAt: fromStored(row.askedAt), madeAt: fromStoredOrNull(row.madeAt) };
}
