import type { AnswerKey, Hint, Item } from '../../curriculum/curriculum.ts';
import { workedExampleOf } from '../ladder.ts';
import type { AnswerChecker } from '../verdict.ts';
import { type Fraction, inTex, isZero, minus, over, plus, times, written } from './fraction.ts';
import { degreeOf, type Polynomial, parsePolynomial, polynomialInTex, rootOf, subtract } from './polynomial.ts';
import type { BroughtProblem } from './read-own-problem.ts';

/** The "unit" of what pupils bring. */
export const OWN_PROBLEM = 'Your own problem';

/** The problem as the ladder and the checker know questions. Its ids are below 0: it is in no bank. */
interface Solved extends Pick<Item, 'hints' | 'explanation' | 'key' | 'question'> {
  /** The first that does not happen to hold the answer is the look-alike. */
  examples: readonly string[];
}

/**
 * A brought problem as an item, solved exactly: arithmetic, linear and quadratic equations in one letter. Null for what cannot be
 * solved here, has no single answer, or whose own answer the checker does not read as right: then nothing is claimed (T9).
 */
export function ownItem(problem: BroughtProblem, number: number, checker: AnswerChecker): Item | null {
  const solved = solve(problem);
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

function solve(problem: BroughtProblem): Solved | null {
  const { left, right, letter } = problem;
  const one = parsePolynomial(left, letter);
  if (one === undefined) return null;
  if (right === null) return degreeOf(one) === 0 ? arithmetic(problem, one[0]) : null;
  const other = parsePolynomial(right, letter);
  const difference = other && subtract(one, other);
  if (other === undefined || difference === undefined) return null;
  if (degreeOf(difference) === 1) return linear(problem, one, other);
  return degreeOf(difference) === 2 ? quadratic(problem, difference) : null;
}

const numberKey = (answer: Fraction): AnswerKey => ({
  kind: 'number',
  answer: written(answer),
  acceptedAnswers: [],
  choices: [],
});
const hints = (...texts: string[]): Hint[] => texts.map((text) => ({ text }));
const maths = (text: string): string => `$${text.replace(/\*/g, ' \\cdot ')}$`;

function arithmetic({ written: text, left }: BroughtProblem, value: Fraction): Solved {
  const has = (pattern: RegExp) => pattern.test(left);
  const first = has(/100\)/)
    ? 'Per cent means so many of every hundred: find one hundredth first, then take it as often as it says.'
    : has(/\(/)
      ? 'Begin inside the brackets and write the line again with what comes out there.'
      : has(/\^/)
        ? 'Work out the power first: it says how often the number is a factor.'
        : has(/[*/]/) && has(/\d\s*[-+]/)
          ? 'Do the multiplication or the division first, and leave plus and minus for the end.'
          : has(/\//)
            ? 'With fractions, look for a denominator that fits all of them before you add or subtract.'
            : 'Take the calculation apart: tens and ones by themselves, then put them together.';
  return {
    question: `Work out ${has(/%/) ? text : maths(text)}.`,
    key: numberKey(value),
    hints: hints(
      'Look at the signs first and say in which order the steps come: brackets, powers, times and divided, plus and minus.',
      first,
      'Do just one step, write the whole new line under the old one, and go on from there.',
    ),
    examples: has(/\//) && !has(/100\)/) ? FRACTIONS : has(/100\)/) ? PERCENT : ORDER,
    explanation: `Step by step, in the order of the signs, ${maths(text)} comes to $${inTex(value)}$.`,
  };
}

function linear(problem: BroughtProblem, left: Polynomial, right: Polynomial): Solved | null {
  const { letter } = problem;
  const slope = plus(left[1], minus(right[1]));
  const rest = plus(right[0], minus(left[0]));
  const answer = slope && rest && over(rest, slope);
  if (slope === undefined || rest === undefined || answer === undefined) return null;
  const bothSides = !isZero(left[1]) && !isZero(right[1]);
  const line = (l: Polynomial, r: Polynomial) => `$${polynomialInTex(l, letter)} = ${polynomialInTex(r, letter)}$`;
  const gathered = line([{ n: 0, d: 1 }, slope, { n: 0, d: 1 }], [rest, { n: 0, d: 1 }, { n: 0, d: 1 }]);
  const steps = [
    /\(/.test(problem.written) ? 'If there are brackets, multiply them out first. ' : '',
    bothSides
      ? `Bring everything with $${letter}$ to one side: take the smaller one away on both sides.`
      : `Take away on both sides what stands beside the term with $${letter}$, so that this term is alone.`,
  ].join('');
  return {
    question: `Solve ${maths(problem.written)} for $${letter}$.`,
    key: numberKey(answer),
    hints: hints(
      `Ask what $${letter}$ stands for: one number that makes both sides equal. Look what is done to it, and in which order.`,
      'Both sides stay equal as long as you do the same to both. Undo what was done, the last thing first.',
      steps,
      `When only a multiple of $${letter}$ is left on one side, divide both sides by the number before it. Then put your result back in and test it.`,
    ),
    examples: bothSides ? BOTH_SIDES : ONE_SIDE,
    explanation: `The terms brought together give ${line(left, right)}, then ${gathered}, so $${letter} = ${inTex(answer)}$.`,
  };
}

function quadratic(problem: BroughtProblem, [c, b, a]: Polynomial): Solved | null {
  const { letter } = problem;
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
  const standard = `$${polynomialInTex([c, b, a], letter)} = 0$`;
  return {
    question: `Find every value of $${letter}$ with ${maths(problem.written)}.`,
    key,
    hints: hints(
      'Bring everything to one side first, so that the other side is $0$, and sort by powers.',
      'A product is $0$ exactly when one of its factors is. So a way to write it as a product shows every value that fits.',
      `Look for two numbers: their product belongs to the term without $${letter}$, their sum to the term with $${letter}$. Test each pair.`,
    ),
    examples: QUADRATICS,
    explanation: `On one side it reads ${standard}. ${same ? `That is $0$ only for $${letter} = ${inTex(low)}$.` : `That is $0$ for $${letter} = ${inTex(low)}$ and for $${letter} = ${inTex(high)}$.`}`,
  };
}

const ORDER = [
  'Take $40 - 3 \\cdot (2 + 9)$. Brackets first: $2 + 9 = 11$. Then times: $3 \\cdot 11 = 33$. Minus last: $40 - 33 = 7$.',
  'Take $5 \\cdot (19 - 6) + 8$. Brackets first: $19 - 6 = 13$. Then times: $5 \\cdot 13 = 65$. Plus last: $65 + 8 = 73$.',
];
const FRACTIONS = [
  'Take $\\frac{1}{6} + \\frac{3}{4}$. Both go into $12$: $\\frac{2}{12} + \\frac{9}{12} = \\frac{11}{12}$.',
  'Take $\\frac{2}{5} + \\frac{1}{3}$. Both go into $15$: $\\frac{6}{15} + \\frac{5}{15} = \\frac{11}{15}$.',
];
const PERCENT = [
  'Take $15\\%$ of $80$. One per cent of $80$ is $0.8$. Fifteen times that: $15 \\cdot 0.8 = 12$.',
  'Take $35\\%$ of $60$. One per cent of $60$ is $0.6$. Thirty-five times that: $35 \\cdot 0.6 = 21$.',
];
const ONE_SIDE = [
  'Take $4y + 9 = 61$. Subtract $9$ on both sides: $4y = 52$. Divide both by $4$: $y = 13$. Test: $4 \\cdot 13 + 9 = 61$.',
  'Take $6y - 7 = 95$. Add $7$ on both sides: $6y = 102$. Divide both by $6$: $y = 17$. Test: $6 \\cdot 17 - 7 = 95$.',
];
const BOTH_SIDES = [
  'Take $7y - 5 = 3y + 63$. Subtract $3y$ on both sides: $4y - 5 = 63$. Add $5$: $4y = 68$. Divide by $4$: $y = 17$.',
  'Take $8y + 1 = 2y + 79$. Subtract $2y$ on both sides: $6y + 1 = 79$. Subtract $1$: $6y = 78$. Divide by $6$: $y = 13$.',
];
const QUADRATICS = [
  'Take $y^2 - 19y + 88 = 0$. Two numbers with product $88$ and sum $19$ are $8$ and $11$, so $(y - 8)(y - 11) = 0$, and $y = 8$ or $y = 11$.',
  'Take $y^2 - 23y + 130 = 0$. Two numbers with product $130$ and sum $23$ are $10$ and $13$, so $(y - 10)(y - 13) = 0$, and $y = 10$ or $y = 13$.',
];
