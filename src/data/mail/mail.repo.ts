import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertMissing } from '../db/sql.ts';

export interface MailDraft {
  /** Used once: the same key again is the same letter. */
  key: string;
  userId: number;
  /** The pupil whom it is about: it goes with them. */
  about: number | null;
  /** The school whose manager sees whether it went out. */
  schoolId: number | null;
  recipient: string;
  subject: string;
  body: string;
  now: Instant;
}

export interface WaitingMail {
  id: number;
  recipient: string;
  subject: string;
  body: string;
}

/** A letter that could not be sent, for whoever runs the school. */
export interface FailedMail {
  id: number;
  recipient: string;
  subject: string;
  at: Instant;
  /** What the mail server said. */
  why: string;
}

export interface MailCounts {
  waiting: number;
  sent: number;
  failed: number;
  /** How many of the failed waited in a backup that was restored: nothing is wrong with the mail server. */
  held: number;
  /** The oldest that waits; null: none does. */
  waitingSince: Instant | null;
}

/** Why a letter that waited in a backup is not sent by whoever restores it. */
export const HELD = 'Held: it waited in a backup that was restored, and may have been sent since that was made.';

/** Letters, from when they are written until a mail server has taken them. */
export class MailRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Adds letters; one whose key is there already stays as it is. */
  async add(drafts: readonly MailDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map((draft) => ({
      mail_key: draft.key,
      user_id: draft.userId,
      student_id: draft.about,
      school_id: draft.schoolId,
      recipient: draft.recipient,
      subject: draft.subject,
      body: draft.body,
      state: 'waiting' as const,
      created_at: toStored(draft.now),
    }));
    await insertMissing(this.#db, 'mails', ['mail_key'], rows);
  }

  /** A letter that waits; undefined when it was sent, given up or taken away. */
  async findWaiting(key: string): Promise<WaitingMail | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('mails')
        .select(['id', 'recipient', 'subject', 'body'])
        .where('mail_key', '=', key)
        .where('state', '=', 'waiting')
        .executeTakeFirst(),
    );
  }

  /** It was taken; what it said is kept no longer. */
  async markSent(id: number, now: Instant): Promise<void> {
    await this.#end(id, { state: 'sent', subject: '', body: '', last_error: null, ended_at: toStored(now) });
  }

  /** It is given up; what it said is kept no longer. */
  async markFailed(id: number, why: string, now: Instant): Promise<void> {
    await this.#end(id, { state: 'failed', body: '', last_error: why.slice(0, 1000), ended_at: toStored(now) });
  }

  /** What went wrong this time; it still waits. */
  async noteTrouble(id: number, why: string): Promise<void> {
    await this.#end(id, { last_error: why.slice(0, 1000) });
  }

  /** Letters by state, ended ones since a moment; of a school, or of all. */
  async count(since: Instant, schoolId?: number): Promise<MailCounts> {
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('mails')
        .select(({ fn }) => ['state', fn.countAll<number>().as('mails'), fn.min('created_at').as('oldest')])
        .select(sql<number>`sum(case when last_error = ${HELD} then 1 else 0 end)`.as('held'))
        .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('ended_at', '>=', toStored(since))]))
        .groupBy('state');
      return (schoolId === undefined ? query : query.where('school_id', '=', schoolId)).execute();
    });
    const of = (state: string) => rows.find((row) => row.state === state);
    return {
      waiting: Number(of('waiting')?.mails ?? 0),
      sent: Number(of('sent')?.mails ?? 0),
      failed: Number(of('failed')?.mails ?? 0),
      held: Number(of('failed')?.held ?? 0),
      waitingSince: fromStoredOrNull(of('waiting')?.oldest ?? null),
    };
  }

  /** Letters of a school that were given up since a moment, the newest first. */
  async listFailed(schoolId: number, since: Instant, limit: number): Promise<FailedMail[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('mails')
        .select(['id', 'recipient', 'subject', 'ended_at', 'created_at', 'last_error'])
        .where('school_id', '=', schoolId)
        .where('state', '=', 'failed')
        .where('ended_at', '>=', toStored(since))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ id, recipient, subject, ended_at, created_at, last_error }) => ({
      id,
      recipient,
      subject,
      at: fromStored(ended_at ?? created_at),
      why: last_error ?? '',
    }));
  }

  async #end(
    id: number,
    set: {
      state?: 'sent' | 'failed';
      subject?: string;
      body?: string;
      last_error: string | null;
      ended_at?: ReturnType<typeof toStored>;
    },
  ): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('mails').set(set).where('id', '=', id).where('state', '=', 'waiting').execute(),
    );
  }
}
