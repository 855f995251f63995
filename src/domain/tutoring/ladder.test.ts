import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import { QA_KINDS } from '../curriculum/curriculum.ts';
import { buildLadder, workedExampleOf } from './ladder.ts';

const kinds = (...args: Parameters<typeof buildLadder>) => buildLadder(...args).map((rung) => rung.kind);

test('three authored hints and a look-alike make the ladder in the order of T2', () => {
  assert.deepEqual(kinds(makeItem(1), plainChecker), [
    'pointer',
    'concept',
    'worked look-alike',
    'next step',
    'answer',
  ]);
});

test('a look-alike that was shown with the item has no rung of its own', () => {
  assert.deepEqual(kinds(makeItem(1), plainChecker, true), ['pointer', 'concept', 'next step', 'answer']);
});

test('twelve hints stay in their order, with the look-alike after the concept', () => {
  const hints = Array.from({ length: 12 }, (_, index) => ({ text: `Thought ${'abcdefghijkl'[index]}.` }));
  const ladder = buildLadder(makeItem(1, { hints }), plainChecker);
  assert.equal(ladder.length, 14);
  assert.equal(ladder[2]?.kind, 'worked look-alike');
  assert.deepEqual(
    ladder.filter((rung) => rung.text.startsWith('Thought')).map((rung) => rung.text),
    hints.map((hint) => hint.text),
  );
});

test('an item without any hints still has two rungs of help before its answer, for every kind', () => {
  for (const kind of QA_KINDS) {
    const item = makeItem(1, { hints: [], workedExample: '', key: keyOf('7001', { kind }) });
    const ladder = buildLadder(item, plainChecker);
    assert.deepEqual(
      ladder.map((rung) => rung.kind),
      ['pointer', 'next step', 'answer'],
      kind,
    );
    assert.ok(
      ladder.slice(0, -1).every((rung) => rung.text.length > 20 && !rung.text.includes('?')),
      kind,
    );
  }
});

test('one hint is the pointer, and a next step is added', () => {
  const ladder = buildLadder(makeItem(1, { hints: [{ text: 'Look here.' }], workedExample: '' }), plainChecker);
  assert.deepEqual(
    ladder.map((rung) => rung.kind),
    ['pointer', 'next step', 'answer'],
  );
  assert.equal(ladder[0]?.text, 'Look here.');
});

test('a hint that gives the answer is left out, however it says it', () => {
  const leaks = [
    'So it is 7001.',
    'Then $x = 7001$.',
    '$7002 - 1 = 7001$',
    'The answer is 7001',
    'You get 7,001 at the end: 7001',
  ];
  for (const text of leaks) {
    const item = makeItem(1, { hints: [{ text: 'Look here.' }, { text }, { text: 'Divide.' }] });
    const before = buildLadder(item, plainChecker).slice(0, -1);
    assert.ok(!before.some((rung) => rung.text.includes(text)), text);
    assert.ok(before.some((rung) => rung.text === 'Divide.'));
  }
});

test('only the last rung says the answer, and why', () => {
  const ladder = buildLadder(makeItem(1), plainChecker);
  assert.match(ladder.at(-1)?.text ?? '', /Equal shares come from dividing\.[\s\S]*7001/);
  assert.ok(!ladder.slice(0, -1).some((rung) => rung.text.includes('7001')));
});

test('the answer of a choice is read by its text, not its letter', () => {
  const choices = [
    { id: 'a', text: 'a plant cell' },
    { id: 'b', text: 'an animal cell' },
  ];
  const ladder = buildLadder(makeItem(1, { key: keyOf('b', { kind: 'choice', choices }) }), plainChecker);
  assert.match(ladder.at(-1)?.text ?? '', /an animal cell/);
});

test('a look-alike whose result happens to be the answer is not shown', () => {
  const item = makeItem(1, { workedExample: 'With $14002$ and $2$: $14002 : 2 = 7001$.' });
  assert.equal(workedExampleOf(item, plainChecker), null);
  assert.ok(!kinds(item, plainChecker).includes('worked look-alike'));
});

test('a scaffold that asks for the answer itself is no smaller question', () => {
  const scaffold = { question: 'And what is it in all?', kind: 'number' as const, answer: '7001' };
  const item = makeItem(1, { hints: [{ text: 'Look here.', scaffold }, { text: 'Divide.' }] });
  assert.ok(buildLadder(item, plainChecker).every((rung) => rung.scaffold === undefined));
});
