import type { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import type { PupilFiguresRepo, UnitPoint } from '../../data/analytics/pupil-figures.repo.ts';
import { type FactSums, NOTHING } from '../../domain/analytics/metrics.ts';
import { unitWord } from '../../domain/mastery/unit-standing.ts';
import type { WeekFacts } from '../../domain/week-in-words/week-facts.ts';
import { type CivilDay, civilDay, daysBetween, daysUpTo, startOfDay } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';
import type { CourseStanding } from '../progress/progress.service.ts';
import type { TestView } from '../tests/tests.service.ts';

export interface PupilWeekDeps {
  factSums: FactSumsRepo;
  pupilFigures: PupilFiguresRepo;
  timeZone: string;
}

/** What is known of the pupil already. */
export interface KnownOfPupil {
  id: number;
  /** How the pupil is called in the sentences. */
  name: string;
  courses: readonly CourseStanding[];
  tests: readonly TestView[];
}

const WEEK = 7;
/** From how long before a week what was known of a unit is told. */
const WEEKS_BEFORE = 8;
/** A test that is so many days ahead is near. */
const NEAR = 14;

/** What a pupil came to in seven days, from the same sums as every figure: what the sentences about a week are made of. */
export class PupilWeekService {
  readonly #deps: PupilWeekDeps;

  constructor(deps: PupilWeekDeps) {
    this.#deps = deps;
  }

  /** The seven days up to and with `lastDay`. Five queries, for services that have made sure that the pupil may be seen. */
  async factsOf(pupil: KnownOfPupil, lastDay: CivilDay): Promise<WeekFacts> {
    const { factSums, pupilFigures, timeZone } = this.#deps;
    const ends = daysUpTo(lastDay, WEEK * (1 + WEEKS_BEFORE));
    const [first = lastDay, before = lastDay, long = lastDay] = [ends.at(-WEEK), ends.at(-2 * WEEK), ends[0]];
    const at = (day: CivilDay) => startOfDay(day, timeZone);
    const end = at(civilDay(Date.parse(`${lastDay}T12:00:00Z`) + DAY, 'UTC'));
    const week = { from: at(first), to: end };
    const sums = (await factSums.byStudent([pupil.id], week)).get(pupil.id) ?? NOTHING;
    const sumsBefore =
      (await factSums.byStudent([pupil.id], { from: at(before), to: at(first) })).get(pupil.id) ?? NOTHING;
    const sessions = await pupilFigures.sessions(pupil.id, week);
    const points = await pupilFigures.unitPoints(pupil.id, [{ from: at(long), to: at(first) }, week]);
    const last = await pupilFigures.lastSession(pupil.id, end);
    return {
      name: pupil.name,
      ...inNumbers(sums, sumsBefore),
      days: new Set(sessions.map(({ startedAt }) => civilDay(startedAt, timeZone))).size,
      lastDaysAgo: last === null ? null : daysBetween(civilDay(last, timeZone), lastDay),
      units: unitsOf(points, pupil.courses),
      ...this.#standing(pupil, { first, lastDay }),
    };
  }

  #standing({ courses, tests }: KnownOfPupil, { first, lastDay }: { first: CivilDay; lastDay: CivilDay }) {
    const dayOf = (test: TestView) => civilDay(test.date, this.#deps.timeZone);
    const grades = tests.flatMap((test) => {
      const isIn = dayOf(test) >= first && dayOf(test) <= lastDay;
      return isIn && test.finalGrade !== null
        ? [{ name: test.name, course: test.course.name, grade: test.finalGrade }]
        : [];
    });
    const ahead = tests.filter((test) => {
      const inDays = daysBetween(lastDay, dayOf(test));
      return test.phase === 'not begun' && inDays >= 0 && inDays <= NEAR;
    });
    const next = ahead.toSorted((a, b) => a.date - b.date)[0];
    return {
      grades,
      nextTest: next
        ? {
            name: next.name,
            course: next.course.name,
            inDays: daysBetween(lastDay, dayOf(next)),
            weakUnit: weakest(courses.filter(({ courseId }) => courseId === next.course.id))?.name ?? null,
          }
        : null,
      weakUnit: weakest(courses),
      due: courses.flatMap(({ units }) => units).reduce((sum, { reviews }) => sum + reviews.due, 0),
    };
  }
}

function inNumbers(sums: FactSums, before: FactSums) {
  return {
    sessions: sums.sessions,
    sessionsBefore: before.sessions,
    minutes: Math.round(sums.activeMs / 60_000),
    minutesBefore: Math.round(before.activeMs / 60_000),
    right: { part: sums.correct, of: sums.attempts },
    rightBefore: { part: before.correct, of: before.attempts },
    attendance: { part: sums.attended, of: sums.expected },
    lowFeelings: { part: sums.lowFeelings, of: sums.feelings },
  };
}

/** Units that were practised in the week, the most answered first, and of as many answers by name. */
function unitsOf(points: readonly UnitPoint[], courses: readonly CourseStanding[]): WeekFacts['units'] {
  const nameOf = (id: number) => courses.find(({ courseId }) => courseId === id)?.name;
  const earlier = points.filter(({ span }) => span === 0);
  const now = points
    .filter(({ span }) => span === 1)
    .toSorted((a, b) => b.answers - a.answers || (a.unitName < b.unitName ? -1 : 1));
  return now.flatMap(({ courseId, unitName, mastery }) => {
    const course = nameOf(courseId);
    const before = earlier.find((one) => one.courseId === courseId && one.unitName === unitName)?.mastery ?? null;
    // A course that the pupil has left is not theirs to work on.
    return course === undefined ? [] : [{ name: unitName, course, before, after: mastery }];
  });
}

function weakest(courses: readonly CourseStanding[]): { name: string; course: string } | null {
  const hard = courses.flatMap(({ name: course, units }) =>
    units.flatMap((unit) =>
      unitWord(unit) === 'weak' ? [{ name: unit.unitName, course, mastery: unit.mastery }] : [],
    ),
  );
  const [found] = hard.toSorted((a, b) => a.mastery - b.mastery);
  return found ? { name: found.name, course: found.course } : null;
}
