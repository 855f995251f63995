import type { Instant } from '../../shared/instant.ts';
import type { TestType } from '../curriculum/curriculum.ts';
import { daysUntil, type Moment } from './course-facts.ts';

/** A test that still can be sat. */
export interface ComingTest {
  sittingId: number;
  name: string;
  type: TestType;
  course: { id: number; name: string };
  at: Instant;
  deadline: Instant | null;
  /** Its time is running. */
  begun: boolean;
  /** Days of the school's calendar; below 0 when only its deadline is ahead. */
  days: number;
}

/** What is known of a pupil's sitting of a test. */
export interface Sitting {
  id: number;
  courseId: number;
  name: string;
  type: TestType;
  phase: 'not begun' | 'begun' | 'submitted' | 'marked' | 'released';
  date: Instant;
  deadline: Instant | null;
}

/** Not handed in yet; whether its day has passed is another question. */
function isOpen({ phase }: Pick<Sitting, 'phase'>): boolean {
  return phase === 'not begun' || phase === 'begun';
}

/** Those that can still be prepared for: a test whose time is running is not ahead any more. */
export function notBegun(tests: readonly ComingTest[]): ComingTest[] {
  return tests.filter(({ begun }) => !begun);
}

/** The tests that are ahead or under way, the nearest first. Those whose day and deadline have passed are not ahead any more. */
export function comingTests(
  sittings: readonly Sitting[],
  courses: ReadonlyMap<number, { name: string }>,
  moment: Moment,
): ComingTest[] {
  return (
    sittings
      .filter((sitting) => isOpen(sitting) && daysUntil(sitting.deadline ?? sitting.date, moment) >= 0)
      // Whoever has not begun by the deadline cannot begin any more that day.
      .filter(({ phase, deadline }) => phase === 'begun' || deadline === null || deadline > moment.now)
      .map((sitting) => ({
        sittingId: sitting.id,
        name: sitting.name,
        type: sitting.type,
        course: { id: sitting.courseId, name: courses.get(sitting.courseId)?.name ?? '' },
        at: sitting.date,
        deadline: sitting.deadline,
        begun: sitting.phase === 'begun',
        days: daysUntil(sitting.date, moment),
      }))
      .sort((a, b) => a.at - b.at)
  );
}
