import { DAY, type Instant } from '../../shared/instant.ts';
import type { TestAhead, UnitFacts } from './assign-units.ts';
import type { Goal } from './unit-gain.ts';

/** Without a test, the course as a whole is worth knowing in so many days. */
export const HORIZON_DAYS = 28;

/** The tests that can still be prepared for, the nearest first; one that is open now is nearest of all. */
export function testsAhead(tests: readonly TestAhead[], now: Instant): TestAhead[] {
  return tests.filter(({ at }) => at >= now).sort((a, b) => a.at - b.at);
}

/**
 * What a session prepares for: the tests ahead, or without one the course as a whole in four weeks. A test that names no unit of
 * the course is about all of it; units that all weigh nothing weigh the same.
 */
export function goalsOf(units: readonly UnitFacts[], ahead: readonly TestAhead[], now: Instant): Goal[] {
  const whole = new Map(units.map(({ name, weight }) => [name, weight > 0 ? weight : 0]));
  const even = [...whole.values()].every((weight) => weight === 0);
  const course = even ? new Map(units.map(({ name }) => [name, 1])) : whole;
  if (ahead.length === 0) return [{ at: now + HORIZON_DAYS * DAY, weights: course }];
  return ahead.map(({ at, units: about }) => {
    const named = new Map(about.map(({ name, weight }) => [name, weight]));
    return { at, weights: units.some(({ name }) => (named.get(name) ?? 0) > 0) ? named : course };
  });
}
