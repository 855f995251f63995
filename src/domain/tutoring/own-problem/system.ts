import { type Fraction, inTex, isZero, minus, over, plus, times, written } from './fraction.ts';
import type { OwnWords } from './own-words.ts';
import { parsePolynomial } from './polynomial.ts';
import type { BroughtProblem, Sides } from './read-own-problem.ts';
import { hints, maths, type Solved } from './solved.ts';

/** a·x + b·y + c = 0 */
interface Line {
  a: Fraction;
  b: Fraction;
  c: Fraction;
}

/** Two linear equations in two letters with one solution. Null for any others: parallel, the same, or not linear. */
export function system(problem: BroughtProblem, second: Sides & { letter: string }, words: OwnWords): Solved | null {
  const [x, y] = [problem.letter, second.letter].toSorted();
  const right = problem.right;
  if (x === undefined || y === undefined || right === null) return null;
  const pair = [{ left: problem.left, right }, second];
  const [one, other] = pair.map((sides) => lineOf(sides, x, y));
  const found = one && other && crossing(one, other);
  if (!found || pair.some((sides) => !holds(sides, [x, y], found))) return null;
  const [first, last] = found;
  const [unknown, rest] = [`$${x}$`, `$${y}$`];
  const say = words.system;
  return {
    question: say.question(problem.written.split(', ').map(maths), unknown, rest),
    key: { kind: 'expression', answer: `(${written(first)}, ${written(last)})`, acceptedAnswers: [], choices: [] },
    hints: hints(say.meaning(unknown, rest), say.eliminate, say.one(unknown, rest), say.back),
    examples: words.examples.system,
    explanation: say.explanation(`$${x} = ${inTex(first)}$`, `$${y} = ${inTex(last)}$`),
  };
}

/** Points at which an equation is looked at: two give the line, the others, which nobody writes down, tell whether it is one. */
const POINTS: readonly Fraction[] = [
  { n: 0, d: 1 },
  { n: 1, d: 1 },
  { n: 37, d: 11 },
  { n: -29, d: 13 },
];

function lineOf({ left, right }: Sides, x: string, y: string): Line | null {
  const values = POINTS.map((at) => differenceAt({ left, right }, x, y, at));
  const [zero, one] = values;
  if (!zero || !one) return null;
  const b = plus(one.c, minus(zero.c));
  if (b === undefined) return null;
  const isLinear = values.every((value, index) => {
    const at = POINTS[index];
    const step = at && times(b, at);
    const wanted = step && plus(zero.c, step);
    return value && wanted && same(value.a, zero.a) && same(value.c, wanted);
  });
  return isLinear ? { a: zero.a, b, c: zero.c } : null;
}

/** Left less right as a·x + c, with a value put in for y; null where it is none. */
function differenceAt({ left, right }: Sides, x: string, y: string, value: Fraction) {
  const [one, other] = [left, right].map((side) => parsePolynomial(side.replaceAll(y, `(${written(value)})`), x));
  if (!one || !other || !isZero(one[2]) || !isZero(other[2])) return null;
  const a = plus(one[1], minus(other[1]));
  const c = plus(one[0], minus(other[0]));
  return a && c ? { a, c } : null;
}

const same = (one: Fraction, other: Fraction): boolean => one.n === other.n && one.d === other.d;

/** By Cramer's rule; null where the lines do not cross in one point. */
function crossing(one: Line, other: Line): [Fraction, Fraction] | null {
  const across = (p: Fraction, q: Fraction, r: Fraction, s: Fraction) => {
    const [product, less] = [times(p, s), times(q, r)];
    return product && less && plus(product, minus(less));
  };
  const whole = across(one.a, one.b, other.a, other.b);
  const top = across(one.b, one.c, other.b, other.c);
  const bottom = across(one.c, one.a, other.c, other.a);
  if (!whole || !top || !bottom || isZero(whole)) return null;
  const [x, y] = [over(top, whole), over(bottom, whole)];
  return x && y ? [x, y] : null;
}

/** What was found is put back into the equation as the pupil wrote it. */
function holds(sides: Sides, [x, y]: readonly [string, string], [first, last]: readonly [Fraction, Fraction]): boolean {
  const put = (side: string) =>
    parsePolynomial(side.replaceAll(x, `(${written(first)})`).replaceAll(y, `(${written(last)})`), '');
  const [left, right] = [put(sides.left), put(sides.right)];
  return left !== undefined && right !== undefined && same(left[0], right[0]);
}
