import type { Instant } from '../../shared/instant.ts';

/** A moment as the API writes it: ISO 8601 in UTC. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : iso(instant);
}

/** Minutes, to a tenth. */
export function minutes(milliseconds: number): number {
  return Math.round(milliseconds / 6000) / 10;
}
