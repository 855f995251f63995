import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shorten } from './shorten.ts';

test('a text that fits stays as it is, and nothing is said of it', () => {
  assert.equal(
    shorten('its title', 'Fractions', 9, () => assert.fail()),
    'Fractions',
  );
});

test('of a text that is too long it is told how long it is, how long it may be, and what is gone', () => {
  const told: string[] = [];
  assert.equal(
    shorten('its title', 'Fractions and more', 9, (note) => told.push(note)),
    'Fractions',
  );
  assert.deepEqual(told, [
    'its title has 18 characters; allowed are 9. It was taken up to “…Fractions”; what was left out is “ and more”',
  ]);
});

test('a character that takes two places is never cut in half', () => {
  const told: string[] = [];
  assert.equal(
    shorten('its title', 'ab😀', 3, (note) => told.push(note)),
    'ab',
  );
  assert.match(told[0] ?? '', /left out is “😀”/);
});
