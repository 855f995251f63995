import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Item, WrongAnswer } from '../curriculum/curriculum.ts';
import { createAnswerChecker } from './answer-checking/answer-checker.ts';
import { loadMathEngine } from './answer-checking/math-engine.ts';
import { commonWrongAnswers } from './common-wrong-answers.ts';
import type { AnswerChecker } from './verdict.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

/** What pupils 1, 2, 3 … answered wrongly, one after the other. */
function common(item: Item, answers: readonly string[], answered = 30, foreseen: readonly WrongAnswer[] = []) {
  const given = answers.map((understood, index) => ({ giver: index + 1, understood }));
  return commonWrongAnswers(item, foreseen, { given, answered }, checker);
}
const times = (count: number, answer: string) => Array.from({ length: count }, () => answer);
const boxes = makeItem(1, {
  question: 'There are 12 boxes with 4 pens in each. How many pens?',
  key: keyOf('48'),
  hints: [],
});

test('answers that come to the same are one, the commonest first, with what they look like beside the key', () => {
  const found = common(boxes, [...times(3, '8'), ...times(2, '16'), '16.0', ' 16 ', '5', '7', '9']);
  assert.deepEqual(found, [
    { answer: '16', pupils: 4, slip: { kind: 'operation', used: 'added', numbers: ['12', '4'] } },
    { answer: '8', pupils: 3, slip: { kind: 'operation', used: 'subtracted', numbers: ['12', '4'] } },
  ]);
});

test('who answers the same again and again counts once', () => {
  const given = times(9, '16').map((understood) => ({ giver: 7, understood }));
  assert.deepEqual(commonWrongAnswers(boxes, [], { given, answered: 30 }, checker), []);
});

test('nothing is said of few pupils, and nothing of a share that is small', () => {
  assert.deepEqual(common(boxes, times(9, '16'), 9), [], 'nine pupils are nobody’s statistics');
  assert.equal(common(boxes, times(3, '16'), 10).length, 1);
  assert.deepEqual(common(boxes, times(2, '16'), 10), []);
  assert.deepEqual(common(boxes, times(3, '16'), 31), [], 'less than one in ten');
});

test('what an author has foreseen, what is right by the key now, and what is somebody’s own words is left out', () => {
  assert.deepEqual(common(boxes, times(5, '16'), 30, [{ answer: '16', feedback: 'Each box has four.' }]), []);
  assert.deepEqual(common(boxes, times(5, '48')), []);
  assert.deepEqual(common(boxes, times(5, `I think it is ${'very '.repeat(40)}many`)), []);
});

test('choices are named as an author would foresee them', () => {
  const choices = [
    { id: 'a', text: 'the sun' },
    { id: 'b', text: 'a rock' },
    { id: 'c', text: 'the moon' },
  ];
  const one = makeItem(2, { key: keyOf('a', { kind: 'choice', choices }), hints: [] });
  assert.deepEqual(common(one, times(4, 'c) the moon')), [{ answer: 'c', pupils: 4, slip: { kind: 'choice' } }]);
  const several = makeItem(3, { key: keyOf('a,c', { kind: 'several choices', choices }), hints: [] });
  const [first] = common(several, times(4, 'a) the sun, b) a rock'));
  assert.deepEqual([first?.answer, first?.pupils], ['a,b', 4]);
});
