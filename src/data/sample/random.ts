import { seededNumbers } from '../../shared/seeded.ts';

/** Chance that can be repeated: everything in the sample region is drawn from one of these. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** By weight; weights are ≥ 0 and not all 0. */
  weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T;
  shuffled<T>(list: readonly T[]): T[];
  normal(mean: number, deviation: number): number;
  /** Another stream, the same for the same label whatever was drawn here before. */
  fork(label: string): Random;
}

/** The stream of a name: the same name gives the same numbers. */
export function createRandom(name: string): Random {
  const next = seededNumbers(name);
  const random: Random = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    weighted: (entries) => {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? at(entries, entries.length - 1))[0];
    },
    shuffled: (list) =>
      list
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map((one) => one.value),
    normal: (mean, deviation) => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * next());
    },
    fork: (label) => createRandom(`${name}/${label}`),
  };
  return random;
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError('Nothing can be picked from an empty list.');
  return value;
}
