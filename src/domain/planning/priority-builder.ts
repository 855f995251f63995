import { type PriorityFactor, STANDARD_FACTORS } from './priority-factors.ts';

/** Factors whose weights add up to 1. Made by a `PriorityBuilder`. */
export interface PriorityScheme {
  readonly factors: readonly PriorityFactor[];
}

/** Puts a scheme together: `new PriorityBuilder().weigh('feedback', .3).add(mine).build()`. Starts from the five factors. */
export class PriorityBuilder {
  readonly #factors: PriorityFactor[];

  constructor(factors: readonly PriorityFactor[] = STANDARD_FACTORS) {
    this.#factors = [...factors];
  }

  /** Adds a factor, or puts it in the place of the one with its name. */
  add(factor: PriorityFactor): this {
    const at = this.#factors.findIndex(({ name }) => name === factor.name);
    if (at === -1) this.#factors.push(factor);
    else this.#factors[at] = factor;
    return this;
  }

  /** Changes a weight. Throws RangeError when no factor has that name. */
  weigh(name: string, weight: number): this {
    const factor = this.#factors.find((one) => one.name === name);
    if (factor === undefined) throw new RangeError(`no priority factor is called "${name}"`);
    return this.add({ ...factor, weight });
  }

  /** Leaves a factor out; unknown names are out already. */
  without(name: string): this {
    const at = this.#factors.findIndex((factor) => factor.name === name);
    if (at !== -1) this.#factors.splice(at, 1);
    return this;
  }

  /** The scheme with weights normalised to 1. Throws RangeError when a weight is negative or not finite, or all are 0. */
  build(): PriorityScheme {
    const wrong = this.#factors.find(({ weight }) => !(weight >= 0 && Number.isFinite(weight)));
    if (wrong !== undefined) throw new RangeError(`the weight of "${wrong.name}" must be 0 or more`);
    const total = this.#factors.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) throw new RangeError('a priority needs a factor with a weight above 0');
    return { factors: this.#factors.map((factor) => ({ ...factor, weight: factor.weight / total })) };
  }
}
