import { learn } from '../../../src/domain/mastery/gelo.ts';
import { predictUnit } from '../../../src/domain/mastery/mastery.ts';
import { NEW_MEMORY, practised } from '../../../src/domain/mastery/memory.ts';
import { courseProgress, studyState, unitProgress } from '../../../src/domain/mastery/progress.ts';
import { type GeloTerms, PRIORS } from '../../../src/domain/mastery/terms.ts';
import {
  assignUnits,
  type TestAhead,
  type UnitFacts,
  type UnitPolicy,
} from '../../../src/domain/planning/assign-units.ts';
import type { CourseFacts } from '../../../src/domain/planning/course-facts.ts';
import { prioritize } from '../../../src/domain/planning/course-priority.ts';
import { gainUnits } from '../../../src/domain/planning/gain-units.ts';
import { sequentialUnits } from '../../../src/domain/planning/sequential-units.ts';
import { DAY } from '../../../src/shared/instant.ts';
import type { Random } from './random.ts';
import type { Chunk, Planner, Seen } from './simulate.ts';
import type { Term } from './term.ts';

/** The next units of any course: what is left when nothing is known. */
export function randomCourse(_term: Term, random: Random): Planner {
  return { choose: (seen) => nextUnits(seen, Math.floor(random() * seen.term.courses.length)) };
}

/** The course score with units in their order, minutes for progress: the baseline. */
export function courseScore(): Planner {
  return {
    choose: (seen) =>
      nextUnits(
        seen,
        firstCourse(seen, (course) => minutesProgress(seen, course)),
      ),
  };
}

function nextUnits({ term, minutes }: Seen, course: number): Chunk[] {
  const ids = term.courses[course] ?? [];
  const needed = (unit: number) => term.units[unit]?.minutes ?? 0;
  const first = ids.findIndex((unit) => (minutes[unit] ?? 0) < needed(unit));
  if (first < 0) return ids.map((unit) => ({ unit, minutes: term.sessionMinutes / ids.length }));
  const chunks: Chunk[] = [];
  let left = term.sessionMinutes;
  for (const unit of ids.slice(first)) {
    if (needed(unit) > left) break;
    chunks.push({ unit, minutes: needed(unit) });
    left -= needed(unit);
  }
  const [start = 0] = ids.slice(first);
  return chunks.length > 0 ? chunks : [{ unit: start, minutes: term.sessionMinutes }];
}

function minutesProgress({ term, minutes }: Seen, course: number): number {
  const ids = term.courses[course] ?? [];
  const shares = ids.map((unit) => Math.min(1, (minutes[unit] ?? 0) / (term.units[unit]?.minutes ?? 1)));
  return shares.reduce((sum, share) => sum + share, 0) / ids.length;
}

/** The most urgent course by the product's five factors. */
function firstCourse(seen: Seen, progressOf: (course: number) => number): number {
  const now = seen.day * DAY;
  const facts = seen.term.courses.map((_, course): CourseFacts => {
    const progress = progressOf(course);
    return {
      courseId: course,
      progress,
      state: studyState(progress, progress > 0 ? 1 : 0),
      tests: seen.term.tests
        .filter((test) => test.course === course && test.day > seen.day)
        .map(({ day }) => ({ name: '', type: 'quiz', at: day * DAY })),
      grades: seen.grades.filter((grade) => grade.course === course).map(({ score }) => score),
      feedback: seen.feedback
        .filter((one) => one.course === course)
        .map(({ day, value }) => ({ understanding: value, difficulty: 11 - value, at: day * DAY })),
    };
  });
  return prioritize(facts, now)[0]?.courseId ?? 0;
}

/** The product: course by the five factors, units by its policies, everything known from its mastery model. */
export function product(policies: readonly UnitPolicy[] = [gainUnits, sequentialUnits]) {
  return (term: Term): Planner => new ProductPlanner(term, policies);
}

class ProductPlanner implements Planner {
  readonly #term: Term;
  readonly #policies: readonly UnitPolicy[];
  #shared: Pick<GeloTerms, 'student' | 'weights' | 'population'> = PRIORS;
  readonly #own: { studentUnit: GeloTerms['studentUnit']; memory: typeof NEW_MEMORY; progress: number }[];

  constructor(term: Term, policies: readonly UnitPolicy[]) {
    this.#term = term;
    this.#policies = policies;
    this.#own = term.units.map(() => ({ studentUnit: PRIORS.studentUnit, memory: NEW_MEMORY, progress: 0 }));
  }

  observe({ unit, day, correct }: { unit: number; day: number; correct: 0 | 1 }): void {
    const own = this.#of(unit);
    const { unit: difficulty, item } = PRIORS;
    const terms = { ...this.#shared, studentUnit: own.studentUnit, unit: difficulty, item };
    const after = learn(terms, { correct, unaided: true });
    this.#shared = after;
    // One pupil says nothing of how hard a unit is for all.
    own.studentUnit = after.studentUnit;
    own.memory = practised(own.memory, { correct, at: day * DAY });
    own.progress = unitProgress({ ...after, unit: difficulty }, own.progress);
  }

  choose(seen: Seen): Chunk[] {
    const course = firstCourse(seen, (one) => this.#progress(one));
    const ids = this.#term.courses[course] ?? [];
    const now = seen.day * DAY;
    const tests = seen.term.tests
      .filter((test) => test.course === course && test.day > seen.day)
      .map(({ day, units, weights }): TestAhead => {
        const about = units.map((unit, i) => ({ name: `${unit}`, weight: weights[i] ?? 0 }));
        return { id: day, name: '', at: day * DAY, days: day - seen.day, units: about };
      });
    const units = ids.map((unit) => this.#facts(unit));
    const assignment = assignUnits({ units, tests, minutes: seen.term.sessionMinutes, now }, this.#policies);
    return assignment.units.map(({ name, minutes }) => ({ unit: Number(name), minutes }));
  }

  #facts(unit: number): UnitFacts {
    const { studentUnit, memory, progress } = this.#of(unit);
    const answers = studentUnit.successes + studentUnit.failures;
    const mastery = predictUnit({ ...this.#shared, studentUnit, unit: PRIORS.unit }).p;
    const { minutes, prerequisites } = this.#term.units[unit] ?? { minutes: 0, prerequisites: [] };
    return {
      name: `${unit}`,
      state: studyState(progress, answers),
      progress,
      estimatedDurationMinutes: minutes,
      prerequisites: prerequisites.map(String),
      weight: 1,
      belief: { mastery, memory, answers },
    };
  }

  #progress(course: number): number {
    return courseProgress((this.#term.courses[course] ?? []).map((unit) => ({ weight: 1, ...this.#of(unit) })));
  }

  #of(unit: number) {
    const own = this.#own[unit];
    if (own === undefined) throw new Error(`There is no unit ${unit}.`);
    return own;
  }
}
