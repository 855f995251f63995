import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert, readUnit } from './units.ts';

function inUnit(value: number, from: string, to: string): number | undefined {
  const [a, b] = [readUnit(from), readUnit(to)];
  return a && b && convert(value, a, b);
}

test('units of the same kind are converted', () => {
  assert.equal(inUnit(50, 'cm', 'm'), 0.5);
  assert.equal(inUnit(3, 'square metres', 'm^2'), 3);
  assert.equal(inUnit(1, 'N', 'kg m s^{-2}'), 1);
  assert.equal(inUnit(36, 'km/h', 'm/s'), 10);
  assert.equal(inUnit(20, '°C', 'K'), 293.15);
  assert.equal(inUnit(3, 'kWh', 'J'), 10_800_000);
  assert.ok(Math.abs((inUnit(2, 'square metres', 'cm^2') ?? 0) - 20_000) < 1e-6);
});

test('units of different kinds are not', () => {
  for (const [from, to] of [
    ['m', 'm^2'],
    ['kg', 'N'],
    ['$', '€'],
    ['s', 'm'],
    ['Hz', 's'],
  ] as const) {
    assert.equal(inUnit(1, from, to), undefined, `${from} in ${to}`);
  }
});

test('the case of a symbol counts where it changes the unit', () => {
  assert.equal(inUnit(1, 'MW', 'mW'), 1e9);
  assert.equal(inUnit(1, 'CM', 'cm'), 1);
});

test('other words are no units', () => {
  for (const word of ['apples', 'x', 'banana/h', '', 'metre of']) assert.equal(readUnit(word), undefined, word);
});
