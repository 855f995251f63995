import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sharedData } from '../../../../test/support/shared-data.ts';
import type { AnswerKey, QaKind } from '../../curriculum/curriculum.ts';
import type { AnswerChecker } from '../verdict.ts';
import { createAnswerChecker } from './answer-checker.ts';
import { loadMathEngine, type MathEngine } from './math-engine.ts';

let engine: MathEngine;
let checker: AnswerChecker;
before(async () => {
  engine = await loadMathEngine();
  checker = createAnswerChecker(engine);
});
const NAUGHTY = sharedData('security/blns.json');

function keyOf(kind: QaKind, answer: string): AnswerKey {
  const choices = ['iron', '$x^2$', 'copper and tin'].map((text, i) => ({ id: 'abc'[i] ?? '', text }));
  return { kind, answer, acceptedAnswers: [], choices };
}

const KEYS: readonly AnswerKey[] = [
  keyOf('number', '3'),
  keyOf('number', '1/3'),
  keyOf('expression', 'y = \\sqrt{x+1}'),
  keyOf('set', '{-2,3}'),
  keyOf('interval', '(-inf,4]'),
  keyOf('choice', 'b'),
  keyOf('several choices', 'a,c'),
  keyOf('text', 'photosynthesis'),
];
const PIECES =
  '1 2 10 .5 1,000 x y -2 + - * / ^ ( ) [ ] { } | , ; = < > ≤ % ° $ \\frac{ \\sqrt[ \\left( \\{ \\begin{bmatrix} & \\\\ sin log_2 √ π ∞ ∪ and or not is the answer I think because three quarters cm km/h a b) _ ! …'.split(
    ' ',
  );
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2100 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 300 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 1000 })).map(([piece, n]) => piece.repeat(n)),
);

test('whatever is typed gets a verdict', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...KEYS), (text, key) => {
      assert.match(
        checker.check(key, { text }, [{ answer: '7', feedback: 'no' }]).verdict,
        /^(?:correct|incorrect|cannot judge)$/,
      );
      assert.equal(typeof checker.sameAnswer(key, text), 'boolean');
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in a key, an answer to it gets a verdict', () => {
  fc.assert(
    fc.property(
      anything,
      anything,
      fc.constantFrom<QaKind>('number', 'expression', 'set', 'interval', 'choice', 'text'),
      (answer, text, kind) => {
        assert.ok(checker.check(keyOf(kind, answer), { text }).verdict);
      },
    ),
    { numRuns: 300 },
  );
});

test('brackets that are opened again and again and never closed are read in one go', () => {
  for (const piece of ['\\sqrt[', '1\\frac{', '\\sqrt[1\\frac{', '2(\\sqrt[', '\\left(\\sqrt[{']) {
    const text = piece.repeat(200);
    for (const key of KEYS) assert.equal(typeof checker.sameAnswer(key, text), 'boolean');
    assert.ok(checker.check(keyOf('expression', text), { text: 'x' }).verdict);
  }
});

test('no answer makes the checker calculate without end', () => {
  let compiled = 0;
  let evaluated = 0;
  const counting: MathEngine = {
    compile(source) {
      compiled += 1;
      const code = engine.compile(source);
      if (!code) return undefined;
      return {
        at(values) {
          evaluated += 1;
          return code.at(values);
        },
      };
    },
  };
  const counted = createAnswerChecker(counting);
  fc.assert(
    fc.property(anything, fc.constantFrom(...KEYS), (text, key) => {
      compiled = 0;
      evaluated = 0;
      counted.check(key, { text });
      assert.ok(compiled <= 3000 && evaluated <= 10_000, `${compiled} compiled, ${evaluated} evaluated`);
    }),
    { numRuns: 300 },
  );
});

test('free text is never called wrong', () => {
  fc.assert(
    fc.property(anything, (text) => checker.check(keyOf('text', 'photosynthesis'), { text }).verdict !== 'incorrect'),
  );
});

const positive = fc.integer({ min: 1, max: 999 });

test('a fraction is right as a quotient, in TeX, expanded and as a mixed number; with another numerator it is wrong', () => {
  fc.assert(
    fc.property(positive, positive, fc.integer({ min: 2, max: 9 }), (p, q, n) => {
      const key = keyOf('number', `${p}/${q}`);
      const mixed = p > q && p % q !== 0 ? `${Math.floor(p / q)} ${p % q}/${q}` : `${p}/${q}`;
      for (const text of [`${p}/${q}`, `\\frac{${p}}{${q}}`, `${p * n}/${q * n}`, mixed, `-${p}/-${q}`]) {
        assert.equal(checker.check(key, { text }).verdict, 'correct', text);
      }
      assert.equal(checker.check(key, { text: `${p + 1}/${q}` }).verdict, 'incorrect');
      assert.equal(checker.check(key, { text: `-${p}/${q}` }).verdict, 'incorrect');
    }),
    { numRuns: 60 },
  );
});

test('a number with one digit changed is never right', () => {
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 5 }))
    .map(([n, places]) => (n / 10 ** places).toFixed(places));
  fc.assert(
    fc.property(decimal, fc.nat(), fc.integer({ min: 1, max: 9 }), (written, at, by) => {
      const digits = [...written.matchAll(/\d/g)];
      const place = digits[at % digits.length]?.index ?? 0;
      const changed = `${written.slice(0, place)}${(Number(written[place]) + by) % 10}${written.slice(place + 1)}`;
      assert.equal(checker.check(keyOf('number', written), { text: `it is ${written}` }).verdict, 'correct');
      assert.equal(checker.check(keyOf('number', written), { text: `it is ${changed}` }).verdict, 'incorrect', changed);
    }),
    { numRuns: 200 },
  );
});

test('a polynomial is right with its terms in any order, and wrong with one coefficient changed', () => {
  const coefficients = fc.tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
  );
  fc.assert(
    fc.property(coefficients, fc.integer({ min: 0, max: 2 }), ([a, b, c], which) => {
      const key = keyOf('expression', `${a}x^2 + ${b}x*y - ${c}`);
      assert.equal(checker.check(key, { text: `-${c} + ${b}yx + ${a}x²` }).verdict, 'correct');
      assert.equal(checker.check(key, { text: `x(${a}x + ${b}y) - ${c}` }).verdict, 'correct');
      const [d, e, f] = [a, b, c].map((value, i) => (i === which ? value + 1 : value));
      assert.equal(checker.check(key, { text: `${d}x^2 + ${e}x*y - ${f}` }).verdict, 'incorrect');
    }),
    { numRuns: 60 },
  );
});

test('a set is right in any order, and wrong with an element missing or more', () => {
  const set = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(set, (elements) => {
      const key = keyOf('set', `{${elements.join(', ')}}`);
      assert.equal(checker.check(key, { text: elements.toReversed().join(', ') }).verdict, 'correct');
      assert.equal(checker.check(key, { text: `{${elements.slice(1).join(', ')}}` }).verdict, 'incorrect');
      assert.equal(checker.check(key, { text: `{${[...elements, 77].join(', ')}}` }).verdict, 'incorrect');
    }),
    { numRuns: 60 },
  );
});

test('strings that break programs get a verdict', { skip: NAUGHTY.skip }, () => {
  const strings: unknown = JSON.parse(readFileSync(NAUGHTY.path, 'utf8'));
  assert.ok(Array.isArray(strings) && strings.length > 400);
  for (const text of strings)
    for (const key of KEYS) assert.notEqual(checker.check(key, { text: String(text) }).verdict, 'correct');
});
