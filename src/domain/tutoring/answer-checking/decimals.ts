import type { Term } from './terms.ts';

/** A plain decimal, kept exact: digits · 10^exponent, the digits without leading zeros, the last digit as it was written. */
export interface Decimal {
  negative: boolean;
  digits: string;
  exponent: number;
}

/** The decimal that a term spells out: "0.25", "-3", "9.4e-13", "4.16·10^3", "50%"; undefined for anything computed. */
export function decimalOf(term: Term): Decimal | undefined {
  if (term.type === 'number') return term.repeating ? undefined : parse(term.text);
  if (term.type === 'negative') {
    const of = decimalOf(term.of);
    return of && { ...of, negative: !of.negative };
  }
  if (term.type === 'percent') return shift(decimalOf(term.of), -2);
  if (term.type !== 'operation' || term.op !== '*') return undefined;
  const power = powerOfTen(term.right);
  return power === undefined ? undefined : shift(decimalOf(term.left), power);
}

function shift(decimal: Decimal | undefined, by: number): Decimal | undefined {
  return decimal && { ...decimal, exponent: decimal.exponent + by };
}

/** n of 10^n, also when written 10^{(-3)}. */
export function powerOfTen(term: Term): number | undefined {
  if (term.type !== 'operation' || term.op !== '^' || term.left.type !== 'number' || term.left.text !== '10')
    return undefined;
  const exponent = term.right.type === 'negative' ? term.right.of : term.right;
  if (exponent.type !== 'number' || !/^\d{1,4}$/.test(exponent.text)) return undefined;
  return term.right.type === 'negative' ? -exponent.value : exponent.value;
}

function parse(text: string): Decimal | undefined {
  const found = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!found) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = found;
  return {
    negative: false,
    digits: (whole + fraction).replace(/^0+/, ''),
    exponent: Number(exponent) - fraction.length,
  };
}

/** Whether two decimals are the same number, to the last digit; undefined when one of the terms is not a plain decimal. */
export function sameDecimal(a: Term, b: Term): boolean | undefined {
  const left = decimalOf(a);
  const right = decimalOf(b);
  return left && right && canonical(left) === canonical(right);
}

function canonical(decimal: Decimal): string {
  const digits = decimal.digits.replace(/0+$/, '');
  if (digits === '') return '0';
  return `${decimal.negative ? '-' : ''}${digits}e${decimal.exponent + decimal.digits.length - digits.length}`;
}

/** One unit in the last place that is written. */
export function lastPlace(decimal: Decimal): number {
  return 10 ** decimal.exponent;
}

/**
 * Whether a key may be a rounded value, so that a more exact answer is right as well. A key like 0.33, 1.3333 or 34920.2 may;
 * 0.5, 7.3, 0.25 or 150 is taken as exact, because there a longer answer such as 0.54 is more likely a mistake.
 * The rule: decimals with three significant digits, or two that are no multiple of .05; whole numbers from four digits on.
 */
export function mayBeRounded(key: Decimal): boolean {
  const significant = key.digits.length;
  if (key.exponent >= 0) return key.exponent === 0 && significant >= 4;
  if (significant >= 3) return true;
  return significant === 2 && Number(key.digits) % 5 !== 0 && key.exponent <= -2;
}

/** Whether `answer` is written to more places than `key`. */
export function isFiner(answer: Decimal, key: Decimal): boolean {
  return answer.exponent < key.exponent;
}
