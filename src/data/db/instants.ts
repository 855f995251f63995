import type { Instant } from '../../shared/instant.ts';

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
  const at = (from: number, to: number) => {
    let value = 0;
    for (let index = from; index < to; index += 1) value = value * 10 + digitAt(text, index);
    return value;
  };
  const [year, month, day] = [at(0, 4), at(5, 7), at(8, 10)];
  const [hour, minute, second, rest] = [at(11, 13), at(14, 16), at(17, 19), at(20, 23)];
  const dated = year > 999 && day > 0 && day <= (DAYS_OF_MONTHS[month] ?? 0);
  const timed = hour < 24 && minute < 60 && second < 60 && rest >= 0;
  return dated && timed ? Date.UTC(year, month - 1, day, hour, minute, second, rest) : null;
}

/** By the number of the month; a leap day is read the long way. */
const DAYS_OF_MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isShaped(text: string): boolean {
  const dashed = text[4] === '-' && text[7] === '-' && text[10] === ' ';
  return dashed && text[13] === ':' && text[16] === ':' && text[19] === '.';
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
