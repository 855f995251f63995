import { assignUnits } from '../../../domain/planning/assign-units.ts';
import { sequentialUnits } from '../../../domain/planning/sequential-units.ts';
import type { HomeSessionType } from '../../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../../domain/tutoring/brief.ts';
import { DAY, type Instant } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { type Pupil, type SampleCourse, unitsTaught, type World } from './world.ts';

/** What becomes of a session. */
export type Fate = 'ended' | 'never started' | 'left alone';

export interface SessionPlan {
  course: SampleCourse;
  type: HomeSessionType;
  unitNames: string[];
  minutes: number;
  feeling: EmotionalState;
  fate: Fate;
}

/** How long before a test one begins to think of it. */
const TEST_SOON = 10 * DAY;
const MOST_UNITS = 4;

/** What a pupil sets out to study at this moment: for the next test, what the class is at, or what the product suggests. */
export function planSession(world: World, pupil: Pupil, at: Instant, random: Random): SessionPlan {
  const tests = world.tests.filter(
    (test) => test.classId === pupil.plan.classId && test.at > at && test.at - at < TEST_SOON,
  );
  const course = random.weighted(
    pupil.courses.map((one) => [one, tests.some((test) => test.course.id === one.id) ? 3 : 1] as const),
  );
  const test = tests.find((one) => one.course.id === course.id);
  const minutes = random.weighted([
    [15, 34],
    [20, 40],
    [30, 21],
    [40, 5],
  ] as const);
  const common = { course, minutes, feeling: random.weighted(pupil.traits.feelings), fate: fateOf(random) };
  if (test && random.chance(0.6)) {
    const names = test.units.map((unit) => unit.unitName);
    const some = names.length > MOST_UNITS ? random.shuffled(names).slice(0, MOST_UNITS) : names;
    const inOrder = course.units.flatMap(({ name }) => (some.includes(name) ? [name] : []));
    return { ...common, type: 'test preparation', unitNames: inOrder };
  }
  const suggested = random.chance(0.45);
  const unitNames = suggested
    ? suggestion(world, pupil, course, minutes, at)
    : classUnits(course, at, world.now, random);
  return { ...common, type: 'homework', unitNames };
}

function fateOf(random: Random): Fate {
  return random.weighted([
    ['ended', 945],
    ['never started', 28],
    ['left alone', 27],
  ] as const);
}

/** What the class is at, at times with the unit before it. */
function classUnits(course: SampleCourse, at: Instant, now: Instant, random: Random): string[] {
  const taught = unitsTaught(course, at, now).map((unit) => unit.name);
  return taught.slice(random.chance(0.35) ? -2 : -1);
}

/** The next units in the order of teaching, as far as the time goes. */
function suggestion({ ledger }: World, pupil: Pupil, course: SampleCourse, minutes: number, now: Instant): string[] {
  const standings = ledger.standings(pupil.plan.person.id, course.id);
  const units = course.units.flatMap(({ name, minutes: estimatedDurationMinutes, prerequisites, weight }, index) => {
    const standing = standings[index];
    if (!standing) return [];
    const { state, progress, ...belief } = standing;
    return [{ name, state, progress, estimatedDurationMinutes, prerequisites, weight, belief }];
  });
  const assignment = assignUnits({ units, tests: [], minutes, now }, [sequentialUnits]);
  return assignment.units.slice(0, MOST_UNITS).map((unit) => unit.name);
}
