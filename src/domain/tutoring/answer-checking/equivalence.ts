import { sameDecimal } from './decimals.ts';
import type { CompiledExpression, Complex, MathEngine } from './math-engine.ts';
import { engineSource, sizeSource } from './term-text.ts';
import { some, type Term, variablesOf } from './terms.ts';

/** Differences below this share of the numbers that went into a value are rounding of the computer. */
const ROUNDING = 1e-11;
const POINTS = 24;
const ENOUGH = 4;

/** A term that is ready to be evaluated, with the scale on which its value is known. */
export interface Evaluator {
  value: CompiledExpression;
  size: CompiledExpression;
}

export function prepare(engine: MathEngine, term: Term, variables: readonly string[]): Evaluator | undefined {
  const source = engineSource(term, variables);
  const value = source === undefined ? undefined : engine.compile(source);
  const size = value && engine.compile(sizeSource(term, variables));
  return value && size && { value, size };
}

/** The value of a term without variables; undefined when it has variables or no finite value. */
export function constantValue(engine: MathEngine, term: Term): Complex | undefined {
  if (term.type === 'number') return Number.isFinite(term.value) ? { re: term.value, im: 0 } : undefined;
  if (variablesOf(term).length > 0) return undefined;
  const source = engineSource(term, []);
  return source === undefined ? undefined : engine.compile(source)?.at([]);
}

/**
 * Whether two terms have the same value wherever both have one: exactly for plain decimals, otherwise at points that are the
 * same in every run, independent in each variable, of both signs and several magnitudes. Where a term is real at too few of
 * them (√(x − 30)), complex values at positive points count. Terms with i are compared as complex numbers throughout.
 */
export function sameTerm(engine: MathEngine, a: Term, b: Term): boolean {
  const infinite = [infinity(a), infinity(b)];
  if (infinite[0] !== 0 || infinite[1] !== 0) return infinite[0] === infinite[1];
  const decimal = sameDecimal(a, b);
  if (decimal !== undefined) return decimal;
  const variables = variablesOf(b, variablesOf(a));
  const left = prepare(engine, a, variables);
  const right = prepare(engine, b, variables);
  if (!left || !right) return false;
  return agree(left, right, variables.length, some(a, isImaginary) || some(b, isImaginary));
}

function isImaginary(term: Term): boolean {
  return term.type === 'constant' && term.name === 'i';
}

/** 1 for ∞, −1 for −∞, 0 for all else. */
export function infinity(term: Term): number {
  if (term.type === 'negative') return -infinity(term.of) || 0;
  return term.type === 'constant' && term.name === 'inf' ? 1 : 0;
}

function agree(left: Evaluator, right: Evaluator, variables: number, isComplex: boolean): boolean {
  if (variables === 0) return compareAt(left, right, []) === 'equal';
  let real = 0;
  let complex = 0;
  let differs = false;
  for (const point of samplePoints(variables)) {
    const result = compareAt(left, right, point.values);
    if (result === undefined) continue;
    const isReal = result === 'equal' || result === 'different';
    if (result === 'different' || (result === 'complex different' && isComplex)) return false;
    if (isReal) real += 1;
    if (point.positive) {
      complex += 1;
      differs ||= result === 'complex different';
    }
  }
  return real >= ENOUGH || (complex >= ENOUGH && !differs);
}

type Comparison = 'equal' | 'different' | 'complex equal' | 'complex different' | undefined;

function compareAt(left: Evaluator, right: Evaluator, values: readonly number[]): Comparison {
  const a = left.value.at(values);
  const b = right.value.at(values);
  if (!a || !b) return undefined;
  const scale = Math.max(sizeAt(left, values), sizeAt(right, values), Math.hypot(a.re, a.im), Math.hypot(b.re, b.im));
  const equal = Math.hypot(a.re - b.re, a.im - b.im) <= ROUNDING * scale;
  const real = Math.abs(a.im) <= ROUNDING * scale && Math.abs(b.im) <= ROUNDING * scale;
  if (real || values.length === 0) return equal ? 'equal' : 'different';
  return equal ? 'complex equal' : 'complex different';
}

export function sizeAt(evaluator: Evaluator, values: readonly number[]): number {
  const size = evaluator.size.at(values);
  return size ? Math.hypot(size.re, size.im) : 0;
}

/** The same points in every run: half with all variables positive, half with both signs; magnitudes .2 to 20. */
export function samplePoints(variables: number): { values: number[]; positive: boolean }[] {
  const random = generator(0x9e3779b9);
  return Array.from({ length: POINTS }, (_, index) => {
    const positive = index % 2 === 0;
    const values = Array.from({ length: variables }, () => {
      const magnitude = 0.2 * 100 ** random();
      return random() < 0.5 && !positive ? -magnitude : magnitude;
    });
    return { values, positive };
  });
}

/** mulberry32: a small generator whose neighbouring values are uncorrelated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
