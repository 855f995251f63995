import { normal, type Random } from './random.ts';
import type { Term, TermTest } from './term.ts';

/** How learning and forgetting truly go; no planner sees it. */
export interface World {
  name: string;
  forgetting: 'power' | 'exponential' | 'none' | 'all or none';
  decay: number;
  guess: number;
  slip: number;
  /** How much learning rests on what a unit builds on, 0 … 1. */
  prerequisites: number;
  /** Share of the days without a session. */
  absent: number;
}

const USUAL: World = {
  name: 'power forgetting',
  forgetting: 'power',
  decay: 1,
  guess: 0.2,
  slip: 0.08,
  prerequisites: 0.7,
  absent: 0.15,
};

export const WORLDS: readonly World[] = [
  USUAL,
  { ...USUAL, name: 'fast forgetting', forgetting: 'exponential', decay: 2 },
  { ...USUAL, name: 'slow forgetting', decay: 0.35 },
  { ...USUAL, name: 'no forgetting', forgetting: 'none', decay: 0 },
  { ...USUAL, name: 'all or none', forgetting: 'all or none' },
  { ...USUAL, name: 'noisy, often absent', guess: 0.3, slip: 0.15, prerequisites: 0.5, absent: 0.35 },
];

interface Memory {
  acquired: number;
  stability: number;
  last: number;
  known: boolean;
}

const bounded = (x: number, least: number, most: number) => Math.max(least, Math.min(most, x));

/** A pupil who learns and forgets by the laws of a world. */
export class SimulatedPupil {
  readonly bias: number;
  readonly #term: Term;
  readonly #world: World;
  readonly #random: Random;
  readonly #rate: number;
  readonly #memories: Memory[];

  constructor(term: Term, world: World, random: Random) {
    this.#term = term;
    this.#world = world;
    this.#random = random;
    const ability = normal(random);
    this.#rate = 0.16 * Math.exp(0.35 * normal(random));
    this.bias = normal(random);
    const strengths = term.courses.map(() => normal(random));
    this.#memories = term.units.map(({ course, difficulty, index }) => {
      const mu = -1.6 + 0.7 * ability + 0.6 * (strengths[course] ?? 0) - difficulty - 0.35 * index;
      const acquired = bounded(1 / (1 + Math.exp(-mu)), 0, 0.95);
      return { acquired, stability: 8 + 10 * random(), last: -3, known: random() < acquired };
    });
  }

  /** Answers a question of the unit and learns from it. */
  practise(unit: number, day: number): 0 | 1 {
    const world = this.#world;
    const { difficulty, prerequisites } = this.#unit(unit);
    const correct = this.#random() < this.#chance(unit, day) ? 1 : 0;
    const memory = this.#memory(unit);
    const recalled = this.#recall(unit, day);
    const ground =
      prerequisites.length === 0
        ? 1
        : prerequisites.reduce((sum, one) => sum + this.#recall(one, day), 0) / prerequisites.length;
    const rate = this.#rate * Math.exp(-0.3 * difficulty) * (1 - world.prerequisites + world.prerequisites * ground);
    if (world.forgetting === 'all or none' && !memory.known && this.#random() < rate * 0.9) memory.known = true;
    const kept = memory.acquired > 0 ? recalled / memory.acquired : 1;
    memory.stability *= 1 + 0.06 + 0.55 * (1 - kept) * (correct ? 1 : 0.4);
    memory.acquired = bounded(recalled + (memory.acquired - recalled) * 0.85, 0, 1);
    memory.acquired += rate * (1 - memory.acquired);
    memory.last = day;
    return correct;
  }

  /** A night in which something may be forgotten for good. */
  sleep(): void {
    if (this.#world.forgetting !== 'all or none') return;
    for (const memory of this.#memories) {
      if (memory.known && this.#random() < (0.008 * this.#world.decay * 20) / memory.stability) memory.known = false;
    }
  }

  /** The expected score of a test, 0 … 100: no luck in it. */
  score({ units, weights }: TermTest, day: number): number {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return (100 * units.reduce((sum, unit, i) => sum + (weights[i] ?? 0) * this.#chance(unit, day), 0)) / total;
  }

  #recall(unit: number, day: number): number {
    const { forgetting, decay } = this.#world;
    const { acquired, known, last, stability } = this.#memory(unit);
    if (forgetting === 'none') return acquired;
    if (forgetting === 'all or none') return known ? 1 : 0;
    const gone = (Math.max(0, day - last) * decay) / stability;
    return acquired * (forgetting === 'power' ? (1 + (19 / 81) * gone) ** -1.1 : Math.exp(-gone * 0.25));
  }

  #chance(unit: number, day: number): number {
    const recalled = bounded(this.#recall(unit, day) - 0.08 * this.#unit(unit).difficulty, 0, 1);
    return this.#world.guess * (1 - recalled) + (1 - this.#world.slip) * recalled;
  }

  #memory(unit: number): Memory {
    const found = this.#memories[unit];
    if (found === undefined) throw new Error(`There is no unit ${unit}.`);
    return found;
  }

  #unit(unit: number) {
    const found = this.#term.units[unit];
    if (found === undefined) throw new Error(`There is no unit ${unit}.`);
    return found;
  }
}
