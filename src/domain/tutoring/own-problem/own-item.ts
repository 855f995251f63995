import type { AnswerKey, Item } from '../../curriculum/curriculum.ts';
import { workedExampleOf } from '../ladder.ts';
import type { AnswerChecker } from '../verdict.ts';
import { type Fraction, inTex, isZero, minus, over, plus, times, written } from './fraction.ts';
import { inequality } from './inequality.ts';
import { OWN_WORDS, type OwnWords } from './own-words.ts';
import { degreeOf, type Polynomial, parsePolynomial, polynomialInTex, rootOf, subtract } from './polynomial.ts';
import type { BroughtProblem } from './read-own-problem.ts';
import { hints, maths, numberKey, type Solved } from './solved.ts';
import { system } from './system.ts';

/** The "unit" of what pupils bring. */
export const OWN_PROBLEM = 'Your own problem';

/**
 * A brought problem as an item, solved exactly: arithmetic, linear and quadratic equations and linear
 * inequalities in one letter, two linear equations in two. Null for what cannot be
 * solved here, has no single answer, or whose own answer the checker does not read as right: then nothing is claimed (T9).
 */
export function ownItem(problem: BroughtProblem, number: number, checker: AnswerChecker): Item | null {
  const solved = solve(problem, OWN_WORDS[problem.language ?? 'en']);
  if (solved === null || checker.check(solved.key, { text: solved.key.answer }).verdict !== 'correct') return null;
  const id = -1 - Math.abs(number);
  const { examples, ...found } = solved;
  const item: Item = {
    qaId: id,
    revisionId: id,
    problemId: id,
    courseId: 0,
    unitName: OWN_PROBLEM,
    use: 'for study',
    level: 1,
    stem: '',
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    aliases: [],
    wrongAnswers: [],
    source: '',
    licence: '',
    workedExample: '',
    ...found,
  };
  const example = examples.find((text) => workedExampleOf({ ...item, workedExample: text }, checker) !== null);
  return { ...item, workedExample: example ?? '' };
}

/** Whether an item was brought by the pupil: it is recorded nowhere and moves no estimate. */
export const isOwn = ({ revisionId }: Pick<Item, 'revisionId'>): boolean => revisionId < 0;

function solve(problem: BroughtProblem, words: OwnWords): Solved | null {
  const { left, right, letter } = problem;
  if (problem.second !== undefined) return system(problem, problem.second, words);
  const one = parsePolynomial(left, letter);
  if (one === undefined) return null;
  if (right === null) return degreeOf(one) === 0 ? arithmetic(problem, one[0], words) : null;
  const other = parsePolynomial(right, letter);
  const difference = other && subtract(one, other);
  if (other === undefined || difference === undefined) return null;
  if (problem.relation !== undefined) return inequality(problem, problem.relation, [one, other], words);
  if (degreeOf(difference) === 1) return linear(problem, one, other, words);
  return degreeOf(difference) === 2 ? quadratic(problem, difference, words) : null;
}

function arithmetic({ written: text, left }: BroughtProblem, value: Fraction, words: OwnWords): Solved {
  const has = (pattern: RegExp) => pattern.test(left);
  const shown = has(/%/) ? text : maths(text);
  return {
    question: words.arithmetic.question(shown),
    key: numberKey(value),
    hints: hints(words.arithmetic.order, words.arithmetic.first[firstStep(left)], words.arithmetic.oneStep),
    examples: words.examples[has(/100\)/) ? 'percent' : has(/\//) ? 'fractions' : 'order'],
    explanation: words.arithmetic.explanation(maths(text), `$${inTex(value)}$`),
  };
}

/** What is done first, in the order of the signs. */
function firstStep(left: string): keyof OwnWords['arithmetic']['first'] {
  const has = (pattern: RegExp) => pattern.test(left);
  if (has(/100\)/)) return 'percent';
  if (has(/\(/)) return 'brackets';
  if (has(/\^/)) return 'power';
  if (has(/[*/]/) && has(/\d\s*[-+]/)) return 'product';
  return has(/\//) ? 'fractions' : 'parts';
}

function linear(
  { letter, written: text }: BroughtProblem,
  left: Polynomial,
  right: Polynomial,
  words: OwnWords,
): Solved | null {
  const slope = plus(left[1], minus(right[1]));
  const rest = plus(right[0], minus(left[0]));
  const answer = slope && rest && over(rest, slope);
  if (slope === undefined || rest === undefined || answer === undefined) return null;
  const bothSides = !isZero(left[1]) && !isZero(right[1]);
  const line = (l: Polynomial, r: Polynomial) => `$${polynomialInTex(l, letter)} = ${polynomialInTex(r, letter)}$`;
  const gathered = line([{ n: 0, d: 1 }, slope, { n: 0, d: 1 }], [rest, { n: 0, d: 1 }, { n: 0, d: 1 }]);
  const unknown = `$${letter}$`;
  const say = words.linear;
  const brackets = /\(/.test(text) ? say.brackets : '';
  return {
    question: say.question(maths(text), unknown),
    key: numberKey(answer),
    hints: hints(
      say.meaning(unknown),
      say.balance,
      `${brackets}${bothSides ? say.gather(unknown) : say.isolate(unknown)}`,
      say.divide(unknown),
    ),
    examples: words.examples[bothSides ? 'both sides' : 'one side'],
    explanation: say.explanation(line(left, right), gathered, `$${letter} = ${inTex(answer)}$`),
  };
}

function quadratic({ letter, written: text }: BroughtProblem, [c, b, a]: Polynomial, words: OwnWords): Solved | null {
  const square = times(b, b);
  const fourth = times({ n: 4, d: 1 }, a);
  const product = fourth && times(fourth, c);
  const under = square && product && plus(square, minus(product));
  const root = under && rootOf(under);
  const double = times({ n: 2, d: 1 }, a);
  // Without a rational root the answer would have to be written with roots in one of many ways: that is not claimed here.
  if (root === undefined || double === undefined) return null;
  const roots = [minus(root), root].map((each) => plus(minus(b), each)).map((top) => top && over(top, double));
  const [low, high] = roots.toSorted((one, other) => (one && other ? one.n / one.d - other.n / other.d : 0));
  if (low === undefined || high === undefined) return null;
  const same = written(low) === written(high);
  const key: AnswerKey = same
    ? numberKey(low)
    : { kind: 'set', answer: `{${written(low)}, ${written(high)}}`, acceptedAnswers: [], choices: [] };
  const unknown = `$${letter}$`;
  const say = words.quadratic;
  const results = (same ? [low] : [low, high]).map((each) => `$${letter} = ${inTex(each)}$`);
  return {
    question: say.question(maths(text), unknown),
    key,
    hints: hints(say.oneSide, say.factors, say.pair(unknown)),
    examples: words.examples.quadratic,
    explanation: say.explanation(`$${polynomialInTex([c, b, a], letter)} = 0$`, results),
  };
}
