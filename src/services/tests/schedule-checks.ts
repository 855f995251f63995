import { DAY, type Instant, MINUTE } from '../../shared/instant.ts';

/** When a test can be begun and has to be over. */
export interface Window {
  date: Instant;
  deadline: Instant;
}

/** Field → what is allowed there. */
export type Fields = Record<string, string>;

export const MOST_EXTRA_MINUTES = 240;
export const LONGEST_DELAY_REASON = 300;
const LONGEST_WINDOW_DAYS = 31;
const FARTHEST_DAYS = 366;

/** Everything that is wrong with a window for a test of so many minutes; nothing where it is right. */
export function checkWindow(window: Window, durationMinutes: number, now: Instant): Fields {
  const date = dateAllowed(window, now);
  const deadline = deadlineAllowed(window, durationMinutes, now);
  return { ...(date === null ? {} : { date }), ...(deadline === null ? {} : { deadline }) };
}

function dateAllowed({ date }: Window, now: Instant): string | null {
  if (!Number.isFinite(date)) return 'a day and a time';
  return date > now + FARTHEST_DAYS * DAY ? 'a day within a year' : null;
}

/** The beginning counts only where it can be read: then nothing compares with it. */
function deadlineAllowed({ date, deadline }: Window, durationMinutes: number, now: Instant): string | null {
  if (!Number.isFinite(deadline)) return 'a day and a time';
  if (deadline <= now) return 'a time that is still ahead';
  if (deadline <= date) return 'a time after the beginning';
  if (deadline - date < durationMinutes * MINUTE) {
    return `at least ${durationMinutes} minutes after the beginning: so long is the test`;
  }
  return deadline - date > LONGEST_WINDOW_DAYS * DAY ? `at most ${LONGEST_WINDOW_DAYS} days after the beginning` : null;
}

/** Extra minutes, at least as many as were granted before. */
export function checkExtraMinutes(extraMinutes: number, granted = 0): Fields {
  const right = Number.isInteger(extraMinutes) && extraMinutes >= granted && extraMinutes <= MOST_EXTRA_MINUTES;
  return right ? {} : { extraMinutes: `a whole number from ${granted} to ${MOST_EXTRA_MINUTES}` };
}

export function checkDelayReason(reason: string): Fields {
  const length = reason.trim().length;
  if (length === 0) return { reason: `1 to ${LONGEST_DELAY_REASON} characters` };
  return length <= LONGEST_DELAY_REASON
    ? {}
    : { reason: `1 to ${LONGEST_DELAY_REASON} characters; these are ${length}` };
}
