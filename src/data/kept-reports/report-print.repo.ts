import type { PrintFormat, PrintState } from '../../domain/kept-reports/kept-report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId, isUniqueViolation } from '../db/sql.ts';

/** How far a report is on its way to paper. */
export interface ReportPrint {
  id: number;
  reportId: number;
  format: PrintFormat;
  state: PrintState;
  soFar: number;
  inAll: number;
}

const STATUS = ['id', 'report_id as reportId', 'format', 'state', 'so_far as soFar', 'in_all as inAll'] as const;

/** Reports of many pupils as paper: one a report and format, and not for long. */
export class ReportPrintRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Asks for a report on paper; the one that is under way or there already where it is. */
  async ask(
    reportId: number,
    format: PrintFormat,
    now: Instant,
    expiresAt: Instant,
  ): Promise<{ id: number; isNew: boolean }> {
    return this.#db.tx(async (db) => {
      const there = await db
        .selectFrom('report_prints')
        .select('id')
        .where('report_id', '=', reportId)
        .where('format', '=', format)
        .where('state', '!=', 'failed')
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst();
      if (there) return { id: there.id, isNew: false };
      await db.deleteFrom('report_prints').where('report_id', '=', reportId).where('format', '=', format).execute();
      try {
        const result = await db
          .insertInto('report_prints')
          .values({
            report_id: reportId,
            format,
            state: 'asked',
            so_far: 0,
            in_all: 0,
            asked_at: toStored(now),
            expires_at: toStored(expiresAt),
            content: new Uint8Array(),
          })
          .executeTakeFirstOrThrow();
        return { id: insertedId(result), isNew: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const row = await db
          .selectFrom('report_prints')
          .select('id')
          .where('report_id', '=', reportId)
          .where('format', '=', format)
          .executeTakeFirstOrThrow();
        return { id: row.id, isNew: false };
      }
    });
  }

  /** What is known of a report's prints that are kept. */
  async listOf(reportId: number, now: Instant): Promise<ReportPrint[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select([...STATUS])
        .where('report_id', '=', reportId)
        .where('expires_at', '>', toStored(now))
        .orderBy('format')
        .execute(),
    );
  }

  async find(id: number): Promise<ReportPrint | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select([...STATUS])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
  }

  /** The bytes of one that is done and kept. */
  async contentOf(reportId: number, format: PrintFormat, now: Instant): Promise<Uint8Array | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('report_prints')
        .select('content')
        .where('report_id', '=', reportId)
        .where('format', '=', format)
        .where('state', '=', 'done')
        .where('expires_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return row?.content;
  }

  async saveProgress(id: number, soFar: number, inAll: number): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('report_prints').set({ so_far: soFar, in_all: inAll }).where('id', '=', id).execute(),
    );
  }

  async saveDone(id: number, content: Uint8Array): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('report_prints').set({ state: 'done', content }).where('id', '=', id).execute(),
    );
  }

  async fail(id: number): Promise<void> {
    await this.#db.run((db) => db.updateTable('report_prints').set({ state: 'failed' }).where('id', '=', id).execute());
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('report_prints').where('expires_at', '<=', toStored(now)).execute());
  }
}
