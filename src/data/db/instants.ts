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
  const instant = Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`);
  if (Number.isNaN(instant)) throw new RangeError(`"${text}" is not a stored instant.`);
  return instant;
}

export function toStoredOrNull(instant: Instant | null): StoredInstant | null {
  return instant === null ? null : toStored(instant);
}

export function fromStoredOrNull(text: StoredInstant | null): Instant | null {
  return text === null ? null : fromStored(text);
}
