import type { AssignedUnit, AssignmentRequest } from './assign-units.ts';
import { goalsOf, HORIZON_DAYS, testsAhead } from './goals.ts';
import { GainModel, QUESTION_MINUTES } from './unit-gain.ts';

/** What a session is expected to do for what it prepares for. */
export interface Outlook {
  /** Of the test; null with it. */
  id: number | null;
  /** Null: the course as a whole, in four weeks. */
  test: string | null;
  /** Of the school's calendar until then. */
  days: number;
  /** The share of right answers that is expected then, 0 … 1: without the session, and with it. */
  without: number;
  with: number;
}

/**
 * The outlook of each test ahead, the nearest first, or without one of the course as a whole. Nothing where there is neither a
 * test nor an answer: what nobody knows anything of is not reckoned with.
 */
export function outlooksOf(
  { units, tests, now }: Omit<AssignmentRequest, 'minutes'>,
  session: readonly Pick<AssignedUnit, 'name' | 'minutes'>[],
): Outlook[] {
  const ahead = testsAhead(tests, now);
  if (ahead.length === 0 && units.every(({ belief }) => belief.answers === 0)) return [];
  const model = new GainModel(units, goalsOf(units, ahead, now), now);
  const without = model.expected(new Map());
  const after = model.expected(new Map(session.map(({ name, minutes }) => [name, minutes / QUESTION_MINUTES])));
  const goals = ahead.length > 0 ? ahead : [{ id: null, name: null, days: HORIZON_DAYS }];
  return goals.flatMap(({ id, name, days }, i) => {
    const [before, then] = [without[i], after[i]];
    if (typeof before !== 'number' || typeof then !== 'number') return [];
    return [{ id, test: name, days, without: before, with: then }];
  });
}
