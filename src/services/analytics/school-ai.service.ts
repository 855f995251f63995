import type { UserRepo } from '../../data/people/user.repo.ts';
import type { ModelUsageRepo, UsedPart } from '../../data/reports/model-usage.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { CivilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { AnalyticsDays, type Days, type DaysWish, MOST_DAYS } from './analytics-view.ts';

export interface SchoolAiDeps {
  access: AccessService;
  users: UserRepo;
  usage: ModelUsageRepo;
  clock: Clock;
  timeZone: string;
}

/** What models were asked, and what of it is known to have cost. */
export interface AiUse {
  calls: number;
  tokens: number;
  costMicros: number;
  /** Calls whose price nobody entered: their cost is in no sum. */
  callsWithoutCost: number;
}

export const AI_TABLES = ['day', 'purpose', 'model', 'class'] as const;
export type AiTable = (typeof AI_TABLES)[number];

export interface SchoolAi {
  of: { id: number; name: string };
  period: string | null;
  today: CivilDay;
  days: Days;
  total: AiUse;
  /** Tokens that a pupil may use a day. */
  pupilDailyTokens: number;
  /** The same use by day, by purpose, by model and by the class of the pupil at that time; `0`: in no class. */
  tables: Record<AiTable, (AiUse & { name: string })[]>;
  classNames: ReadonlyMap<string, string>;
}

/** What a school's pupils used of the configured models. The tutor that is built in is not counted. */
export class SchoolAiService {
  readonly #deps: SchoolAiDeps;

  constructor(deps: SchoolAiDeps) {
    this.#deps = deps;
  }

  /** The actor's school in some days. Three queries, whatever was used. Throws `invalid-input` for days as `AnalyticsDays` does. */
  async ofSchool(actor: Actor, wish: DaysWish): Promise<SchoolAi> {
    const { access, users, usage } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const { period, today, days } = new AnalyticsDays(wish, this.#deps, MOST_DAYS.ofSchool);
    const { id, name, dailyTokenLimit } = await users.getSchool(actor.schoolId);
    const parts = await usage.parts(id, days);
    const classes = await users.listClasses(id);
    const by = (key: (part: UsedPart) => string) =>
      [...Map.groupBy(parts, key)]
        .map(([one, some]) => ({ name: one, ...sumOf(some) }))
        .toSorted((a, b) => b.tokens - a.tokens);
    return {
      of: { id, name },
      period,
      today,
      days,
      total: sumOf(parts),
      pupilDailyTokens: dailyTokenLimit,
      tables: {
        day: by(({ day }) => day).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        purpose: by(({ purpose }) => purpose),
        model: by(({ model }) => model),
        class: by(({ classId }) => String(classId)),
      },
      classNames: new Map(classes.map((one) => [String(one.id), one.name])),
    };
  }
}

function sumOf(parts: readonly AiUse[]): AiUse {
  const sum = (value: (part: AiUse) => number) => parts.reduce((all, part) => all + value(part), 0);
  return {
    calls: sum(({ calls }) => calls),
    tokens: sum(({ tokens }) => tokens),
    costMicros: sum(({ costMicros }) => costMicros),
    callsWithoutCost: sum(({ callsWithoutCost }) => callsWithoutCost),
  };
}
