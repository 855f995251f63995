import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import { reckoningOf } from './reckoning.ts';

const way = (question: string, answer: string, explanation = '') =>
  reckoningOf(makeItem(1, { question, key: keyOf(answer, { unit: 'm' }), explanation, hints: [] }));

test('the calculation that leads from the numbers of the question to the answer is found', () => {
  assert.deepEqual(way('A train rides 6 s at 25 m/s. How far?', '150'), {
    operation: 'multiplied',
    numbers: ['6', '25'],
    result: '150',
  });
  assert.deepEqual(way('Of 75 liters 30 are left.', '45')?.operation, 'subtracted');
});

test('a number that only the author names may be part of it', () => {
  const found = way('A car drives at 72 km/h. How fast is that in m/s?', '20', 'It is the same as dividing by 3.6.');
  assert.deepEqual([found?.operation, found?.numbers], ['divided', ['72', '3.6']]);
});

test('nothing is guessed: neither where no two numbers lead there, nor where several do, nor for words', () => {
  assert.equal(way('A box is 5 cm long, 4 cm wide and 3 cm high.', '60'), null);
  assert.equal(way('Two and two: 2 and 2.', '4'), null, 'added or multiplied');
  assert.equal(reckoningOf(makeItem(1, { question: '6 s at 25 m/s', key: keyOf('150', { kind: 'text' }) })), null);
});
