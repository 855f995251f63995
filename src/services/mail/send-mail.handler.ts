import { hash } from 'node:crypto';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import type { MailRepo, WaitingMail } from '../../data/mail/mail.repo.ts';
import { type Mailer, MailRefused } from '../../data/mail/mail-port.ts';
import { type Clock, MINUTE } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';

export interface SendMailDeps {
  db: DatabaseManager;
  mails: MailRepo;
  clock: Clock;
  mailer: Mailer;
  /** The part of the address of the sender behind the @. */
  domain: string;
}

/** Pauses double from two seconds on: that is about a day in all. */
const PATIENCE = { tries: 57, longestPause: 30 * MINUTE };

/**
 * Hands a letter to the mail server. A server that is away, slow or full is tried again for a day; a letter that it refuses for good is given
 * up at once. Where the program dies between the sending and writing that down, the letter goes out again with the same Message-ID.
 */
export class SendMailHandler implements JobHandler {
  readonly kind: string;
  readonly patience = PATIENCE;
  readonly #deps: SendMailDeps;

  constructor(kind: string, deps: SendMailDeps) {
    this.kind = kind;
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { mails, mailer, domain } = this.#deps;
    const mail = await mails.findWaiting(job.subjectKey);
    if (!mail) {
      await lease.finish();
      return;
    }
    const messageId = `<${hash('sha256', job.subjectKey, 'base64url').slice(0, 32)}@${domain}>`;
    try {
      await mailer.send({ to: mail.recipient, subject: mail.subject, text: mail.body, messageId }, signal);
    } catch (error) {
      await this.#notSent(mail, error, lease);
      return;
    }
    await this.#end(lease, (now) => mails.markSent(mail.id, now));
  }

  async #notSent(mail: WaitingMail, error: unknown, lease: JobLease): Promise<void> {
    const { mails } = this.#deps;
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof MailRefused || lease.lastTry) {
      await this.#end(lease, (now) => mails.markFailed(mail.id, why, now));
      return;
    }
    await mails.noteTrouble(mail.id, why);
    throw error;
  }

  async #end(lease: JobLease, write: (now: number) => Promise<void>): Promise<void> {
    const { db, clock } = this.#deps;
    await db.tx(async () => {
      if (await lease.finish()) await write(clock.now());
    });
  }
}
