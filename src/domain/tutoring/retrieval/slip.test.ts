import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSlipOf } from './slip.ts';

test('typing errors are slips of the word that was meant', () => {
  for (const [typed, meant] of [
    ['fricton', 'friction'],
    ['newtn', 'newton'],
    ['photosinthesis', 'photosynthesis'],
    ['fotosynthesis', 'photosynthesis'],
    ['osmossis', 'osmosis'],
    ['netwon', 'newton'],
    ['coeficent', 'coefficient'],
  ] as const) {
    assert.ok(isSlipOf(typed, meant), `${typed} → ${meant}`);
  }
});

test('other words are no slips, however much alike they look', () => {
  for (const [typed, other] of [
    ['function', 'fraction'],
    ['vector', 'sector'],
    ['bell', 'cell'],
    ['cat', 'cut'],
    ['x2', 'x3'],
    ['side', 'sum'],
  ] as const) {
    assert.ok(!isSlipOf(typed, other), `${typed} is not ${other}`);
  }
});
