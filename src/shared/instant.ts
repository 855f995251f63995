/** A moment: milliseconds since 1970-01-01T00:00:00Z. The one representation above `data/db`; as JSON it is ISO 8601 text. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The clock that services and workers are given; the domain gets the moment itself. */
export interface Clock {
  now(): Instant;
}

/** The UTC day of a moment, `YYYY-MM-DD`: names what is done once a day, wherever that is. */
export function utcDay(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
