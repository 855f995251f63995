import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSentenceStream, splitSentences } from './sentences.ts';

const cut = (text: string) => splitSentences(text).map((sentence) => sentence.trim());

test('plain sentences are cut where they end', () => {
  assert.deepEqual(cut('Not quite. Look at the signs! What is left?'), [
    'Not quite.',
    'Look at the signs!',
    'What is left?',
  ]);
});

test('decimals, abbreviations, initials of quotes and ellipses do not end a sentence', () => {
  assert.deepEqual(cut('Use 3.14, e.g. for a circle. It is approx. 3 cm, i.e. small. Wait … then go on.'), [
    'Use 3.14, e.g. for a circle.',
    'It is approx. 3 cm, i.e. small.',
    'Wait … then go on.',
  ]);
  assert.deepEqual(cut('See No. 5 first. No. That is not it.'), ['See No. 5 first.', 'No.', 'That is not it.']);
});

test('TeX, code and displayed maths stay in one piece', () => {
  assert.deepEqual(cut('Write $a. B! C?$ first. Then `x. Y` and \\(p. Q\\). Done.'), [
    'Write $a. B! C?$ first.',
    'Then `x. Y` and \\(p. Q\\).',
    'Done.',
  ]);
  assert.deepEqual(cut('Look:\n```\na. B.\n\nC? D.\n```\nNow you.').length, 2);
});

test('money is not maths', () => {
  assert.deepEqual(cut('It costs $5 today. Tomorrow it costs $3 more. Add them.'), [
    'It costs $5 today.',
    'Tomorrow it costs $3 more.',
    'Add them.',
  ]);
});

test('list items and paragraphs are pieces of their own, their markers are not', () => {
  assert.deepEqual(cut('Do this:\n1. Add both\n2. Halve it. Stop.\n- Check\n\nNow you'), [
    'Do this:',
    '1. Add both',
    '2. Halve it.',
    'Stop.',
    '- Check',
    'Now you',
  ]);
});

test('a question inside a quotation goes on with its sentence', () => {
  assert.deepEqual(cut('Ask “How many?” before you add. Then add.'), ['Ask “How many?” before you add.', 'Then add.']);
});

test('a sentence is given out as soon as the next one has begun', () => {
  const stream = createSentenceStream();
  assert.deepEqual(stream.push('Look at the sign'), []);
  assert.deepEqual(stream.push('s. '), []);
  assert.deepEqual(stream.push('N'), ['Look at the signs. ']);
  assert.deepEqual(stream.end(), ['N']);
});

test('text without an end is not held back for ever', () => {
  const stream = createSentenceStream();
  assert.equal(stream.push('word '.repeat(600)).length, 1);
});

const PIECES = 'a|B| |. |.|?|! |\n|\n\n|$|$$|`|```|\\(|\\)|1. |- |3.5|e.g.|etc.|…|”|“|*|#|\\|5|No.|x = 2'
  .split('|')
  .concat('|');
const piece = fc.constantFrom(...PIECES);
const prose = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join(''));

test('property: joined, the sentences are the text', () => {
  fc.assert(
    fc.property(prose, (text) => assert.equal(splitSentences(text).join(''), text)),
    { numRuns: 2000 },
  );
});

test('property: how the text is chopped on its way does not change the sentences', () => {
  fc.assert(
    fc.property(prose, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
      const stream = createSentenceStream();
      const out: string[] = [];
      for (let at = 0, turn = 0; at < text.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        out.push(...stream.push(text.slice(at, at + size)));
        at += size;
      }
      out.push(...stream.end());
      assert.deepEqual(out, splitSentences(text));
    }),
    { numRuns: 2000 },
  );
});
