import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideScore, type GivenScore } from './given-score.ts';

const there = { over: true, attended: true };
const none: GivenScore = { score: null, words: '', lastChange: null };
const seven: GivenScore = { score: 7, words: 'Helped others.', lastChange: 4 };

test('a score is given where nobody gave another since it was looked at, and given again changes nothing', () => {
  assert.equal(decideScore(there, none, { score: 7, seen: null }), 'change');
  assert.equal(decideScore(there, seven, { score: 8, seen: 4 }), 'change');
  assert.equal(decideScore(there, seven, { score: 8, seen: null }), 'changed');
  assert.equal(decideScore(there, seven, { score: 8 }), 'change', 'who did not look');
  assert.equal(decideScore(there, seven, { score: 7, seen: null }), 'same', 'words that are left out stay');
  assert.equal(decideScore(there, seven, { score: 7, words: 'Helped others. ', seen: 4 }), 'same');
  assert.equal(decideScore(there, seven, { score: 7, words: 'Helped me.', seen: 4 }), 'change');
});

test('an empty score takes back what was given, and nothing where nothing was', () => {
  assert.equal(decideScore(there, seven, { score: null, seen: 4 }), 'change');
  assert.equal(decideScore(there, none, { score: null, words: '', seen: null }), 'same');
  assert.equal(decideScore(there, seven, { score: null, words: 'But this.' }), 'no score');
  assert.equal(decideScore({ over: true, attended: false }, seven, { score: null, seen: 4 }), 'change');
});

test('what is no score, too many words, and who was not there are refused', () => {
  for (const score of [0, 11, 7.5, Number.NaN]) assert.equal(decideScore(there, none, { score }), 'no score');
  assert.equal(decideScore(there, none, { score: 5, words: 'x'.repeat(501) }), 'too long');
  assert.equal(decideScore({ over: false, attended: true }, none, { score: 5 }), 'not over');
  assert.equal(decideScore({ over: true, attended: false }, none, { score: 5 }), 'absent');
  assert.equal(decideScore(undefined, none, { score: 5 }), 'not found');
});
