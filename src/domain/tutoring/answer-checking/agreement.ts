import { decimalOf, isFiner, lastPlace, mayBeRounded } from './decimals.ts';
import { constantValue, sameTerm } from './equivalence.ts';
import type { MathEngine } from './math-engine.ts';
import { isConstant, type Term } from './terms.ts';

/** Room for the rounding of the computer where a value is compared with half a unit of the last place. */
const EDGE = 1 + 1e-9;

/**
 * Whether a number agrees with the key: the same value; within the key's relative tolerance where it has one; otherwise
 * - more exact than a key that may be rounded, and equal to it when rounded to its places (1/3 and 0.3333 for 0.33);
 * - a decimal of an exact key that has none (1/3, 2π, √2), rounded correctly to three or more significant digits, or cut off
 *   with "…" (0.333…).
 */
export function numbersAgree(engine: MathEngine, key: Term, answer: Term, tolerance?: number): boolean {
  if (sameTerm(engine, key, answer)) return true;
  if (!isConstant(key) || !isConstant(answer)) return false;
  const k = constantValue(engine, key);
  const a = constantValue(engine, answer);
  if (!k || !a || k.im !== 0 || a.im !== 0) return false;
  if (tolerance !== undefined && tolerance > 0) return Math.abs(a.re - k.re) <= tolerance * Math.abs(k.re) * EDGE;
  return roundsToKey(key, answer, k.re, a.re) || keyRoundsTo(key, answer, k.re, a.re);
}

function roundsToKey(key: Term, answer: Term, k: number, a: number): boolean {
  const written = decimalOf(key);
  if (!written || !mayBeRounded(written)) return false;
  const given = decimalOf(answer);
  return (!given || isFiner(given, written)) && Math.abs(a - k) <= 0.5 * lastPlace(written) * EDGE;
}

function keyRoundsTo(key: Term, answer: Term, k: number, a: number): boolean {
  if (decimalOf(key) || isShortDecimal(k)) return false;
  if (answer.type === 'number' && answer.repeating) {
    const places = (answer.text.split('.')[1] ?? '').length;
    return places > 0 && Math.abs(a - k) < 10 ** -places;
  }
  const given = decimalOf(answer);
  if (!given || given.exponent >= 0 || given.digits.length < 3) return false;
  return Math.abs(a - k) <= 0.5 * lastPlace(given) * EDGE;
}

/** 3/4 and 5/8 are decimals of a few places: a rounded one is not the same. */
function isShortDecimal(value: number): boolean {
  const scaled = value * 1e4;
  return Math.abs(scaled - Math.round(scaled)) < 1e-9 * Math.max(1, Math.abs(scaled));
}
