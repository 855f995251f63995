import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessSmall } from './small-groups.ts';

test('groups of one to nine people are not counted out loud', () => {
  assert.deepEqual([0, 1, 9, 10, 250].map(unlessSmall), [0, null, null, 10, 250]);
});
