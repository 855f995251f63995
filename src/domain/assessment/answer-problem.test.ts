import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerKey } from '../curriculum/curriculum.ts';
import { type AnswerProblem, AnswersRefusedError, problemOf } from './answer-problem.ts';
import { LONGEST_ANSWER } from './mark-answer.ts';

const key = (kind: AnswerKey['kind']) => ({
  kind,
  choices: ['a', 'b', 'c'].map((id) => ({ id, text: `text of ${id}` })),
});

test('a choice that a question does not have is no empty answer: it is said back, with those that there are', () => {
  const allowed = ['a', 'b', 'c'];
  assert.deepEqual(problemOf(key('choice'), ['z']), { why: 'no such choice', read: ['z'], allowed });
  assert.deepEqual(problemOf(key('choice'), ['A']), { why: 'no such choice', read: ['A'], allowed });
  assert.deepEqual(problemOf(key('several choices'), ['a,z', 'y']), {
    why: 'no such choice',
    read: ['z', 'y'],
    allowed,
  });
  assert.deepEqual(problemOf(key('choice'), ['z'.repeat(4000)])?.why, 'no such choice');
  assert.ok(JSON.stringify(problemOf(key('choice'), ['z'.repeat(4000)])).length < 120);
});

test('what is chosen among the choices, and taking it back, is taken', () => {
  for (const sent of [['b'], [' b '], ['b', 'b'], [''], []]) assert.equal(problemOf(key('choice'), sent), null);
  for (const sent of [['c', 'a'], ['c,a'], ['']]) assert.equal(problemOf(key('several choices'), sent), null);
});

test('of several answers to what takes one none is picked in silence', () => {
  assert.deepEqual(problemOf(key('choice'), ['a', 'b']), { why: 'more than one', given: 2 });
  assert.deepEqual(problemOf(key('number'), ['1', '2']), { why: 'more than one', given: 2 });
});

test('written answers are bounded without what stands around them', () => {
  assert.equal(problemOf(key('text'), [` ${'y'.repeat(LONGEST_ANSWER)}\r\n`]), null);
  assert.deepEqual(problemOf(key('text'), ['y'.repeat(LONGEST_ANSWER + 1)]), {
    why: 'too long',
    length: LONGEST_ANSWER + 1,
  });
});

test('the error says of each answer where it was sent, what was read and what is allowed', () => {
  const problem: AnswerProblem = { why: 'no such choice', read: ['z"'], allowed: ['a', 'b'] };
  const error = new AnswersRefusedError([{ index: 2, position: 7, problem }], null);
  assert.equal(error.message, 'Question 7 has no choice "z\\"". Nothing was saved.');
  assert.deepEqual(error.details, { fields: { 'answers.2.values': 'of "a", "b", or none to take it back' } });
});
