import { type RawBuilder, sql } from 'kysely';
import { toStored } from '../../src/data/db/instants.ts';

/** When it is in the region of the benchmark: a Monday. */
export const NOW = Date.UTC(2026, 10, 30, 9);

/** Forty schools of ten classes of twenty-five; two subjects of two courses, each pupil in one of each. */
export const REGION = { schools: 40, classes: 10, pupils: 25, units: 12, questions: 10 };
export const PUPILS = REGION.schools * REGION.classes * REGION.pupils;

/** What happened there, evenly over so many days: the same each day, however long it is ago that it began. */
export interface History {
  days: number;
  /** Sessions at home, of one pupil each; and at school, of two or three, ten to a lesson. */
  atHome: number;
  lessons: number;
  /** Sittings of tests that each pupil is through with. */
  sittings: number;
}

const SHORT = { days: 135, atHome: 21_000, lessons: 400, sittings: 2 };
/** A hundred thousand sessions and a million messages in a year and a half; and the last quarter of that. */
export const HISTORIES = {
  short: SHORT,
  long: { days: 540, atHome: 84_000, lessons: 1600, sittings: 8 },
} satisfies Record<string, History>;

/** How many answers and messages a pupil's part in a session has. */
export const ANSWERS = { atHome: 5, atSchool: 2 };
export const MESSAGES = 10;
export const SESSIONS_A_LESSON = 10;

export const sessionsOf = ({ atHome, lessons }: History): number => atHome + lessons * SESSIONS_A_LESSON;

/** The numbers from 1 on. */
export const series = (count: number): RawBuilder<unknown> =>
  sql`with recursive series(n) as (select 1 union all select n + 1 from series where n < ${sql.lit(count)})`;

/** A moment so many minutes before now, as an expression says how many. */
export const minutesAgo = (minutes: string): RawBuilder<unknown> =>
  sql`strftime('%Y-%m-%d %H:%M:%f', ${toStored(NOW)}, '-' || (${sql.raw(minutes)}) || ' minutes')`;

/** So long after a moment. */
export const after = (moment: string, minutes: string): RawBuilder<unknown> =>
  sql`strftime('%Y-%m-%d %H:%M:%f', ${sql.raw(moment)}, '+' || (${sql.raw(minutes)}) || ' minutes')`;
