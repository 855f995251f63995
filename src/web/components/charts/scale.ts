/** What an axis is marked with. */
export type AxisUnit = 'count' | 'minutes' | 'share' | 'score';

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 300, 600, 1200, 1800, 3000, 6000, 12_000, 30_000, 60_000];
const FEWEST = 2;
const MOST = 4;

/**
 * The values that an axis is marked at, evenly apart, the lowest first: shares from 0 to 1, scores from 1 to 10, counts and minutes
 * from 0 up to the first round number that is no less than `most`.
 */
export function ticksFor(unit: AxisUnit, most: number): number[] {
  if (unit === 'share') return [0, 0.5, 1];
  if (unit === 'score') return [1, 4, 7, 10];
  const step = (unit === 'minutes' ? MINUTES : roundNumbers(most)).find((one) => one * MOST >= most) ?? most / MOST;
  const steps = Math.max(FEWEST, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, place) => place * step);
}

/** 1, 2, 5, 10, 20, 50 … as far as they are needed. */
function roundNumbers(most: number): number[] {
  const powers = Math.max(1, Math.ceil(Math.log10(Math.max(1, most))));
  return Array.from({ length: powers + 1 }, (_, power) => [1, 2, 5].map((one) => one * 10 ** power)).flat();
}

/** A rectangle of the picture: values from the lowest tick at the bottom to the highest at the top, places from the start to the end. */
export class PlotScale {
  readonly width: number;
  readonly height: number;
  readonly #least: number;
  readonly #most: number;
  readonly #places: number;

  constructor(places: number, ticks: readonly number[], size: { width: number; height: number }) {
    this.#places = Math.max(1, places);
    this.#least = ticks[0] ?? 0;
    this.#most = ticks.at(-1) ?? 1;
    this.width = size.width;
    this.height = size.height;
  }

  /** The middle of a place: 0 is the first. */
  x(place: number): number {
    return rounded(((place + 0.5) / this.#places) * this.width);
  }

  /** What lies beyond the axis is drawn at its end. */
  y(value: number): number {
    const share = (value - this.#least) / (this.#most - this.#least || 1);
    return rounded(this.height * (1 - Math.min(1, Math.max(0, share))));
  }

  /** How wide one place is. */
  get step(): number {
    return this.width / this.#places;
  }
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Which of so many labels stand below the picture: on a phone every so-many-th, counted from the last, on a desk more of them. */
export function labelled(place: number, places: number): 'always' | 'wide' | 'never' {
  const wide = Math.ceil(places / 10);
  const always = wide * Math.ceil(places / (5 * wide));
  const fromLast = places - 1 - place;
  if (fromLast % always === 0) return 'always';
  return fromLast % wide === 0 ? 'wide' : 'never';
}
