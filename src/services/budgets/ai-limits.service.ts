import type { BudgetRepo } from '../../data/budgets/budget.repo.ts';
import type { BudgetStopsRepo } from '../../data/budgets/budget-stops.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import {
  type AiLimits,
  changedLimits,
  type LimitKind,
  type LimitProblems,
  readLimits,
  type Spent,
  shareUsed,
} from '../../domain/budgets/budgets.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type CivilDay, civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface AiLimitsDeps {
  db: DatabaseManager;
  access: AccessService;
  budgets: BudgetRepo;
  budgetStops: BudgetStopsRepo;
  audit: AuditRepo;
  clock: Clock;
  timeZone: string;
}

/** The limits of a school and how it stands with them. */
export interface LimitsStanding {
  limits: AiLimits;
  today: CivilDay;
  /** What the calendar month has used so far. */
  month: Spent;
  /** Of the month's budget, 0 … 1 and beyond; null: there is none. */
  share: number | null;
  /** How many limits of each kind have held calls back, in this month and today. */
  stops: Record<LimitKind, number>;
}

export type LimitsSaved = { ok: true; changed: number } | { ok: false; problems: LimitProblems };

/** What a school lets models cost. It holds from the next call on; every change is in the audit log. */
export class AiLimitsService {
  readonly #deps: AiLimitsDeps;

  constructor(deps: AiLimitsDeps) {
    this.#deps = deps;
  }

  /** How the actor's school stands now. Three queries. */
  async standing(actor: Actor): Promise<LimitsStanding> {
    const { access, budgets, budgetStops, clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const today = civilDay(clock.now(), timeZone);
    const limits = await budgets.limits(actor.schoolId);
    const month = await budgets.spent(actor.schoolId, today);
    const stops = await budgetStops.count(actor.schoolId, today);
    return { limits, today, month, share: shareUsed(limits, month), stops };
  }

  /** Saves what a form says, or answers what is wrong with it. */
  async save(actor: Actor, sent: Readonly<Record<string, string | undefined>>): Promise<LimitsSaved> {
    const { db, access, budgets, budgetStops, audit, clock } = this.#deps;
    access.requireRole(actor, 'administer the school');
    const { schoolId } = actor;
    if (schoolId === null) throw notFound('school');
    const read = readLimits(sent);
    if (!read.ok) return read;
    return db.tx(async () => {
      const now = clock.now();
      await budgets.lock(schoolId, now);
      const details = changedLimits(await budgets.limits(schoolId), read.limits);
      const changed = Object.keys(details).length;
      if (changed === 0) return { ok: true, changed };
      await budgets.save(schoolId, read.limits, { userId: actor.userId, now });
      await budgetStops.clear(schoolId);
      await audit.add({ actorId: actor.userId, action: 'set ai limits', schoolId, details, now });
      return { ok: true, changed };
    });
  }
}
