import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import { type StudyDays, studyDays } from '../../domain/study-session/study-days.ts';
import { type Pause, timeStudied } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';

/** Seven days of a pupil's studying, today the last of them. */
export interface StudyWeek extends StudyDays {
  /** Names of the units that the sessions were about, most studied first. */
  units: string[];
}

/** What was studied in the seven days up to today; `sessions` are those that began in them. */
export function weekOf(
  sessions: readonly HomeSession[],
  pauses: ReadonlyMap<number, Pause[]>,
  units: ReadonlyMap<number, string[]>,
  moment: { now: Instant; timeZone: string },
): StudyWeek {
  const perUnit = new Map<string, number>();
  for (const { id, start, end } of sessions) {
    const studied = timeStudied({ start, end, pauses: pauses.get(id) ?? [] }, moment.now);
    for (const name of units.get(id) ?? []) perUnit.set(name, (perUnit.get(name) ?? 0) + studied);
  }
  const byTime = [...perUnit].sort(([, a], [, b]) => b - a);
  return { ...studyDays(sessions, pauses, moment), units: byTime.map(([name]) => name) };
}
