import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spokenToSymbols } from './spoken.ts';

test('spoken numbers and operations become symbols', () => {
  const spoken: Record<string, string> = {
    'twenty-three': '23',
    'minus two': '-2',
    'three quarters': '3/4',
    'two and a half': '2 1/2',
    'one point five': '1.5',
    'zero point zero five': '0.05',
    'one hundred and five': '105',
    'two thousand and nineteen': '2019',
    'forty two thousand one hundred': '42100',
    'twenty five percent': '25%',
    'x squared': 'x^2',
    'the square root of two': 'sqrt 2',
    'minus seven times x': '-7 * x',
    'three over four': '3/4',
    'x is greater than three': 'x > 3',
    'plus or minus two': '± 2',
  };
  for (const [said, written] of Object.entries(spoken)) assert.equal(spokenToSymbols(said), written);
});

test('words that are several numbers, or none, stay apart', () => {
  assert.equal(spokenToSymbols('two and three'), '2 and 3');
  assert.equal(spokenToSymbols('five six'), '5 6');
  assert.equal(spokenToSymbols('the one'), 'the one');
  assert.equal(spokenToSymbols('photosynthesis'), 'photosynthesis');
});
