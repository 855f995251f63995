import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AnswerKey } from '../curriculum/curriculum.ts';
import { createAnswerChecker } from '../tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../tutoring/verdict.ts';
import { markByKey, tidyAnswer, verdictOf } from './mark-answer.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `text of ${id}` }));
const key = (kind: AnswerKey['kind'], answer: string): AnswerKey => ({
  kind,
  answer,
  acceptedAnswers: [],
  choices: kind === 'choice' || kind === 'several choices' ? choices : [],
});
const verdict = (kind: AnswerKey['kind'], right: string, answer: string) =>
  markByKey({ key: key(kind, right), stem: '', question: 'What is it?', wrongAnswers: [] }, answer, checker)?.verdict ??
  'a reader';

test('what has a key is marked by it, however it is written', () => {
  assert.equal(verdict('number', '3/4', '0.75'), 'correct');
  assert.equal(verdict('number', '3/4', '0.7'), 'incorrect');
  assert.equal(verdict('expression', '2x + 6', '2(x+3)'), 'correct');
  assert.equal(verdict('interval', '(2, 5]', '2 < x <= 5'), 'correct');
  assert.equal(verdict('set', '{-2, 3}', '3, -2'), 'correct');
  assert.equal(verdict('choice', 'b', 'b'), 'correct');
  assert.equal(verdict('choice', 'b', 'c'), 'incorrect');
  assert.equal(verdict('several choices', 'a,c', 'a,c'), 'correct');
  assert.equal(verdict('several choices', 'a,c', 'a'), 'incorrect');
});

test('free text that says the same as the key is right; anything else is for a reader, never wrong by its words', () => {
  assert.equal(verdict('text', 'the Roman Senate', 'Roman senate'), 'correct');
  assert.equal(verdict('text', 'the Roman Senate', 'a council of old men'), 'a reader');
});

test('what cannot be read for certain is for a reader', () => {
  assert.equal(verdict('number', '12', 'about a dozen, I think, or so'), 'a reader');
});

test('nothing answered is nothing earned', () => {
  for (const kind of ['number', 'choice', 'text'] as const)
    assert.equal(verdict(kind, kind === 'choice' ? 'a' : '1', ' '), 'unanswered');
});

test('choices are kept by their ids in the order of the question; written answers as they were written', () => {
  assert.equal(tidyAnswer(key('several choices', 'a,c'), ['c', 'a', 'a']), 'a,c');
  assert.equal(tidyAnswer(key('choice', 'a'), [' b ']), 'b');
  assert.equal(tidyAnswer(key('choice', 'a'), []), '');
  assert.equal(tidyAnswer(key('text', 'x'), ['  two\r\nlines ']), 'two\nlines');
  assert.equal(tidyAnswer(key('text', 'x'), ['y'.repeat(3000)]).length, 3000, 'nothing is cut in silence');
});

test('a share of the points in words', () => {
  assert.deepEqual([0, 0.3, 1].map(verdictOf), ['incorrect', 'partly', 'correct']);
});
