import { decimal, type Fraction, fraction, inTex, isZero, minus, over, plus, times } from './fraction.ts';

/** c + b·x + a·x², exact. */
export type Polynomial = readonly [c: Fraction, b: Fraction, a: Fraction];

const ZERO: Fraction = { n: 0, d: 1 };
const MOST_TOKENS = 60;
const MOST_DEPTH = 8;

const constant = (c: Fraction): Polynomial => [c, ZERO, ZERO];
export const degreeOf = (p: Polynomial): 0 | 1 | 2 => (!isZero(p[2]) ? 2 : isZero(p[1]) ? 0 : 1);

function each(f: (at: 0 | 1 | 2) => Fraction | undefined): Polynomial | undefined {
  const [c, b, a] = [f(0), f(1), f(2)];
  return c && b && a && [c, b, a];
}

const add = (p: Polynomial, q: Polynomial) => each((at) => plus(p[at], q[at]));
export const negative = (p: Polynomial): Polynomial => [minus(p[0]), minus(p[1]), minus(p[2])];
export const subtract = (p: Polynomial, q: Polynomial) => add(p, negative(q));

function multiply(p: Polynomial, q: Polynomial): Polynomial | undefined {
  if (degreeOf(p) + degreeOf(q) > 2) return undefined;
  const sum = (...pairs: [Fraction, Fraction][]) =>
    pairs.reduce<Fraction | undefined>((total, [x, y]) => {
      const product = times(x, y);
      return total && product && plus(total, product);
    }, ZERO);
  return each((at) => {
    if (at === 0) return sum([p[0], q[0]]);
    if (at === 1) return sum([p[0], q[1]], [p[1], q[0]]);
    return sum([p[0], q[2]], [p[1], q[1]], [p[2], q[0]]);
  });
}

function divide(p: Polynomial, q: Polynomial): Polynomial | undefined {
  return degreeOf(q) > 0 || isZero(q[0]) ? undefined : each((at) => over(p[at], q[0]));
}

type Token = string;

/** Reads arithmetic and polynomials of at most the second degree in one letter; undefined for anything else. */
export function parsePolynomial(text: string, letter: string): Polynomial | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z]|[-+*/^()]|\S/gi) ?? [];
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return undefined;
  const reader = new Reader(tokens, letter);
  const read = reader.sum(0);
  return reader.isAtEnd ? read : undefined;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #letter: string;
  #at = 0;

  constructor(tokens: readonly Token[], letter: string) {
    this.#tokens = tokens;
    this.#letter = letter;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(...wanted: string[]): Token | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  sum(depth: number): Polynomial | undefined {
    let total = this.#product(depth);
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-')) {
      const next = this.#product(depth);
      total = total && next && (sign === '+' ? add(total, next) : subtract(total, next));
    }
    return total;
  }

  #product(depth: number): Polynomial | undefined {
    let total = this.#signed(depth);
    while (total !== undefined && !this.isAtEnd) {
      const sign = this.#take('*', '/');
      const next = this.#tokens[this.#at] ?? '';
      // "3x", "2(x + 1)": side by side is times. "2 3" is nothing.
      const beside = sign === undefined && (next === '(' || next === this.#letter);
      if (sign === undefined && !beside) break;
      const factor = beside ? this.#power(depth) : this.#signed(depth);
      total = factor && (sign === '/' ? divide(total, factor) : multiply(total, factor));
    }
    return total;
  }

  #signed(depth: number): Polynomial | undefined {
    if (this.#take('-') === undefined) return this.#power(depth);
    const of = this.#power(depth);
    return of && negative(of);
  }

  #power(depth: number): Polynomial | undefined {
    const base = this.#atom(depth);
    if (this.#take('^') === undefined) return base;
    const exponent = Number(this.#tokens[this.#at]);
    this.#at += 1;
    if (base === undefined || !Number.isInteger(exponent) || exponent < 0 || exponent > 12) return undefined;
    let total: Polynomial | undefined = constant({ n: 1, d: 1 });
    for (let times = 0; times < exponent; times += 1) total = total && multiply(total, base);
    return total;
  }

  #atom(depth: number): Polynomial | undefined {
    if (depth > MOST_DEPTH) return undefined;
    if (this.#take('(') !== undefined) {
      const inner = this.sum(depth + 1);
      return this.#take(')') === undefined ? undefined : inner;
    }
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token === this.#letter) return [ZERO, { n: 1, d: 1 }, ZERO];
    const value = /^\d/.test(token) ? decimal(token) : undefined;
    return value && constant(value);
  }
}

/** "3x + 5" in TeX, without the dollars. */
export function polynomialInTex(p: Polynomial, letter: string): string {
  const terms = [
    { of: p[2], name: `${letter}^2` },
    { of: p[1], name: letter },
    { of: p[0], name: '' },
  ].filter(({ of }) => !isZero(of));
  if (terms.length === 0) return '0';
  return terms
    .map(({ of, name }, index) => {
      const size = of.n < 0 ? minus(of) : of;
      const shown = name !== '' && size.n === 1 && size.d === 1 ? name : `${inTex(size)}${name}`;
      const sign = of.n < 0 ? '-' : '+';
      return index === 0 ? `${sign === '-' ? '-' : ''}${shown}` : `${sign} ${shown}`;
    })
    .join(' ');
}

/** √(n/d) where it is rational. */
export function rootOf({ n, d }: Fraction): Fraction | undefined {
  const [top, bottom] = [Math.sqrt(n), Math.sqrt(d)];
  return n >= 0 && Number.isInteger(top) && Number.isInteger(bottom) ? fraction(top, bottom) : undefined;
}
