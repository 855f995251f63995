import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AnswerKey, QaKind } from '../../curriculum/curriculum.ts';
import type { AnswerChecker } from '../verdict.ts';
import { createAnswerChecker } from './answer-checker.ts';
import { kindOfAnswer } from './kind-of-answer.ts';
import { loadMathEngine } from './math-engine.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

interface Case {
  right?: string[];
  wrong?: string[];
  unclear?: string[];
}

function observe(title: string, kind: QaKind, answer: string, { right = [], wrong = [], unclear = [] }: Case): void {
  const key: AnswerKey = { kind, answer, acceptedAnswers: [], choices: [] };
  test(title, () => {
    for (const text of right) assert.equal(checker.check(key, { text }).verdict, 'correct', `right: ${text}`);
    for (const text of wrong) assert.equal(checker.check(key, { text }).verdict, 'incorrect', `wrong: ${text}`);
    for (const text of unclear) assert.equal(checker.check(key, { text }).verdict, 'cannot judge', `unclear: ${text}`);
  });
}

observe('an expression is right in every equivalent form', 'expression', '2x + 6', {
  right: [
    '2(x+3)',
    '6+2x',
    '2*x + 6.',
    '2X+6',
    '$2x+6$',
    '2\\left(x+3\\right)',
    'y = 2x+6',
    'So I get 2x + 6',
    'two x plus six',
  ],
  wrong: ['2x+5', '2x-6', 'x+3', '2y+6', '2x', '6', '2x^2+6', '2x + 6 + y'],
  unclear: ["i don't know", 'hello', 'is it hard', 'k', 'please help me'],
});

observe('sample points are not correlated: y = x + 4 is not y = x + 3', 'expression', 'y = x + 3', {
  right: ['y=3+x', 'x = y - 3', 'y - x = 3', '2y = 2x + 6', 'x + 3'],
  wrong: ['y = x + 4', 'y=-x+3', 'x = y + 3', 'x + y = 3', 'y = x'],
});

observe('a solved equation wants the solution, not an equation with the same solution', 'expression', 'x = 3', {
  right: ['3', '3 = x', 'x = 3.0', 'X=3'],
  wrong: ['2x = 6', 'x + 5 = 8', 'x = 4', 'y = 3', 'x > 3'],
});

observe('factored and expanded forms are the same', 'expression', 'x^2-4', {
  right: ['(x-2)(x+2)', 'x²-4', '-(4-x^2)', 'x*x - 4'],
  wrong: ['x^2+4', '(x-2)^2'],
});

observe('1/2x is half of x; where the key is 1/(2x) one cannot know', 'expression', '\\frac{1}{2x}', {
  right: ['1/(2x)', '0.5/x', 'x^{-1}/2'],
  unclear: ['1/2x'],
});
observe('x2 is unclear where x² is asked for', 'expression', 'x^2', {
  right: ['x²', 'x·x', 'x squared'],
  unclear: ['x2'],
  wrong: ['2x'],
});

observe('a root of a square is an absolute value', 'expression', '|u^3|', {
  right: ['|u|^3', 'abs(u^3)', '\\sqrt{u^6}'],
  wrong: ['u^3', '-u^3', '|u^2|'],
});
observe('roots and powers are real where pupils mean them so', 'expression', '3x^2\\sqrt{x-5}', {
  right: ['3x^2 (x-5)^{1/2}', 'sqrt(9x^4(x-5))', '3x²√(x−5)'],
  wrong: ['3x^2\\sqrt{x+5}', '3x^2'],
});
observe('functions may be written without brackets', 'expression', '\\sin(2x)', {
  right: ['2 sin x cos x', 'sin 2x', '2\\sin x\\cos x'],
  wrong: ['2 sin x', 'sin x', 'sin^2 x'],
});
observe('logarithms keep their base', 'expression', '\\log_2(8x)', {
  right: ['3 + log_2 x', '\\log_{2}(x)+3'],
  wrong: ['3 + log x', 'log_3(8x)'],
});
observe('complex numbers are numbers', 'expression', '10+14i', {
  right: ['14i + 10', '2(5+7i)'],
  wrong: ['10 - 14i', '10+14', '24i'],
});
observe('names with an index are names', 'expression', '\\frac{\\rho_0 a^2}{4}', {
  right: ['ρ_0 a²/4', '0.25 rho_0 a^2'],
  wrong: ['ρ_1 a²/4'],
});

observe('an inequality keeps its direction and its strictness', 'expression', '2x + y > 4', {
  right: ['y > 4 - 2x', '4x + 2y > 8', '-2x - y < -4'],
  wrong: ['2x + y < 4', '2x + y ≥ 4', '-2x - y > -4'],
});
observe('x < 3 is not x > 3', 'expression', 'x < 3', {
  right: ['3 > x', '(-∞, 3)', 'x is less than 3'],
  wrong: ['x > 3', 'x <= 3', 'x < 4', '3'],
});

observe('a pair is in order, and round', 'expression', '(2, -3)', {
  right: ['( 2 , −3 )', 'the point is (2,-3)'],
  wrong: ['(-3, 2)', '(2, 3)', '[2, -3]', '2'],
});
observe('a matrix by rows', 'expression', '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}', {
  right: ['[[1,2],[3,4]]', '[1, 2; 3, 4]', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}'],
  wrong: ['[[1,2],[4,3]]', '[[1,3],[2,4]]'],
});

observe('a set has no order and needs no braces', 'set', '{-2, 3}', {
  right: [
    '3, -2',
    '-2 and 3',
    'x=-2 or x=3',
    'x = -2, 3',
    '-2; 3',
    'the solutions are -2 and 3',
    'minus two and three',
  ],
  wrong: ['3', '{2, 3}', '-2, 3, 4', '{-2, -3}'],
});
observe('± stands for two answers', 'set', 'x = \\frac{10 \\pm \\sqrt{1100}}{20}', {
  right: ['(10+√1100)/20 and (10-√1100)/20', 'x = 1/2 ± √11/2'],
  wrong: ['(10+√1100)/20', '(10±√1101)/20'],
});
observe('no solution is an answer', 'set', 'no solution', {
  right: ['∅', '{}', 'there is no solution'],
  wrong: ['0', '{0}'],
});

observe('an interval may be an inequality, and its brackets count', 'interval', '(-∞, 4]', {
  right: ['(-inf,4]', '(-oo; 4]', 'x ≤ 4', '4 >= x', '$(-\\infty,4]$', '{x | x <= 4}', 'x is less than or equal to 4'],
  wrong: ['(-inf,4)', '[-inf,4]', '(4,inf)', 'x<4', '(-inf,5]', '4'],
});
observe('a double inequality', 'interval', '(2, 5]', {
  right: ['2 < x ≤ 5', 'x > 2 and x <= 5', ']2, 5]', '5 >= x > 2'],
  wrong: ['[2,5]', '2<=x<=5', '(5,2]'],
});
observe('a union in any order', 'interval', '(-inf,-4)U(-3,inf)', {
  right: ['(-3,∞) ∪ (-∞,-4)', 'x<-4 or x>-3', '(-\\infty,-4)\\cup(-3,\\infty)'],
  wrong: ['(-inf,-4)', '(-inf,-4] U (-3,inf)', '(-4,-3)'],
});
observe('infinity is not a large number', 'interval', '(0, ∞)', { wrong: ['(0, π/9)', '(0, 1e308)', 'π/9'] });
observe('everything but one number', 'interval', 'x ≠ 3', {
  right: ['(-∞,3)∪(3,∞)', 'x != 3'],
  wrong: ['x = 3', 'x > 3'],
});

observe('one coordinate of a point that is right is asked for the other, not marked', 'expression', '(2, 3)', {
  right: ['(2,3)', 'x = 2, y = 3', 'y is 3 and x is 2', '2, 3'],
  wrong: ['x = 3', 'y = 2', '2', 'x = 2, y = 4', '(3, 2)'],
  unclear: ['x = 2', 'Y=3', 'I think x = 2'],
});

observe('the solution of a system may be named or written as a point', 'expression', 'x = 2, y = 3', {
  right: ['(2, 3)', 'y = 3, x = 2', '2, 3'],
  wrong: ['(3, 2)', 'x = 3', 'x = 2, y = 2'],
  unclear: ['x = 2', 'y = 3'],
});

observe('one root of two is wrong: nothing says that there is another', 'set', '{2, 3}', {
  right: ['x = 2 or x = 3'],
  wrong: ['x = 2', '2'],
});

observe('an interval has no coordinates', 'interval', '(2, 3)', { wrong: ['x = 2'] });

test('an answer that reads literally like the key is right even where it cannot be parsed', () => {
  const key: AnswerKey = {
    kind: 'expression',
    answer: 'domain: $(0,\\infty)$, range: ℝ',
    acceptedAnswers: [],
    choices: [],
  };
  assert.equal(checker.check(key, { text: 'the answer is domain: $$(0,\\infty)$$, range: ℝ' }).verdict, 'correct');
  assert.notEqual(checker.check(key, { text: 'domain: $(1,\\infty)$, range: ℝ' }).verdict, 'correct');
});

test('the pupil is shown the formula as it was read', () => {
  const key: AnswerKey = { kind: 'expression', answer: 'x', acceptedAnswers: [], choices: [] };
  const verdict = checker.check(key, { text: '\\frac{x^2}{\\sqrt{3}} - 2\\cdot x' });
  assert.deepEqual(verdict, { verdict: 'incorrect', understood: 'x²/√3 − 2x' });
});

test('an importer learns the kind of an answer from its form', () => {
  const kinds: Record<string, QaKind> = {
    '$$\\frac{3}{4}$$': 'number',
    '$5.83': 'number',
    '$$16$$ $$m$$': 'number',
    '180\\pi': 'number',
    '2x+6': 'expression',
    'y=4x-3': 'expression',
    '(2, -3)': 'expression',
    'x=-3, x=2': 'set',
    '(-inf,-4)U(-3,inf)': 'interval',
    'x \\leq 4': 'interval',
    'a closed curve': 'text',
  };
  for (const [answer, kind] of Object.entries(kinds)) assert.equal(kindOfAnswer(answer), kind, answer);
});

observe('a point is known by its coordinates, with and without brackets and letters', 'expression', '(2, 3)', {
  right: ['(2, 3)', '2, 3', 'x = 2, y = 3', 'y = 3, x = 2', 'x=2 and y=3'],
  wrong: ['(3, 2)', '3, 2', 'x = 3, y = 2', 'x = 2, y = 4'],
});

observe('two solutions may be written with the Hebrew "and"', 'set', '{2, 3}', {
  right: ['2 ו-3', '3 ו 2', 'x=2 ו-x=3'],
  wrong: ['2 ו-4'],
});
