import { normal, type Random } from './random.ts';

export interface TermUnit {
  course: number;
  /** In teaching order, from 0. */
  index: number;
  minutes: number;
  difficulty: number;
  /** Ids of units of the course that it builds on. */
  prerequisites: number[];
}

export interface TermTest {
  course: number;
  day: number;
  units: number[];
  weights: number[];
}

/** Eight weeks of a pupil: four to six courses of six to ten units, each with a test in the middle and one in the end. */
export interface Term {
  units: TermUnit[];
  /** Ids of units in teaching order, by course. */
  courses: number[][];
  tests: TermTest[];
  days: number;
  sessionMinutes: number;
}

const DAYS = 56;
const SESSION_MINUTES = 60;

/** The term of one pupil. The order of the draws is the judge's. */
export function makeTerm(random: Random): Term {
  const term: Term = { units: [], courses: [], tests: [], days: DAYS, sessionMinutes: SESSION_MINUTES };
  const courses = 4 + Math.floor(random() * 3);
  for (let course = 0; course < courses; course += 1) {
    const ids = addUnits(term, course, random);
    term.courses.push(ids);
    addTests(term, course, ids, random);
  }
  return term;
}

function addUnits(term: Term, course: number, random: Random): number[] {
  const ids: number[] = [];
  const count = 6 + Math.floor(random() * 5);
  for (let index = 0; index < count; index += 1) {
    const prerequisites = ids.slice(-1);
    const earlier = index > 3 && random() < 0.3 ? ids[Math.floor(random() * (index - 2))] : undefined;
    if (earlier !== undefined) prerequisites.push(earlier);
    const minutes = 20 + 5 * Math.floor(random() * 6);
    ids.push(term.units.length);
    term.units.push({ course, index, minutes, difficulty: normal(random) * 0.4, prerequisites });
  }
  return ids;
}

function addTests(term: Term, course: number, ids: readonly number[], random: Random): void {
  const half = ids.slice(0, Math.ceil(ids.length / 2));
  const days = [14 + Math.floor(random() * 18), 38 + Math.floor(random() * 18)];
  for (const [index, day] of days.entries()) {
    const units = [...(index === 0 ? half : ids)];
    term.tests.push({ course, day, units, weights: units.map(() => 0.5 + random()) });
  }
}
