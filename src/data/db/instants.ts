import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../shared/instant.ts';

declare const stored: unique symbol;
/** An instant as both databases keep it: UTC text `YYYY-MM-DD HH:MM:SS.mmm`, which sorts as time does. */
export type StoredInstant = string & { readonly [stored]: true };

/** Writes an instant for storage. Throws RangeError on NaN or a moment outside the years 1 … 9999. */
export function toStored(instant: Instant): StoredInstant {
  const text = new Date(instant).toISOString();
  if (text.length !== 24) throw new RangeError(`The instant ${instant} is outside the years 1 to 9999.`);
  return `${text.slice(0, 10)} ${text.slice(11, 23)}` as StoredInstant;
}

/** Reads a stored instant; fractions that a database cut off ("…:05") count as zero. */
export function fromStored(text: StoredInstant): Instant {
  return readWhole(text) ?? readAny(text);
}

/** A page reads a hundred of them: the usual form is read digit by digit. Null for any other, and for what is no usual date. */
function readWhole(text: string): Instant | null {
  if (text.length !== 23 || !isShaped(text)) return null;
  const year = 100 * twoAt(text, 0) + twoAt(text, 2);
  const month = twoAt(text, 5);
  const day = twoAt(text, 8);
  const hour = twoAt(text, 11);
  const minute = twoAt(text, 14);
  const second = twoAt(text, 17);
  const rest = 10 * twoAt(text, 20) + digitAt(text, 22);
  const dated = year > 999 && day > 0 && day <= (DAYS_OF_MONTHS[month] ?? 0);
  const timed = hour < 24 && minute < 60 && second < 60 && rest >= 0;
  if (!dated || !timed) return null;
  return daysSinceEpoch(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + rest;
}

/** Days from 1 January 1970 to a day of the Gregorian calendar; `Date.UTC` takes ten times as long. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  // Years that begin in March end with the leap day.
  const from = month > 2 ? year : year - 1;
  const century = Math.floor(from / 100);
  const leapDays = Math.floor(from / 4) - century + Math.floor(century / 4);
  return from * 365 + leapDays + (DAYS_BEFORE_MONTHS[month] ?? 0) + day - DAYS_TO_1970;
}

/** By the number of the month, from 1 March on. */
const DAYS_BEFORE_MONTHS = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
const DAYS_TO_1970 = 719_469;

/** By the number of the month; a leap day is read the long way. */
const DAYS_OF_MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const [DASH, SPACE, COLON, POINT] = [45, 32, 58, 46];

function isShaped(text: string): boolean {
  const dashed = text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH && text.charCodeAt(10) === SPACE;
  return dashed && text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON && text.charCodeAt(19) === POINT;
}

function twoAt(text: string, index: number): number {
  return 10 * digitAt(text, index) + digitAt(text, index + 1);
}

function digitAt(text: string, index: number): number {
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit < 10 ? digit : Number.NaN;
}

/** What `Date.parse` makes of other texts is anybody's guess: it finds a year in "nineteen hundred and 84". */
const FORM = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/;

function readAny(text: string): Instant {
  const instant = FORM.test(text) ? Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`"${text}" is not a stored instant.`);
  return instant;
}

export function toStoredOrNull(instant: Instant | null): StoredInstant | null {
  return instant === null ? null : toStored(instant);
}

export function fromStoredOrNull(text: StoredInstant | null): Instant | null {
  return text === null ? null : fromStored(text);
}
