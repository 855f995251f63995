import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMaths, quantityShown, unitShown } from './as-maths.ts';

test('values are set as mathematics', () => {
  for (const [text, shown] of [
    ['8x − 12', '$8x - 12$'],
    ['42*pi', '$42\\pi$'],
    ['88 + 8*pi', '$88 + 8\\pi$'],
    ['42π', '$42\\pi$'],
    ['(6, inf)', '$(6, \\infty)$'],
    ['(−∞, 4]', '$(-\\infty, 4]$'],
    ['{-5, 5}', '$\\{-5, 5\\}$'],
    ['m² − 1', '$m^2 - 1$'],
    ['2^10', '$2^{10}$'],
    ['x^(n+1)', '$x^{n+1}$'],
    ['6/x', '$6/x$'],
    ['sqrt(2)', '$\\sqrt{2}$'],
    ['x >= 3', '$x \\ge 3$'],
    ['10,000', '$10{,}000$'],
    ['\\frac{1}{2}', '$\\frac{1}{2}$'],
    ['6v^2', '$6v^2$'],
    ['4m', '$4m$'],
    ['3/4', '$3/4$'],
  ] as const) {
    assert.equal(asMaths(text), shown, text);
  }
});

test('letters behind a number are a unit only where units are meant', () => {
  for (const [text, shown] of [
    ['5 m/s', '$5$ m/s'],
    ['12 cm^2', '$12$ cm²'],
    ['12%', '$12$ %'],
    ['112°', '$112°$'],
    ['3/4', '$3/4$'],
  ] as const) {
    assert.equal(asMaths(text, true), shown, text);
  }
  assert.equal(asMaths('6v^2'), '$6v^2$');
});

test('prose is not set as mathematics', () => {
  for (const text of [
    'newton',
    'it is 5',
    'because of the rain',
    'inverse operations',
    '',
    '   ',
    '8 because times first',
  ])
    assert.equal(asMaths(text), null, text);
});

test('units are printed as in a book', () => {
  assert.equal(unitShown('m/s^2'), 'm/s²');
  assert.equal(unitShown('kg m/s'), 'kg·m/s');
  assert.equal(quantityShown('10000', 'cm^2'), '$10000$ cm²');
  assert.equal(quantityShown('67', 'degrees'), '$67°$');
});
