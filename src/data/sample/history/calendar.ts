import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';

/** Factor on the wish to study, from Sunday to Saturday. */
const BY_WEEKDAY = [1.15, 1.15, 1.1, 1.1, 0.95, 0.65, 0.7];
const FRIDAY = 5;
const SATURDAY = 6;

/** The first moment of the UTC day. */
export const dayOf = (at: Instant): Instant => Math.floor(at / DAY) * DAY;

export const weekdayOf = (at: Instant): number => new Date(at).getUTCDay();

/**
 * When somebody sits down to study, from `days` days ago to yesterday: at most once a day, in the afternoon or evening, on
 * Fridays before noon. On the days in `always` (1 is yesterday) in any case.
 */
export function sessionTimes(
  random: Random,
  { now, days, perWeek, always }: { now: Instant; days: number; perWeek: number; always: readonly number[] },
): Instant[] {
  const times: Instant[] = [];
  for (let ago = days; ago >= 1; ago -= 1) {
    const day = dayOf(now) - ago * DAY;
    const weekday = weekdayOf(day);
    const wish = (perWeek / 7) * (BY_WEEKDAY[weekday] ?? 1);
    const time = timeOfDay(weekday, random);
    if (random.chance(wish) || always.includes(ago)) times.push(day + time);
  }
  return times;
}

/** In UTC: the country is two or three hours ahead. */
function timeOfDay(weekday: number, random: Random): number {
  const [from, to] = weekday === FRIDAY ? [7, 10] : weekday === SATURDAY ? [15, 18.5] : [12, 18.5];
  return Math.round((random.between(from, to) * HOUR) / SECOND_STEPS) * SECOND_STEPS;
}

const SECOND_STEPS = MINUTE / 60;

/** The school day (Sunday to Thursday) nearest to a day, at an hour of the morning in UTC. */
export function schoolMorning(at: Instant, hour: number): Instant {
  const weekday = weekdayOf(at);
  const day = dayOf(at) + (weekday === FRIDAY ? -DAY : weekday === SATURDAY ? DAY : 0);
  return day + hour * HOUR;
}
