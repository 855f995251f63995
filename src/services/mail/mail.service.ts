import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { SEND_MAIL, SEND_URGENT_MAIL } from '../../data/jobs/job-kinds.ts';
import type { FailedMail, MailCounts, MailRepo } from '../../data/mail/mail.repo.ts';
import { type Clock, DAY } from '../../shared/instant.ts';

export type { FailedMail, MailCounts };

export interface MailDeps {
  db: DatabaseManager;
  mails: MailRepo;
  jobs: JobRepo;
  clock: Clock;
  /** Letters go out: there is a mail server. */
  available: boolean;
}

/** A letter to somebody who has an account. */
export interface NewMail {
  to: { userId: number; email: string };
  subject: string;
  text: string;
  /** Names what it is about, for ever: the same key again sends nothing. At most 191 characters. */
  key: string;
  /** The school whose manager sees whether it went out. */
  schoolId?: number | null;
  /** The pupil whom it is about: erased with them. */
  about?: number;
  /** Waits behind no other letter. */
  urgent?: boolean;
}

/** How the letters of a school fare. */
export interface MailState {
  available: boolean;
  /** Ended ones of the last seven days. */
  counts: MailCounts;
  failed: FailedMail[];
}

/** What is told of letters that have ended, in ms back. */
const TOLD_FOR = 7 * DAY;
const FAILED_SHOWN = 20;

/**
 * Letters by e-mail. What is queued is written in the transaction under way and sent by a worker of its own within a second or two of the commit: nobody
 * waits for a mail server, and one that is down for hours loses nothing. Without a mail server nothing is queued.
 */
export class MailService {
  readonly #deps: MailDeps;

  constructor(deps: MailDeps) {
    this.#deps = deps;
  }

  /** Whether letters go out at all; where they do not, pages say so. */
  get available(): boolean {
    return this.#deps.available;
  }

  /** Queues letters, each once for its key. Joins the transaction under way. */
  async queue(...mails: readonly NewMail[]): Promise<void> {
    const { db, mails: rows, jobs, clock, available } = this.#deps;
    if (!available || mails.length === 0) return;
    const now = clock.now();
    await db.tx(async () => {
      await rows.add(
        mails.map(({ to, subject, text, key, schoolId = null, about = null }) => {
          return { key, userId: to.userId, recipient: to.email, subject, body: text, schoolId, about, now };
        }),
      );
      await jobs.enqueueMissing(
        mails.map(({ key, urgent }) => {
          return { kind: urgent ? SEND_URGENT_MAIL : SEND_MAIL, subjectKey: key, payload: {}, runAt: now, now };
        }),
      );
    });
  }

  /** How the letters of a school fare. */
  async stateOf(schoolId: number): Promise<MailState> {
    const { mails, clock, available } = this.#deps;
    const since = clock.now() - TOLD_FOR;
    return {
      available,
      counts: await mails.count(since, schoolId),
      failed: await mails.listFailed(schoolId, since, FAILED_SHOWN),
    };
  }
}
