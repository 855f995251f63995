import type { PrintFormat, PrintState } from '../../domain/kept-reports/kept-report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId, isUniqueViolation } from '../db/sql.ts';

/** How far a report is on its way to paper, for whoever asked. */
export interface ReportPrint {
  id: number;
  reportId: number;
  askedBy: number;
  format: PrintFormat;
  state: PrintState;
  soFar: number;
  inAll: number;
  /** The reports that are in it; none until it is done. */
  reportIds: number[];
}

/** Which print: one a report, a person and a format. */
export interface PrintKey {
  reportId: number;
  askedBy: number;
  format: PrintFormat;
}

const STATUS = [
  'id',
  'report_id as reportId',
  'asked_by as askedBy',
  'format',
  'state',
  'so_far as soFar',
  'in_all as inAll',
  'report_ids',
] as const;

type StatusRow = Omit<ReportPrint, 'reportIds'> & { report_ids: string };

const printOf = ({ report_ids, ...print }: StatusRow): ReportPrint => ({ ...print, reportIds: JSON.parse(report_ids) });

/** Reports of many pupils as paper: for whoever asked alone, and not for long. */
export class ReportPrintRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Asks for a report on paper; the asker's that is under way or there already where it is. */
  async ask(
    key: PrintKey,
    { schoolId, now, expiresAt }: { schoolId: number; now: Instant; expiresAt: Instant },
  ): Promise<{ id: number; isNew: boolean }> {
    return this.#db.tx(async (db) => {
      const there = await db
        .selectFrom('report_prints')
        .select('id')
        .where((eb) => eb.and(columnsOf(key)))
        .where('state', '!=', 'failed')
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst();
      if (there) return { id: there.id, isNew: false };
      await db
        .deleteFrom('report_prints')
        .where((eb) => eb.and(columnsOf(key)))
        .execute();
      try {
        const result = await db
          .insertInto('report_prints')
          .values({
            ...columnsOf(key),
            school_id: schoolId,
            state: 'asked',
            so_far: 0,
            in_all: 0,
            asked_at: toStored(now),
            expires_at: toStored(expiresAt),
            report_ids: '[]',
            content: new Uint8Array(),
          })
          .executeTakeFirstOrThrow();
        return { id: insertedId(result), isNew: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const row = await db
          .selectFrom('report_prints')
          .select('id')
          .where((eb) => eb.and(columnsOf(key)))
          .executeTakeFirstOrThrow();
        return { id: row.id, isNew: false };
      }
    });
  }

  /** What is known of somebody's prints of a report that are kept. */
  async listOf(reportId: number, askedBy: number, now: Instant): Promise<ReportPrint[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select([...STATUS])
        .where('report_id', '=', reportId)
        .where('asked_by', '=', askedBy)
        .where('expires_at', '>', toStored(now))
        .orderBy('format')
        .execute(),
    );
    return rows.map(printOf);
  }

  async find(id: number): Promise<ReportPrint | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select([...STATUS])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return row && printOf(row);
  }

  /** The bytes of one that is done. */
  async contentOf(id: number): Promise<Uint8Array | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select('content')
        .where('id', '=', id)
        .where('state', '=', 'done')
        .executeTakeFirst(),
    );
    return row?.content;
  }

  async remove(id: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('report_prints').where('id', '=', id).execute());
  }

  async saveProgress(id: number, soFar: number, inAll: number): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('report_prints').set({ so_far: soFar, in_all: inAll }).where('id', '=', id).execute(),
    );
  }

  /** Keeps what was printed of these reports; nothing where the print was taken away meanwhile, as when somebody in it was erased. */
  async saveDone(id: number, content: Uint8Array, reportIds: readonly number[]): Promise<void> {
    const set = { state: 'done' as const, content, report_ids: JSON.stringify(reportIds) };
    await this.#db.run((db) => db.updateTable('report_prints').set(set).where('id', '=', id).execute());
  }

  async fail(id: number): Promise<void> {
    await this.#db.run((db) => db.updateTable('report_prints').set({ state: 'failed' }).where('id', '=', id).execute());
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('report_prints').where('expires_at', '<=', toStored(now)).execute());
  }
}

const columnsOf = ({ reportId, askedBy, format }: PrintKey) => ({ report_id: reportId, asked_by: askedBy, format });
