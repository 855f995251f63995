import { test } from 'node:test';
import { hintFor, keyed, leaks, passes } from '../../../../test/support/guard-reading.ts';
import { makeBrief, withheldFor } from '../../../../test/support/teaching-brief.ts';
import type { AnswerKey, Item } from '../../../domain/curriculum/curriculum.ts';

const roots = keyed({ kind: 'set', answer: '-2, 3' }, 'Solve $x^2 - x - 6 = 0$.');
const surd = keyed({ kind: 'expression', answer: '7\\sqrt{3}' }, 'Simplify $\\sqrt{147}$.');
const chosen = (kind: AnswerKey['kind'], answer: string, question: string, ...texts: string[]): Item =>
  keyed({ kind, answer, choices: texts.map((text, at) => ({ id: 'abcdef'[at] ?? '', text })) }, question);
const chest = chosen(
  'several choices',
  'a,c',
  'Which organs lie in the chest?',
  'the heart',
  'the liver',
  'the lungs',
  'the skin',
);
const cell = (answer: string): Item =>
  chosen(
    'choice',
    answer,
    'Which part of the cell gives it energy?',
    'the nucleus',
    'the mitochondria, where energy is made',
    'the cell membrane',
    'the wall',
  );

test('a part of a set is not told in words', () => {
  for (const text of [
    'One root is three.',
    'One of them is three.',
    'Three is one of the solutions.',
    'Minus two is one of the roots.',
    'The larger one is three.',
    'It has three as a root.',
    'One root is 3.',
    'אחד הפתרונות הוא שלוש.',
    'הפתרון השני הוא מינוס שתיים.',
  ])
    leaks(hintFor(roots), text);
  for (const text of [
    'There are two roots, so look for both.',
    'Look at three things: signs, brackets, factors.',
    'One root is negative.',
    'One of the roots is positive, the other is negative.',
    'You found one root, so there is one more.',
    'One root is 3 times as far from zero as you might think.',
    'Line 3 is one of the lines to check.',
  ])
    passes(hintFor(roots), text);
});

test('a root as an answer is not told in words', () => {
  for (const text of [
    '7 times the root of 3',
    'It is seven times the square root of three.',
    'Seven root three.',
    'The root of three, taken seven times.',
    'שבע כפול שורש שלוש.',
  ])
    leaks(hintFor(surd), text);
  for (const text of [
    'The root of a product is the product of the roots.',
    'Take the root of each factor.',
    'For example, the root of 12 is 2 times the root of 3.',
    'Find a square number that divides 147.',
  ])
    passes(hintFor(surd), text);
});

test('several choices are not told by their texts, their places or by the ones that are left', () => {
  for (const text of [
    'The heart and the lungs.',
    'The answers are the heart and the lungs.',
    'The heart belongs to it, and so do the lungs.',
    'The lungs and the heart lie in the chest.',
    'The first and the third.',
    'Neither the liver nor the skin.',
    'All but the liver and the skin.',
  ])
    leaks(hintFor(chest), text);
  for (const text of [
    'Compare the heart, the liver, the lungs and the skin.',
    'Think of the heart: where do you feel it?',
    'The heart and the liver are both organs.',
    'Do the heart and the lungs work together?',
    'First look at one, and then at the next.',
    'The skin covers the whole body.',
  ])
    passes(hintFor(chest), text);
});

test('a choice is not pointed out by how it looks or where it stands', () => {
  for (const text of [
    'The longest of the choices.',
    'Take the longest choice.',
    'Go for the longest.',
    'The one with the most words.',
    'It is the one with the comma.',
    'The second one.',
    'It is the second from the top.',
    'The third from the bottom.',
    'The one below the first one.',
    'האפשרות הארוכה ביותר.',
  ])
    leaks(hintFor(cell('b')), text);
  for (const text of ['The first one.', 'The top one.', 'The first in the list.', 'It is the first.'])
    leaks(hintFor(cell('a')), text);
  for (const text of ['The last one.', 'The bottom one.', 'The shortest one.', 'The shortest of them.'])
    leaks(hintFor(cell('d')), text);
  for (const answer of ['a', 'b', 'd'])
    for (const text of [
      'Start with the first choice.',
      'Take the first one and test it.',
      'Read the second choice again.',
      'Begin with the last one.',
      'The last one you wrote was closer.',
      'Do not pick the longest only because it is long.',
      'Read the longest word aloud.',
      'The shortest way is often the best.',
      'First one step, then the next.',
    ])
      passes(hintFor(cell(answer)), text);
});

test('what a question asks for is no look of its choices', () => {
  const river = chosen('choice', 'b', 'Which river is the longest?', 'Nile', 'Amazon and Ucayali', 'Rhine');
  for (const text of ['Compare the lengths and look for the longest one on the map.', 'Which is the longest one here?'])
    passes(hintFor(river), text);
  leaks(hintFor(river), 'Take the longest choice.');
});

test('choices ruled out one by one over turns are held back before the last, but not what the pupil tried', () => {
  const lastReplies = ['It is not the nucleus. Think again.', 'The cell membrane is wrong as well.'];
  const told = { ...hintFor(cell('b')), lastReplies };
  for (const text of ['It is not the wall.', 'Cross out D.', 'And d is out, too.']) leaks(told, text);
  leaks({ ...told, lastReplies: ['You can drop A.', 'C is wrong.'] }, 'The wall does not fit either.');
  passes({ ...told, lastReplies: lastReplies.slice(1) }, 'It is not the wall.');
  passes(told, 'Read the question once more.');
  passes({ ...hintFor(cell('b'), ['the wall']), lastReplies }, '“The wall” is not it yet.');
  const [withheld] = told.withheld;
  if (withheld) passes({ ...told, withheld: [{ ...withheld, turns: 1 }] }, 'It is not the wall.');
});

test('the answer to the question before is told though it names what the next one looks for', () => {
  const before = keyed({ kind: 'text', answer: 'The heart and the lungs, side by side' }, 'What do the ribs protect?');
  const brief = makeBrief(
    { kind: 'compare', item: before, answer: 'something', pose: chest },
    { withheld: [withheldFor(chest)] },
  );
  passes(brief, 'In short: The heart and the lungs, side by side.');
  leaks(brief, 'Tick the heart and the lungs.');
});
