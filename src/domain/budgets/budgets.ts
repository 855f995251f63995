/** What a school lets models cost. Null: no such limit. */
export interface AiLimits {
  /** Micro-dollars a calendar month. */
  monthlyMicros: number | null;
  monthlyTokens: number | null;
  /** Tokens of all pupils of a class together a day. */
  classDailyTokens: number | null;
  pupilDailyTokens: number;
}

/** Whose limit it is that holds a call back. */
export type LimitKind = 'school' | 'class' | 'pupil';

export interface Spent {
  tokens: number;
  micros: number;
}

/** What was used already, with what calls that are under way may use. */
export interface UseSoFar {
  school: Spent;
  class: number;
  pupil: number;
}

/** From this part of the month's budget on the school manager is warned. */
export const WARN_AT = 0.8;
export const MOST_DOLLARS = 1_000_000;
export const MOST_TOKENS = 1_000_000_000_000;

/** The limit that a call would pass which may use so much; null: it may be made. The nearest to the pupil is named first. */
export function limitPassed(limits: AiLimits, so: UseSoFar, most: Spent): LimitKind | null {
  const passes = (limit: number | null, used: number, more: number) => limit !== null && used + more > limit;
  if (passes(limits.pupilDailyTokens, so.pupil, most.tokens)) return 'pupil';
  if (passes(limits.classDailyTokens, so.class, most.tokens)) return 'class';
  const { monthlyTokens, monthlyMicros } = limits;
  if (passes(monthlyTokens, so.school.tokens, most.tokens)) return 'school';
  return passes(monthlyMicros, so.school.micros, most.micros) ? 'school' : null;
}

/** How much of a month's budget is used, of money or tokens whichever is further; null: there is none. */
export function shareUsed({ monthlyMicros, monthlyTokens }: AiLimits, { micros, tokens }: Spent): number | null {
  const part = (used: number, limit: number) => (limit === 0 ? 1 : used / limit);
  const shares = [
    ...(monthlyMicros === null ? [] : [part(micros, monthlyMicros)]),
    ...(monthlyTokens === null ? [] : [part(tokens, monthlyTokens)]),
  ];
  return shares.length === 0 ? null : Math.max(...shares);
}

export const LIMIT_FIELDS = ['monthlyDollars', 'monthlyTokens', 'classDailyTokens', 'pupilDailyTokens'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];
export type LimitProblems = Partial<Record<LimitField, 'dollars' | 'tokens'>>;

/** Reads what a form says; all that is wrong comes back at once. Empty is no limit, but a pupil always has one. */
export function readLimits(
  sent: Readonly<Record<string, string | undefined>>,
): { ok: true; limits: AiLimits } | { ok: false; problems: LimitProblems } {
  const read = {
    monthlyDollars: microsIn(sent.monthlyDollars),
    monthlyTokens: tokensIn(sent.monthlyTokens),
    classDailyTokens: tokensIn(sent.classDailyTokens),
    pupilDailyTokens: tokensIn(sent.pupilDailyTokens) ?? undefined,
  };
  const { monthlyDollars: monthlyMicros, monthlyTokens, classDailyTokens, pupilDailyTokens } = read;
  if (
    monthlyMicros === undefined ||
    monthlyTokens === undefined ||
    classDailyTokens === undefined ||
    pupilDailyTokens === undefined
  ) {
    const wrong = LIMIT_FIELDS.filter((name) => read[name] === undefined);
    return {
      ok: false,
      problems: Object.fromEntries(wrong.map((name) => [name, name === 'monthlyDollars' ? 'dollars' : 'tokens'])),
    };
  }
  return { ok: true, limits: { monthlyMicros, monthlyTokens, classDailyTokens, pupilDailyTokens } };
}

/** As the fields of the form have it. */
export function asFields({ monthlyMicros, ...limits }: AiLimits): Record<LimitField, string> {
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    monthlyDollars: monthlyMicros === null ? '' : String(monthlyMicros / 1e6),
    monthlyTokens: text(limits.monthlyTokens),
    classDailyTokens: text(limits.classDailyTokens),
    pupilDailyTokens: text(limits.pupilDailyTokens),
  };
}

/** What differs, as the audit log keeps it. */
export function changedLimits(before: AiLimits, after: AiLimits): Record<string, { before: unknown; after: unknown }> {
  const names = (Object.keys(after) as (keyof AiLimits)[]).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, { before: before[name], after: after[name] }]));
}

/** "12.5" → 12,500,000; null for nothing, undefined for what is no sum of money. */
function microsIn(text = ''): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  const dollars = /^\d{1,7}([.,]\d{1,2})?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
  return dollars <= MOST_DOLLARS ? Math.round(dollars * 1e6) : undefined;
}

/** "60000", "60,000" → 60000; null for nothing, undefined for what is no number of tokens. */
function tokensIn(text = ''): number | null | undefined {
  const written = text.trim().replaceAll(/(?<=\d)[, ](?=\d{3}\b)/g, '');
  if (written === '') return null;
  const tokens = /^\d{1,13}$/.test(written) ? Number(written) : Number.NaN;
  return tokens <= MOST_TOKENS ? tokens : undefined;
}
