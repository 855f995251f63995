import { SimulatedPupil, type World } from './pupil.ts';
import { normal, type Random, seeded } from './random.ts';
import { makeTerm, type Term } from './term.ts';

export interface Chunk {
  unit: number;
  minutes: number;
}

/** What a planner may see. */
export interface Seen {
  term: Term;
  day: number;
  /** Minutes studied, by unit. */
  minutes: number[];
  grades: { course: number; day: number; score: number }[];
  /** Understanding, 1 … 10. */
  feedback: { course: number; day: number; value: number }[];
}

/** Plans one session a day, in one course. A new one for each pupil. */
export interface Planner {
  choose(seen: Seen): Chunk[];
  observe?(answer: { unit: number; day: number; correct: 0 | 1 }): void;
}

export interface Outcome {
  /** Mean score of a pupil's tests, by pupil. */
  scores: number[];
  mean: number;
  /** Of the tenth percentile of the pupils. */
  tenth: number;
}

const QUESTION_MINUTES = 4;

/** Lets pupils live through their terms, the same ones for the same seed, with a planner each. */
export function simulate(
  plan: (term: Term, random: Random) => Planner,
  world: World,
  { pupils = 200, seed = 1 } = {},
): Outcome {
  const scores = Array.from({ length: pupils }, (_, pupil) => live(plan, world, { pupil, seed }));
  const sorted = [...scores].sort((a, b) => a - b);
  return {
    scores,
    mean: scores.reduce((sum, score) => sum + score, 0) / pupils,
    tenth: sorted[Math.floor(pupils * 0.1)] ?? Number.NaN,
  };
}

function live(
  plan: (term: Term, random: Random) => Planner,
  world: World,
  { pupil: number, seed }: { pupil: number; seed: number },
): number {
  const term = makeTerm(seeded(seed * 7919 + number * 31 + 1));
  const pupil = new SimulatedPupil(term, world, seeded(seed * 104_729 + number * 17 + 3));
  const random = seeded(seed * 1_299_709 + number + 5);
  const presence = seeded(seed * 15_485_863 + number + 9);
  const planner = plan(term, random);
  const seen: Seen = { term, day: 0, minutes: term.units.map(() => 0), grades: [], feedback: [] };
  const scores: number[] = [];
  for (let day = 0; day < term.days; day += 1) {
    seen.day = day;
    pupil.sleep();
    for (const test of term.tests.filter((one) => one.day === day)) {
      const score = pupil.score(test, day);
      scores.push(score);
      seen.grades.push({ course: test.course, day, score: Math.max(0, Math.min(100, score + 6 * normal(random))) });
    }
    if (presence() >= world.absent) study(planner, pupil, seen, random);
  }
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function study(planner: Planner, pupil: SimulatedPupil, seen: Seen, random: Random): void {
  const { day, term } = seen;
  let [right, asked, course] = [0, 0, 0];
  for (const { unit, minutes } of planner.choose(seen)) {
    seen.minutes[unit] = (seen.minutes[unit] ?? 0) + minutes;
    course = term.units[unit]?.course ?? 0;
    for (let question = Math.max(1, Math.round(minutes / QUESTION_MINUTES)); question > 0; question -= 1) {
      const correct = pupil.practise(unit, day);
      planner.observe?.({ unit, day, correct });
      right += correct;
      asked += 1;
    }
  }
  if (asked === 0) return;
  const value = Math.round(3 + (7 * right) / asked + 0.8 * pupil.bias + normal(random));
  seen.feedback.push({ course, day, value: Math.max(1, Math.min(10, value)) });
}
