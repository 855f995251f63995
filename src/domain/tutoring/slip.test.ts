import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import { createAnswerChecker } from './answer-checking/answer-checker.ts';
import { loadMathEngine } from './answer-checking/math-engine.ts';
import { slipOf } from './slip.ts';
import type { AnswerChecker } from './verdict.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});
const slip = (item: Item, answer: string) => slipOf(item, answer, checker);
const kind = (key: Item['key'], answer: string, question = 'What is it?') =>
  slip(makeItem(1, { key, question, hints: [] }), answer).kind;

test('a wrong number says what kind of slip it looks like, beside its key', () => {
  const key = keyOf('12');
  assert.deepEqual(
    ['-12', '1.2', '1200', '1/12', '13', '40', '5', 'twelve-ish'].map((answer) => kind(key, answer)),
    ['sign', 'place value', 'place value', 'turned over', 'one off', 'too big', 'too small', 'number'],
  );
  assert.equal(kind(keyOf('3/4'), '4/3'), 'turned over');
  assert.equal(kind(keyOf('150', { unit: 'cm' }), '1.5'), 'unit');
  assert.equal(kind(keyOf('2', { unit: 'h' }), '120 min'), 'unit');
});

test('nothing is taken for a division by zero', () => {
  const item = makeItem(1, {
    question: 'A ball falls from 0.2 to 0.0 metres, 27 times. How far is that?',
    key: keyOf('5.4'),
    hints: [],
  });
  assert.deepEqual(slip(item, '0.54'), { kind: 'place value' });
});

test('what was done with two numbers of the question is found where it comes out exactly', () => {
  const item = makeItem(1, {
    question: 'There are 12 boxes with 4 pens in each. How many pens?',
    key: keyOf('48'),
    hints: [],
  });
  assert.deepEqual(slip(item, '16'), { kind: 'operation', used: 'added', numbers: ['12', '4'] });
  assert.deepEqual(slip(item, '8'), { kind: 'operation', used: 'subtracted', numbers: ['12', '4'] });
  assert.deepEqual(slip(item, '3'), { kind: 'operation', used: 'divided', numbers: ['12', '4'] });
  assert.deepEqual(slip(item, '12'), { kind: 'from the question' });
  const longer = makeItem(2, {
    question: 'A pen costs 3, Ana buys 5 and pays with 20. What does she get back?',
    key: keyOf('5.5'),
  });
  assert.notEqual(slip(longer, '15').kind, 'part way', 'nothing is claimed that does not lead to the key');
  assert.deepEqual(slip({ ...longer, key: keyOf('5') }, '15'), {
    kind: 'part way',
    used: 'multiplied',
    numbers: ['3', '5'],
  });
});

test('the answer to a smaller question of the author is a step on the way', () => {
  const scaffold = { question: 'How many in one row?', kind: 'number', answer: '7' } as const;
  const item = makeItem(1, { key: keyOf('84'), hints: [{ text: 'Look at one row.', scaffold }] });
  assert.deepEqual(slip(item, '7'), { kind: 'smaller question', question: 'How many in one row?' });
});

test('expressions, intervals and sets say which part of them is wrong', () => {
  assert.equal(kind(keyOf('2x - 6', { kind: 'expression' }), '6 - 2x'), 'sign');
  assert.equal(kind(keyOf('2x - 6', { kind: 'expression' }), '2x - 5'), 'expression');
  assert.equal(kind(keyOf('(2, 5]', { kind: 'interval' }), '[2, 5]'), 'border');
  assert.equal(kind(keyOf('(2, 5]', { kind: 'interval' }), '(2, 6]'), 'interval');
  const set = keyOf('{-2, 3}', { kind: 'set' });
  assert.deepEqual(
    ['3', '-2, 3, 5', '2, 3'].map((answer) => kind(set, answer)),
    ['value missing', 'value too many', 'set'],
  );
});

test('whatever is answered, a slip is found without failing', () => {
  const keys = [
    keyOf('12'),
    keyOf('0'),
    keyOf('2x', { kind: 'expression' }),
    keyOf('(1, 2]', { kind: 'interval' }),
    keyOf('{1}', { kind: 'set' }),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.string({ maxLength: 60 }),
      fc.string({ maxLength: 80 }),
      (key, answer, question) => {
        assert.ok(typeof kind(key, answer, question) === 'string');
      },
    ),
    { numRuns: 300 },
  );
});

test('of two values each is looked at by itself', () => {
  assert.equal(kind(keyOf('(3, 2)', { kind: 'expression' }), '(2, 3)'), 'set');
});

test('an expression with one wrong sign is seen as that', () => {
  const key = keyOf('8x - 12', { kind: 'expression' });
  assert.deepEqual(
    ['8x + 12', '-8x - 12', '-8x + 12', '8x - 3', '4x + 12'].map((answer) => kind(key, answer)),
    ['sign', 'sign', 'sign', 'expression', 'expression'],
  );
});
