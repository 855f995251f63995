import { type CivilDay, civilDay, daysBetween, noonOf, utcOffset } from '../../shared/calendar.ts';
import { HOUR, type Instant, MINUTE } from '../../shared/instant.ts';
import type { Locale } from './messages.ts';

/** Dates, times, durations and numbers as a reader of this language in this time zone writes them. */
export interface Format {
  /** "Thu 26 Nov" */
  date(at: Instant): string;
  /** From a calendar day: "26/11", for a narrow place. */
  shortDay(day: CivilDay): string;
  /** "26 Nov 2026" */
  day(at: Instant): string;
  /** From a calendar day `YYYY-MM-DD`: "26 Nov 2026" */
  calendarDay(day: string): string;
  /** "November 2026", of "2026-11" */
  month(month: string): string;
  /** "26 Nov" */
  dayMonth(day: CivilDay): string;
  /** "Thursday, 26 November 2026" */
  longDate(at: Instant): string;
  /** "26 Nov 2026, 16:05" */
  dateTime(at: Instant): string;
  /** "16:05" */
  time(at: Instant): string;
  /** From one instant to another: the day is said once where it is the same. */
  span(from: Instant, to: Instant): string;
  /** "Thu" */
  weekday(day: CivilDay): string;
  /** "Thursday, 26 November" */
  longDay(day: CivilDay): string;
  /** "1 h 5 min", "40 min"; what took less than half a minute is "< 1 min", nothing is "0 min". From ms. */
  duration(milliseconds: number): string;
  number(value: number): string;
  /** "$1.20"; cents, and less than a cent as "< $0.01". */
  dollars(value: number): string;
  /** From a share, 0 … 1: "64%". 0 and 100 only where they are exact. */
  percent(share: number): string;
  /** "tomorrow", "in 4 days", "today", "yesterday". */
  inDays(days: number): string;
  /** The day of a moment as seen from another: "today", "3 days ago"; from four weeks on as a date. */
  relativeDay(at: Instant, now: Instant): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** 0 … 23, where the reader is. */
  hour(at: Instant): number;
}

const made = new Map<string, Format>();

/** The formats of a language in a time zone; made once. */
export function formatFor(locale: Locale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  let format = made.get(key);
  if (!format) {
    format = make(REGIONAL[locale], timeZone);
    made.set(key, format);
  }
  return format;
}

/** Which English, which Hebrew: days before months. */
const REGIONAL: Record<Locale, string> = { en: 'en-GB', he: 'he-IL' };

function make(locale: string, timeZone: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const day = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const short = day({ weekday: 'short', day: 'numeric', month: 'short' });
  const long = dates({ dateStyle: 'full' });
  const both = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const date = dates({ dateStyle: 'medium' });
  const time = dates({ timeStyle: 'short' });
  const plain = day({ dateStyle: 'medium' });
  const dayMonth = day({ day: 'numeric', month: 'short' });
  const monthOf = day({ month: 'long', year: 'numeric' });
  const narrow = day({ day: 'numeric', month: 'numeric' });
  const weekday = day({ weekday: 'short' });
  const longDay = day({ weekday: 'long', day: 'numeric', month: 'long' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dollars = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const shortDay = remembered((of: CivilDay) => short.format(noonOf(of)).replace(',', ''));
  const inDays = remembered((days: number) => relative.format(days, 'day'));
  return {
    date: (at) => shortDay(civilDay(at, timeZone)),
    shortDay: remembered((of: CivilDay) => narrow.format(noonOf(of))),
    day: (at) => date.format(at),
    calendarDay: remembered((of: CivilDay) => plain.format(noonOf(of))),
    month: (month) => monthOf.format(noonOf(`${month}-01`)),
    dayMonth: remembered((of: CivilDay) => dayMonth.format(noonOf(of))),
    longDate: (at) => long.format(at),
    dateTime: (at) => both.format(at),
    time: (at) => time.format(at),
    span: (from, to) => {
      const isSameDay = civilDay(from, timeZone) === civilDay(to, timeZone);
      return `${both.format(from)} – ${isSameDay ? time.format(to) : both.format(to)}`;
    },
    weekday: remembered((of: CivilDay) => weekday.format(noonOf(of))),
    longDay: remembered((of: CivilDay) => longDay.format(noonOf(of))),
    duration: durations(locale),
    number: remembered((value: number) => number.format(value)),
    dollars: (value) => (value > 0 && value < 0.01 ? `< ${dollars.format(0.01)}` : dollars.format(value)),
    percent: remembered((share: number) => percent.format(honestShare(share))),
    inDays,
    relativeDay: (at, now) => {
      const days = daysBetween(civilDay(now, timeZone), civilDay(at, timeZone));
      return Math.abs(days) < 28 ? inDays(days) : date.format(at);
    },
    list: (items) => list.format(items),
    hour: (at) => Math.floor((at + utcOffset(at, timeZone)) / HOUR) % 24,
  };
}

/** American unit names where English is meant: "30 min", not "30 mins". */
function durations(locale: string): Format['duration'] {
  const unit = (name: 'hour' | 'minute', unitDisplay: 'short' | 'narrow' | 'long') =>
    new Intl.NumberFormat(locale.replace('en-GB', 'en-US'), { style: 'unit', unit: name, unitDisplay });
  const [hours, minutes] = [unit('hour', 'narrow'), unit('minute', 'short')];
  const written = remembered((total: number) => {
    const [whole, rest] = [Math.floor(total / 60), total % 60];
    if (whole === 0) return minutes.format(rest);
    if (locale === REGIONAL.he && whole <= 2) return hebrewHours(whole, rest);
    const text = hours.format(whole).replace(/^(\d+)(?=\p{L})/u, '$1 ');
    return rest === 0 ? text : `${text} ${minutes.format(rest)}`;
  });
  return (milliseconds) => {
    const total = Math.round(milliseconds / MINUTE);
    if (total > 0 || milliseconds <= 0) return written(total);
    return locale === REGIONAL.he ? 'פחות מדקה' : `< ${written(1)}`;
  };
}

/** One hour and two have words of their own: "שעה", "שעתיים ו־5 דק׳". */
function hebrewHours(hours: number, minutes: number): string {
  const said = hours === 1 ? 'שעה' : 'שעתיים';
  return minutes === 0 ? said : `${said} ו־${minutes} דק׳`;
}

const KEPT = 2000;

/** Writes each day, number and share once: Intl takes its time, and pages say the same few again and again. */
function remembered<Of extends string | number>(write: (of: Of) => string): (of: Of) => string {
  const known = new Map<Of, string>();
  return (of) => {
    let text = known.get(of);
    if (text === undefined) {
      text = write(of);
      if (known.size >= KEPT) known.clear();
      known.set(of, text);
    }
    return text;
  };
}

function honestShare(share: number): number {
  if (share <= 0 || share >= 1) return Math.min(1, Math.max(0, share));
  return Math.min(0.99, Math.max(0.01, share));
}
