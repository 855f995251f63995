import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { createAnswerChecker } from '../answer-checking/answer-checker.ts';
import { loadMathEngine } from '../answer-checking/math-engine.ts';
import { initialDialogue } from '../dialogue-state.ts';
import { buildLadder } from '../ladder.ts';
import { readPupil } from '../pupil-act.ts';
import type { AnswerChecker } from '../verdict.ts';
import { ownItem } from './own-item.ts';
import { readOwnProblem } from './read-own-problem.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

function itemFor(text: string, open: string | null = null) {
  const problem = readOwnProblem(text, open);
  return problem && ownItem(problem, 3, checker);
}
const answerTo = (text: string) => itemFor(text)?.key.answer ?? null;

test('linear inequalities and systems of two equations are found in what pupils write, and solved', () => {
  const problems: [string, string][] = [
    ['solve 3x + 5 < 20', 'x < 5'],
    ['Help me with 5 - 2x >= 11', 'x <= -3'],
    ['my homework: 2(y - 3) ≤ 4y + 1', 'y >= -7/2'],
    ['how do i solve 7 > 2x + 1?', 'x < 3'],
    ['solve x + y = 5 and x - y = 1', '(3, 2)'],
    ['help me with 2x + 3y = 7, x - y = 1', '(2, 1)'],
    ['my homework: 2q + p = 10; q - p = 2', '(2, 4)'],
    ['solve 3x = 2y + 1\nx + y = 7', '(3, 4)'],
    ['solve 2(x + y) = 3 and x = y/2', '(1/2, 1)'],
  ];
  for (const [text, answer] of problems) assert.equal(answerTo(text), answer, text);
});

test('what has no single answer, or is none of these, is not claimed to be solved', () => {
  for (const text of [
    'solve x < x + 1',
    'solve 2x + 1 > 2x + 3',
    'solve x^2 < 4',
    'solve 3 < x + 1 < 5',
    'solve x + y < 3',
    'solve x > 5',
    'is 3 < 5?',
    'I have 3 < 5 apples',
    'solve x + y = 2 and 2x + 2y = 4',
    'solve x + y = 2 and x + y = 3',
    'solve x*y = 3 and x + y = 4',
    'solve x + y^2 = 3 and x + y = 4',
    'solve x + y + y*(y-1)*(y-2)*(y-3)*(y+1) = 3 and x = 1',
    'solve x + y = 2 and y + z = 3',
    'solve x + y = 2, x - y = 1, x = 4',
    'solve x + y = 3',
  ])
    assert.equal(answerTo(text), null, text);
});

test('property: an inequality holds just where its answer does', () => {
  const small = fc.integer({ min: -9, max: 9 });
  const sign = fc.constantFrom('<', '<=', '>', '>=');
  const holds = (left: number, relation: string, right: number): boolean =>
    relation === '<'
      ? left < right
      : relation === '>'
        ? left > right
        : relation === '<='
          ? left <= right
          : left >= right;
  fc.assert(
    fc.property(small, small, small, small, sign, (a, b, c, d, relation) => {
      const answer = answerTo(`solve ${a}x + (${b}) ${relation} ${c}x + (${d})`);
      if (a === c) return assert.equal(answer, null);
      const [, way = '', n = '', of = '1'] = /^x (<=?|>=?) (-?\d+)(?:\/(\d+))?$/.exec(answer ?? '') ?? [];
      for (let at = -30; at <= 30; at += 1) {
        // In whole numbers, so that the border itself is met exactly.
        const x = at * Number(of) === Number(n) ? Number(n) / Number(of) : at;
        assert.equal(holds((a - c) * x, relation, d - b), holds(at * Number(of), way, Number(n)), `${answer} at ${at}`);
      }
    }),
    { numRuns: 150 },
  );
});

test('property: the answer of a system fits both equations, and lines that do not cross have none', () => {
  const small = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(fc.array(small, { minLength: 6, maxLength: 6 }), ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => {
      const answer = answerTo(`solve ${a}x + (${b})y = ${c} and ${d}x + (${e})y = ${f}`);
      if (a * e === b * d) return assert.equal(answer, null);
      const [x = Number.NaN, y = Number.NaN] = (answer ?? '')
        .slice(1, -1)
        .split(', ')
        .map((part) => part.split('/').map(Number))
        .map(([top = Number.NaN, bottom = 1]) => top / bottom);
      assert.ok(Math.abs(a * x + b * y - c) < 1e-9 && Math.abs(d * x + e * y - f) < 1e-9, `${answer}`);
    }),
    { numRuns: 150 },
  );
});

test('they come with a ladder that holds its answer back until its end, in both languages', () => {
  for (const text of ['solve 3x + 5 < 20', 'solve 5 - 2x >= 4x + 11', 'solve x + y = 5 and x - y = 1'])
    for (const language of ['en', 'he'] as const) {
      const problem = readOwnProblem(text, null) ?? assert.fail(text);
      const item = ownItem({ ...problem, language }, 3, checker) ?? assert.fail(text);
      const ladder = buildLadder(item, checker);
      assert.deepEqual(
        ladder.map(({ kind }) => kind),
        ['pointer', 'concept', 'worked look-alike', 'next step', 'next step', 'answer'],
        text,
      );
      for (const rung of ladder.slice(0, -1)) assert.equal(checker.sameAnswer(item.key, rung.text), false);
      const said = [item.question, item.explanation, item.workedExample, ...item.hints.map((hint) => hint.text)];
      for (const each of said) {
        const words = each.replace(/\$[^$]+\$/g, '');
        if (language === 'he') assert.doesNotMatch(words, /[a-z]{2}/i, each);
        else assert.doesNotMatch(words, /\p{Script=Hebrew}/u, each);
      }
    }
});

test('the solution of a system is read however a pupil writes it, and half of it is not all', () => {
  const item = itemFor('solve x + y = 5 and x - y = 1') ?? assert.fail();
  const verdict = (text: string) => checker.check(item.key, { text }).verdict;
  for (const text of ['(3, 2)', 'x = 3, y = 2', 'y=2 and x=3', 'x=3 y=2', 'x is 3 and y is 2', 'x: 3\ny: 2'])
    assert.equal(verdict(text), 'correct', text);
  for (const text of ['(2, 3)', 'x = 2, y = 3', 'x=2 y=3', 'x = 3']) assert.notEqual(verdict(text), 'correct', text);
});

test('with a question open they are brought only by who says so, and never as the open question itself', () => {
  const open = 'Solve $x + y = 5$ and $x - y = 1$.';
  assert.equal(itemFor('x + y = 7 and x - y = 3', open), null);
  assert.equal(itemFor('help me with x + y = 5 and x - y = 1', open), null);
  assert.equal(itemFor('help me with x + y = 7 and x - y = 3', open)?.key.answer, '(5, 2)');
  assert.equal(readPupil({ text: 'help me with 3x + 5 < 20' }, initialDialogue(), null, checker).type, 'own problem');
});
