import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadMathEngine, type MathEngine } from './math-engine.ts';

let engine: MathEngine;
before(async () => {
  engine = await loadMathEngine();
});

test('arithmetic, functions and variables have their values', () => {
  const at = (source: string, values: number[] = []) => engine.compile(source)?.at(values)?.re;
  assert.equal(at('(1+2*3)'), 7);
  assert.equal(at('v0^2-v1', [3, 4]), 5);
  assert.equal(at('rootOf(3,(-8))'), -2);
  assert.equal(engine.compile('sqrt((-4))')?.at([])?.im, 2);
});

test('a pole, an overflow and an impossible factorial have no value', () => {
  for (const source of ['1/0', '0/0', '10^400', 'factorial((-3))', 'log(0)']) {
    assert.equal(engine.compile(source)?.at([]), undefined, source);
  }
});

test('only known names and constructs are compiled', () => {
  const refused = [
    'import("fs")',
    'createUnit("foo")',
    'evaluate("1")',
    'parse("1")',
    'simplify("x")',
    'cos.constructor("return 1")()',
    'f(x) = x',
    'v0 = 3',
    '[1, 2, 3]',
    '{a: 1}',
    '"text"',
    '1; 2',
    '2 cm',
    'x',
    'random()',
    'v0 ? 1 : 2',
  ];
  for (const source of refused) assert.equal(engine.compile(source), undefined, source);
});

test('what is too long, too large or too high a power is refused', () => {
  assert.equal(engine.compile('1+'.repeat(4000).concat('1')), undefined);
  assert.equal(engine.compile('1+'.repeat(1500).concat('1')), undefined);
  assert.equal(engine.compile('2^(99999)'), undefined);
});
