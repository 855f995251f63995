import { inTex, isZero, minus, over, plus, written } from './fraction.ts';
import type { OwnWords } from './own-words.ts';
import { degreeOf, type Polynomial, polynomialInTex } from './polynomial.ts';
import type { BroughtProblem, Relation } from './read-own-problem.ts';
import { hints, maths, type Solved } from './solved.ts';

const TURNED: Record<Relation, Relation> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const IN_TEX: Record<Relation, string> = { '<': '<', '<=': '\\le', '>': '>', '>=': '\\ge' };
const ZERO = { n: 0, d: 1 };

/** A linear inequality in one letter. Null where the letter falls out: then all numbers fit or none, which has no single way to write. */
export function inequality(
  problem: BroughtProblem,
  relation: Relation,
  [left, right]: readonly [Polynomial, Polynomial],
  words: OwnWords,
): Solved | null {
  const { letter, written: text } = problem;
  if (isSolved(problem)) return null;
  const slope = plus(left[1], minus(right[1]));
  const rest = plus(right[0], minus(left[0]));
  if (!isZero(left[2]) || !isZero(right[2]) || slope === undefined || rest === undefined || isZero(slope)) return null;
  const border = over(rest, slope);
  if (border === undefined) return null;
  const turned = slope.n < 0;
  const way = turned ? TURNED[relation] : relation;
  const line = (l: Polynomial, r: Polynomial, sign: Relation) =>
    `$${polynomialInTex(l, letter)} ${IN_TEX[sign]} ${polynomialInTex(r, letter)}$`;
  const unknown = `$${letter}$`;
  const say = words.inequality;
  const bothSides = degreeOf(left) === 1 && degreeOf(right) === 1;
  return {
    question: say.question(maths(inSigns(text)), unknown),
    key: { kind: 'interval', answer: `${letter} ${way} ${written(border)}`, acceptedAnswers: [], choices: [] },
    hints: hints(
      say.meaning(unknown),
      say.balance,
      `${text.includes('(') ? words.linear.brackets : ''}${bothSides ? words.linear.gather(unknown) : words.linear.isolate(unknown)}`,
      say.divide(unknown),
    ),
    examples: words.examples.inequality,
    explanation: say.explanation(
      line(left, right, relation),
      line([ZERO, slope, ZERO], [rest, ZERO, ZERO], relation),
      `$${letter} ${IN_TEX[way]} ${inTex(border)}$`,
      turned,
    ),
  };
}

const inSigns = (text: string): string =>
  text.replace(/\s*(?:<=|=<|≤)\s*/g, ' \\le ').replace(/\s*(?:>=|=>|≥)\s*/g, ' \\ge ');

/** "x < 5" asks nothing any more. */
const isSolved = ({ letter, left, right }: BroughtProblem): boolean =>
  (left === letter || right === letter) && !(left.includes(letter) && right?.includes(letter));
