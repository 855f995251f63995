import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayTellParents } from './alerts.ts';

test('parents are told of distress and self-harm, never where the harm may be at home or nobody knows', () => {
  assert.deepEqual(['distress', 'self-harm'].map(mayTellParents), [true, true]);
  assert.deepEqual(['abuse', 'violence', 'constructor', ''].map(mayTellParents), [false, false, false, false]);
});
