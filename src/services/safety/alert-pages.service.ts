import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { SafetyAlert } from '../../data/safety/alert.repo.ts';
import type { AlertListRepo, AlertRate, PassageLine } from '../../data/safety/alert-list.repo.ts';
import type { AlertTelling, AlertTellingRepo } from '../../data/safety/alert-telling.repo.ts';
import type { Rehearsal, RehearsalRepo } from '../../data/safety/rehearsal.repo.ts';
import type { SafeguardRepo } from '../../data/safety/safeguard.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { mayTellParents } from '../../domain/safety/alerts.ts';
import type { Clock } from '../../shared/instant.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';
import type { AlertAccess } from './alert-access.ts';
import { type AlertTellingService, rehearsalKey } from './alert-telling.service.ts';
import { LONGEST_NOTE, type StaffAlert } from './alerts.service.ts';

export type { AlertRate, AlertTelling, PassageLine, Rehearsal };

export interface AlertPagesDeps {
  db: DatabaseManager;
  alertAccess: AlertAccess;
  alertLists: AlertListRepo;
  tellingRows: AlertTellingRepo;
  rehearsalRows: RehearsalRepo;
  safeguards: SafeguardRepo;
  notifications: NotificationsService;
  telling: AlertTellingService;
  audit: AuditRepo;
  clock: Clock;
}

/** One alert, with who was told and, where it was opened, what was said. */
export interface AlertPage {
  now: number;
  alert: StaffAlert;
  told: AlertTelling[];
  passage:
    | { open: true; lines: PassageLine[] }
    /** `no message`: it was said elsewhere, as in a test. */
    | { open: false; because: 'reason needed' | 'no message' };
}

export interface RehearsalPage {
  now: number;
  rehearsal: Rehearsal;
  told: AlertTelling[];
  /** It goes on: somebody can take it on. */
  open: boolean;
}

export const LONGEST_PASSAGE_REASON = 500;

/** One alert by itself, what was said around it, rehearsals, and how often alerts were false. For staff. */
export class AlertPagesService {
  readonly #deps: AlertPagesDeps;

  constructor(deps: AlertPagesDeps) {
    this.#deps = deps;
  }

  /** An alert that the actor may see, what was said still closed. Throws `not-found` for any other, and for parents. */
  async alert(actor: Actor, alertId: number): Promise<AlertPage> {
    const alert = await this.#ofStaff(actor, alertId);
    return this.#page(alert, { open: false, because: alert.messageId === null ? 'no message' : 'reason needed' });
  }

  /**
   * The same with what was said around it, for a reason that is kept in the audit log. Throws `invalid-input` for a reason that is missing or
   * too long.
   */
  async openPassage(actor: Actor, alertId: number, reason: string): Promise<AlertPage> {
    const alert = await this.#ofStaff(actor, alertId);
    const given = reason.trim();
    if (given === '' || given.length > LONGEST_PASSAGE_REASON) {
      throw invalidInput('Reading what was said needs a reason.', {
        reason: `1 to ${LONGEST_PASSAGE_REASON} characters`,
      });
    }
    const { alertLists, audit, clock } = this.#deps;
    const lines = await alertLists.passage(alert);
    if (lines.length === 0) return this.#page(alert, { open: false, because: 'no message' });
    await audit.add({
      actorId: actor.userId,
      action: 'read a transcript',
      studentId: alert.studentId,
      schoolId: alert.schoolId,
      details: { alertId, passage: true, reason: given },
      now: clock.now(),
    });
    return this.#page(alert, { open: true, lines });
  }

  /** How many alerts were raised and how many were false, by month and category, of the actor's pupils. */
  async rates(actor: Actor): Promise<AlertRate[]> {
    return this.#deps.alertLists.rates(await this.#deps.alertAccess.scopeOf(actor));
  }

  /** A rehearsal of the actor's school, for those whom alerts can go to. Throws `not-found` for any other. */
  async rehearsal(actor: Actor, id: number): Promise<RehearsalPage> {
    const rehearsal = await this.#rehearsal(actor, id);
    const now = this.#deps.clock.now();
    return {
      now,
      rehearsal,
      told: await this.#deps.tellingRows.list('rehearsal_id', [id]),
      open: rehearsal.acknowledgedAt === null && rehearsal.endsAt > now,
    };
  }

  /** Takes a rehearsal on, as one would an alert. Throws `conflict` where it is over, `invalid-input` for a note that is missing or too long. */
  async acknowledgeRehearsal(actor: Actor, id: number, note: string): Promise<void> {
    const { db, rehearsalRows, notifications, telling, audit, clock } = this.#deps;
    const { schoolId } = await this.#rehearsal(actor, id);
    const text = note.trim();
    if (text === '' || text.length > LONGEST_NOTE) {
      throw invalidInput('An acknowledgement says what was done.', { note: `1 to ${LONGEST_NOTE} characters` });
    }
    const now = clock.now();
    await db.tx(async () => {
      if (!(await rehearsalRows.acknowledge(id, actor.userId, text, now))) {
        throw new AppError('conflict', 'rehearsal-over', 'This rehearsal is over. Your note was not saved.');
      }
      await audit.add({
        actorId: actor.userId,
        action: 'took on a rehearsal',
        schoolId,
        details: { rehearsalId: id },
        now,
      });
      await notifications.settle(rehearsalKey(id));
      telling.changed(schoolId);
    });
  }

  async #rehearsal(actor: Actor, id: number): Promise<Rehearsal> {
    const { rehearsalRows, alertAccess } = this.#deps;
    await alertAccess.scopeOf(actor);
    const found = await rehearsalRows.find(id);
    const reaches = actor.role === 'school manager' || (await alertAccess.isNamed(actor));
    if (!found || found.schoolId !== actor.schoolId || !reaches) throw notFound('rehearsal');
    return found;
  }

  async #ofStaff(actor: Actor, alertId: number): Promise<SafetyAlert> {
    await this.#deps.alertAccess.scopeOf(actor);
    return this.#deps.alertAccess.find(actor, alertId);
  }

  async #page(alert: SafetyAlert, passage: AlertPage['passage']): Promise<AlertPage> {
    return {
      now: this.#deps.clock.now(),
      alert: { ...alert, mayTellParents: mayTellParents(alert.category) },
      told: await this.#deps.tellingRows.list('alert_id', [alert.id]),
      passage,
    };
  }
}
