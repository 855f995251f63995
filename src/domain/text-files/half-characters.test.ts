import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halfCharacters } from './half-characters.ts';

const codes = (json: string) => halfCharacters(json).map(({ line, column, code }) => `${line}:${column} ${code}`);

test('a half of a character is found where it stands, first or second half', () => {
  assert.deepEqual(codes('{\n "a": "x\\ud83d", "b": "\\uDE00"}'), ['2:9 \\ud83d', '2:24 \\uDE00']);
  assert.deepEqual(
    codes('"\\ud83d\\ud83d\\ude00"'),
    ['1:2 \\ud83d'],
    'of two first halves the second has its other one',
  );
});

test('whole characters, other codes and a backslash that is meant are none', () => {
  assert.deepEqual(codes('"\\ud83d\\ude00 \\u05d0 \\\\ud83d $\\\\udots$ 😀"'), []);
  assert.deepEqual(codes('"\\\\\\ud83d"'), ['1:4 \\ud83d']);
});
