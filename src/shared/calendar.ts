import { DAY, type Instant, MINUTE } from './instant.ts';

/** A day of the school's calendar, "2026-03-01": sorts and compares as text. */
export type CivilDay = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...parts });
    formats.set(timeZone, format);
  }
  return format;
}

/** Clocks are set at full quarters of an hour only; working an offset out takes far longer than looking it up. */
const QUARTER = 15 * MINUTE;
const OFFSETS_KEPT = 5000;
const offsets = new Map<string, Map<number, number>>();

/** How far the clock of this zone is ahead of UTC at that moment, in ms. */
export function utcOffset(at: Instant, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER);
  let known = offsets.get(timeZone);
  if (known === undefined) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = workOutOffset(quarter * QUARTER, timeZone);
    if (known.size >= OFFSETS_KEPT) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

function workOutOffset(at: Instant, timeZone: string): number {
  const of = Object.fromEntries(
    partsIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - at;
}

const DAYS_KEPT = 5000;
const days = new Map<number, CivilDay>();
const numbers = new Map<CivilDay, number>();

/** The day that is so many days after 1 January 1970. */
function dayNumbered(number: number): CivilDay {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * DAY).toISOString().slice(0, 10);
    if (days.size >= DAYS_KEPT) {
      days.clear();
      numbers.clear();
    }
    days.set(number, day);
    numbers.set(day, number);
  }
  return day;
}

/** The day that it is in this zone at that moment. */
export function civilDay(at: Instant, timeZone: string): CivilDay {
  return dayNumbered(Math.floor((at + utcOffset(at, timeZone)) / DAY));
}

/** The last `count` days up to and with this one, oldest first. */
export function daysUpTo(last: CivilDay, count: number): CivilDay[] {
  const end = numbers.get(last) ?? Date.parse(`${last}T00:00:00Z`) / DAY;
  const found: CivilDay[] = [];
  for (let number = end - count + 1; number <= end; number += 1) found.push(dayNumbered(number));
  return found;
}

/** Noon of a day in UTC: a moment that lies on this day wherever it is written out with the zone UTC. */
export function noonOf(day: CivilDay): Instant {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The zone that this machine's clock is set to. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The first moment of a day in this zone. */
export function startOfDay(day: CivilDay, timeZone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const near = midnight - utcOffset(midnight, timeZone);
  return midnight - utcOffset(near, timeZone);
}

/** How many days lie between two days: 1 from a day to the next, negative backwards. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The day so many days later, or earlier where that is negative. */
export function shifted(day: CivilDay, days: number): CivilDay {
  return dayNumbered(Date.parse(`${day}T00:00:00Z`) / DAY + days);
}

/** The day of the week: 0 for Sunday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The first moment of the `days` days that end with the day of `now`. */
export function startOfDaysUpTo(now: Instant, days: number, timeZone: string): Instant {
  const [first = civilDay(now, timeZone)] = daysUpTo(civilDay(now, timeZone), days);
  return startOfDay(first, timeZone);
}

/** What a clock in this zone shows, to the minute: `2026-03-01T08:30`. */
export function wallClock(at: Instant, timeZone: string): string {
  return new Date(at + utcOffset(at, timeZone)).toISOString().slice(0, 16);
}

/** The moment at which a clock in this zone shows that: the inverse of `wallClock`. NaN for what is no day and time. */
export function momentOf(wall: string, timeZone: string): Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(wall)) return Number.NaN;
  const shown = Date.parse(`${wall.slice(0, 16)}:00Z`);
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 16) !== wall.slice(0, 16)) return Number.NaN;
  const near = shown - utcOffset(shown, timeZone);
  return shown - utcOffset(near, timeZone);
}
