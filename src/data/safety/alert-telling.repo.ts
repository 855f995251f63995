import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';

/** What somebody can be told of: an alert, or a rehearsal of one. */
export type Raised = { alertId: number } | { rehearsalId: number };

/** That somebody was told of an alert. */
export interface AlertTelling {
  /** Of the alert or rehearsal. */
  of: number;
  /** Null: somebody whose account is gone. */
  name: string | null;
  round: number;
  at: Instant;
  /** By e-mail besides; null: in the program alone. */
  mail: { state: 'waiting' | 'sent' | 'failed'; at: Instant | null } | null;
}

/** The record of who was told of what, when and how. */
export class AlertTellingRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(
    raised: Raised,
    told: readonly { userId: number; mailKey: string | null }[],
    round: number,
    now: Instant,
  ): Promise<void> {
    if (told.length === 0) return;
    const of = 'alertId' in raised ? { alert_id: raised.alertId } : { rehearsal_id: raised.rehearsalId };
    const rows = told.map(({ userId, mailKey }) => {
      return { ...of, user_id: userId, round, at: toStored(now), mail_key: mailKey };
    });
    await this.#db.run((db) => db.insertInto('alert_tellings').values(rows).execute());
  }

  /** Of these alerts, or rehearsals, in the order in which people were told. */
  async list(kind: 'alert_id' | 'rehearsal_id', ids: readonly number[]): Promise<AlertTelling[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('alert_tellings as telling')
        .leftJoin('users', 'users.id', 'telling.user_id')
        .leftJoin('mails', 'mails.mail_key', 'telling.mail_key')
        .select([
          `telling.${kind} as of`,
          'telling.round',
          'telling.at',
          'users.first_name',
          'users.last_name',
          'mails.state',
          'mails.ended_at',
        ])
        .where(`telling.${kind}`, 'in', [...ids])
        .orderBy('telling.id')
        .execute(),
    );
    return rows.map((row) => ({
      of: row.of ?? 0,
      name: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
      round: row.round,
      at: fromStored(row.at),
      mail: row.state === null ? null : { state: row.state, at: fromStoredOrNull(row.ended_at) },
    }));
  }
}
