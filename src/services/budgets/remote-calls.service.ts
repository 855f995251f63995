import type { ModelUsage } from '../../agents/model/language-model.ts';
import type { CallPermit } from '../../agents/model/permitted.model.ts';
import { costInMicros } from '../../agents/model/pricing.ts';
import type { AgentRepo, ModelCall } from '../../data/agents/agent.repo.ts';
import type { BudgetRepo } from '../../data/budgets/budget.repo.ts';
import type { BudgetStopsRepo, Spender } from '../../data/budgets/budget-stops.repo.ts';
import type { CallsUnderWayRepo } from '../../data/budgets/calls-under-way.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { type LimitKind, limitPassed, type Spent, shareUsed, WARN_AT } from '../../domain/budgets/budgets.ts';
import type { Purpose } from '../../domain/consent/purposes.ts';
import { civilDay } from '../../shared/calendar.ts';
import { type Clock, type Instant, MINUTE } from '../../shared/instant.ts';
import type { RemoteConsentService } from '../consent/remote-consent.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';

export interface RemoteCallsDeps {
  db: DatabaseManager;
  agents: AgentRepo;
  budgets: BudgetRepo;
  budgetStops: BudgetStopsRepo;
  callsUnderWay: CallsUnderWayRepo;
  remoteConsent: Pick<RemoteConsentService, 'allows' | 'allowsLesson'>;
  notifications: Pick<NotificationsService, 'tell'>;
  clock: Clock;
  timeZone: string;
}

/** What a model is to be asked for, on whose account, and whose words it gets. */
export interface RemoteWork {
  purpose: Purpose;
  studentId: number;
  schoolId: number;
  /** All whose words are sent: of these pupils, or of whoever is in the talk of a session at school. */
  words: { of: readonly number[] } | { ofLesson: number };
}

/** The leave for one piece of work, which may take several calls. */
export interface RemotePermit extends CallPermit {
  /** Writes down what the work has used in place of what it held, in the transaction of whatever came of it. */
  book(call: Omit<ModelCall, 'studentId' | 'schoolId'>): Promise<void>;
  /** Frees what is still held; after `book` there is nothing. */
  release(): Promise<void>;
}

/** Longer than any call takes, tried again and all. */
const HELD_FOR = 15 * MINUTE;
/** Whether there is room at all. */
const ONE_MORE: Spent = { tokens: 1, micros: 1 };

/**
 * The one way to a remote model. Whoever wants to ask one gets a permit here, which asks at each call whether there is consent of all whose
 * words are sent, and whether the limits of pupil, class and school have room for the most that the call may use; it is held until it is
 * known what the call has used. Calls at the same time wait for each other here, and never pass a limit together.
 */
export class RemoteCallsService {
  readonly #deps: RemoteCallsDeps;

  constructor(deps: RemoteCallsDeps) {
    this.#deps = deps;
  }

  /** Null: no remote model may be asked now. */
  async permit(work: RemoteWork): Promise<RemotePermit | null> {
    if (!(await this.#consent(work))) return null;
    const spender = await this.#spender(work);
    const passed = await this.#passed(spender, null, ONE_MORE);
    if (passed === null) return this.#permitFor(work);
    await this.#deps.budgetStops.add(passed, spender);
    return null;
  }

  /** Why no remote model is asked: there is no consent, or this limit was reached today, or this month; null: nothing is in the way. */
  async heldBackBy(work: RemoteWork): Promise<LimitKind | 'consent' | null> {
    if (!(await this.#consent(work))) return 'consent';
    return this.#deps.budgetStops.of(await this.#spender(work));
  }

  #permitFor(work: RemoteWork): RemotePermit {
    const { db, callsUnderWay } = this.#deps;
    let id: number | null = null;
    const spent: Spent = { tokens: 0, micros: 0 };
    const release = async () => {
      if (id !== null) await callsUnderWay.remove(id);
    };
    return {
      stands: async () =>
        (await this.#consent(work)) && (await this.#passed(await this.#spender(work), id, ONE_MORE)) === null,
      hold: async (most, model) => {
        if (!(await this.#consent(work))) return false;
        const more = await this.#inMoney(most, model);
        const held = await this.#hold(work, id, {
          tokens: spent.tokens + more.tokens,
          micros: spent.micros + more.micros,
        });
        if (held !== null) id = held;
        return held !== null;
      },
      used: async (usage, model) => {
        const more = await this.#inMoney(usage, model);
        spent.tokens += more.tokens;
        spent.micros += more.micros;
        if (id !== null) await callsUnderWay.set(id, spent);
      },
      book: (call) =>
        db.tx(async () => {
          await this.#book({ ...call, studentId: work.studentId, schoolId: work.schoolId });
          await release();
        }),
      release,
    };
  }

  /** Holds what a call may use, if there is room for it. Null: there is none. */
  async #hold(work: RemoteWork, id: number | null, most: Spent): Promise<number | null> {
    const { db, budgets, budgetStops, callsUnderWay, clock } = this.#deps;
    const spender = await this.#spender(work);
    return db.tx(async () => {
      const now = clock.now();
      await budgets.lock(spender.schoolId, now);
      const passed = await this.#passed(spender, id, most);
      if (passed === null) return callsUnderWay.hold(id, { ...spender, ...most, expiresAt: now + HELD_FOR });
      await budgetStops.add(passed, spender);
      return null;
    });
  }

  /** The limit that would be passed. `own` is what the same work holds already. */
  async #passed(spender: Spender, own: number | null, most: Spent): Promise<LimitKind | null> {
    const { agents, budgets, callsUnderWay, clock } = this.#deps;
    const { schoolId, classId, studentId, day } = spender;
    const all = await budgets.limits(schoolId);
    const limits = classId === null ? { ...all, classDailyTokens: null } : all;
    // First what is held and then what was used: a call that ends in between is counted twice, and never not at all.
    const others = (await callsUnderWay.list(schoolId, clock.now())).filter(({ id }) => id !== own);
    const held = (rows: readonly Spent[], what: keyof Spent) => rows.reduce((sum, row) => sum + row[what], 0);
    const nothing: Spent = { tokens: 0, micros: 0 };
    const monthly = limits.monthlyMicros !== null || limits.monthlyTokens !== null;
    const ofSchool = monthly ? await budgets.spent(schoolId, day) : nothing;
    const ofClass =
      classId !== null && limits.classDailyTokens !== null ? await budgets.spent(schoolId, day, classId) : nothing;
    const classmates = others.filter((row) => row.classId === classId);
    const ownCalls = others.filter((row) => row.studentId === studentId);
    const so = {
      school: { tokens: ofSchool.tokens + held(others, 'tokens'), micros: ofSchool.micros + held(others, 'micros') },
      class: ofClass.tokens + held(classmates, 'tokens'),
      pupil: (await agents.tokensOn(studentId, day)) + held(ownCalls, 'tokens'),
    };
    return limitPassed(limits, so, most);
  }

  async #book(call: ModelCall & { studentId: number; schoolId: number }): Promise<void> {
    const { agents, timeZone } = this.#deps;
    await agents.addTokens(call.studentId, civilDay(call.at, timeZone), call.inputTokens + call.outputTokens);
    await agents.addCall(call);
    await this.#warn(call.schoolId, call.at);
  }

  /** Tells the school manager, once a month, that most of the month's budget is used. */
  async #warn(schoolId: number, at: Instant): Promise<void> {
    const { budgets, budgetStops, notifications, timeZone } = this.#deps;
    const limits = await budgets.limits(schoolId);
    if (limits.monthlyMicros === null && limits.monthlyTokens === null) return;
    const day = civilDay(at, timeZone);
    const share = shareUsed(limits, await budgets.spent(schoolId, day));
    if (share === null || share < WARN_AT) return;
    const month = day.slice(0, 7);
    if (await budgetStops.wasWarned(schoolId, month)) return;
    await budgetStops.setWarned(schoolId, month);
    const managerId = await budgets.managerOf(schoolId);
    if (managerId === null) return;
    const percent = Math.floor(share * 100);
    await notifications.tell(
      [managerId],
      'ai budget',
      { percent },
      { key: `ai-budget:${schoolId}:${month}`, schoolId, mail: true },
    );
  }

  #consent({ purpose, words }: RemoteWork): Promise<boolean> {
    const { remoteConsent } = this.#deps;
    return 'of' in words
      ? remoteConsent.allows(purpose, words.of)
      : remoteConsent.allowsLesson(purpose, words.ofLesson);
  }

  async #spender({ studentId, schoolId }: Pick<RemoteWork, 'studentId' | 'schoolId'>): Promise<Spender> {
    const { agents, clock, timeZone } = this.#deps;
    const classId = await agents.classOf(studentId);
    return { studentId, schoolId, classId, day: civilDay(clock.now(), timeZone) };
  }

  /** A model whose price nobody entered costs nothing that is known: its tokens are counted all the same. */
  async #inMoney(usage: ModelUsage, model: string): Promise<Spent> {
    const micros = costInMicros(usage, (await this.#deps.agents.findPrices(model)) ?? null) ?? 0;
    return { tokens: usage.inputTokens + usage.outputTokens, micros };
  }
}
