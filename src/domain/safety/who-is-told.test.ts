import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Reachable, toldInRound } from './who-is-told.ts';

const school: Reachable = {
  adults: [
    { userId: 1, step: 0 },
    { userId: 2, step: 1 },
    { userId: 3, step: 2 },
  ],
  classManagers: [7],
  schoolManager: 9,
};

test('the named adults are told first, then the next and the school manager, and everybody goes on being told', () => {
  assert.deepEqual(toldInRound(0, 1, school), [1, 7]);
  assert.deepEqual(toldInRound(1, 1, school), [1, 2, 7, 9]);
  assert.deepEqual(toldInRound(2, 1, school), [1, 2, 3, 7, 9]);
  assert.deepEqual(toldInRound(30, 1, school), [1, 2, 3, 7, 9]);
});

test('what is acute goes to every named adult at once', () => {
  assert.deepEqual(toldInRound(0, 3, school), [1, 2, 3, 7]);
});

test('where nobody is named, or nobody whose turn it is, the school manager is told at once', () => {
  assert.deepEqual(toldInRound(0, 2, { ...school, adults: [] }), [7, 9]);
  assert.deepEqual(toldInRound(0, 2, { ...school, adults: [{ userId: 3, step: 1 }] }), [7, 9]);
  assert.deepEqual(toldInRound(0, 2, { adults: [], classManagers: [], schoolManager: null }), []);
});

test('somebody who is several of these is told once', () => {
  assert.deepEqual(toldInRound(1, 2, { adults: [{ userId: 9, step: 0 }], classManagers: [9], schoolManager: 9 }), [9]);
});
