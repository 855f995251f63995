import type { Instant } from '../../../shared/instant.ts';
import type { Format } from '../../i18n/format.ts';

/** "3 Dec 2026, 11:02", as the reader writes it. */
export function dayAndTime(format: Format, at: Instant): string {
  return `${format.date(at)}, ${format.time(at)}`;
}
