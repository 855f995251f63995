import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { LetterPair, LetterWish, SentLetter, WeeklyLetterRepo } from '../../data/family/weekly-letter.repo.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { WEEKLY_LETTER } from '../../data/jobs/job-kinds.ts';
import type { RecipientRepo } from '../../data/notifications/recipient.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type CivilDay, civilDay, daysUpTo, startOfDay } from '../../shared/calendar.ts';
import { type Clock, HOUR, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { MailService } from '../mail/mail.service.ts';
import { stopHashOf } from './stop-link.ts';

export type { LetterWish, SentLetter };

export interface WeeklyLettersDeps {
  db: DatabaseManager;
  access: AccessService;
  weeklyLetterRows: WeeklyLetterRepo;
  recipients: RecipientRepo;
  jobs: JobRepo;
  mail: MailService;
  /** There is a remote model that could word them. */
  hasModel: boolean;
  clock: Clock;
  timeZone: string;
}

/** What a parent can ask for. */
export interface LetterChoice {
  /** There is a mail server. */
  available: boolean;
  /** Null: the account has no address. */
  email: string | null;
  hasModel: boolean;
  /** Null: no letters. */
  wish: LetterWish | null;
}

/** Letters go out from this hour of Sunday on, and are written for so many days if the program was not there. */
const FROM_HOUR = 8;
const DAYS_LATE = 3;
const AT_ONCE = 500;
const SUNDAY = 0;

/** Letters about a child's week: asked for and ended by parents, queued once a parent, child and week. */
export class WeeklyLettersService {
  readonly #deps: WeeklyLettersDeps;

  constructor(deps: WeeklyLettersDeps) {
    this.#deps = deps;
  }

  async choiceOf(actor: Actor): Promise<LetterChoice> {
    const { access, weeklyLetterRows: letters, recipients, mail, hasModel } = this.#deps;
    access.requireRole(actor, 'view child progress');
    const [own] = await recipients.list([actor.userId]);
    return {
      available: mail.available,
      email: own?.email ?? null,
      hasModel,
      wish: (await letters.findWish(actor.userId)) ?? null,
    };
  }

  /** Null: no letters from now on. */
  async choose(actor: Actor, wish: LetterWish | null): Promise<void> {
    const { access, weeklyLetterRows: letters, clock } = this.#deps;
    access.requireRole(actor, 'view child progress');
    if (wish === null) await letters.removeWish(actor.userId);
    else await letters.saveWish(actor.userId, wish, clock.now());
  }

  /** The newest letter to the actor about a child. Throws `not-found` for somebody else's child. */
  async latest(actor: Actor, studentId: number): Promise<SentLetter | null> {
    const { access, weeklyLetterRows: letters } = this.#deps;
    await access.requirePupil(actor, 'view child progress', studentId);
    return (await letters.findLatest({ parentId: actor.userId, studentId })) ?? null;
  }

  /** Whether a link ends letters. Throws `not-found` for one that does not, or does no more. Changes nothing. */
  async openStop(token: string): Promise<void> {
    if (!(await this.#deps.weeklyLetterRows.findStop(stopHashOf(token)))) throw notFound('link');
  }

  /** Ends the letters of whom the link was written to, once and without a login. Throws `not-found` as above. */
  async stop(token: string): Promise<void> {
    const { db, weeklyLetterRows: letters } = this.#deps;
    const hash = stopHashOf(token);
    await db.tx(async () => {
      const found = await letters.findStop(hash);
      if (!found || !(await letters.useStop(hash))) throw notFound('link');
      await letters.removeWish(found.parentId);
    });
  }

  /** Queues the letters of the week that is over, each once whoever asks how often; nothing before Sunday morning or without a mail server. */
  async queueDue(): Promise<void> {
    const { weeklyLetterRows: letters, jobs, mail, clock, timeZone } = this.#deps;
    const now = clock.now();
    const lastDay = mail.available ? weekToTell(now, timeZone) : null;
    if (lastDay === null) return;
    let after: LetterPair = { parentId: 0, studentId: 0 };
    for (;;) {
      const missing = await letters.missing(lastDay, after, AT_ONCE);
      await jobs.enqueueMissing(missing.map((pair) => letterJob(pair, lastDay, now)));
      const last = missing.at(-1);
      if (!last || missing.length < AT_ONCE) return;
      after = last;
    }
  }
}

function letterJob(pair: LetterPair, lastDay: CivilDay, now: Instant) {
  const subjectKey = `${pair.parentId}:${pair.studentId}:${lastDay}`;
  return { kind: WEEKLY_LETTER, subjectKey, payload: { ...pair, lastDay }, runAt: now, now };
}

/** The Saturday of the week to be told at that moment; null: it is not time, or too late. Weeks begin on Sundays. */
export function weekToTell(now: Instant, timeZone: string): CivilDay | null {
  const today = civilDay(now, timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  if (weekday - SUNDAY >= DAYS_LATE) return null;
  if (weekday === SUNDAY && now < startOfDay(today, timeZone) + FROM_HOUR * HOUR) return null;
  return daysUpTo(today, weekday - SUNDAY + 2)[0] ?? null;
}
