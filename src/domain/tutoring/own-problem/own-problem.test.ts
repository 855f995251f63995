import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { createAnswerChecker } from '../answer-checking/answer-checker.ts';
import { loadMathEngine } from '../answer-checking/math-engine.ts';
import { buildLadder } from '../ladder.ts';
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

test('a problem that a pupil brings is solved exactly', () => {
  const problems: [string, string][] = [
    ['help me with 3x + 5 = 20', '5'],
    ['can you help me solve 2(x - 3) = 14?', '10'],
    ['my homework: 7y - 4 = 3y + 10', '7/2'],
    ['Solve 5 - x = 12.', '-7'],
    ['how do i solve x/4 + 1 = 3', '8'],
    ['solve x^2 - 5x + 6 = 0', '{2, 3}'],
    ['solve x² = 49', '{-7, 7}'],
    ['help me with (x-2)^2 = 0', '2'],
    ['i need to do 3/4 + 1/8', '7/8'],
    ['calculate 12 x 14', '168'],
    ['what is 20% of 50?', '10'],
    ['work out 40 - 3 * (2 + 9)', '7'],
    ['0.5x = 3.5', '7'],
    ['what is 1,200 + 34', '1234'],
    ['calculate 2^10 - 24', '1000'],
  ];
  for (const [text, answer] of problems) assert.equal(answerTo(text), answer, text);
});

test('what cannot be solved exactly, or is no problem, is left to other help', () => {
  const others = [
    'help me',
    'i need help with fractions',
    'solve x + y = 3',
    'x = x',
    'solve 3x + 1 = 3x + 2',
    'solve x^2 + 1 = 0',
    'solve x^2 = 2',
    'solve x^3 = 8',
    'what is a fraction?',
    'I have 3 apples',
    '3/4',
    '5',
    '-2',
    '',
    'my homework is about plants',
    'solve 1/x = 2',
    'calculate 1/0 + 1',
    'help me with page 12',
    'i am 12',
    `solve ${'('.repeat(50)}x = 1`,
    'help me with 9999999999 * 9999999999',
  ];
  for (const text of others) assert.equal(answerTo(text), null, text);
});

test('while a question is open only a message that says so brings a problem, and none that is in the question', () => {
  const open = 'What is $12 \\cdot 4$?';
  assert.equal(itemFor('12*4 = 48', open), null);
  assert.equal(itemFor('what is 3 + 4', open), null);
  assert.equal(itemFor('help me with 12 * 4', open), null);
  assert.equal(itemFor('help me with 3x + 5 = 20', open)?.key.answer, '5');
});

test('the ladder of a brought problem has every rung, and the answer only on the last', () => {
  for (const text of [
    'solve 3x + 5 = 20',
    'solve 5x - 2 = 2x + 10',
    'solve x^2 - 5x + 6 = 0',
    'calculate 17 + 26',
    'what is 20% of 50?',
  ]) {
    const item = itemFor(text) ?? assert.fail(text);
    const ladder = buildLadder(item, checker);
    assert.ok(ladder.length >= 4, text);
    assert.equal(ladder.at(-1)?.kind, 'answer');
    assert.ok(
      ladder.some(({ kind }) => kind === 'worked look-alike'),
      text,
    );
  }
});

test('a linear equation with any small numbers comes out as the number that solves it', () => {
  const small = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(small, small, small, small, (a, b, c, d) => {
      const answer = answerTo(`solve ${a}x + (${b}) = ${c}x + (${d})`);
      if (a === c) return assert.equal(answer, null);
      const [n = Number.NaN, of = 1] = (answer ?? '').split('/').map(Number);
      assert.ok(Math.abs(a * (n / of) + b - (c * (n / of) + d)) < 1e-9);
    }),
    { numRuns: 200 },
  );
});

test('whatever is written, reading it never fails', () => {
  const pieces = fc.array(
    fc.constantFrom('solve', 'x', '3', '=', '(', ')', '^', '/', '%', ' of ', '-', '.', ',', '²', '\\', '$', ':', '🙂'),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 80 }),
        pieces.map((list) => list.join(' ')),
      ),
      (text) => {
        const item = itemFor(text);
        if (item) assert.equal(checker.check(item.key, { text: item.key.answer }).verdict, 'correct');
      },
    ),
    { numRuns: 500 },
  );
});

test('in Hebrew everything that is said of a problem is Hebrew, and what is right stays the same', () => {
  const formulas = /\$[^$]+\$/g;
  for (const text of [
    '3x + 5 = 20',
    '7y - 4 = 3y + 10',
    '2(x - 3) = 14',
    'x^2 - 5x + 6 = 0',
    '3/4 + 1/8',
    '40 - 3 * (2 + 9)',
  ]) {
    const problem = readOwnProblem(`solve ${text}`, null);
    assert.ok(problem, text);
    const [english, hebrew] = (['en', 'he'] as const).map((language) => ownItem({ ...problem, language }, 3, checker));
    assert.deepEqual(hebrew?.key, english?.key);
    const said = [
      hebrew?.question,
      ...(hebrew?.hints.map((hint) => hint.text) ?? []),
      hebrew?.workedExample,
      hebrew?.explanation,
    ];
    for (const each of said) {
      const words = each?.replace(formulas, '') ?? '';
      assert.match(words, /\p{Script=Hebrew}/u, text);
      assert.doesNotMatch(words, /[a-z]{2}/i, text);
    }
    assert.deepEqual(
      hebrew?.workedExample.match(formulas)?.slice(0, 1),
      english?.workedExample.match(formulas)?.slice(0, 1),
    );
  }
});
