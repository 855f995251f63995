import { test } from 'node:test';
import { hintFor, keyed, leaks, passes } from '../../../../test/support/guard-reading.ts';

const eggs = hintFor(keyed({ answer: '24' }, 'How many eggs are in 4 boxes of 6?'));
const angles = hintFor(keyed({ answer: '137' }, 'How large is the other angle, beside $43°$?'));
const share = hintFor(keyed({ answer: '3/4' }, 'Which share is left when a quarter is taken?'));
const mixed = hintFor(keyed({ answer: '2.5' }, 'How many liters are five halves?'));
const osmosis = hintFor(
  keyed({ kind: 'text', answer: 'osmosis' }, 'What is the passing of water through a membrane called?'),
);
const leaf = hintFor(keyed({ kind: 'text', answer: 'photosynthesis' }, 'By what do plants make sugar?'));
const revolt = hintFor(keyed({ kind: 'text', answer: 'the French Revolution' }, 'What began in 1789?'));
const point = hintFor(keyed({ kind: 'expression', answer: '(2, 3)' }, 'Where do the two lines meet?'));

test('a number that is said half in words, or only has to be worked out, is not shown', () => {
  for (const text of ['630 minus 606 is it.', 'Twice twelve.', 'It is twice twelve.', 'Two dozen.']) leaks(eggs, text);
  for (const text of ['A hundred and 37.', 'It is 100 and 37.']) leaks(angles, text);
  for (const text of ['Three out of four.', 'It is 3 out of every 4.']) leaks(share, text);
  leaks(mixed, 'You get 2½ liters.');
});

test('a word that is told by its two ends, cut by a hyphen or without its article is not shown', () => {
  leaks(osmosis, 'It begins with osmo and ends with sis.');
  leaks(leaf, 'Think of photo-synthesis.');
  leaks(revolt, 'It was the time of the French Revolution.');
  leaks(revolt, 'French Revolution, of course.');
});

test('a point that is told by its coordinates is not shown', () => {
  leaks(point, 'There x = 2 and y = 3.');
  leaks(point, 'You find that x is 2, and that y is 3.');
});

test('numbers put together in Hebrew, and numbered by letters, are not shown', () => {
  leaks(share, 'נשארו שלושה רבעים.');
  leaks(mixed, 'יוצא שתיים וחצי.');
  leaks(eggs, 'עשרים ועוד ארבע.');
  leaks(eggs, 'זה כ״ד.');
});

test('what only looks like it is said as before', () => {
  for (const text of [
    'Look at 3 out of the 4 boxes first.',
    'Think of one box, then of two boxes.',
    'Begin with one box and end with the last one.',
    'Half of the boxes are on the left.',
    'קודם כדאי לספור קופסה אחת.',
  ])
    passes(eggs, text);
  passes(angles, 'Both angles together make a straight line of 180 degrees.');
  passes(point, 'Put $x = 2$ into the first line and see what comes out.');
  passes(osmosis, 'The word begins with a vowel.');
  passes(revolt, 'People were hungry, and the king was far away.');
});
