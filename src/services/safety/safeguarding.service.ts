import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Rehearsal, RehearsalRepo } from '../../data/safety/rehearsal.repo.ts';
import type { Safeguard, SafeguardRepo, StaffMember } from '../../data/safety/safeguard.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput } from '../../domain/errors/app-error.ts';
import { ESCALATE_AFTER } from '../../domain/safety/alerts.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { MailService, MailState } from '../mail/mail.service.ts';
import type { AlertTellingService } from './alert-telling.service.ts';

export type { Rehearsal, Safeguard, StaffMember };

export interface SafeguardingDeps {
  db: DatabaseManager;
  access: AccessService;
  audit: AuditRepo;
  safeguards: SafeguardRepo;
  rehearsalRows: RehearsalRepo;
  telling: AlertTellingService;
  mail: MailService;
  clock: Clock;
}

/** Who is told of a school's alerts, and whether word reaches them. */
export interface SafeguardingView {
  named: Safeguard[];
  staff: StaffMember[];
  mail: MailState;
  /** The newest first. */
  rehearsals: Rehearsal[];
  now: number;
}

export type Naming = { userId: number; step: 0 | 1 | 2 }[];

/** A rehearsal that nobody takes on ends after so long, in ms: it has been escalated three times by then. */
export const REHEARSAL_LASTS = HOUR;
const REHEARSALS_SHOWN = 10;

/** The adults whom a school names for alerts, and rehearsals of alerts. */
export class SafeguardingService {
  readonly #deps: SafeguardingDeps;

  constructor(deps: SafeguardingDeps) {
    this.#deps = deps;
  }

  async view(actor: Actor): Promise<SafeguardingView> {
    const schoolId = this.#schoolOf(actor);
    const { safeguards, mail, rehearsalRows, clock } = this.#deps;
    return {
      named: await safeguards.list(schoolId),
      staff: await safeguards.listStaff(schoolId),
      mail: await mail.stateOf(schoolId),
      rehearsals: await rehearsalRows.list(schoolId, REHEARSALS_SHOWN),
      now: clock.now(),
    };
  }

  /**
   * Names the adults, in the place of those before. Throws `invalid-input` unless at least one is told at once, and all are of the school's
   * staff.
   */
  async name(actor: Actor, naming: Naming): Promise<void> {
    const schoolId = this.#schoolOf(actor);
    const { db, safeguards, audit, clock } = this.#deps;
    if (!naming.some(({ step }) => step === 0)) {
      throw invalidInput('At least one adult is told at once.', { adults: 'one who is told at once' });
    }
    await db.tx(async () => {
      const staff = new Set((await safeguards.listStaff(schoolId)).map(({ userId }) => userId));
      if (!naming.every(({ userId }) => staff.has(userId))) {
        throw invalidInput('Only staff of the school can be named.', { adults: 'staff of the school' });
      }
      await safeguards.save(schoolId, naming);
      const details = { adults: naming.map(({ userId, step }) => ({ userId, step })) };
      await audit.add({
        actorId: actor.userId,
        action: 'named safeguarding adults',
        schoolId,
        details,
        now: clock.now(),
      });
    });
  }

  /** Begins a rehearsal, which goes the whole way of an alert. Throws `conflict` while another goes on. */
  async rehearse(actor: Actor, severity: 1 | 2 | 3): Promise<number> {
    const schoolId = this.#schoolOf(actor);
    const { db, rehearsalRows, telling, audit, clock } = this.#deps;
    const now = clock.now();
    return db.tx(async () => {
      if ((await rehearsalRows.listOpen(schoolId, now)).length > 0) {
        throw new AppError('conflict', 'rehearsal-exists', 'A rehearsal is going on already.');
      }
      const times = { now, endsAt: now + REHEARSAL_LASTS, nextRoundAt: now + ESCALATE_AFTER };
      const id = await telling.rehearse({ schoolId, startedBy: actor.userId, severity, ...times });
      await audit.add({
        actorId: actor.userId,
        action: 'began a rehearsal',
        schoolId,
        details: { rehearsalId: id },
        now,
      });
      return id;
    });
  }

  #schoolOf(actor: Actor): number {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw new AppError('forbidden', 'forbidden', 'Your account has no school.');
    return actor.schoolId;
  }
}
