import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, contextFor, keyOf, makeContext, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import { initialDialogue } from './dialogue-state.ts';
import { ladderOf } from './ladder.ts';
import { exampleIn, lookAlikeFor } from './look-alike.ts';
import { hasSameShape } from './same-shape.ts';
import { step } from './step.ts';

const bare = { workedExample: '' };
const answered = (id: number) =>
  makeItem(id, { ...bare, explanation: `Sharing box ${id} equally leaves this many for each.` });
const pool = [1, 2, 3, 4, 5, 6].map(answered);
const [first = makeItem(1)] = pool;

test('where the author wrote no example, a neighbour is shown whole with its own answer, and is not asked any more', () => {
  const { state, move } = begun(pool, { masteryOf: () => 0.2 });
  assert.ok(move.kind === 'welcome' && move.pose && move.example);
  const example = exampleIn(move);
  const shown = state.done[0];
  assert.equal(shown?.outcome, 'shown');
  assert.notEqual(shown?.qaId, move.pose.qaId);
  assert.ok(example.includes(`box ${shown?.qaId}`) && example.includes(String(7000 + (shown?.qaId ?? 0))));
  assert.ok(!example.includes(move.pose.key.answer));
  const ladder = ladderOf(state.open ?? assert.fail(), move.pose, makeContext(pool).checker);
  assert.ok(
    ladder.every(({ kind }) => kind !== 'worked look-alike'),
    'what was shown with the item is no rung',
  );
  const asked: number[] = [];
  let next = state;
  for (let turn = 0; turn < 12 && next.open; turn += 1) {
    asked.push(next.open.qaId);
    const act = { type: 'skip' } as const;
    next = step(next, act, contextFor(next, pool, { masteryOf: () => 0.6 })).state;
  }
  assert.ok(asked.length > 2 && !asked.includes(shown?.qaId ?? 0));
});

test('from middling mastery on the look-alike waits on the ladder, between the concept and the next step', () => {
  const { state } = begun(pool, { masteryOf: () => 0.6 });
  const item = pool.find(({ qaId }) => qaId === state.open?.qaId) ?? first;
  const kinds = ladderOf(state.open ?? assert.fail(), item, makeContext(pool).checker).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['pointer', 'concept', 'worked look-alike', 'next step', 'answer']);
});

test('a neighbour’s own example is borrowed first, and uses no question up', () => {
  const authored = makeItem(9, { workedExample: 'With $20$ marbles and $5$ friends: $20 : 5 = 4$.' });
  const found = lookAlikeFor(first, initialDialogue(), makeContext([...pool, authored]));
  assert.deepEqual(found, { text: authored.workedExample, from: 9, used: null });
});

test('nothing is shown that gives the item away, is of another unit or kind, a step of a problem, or kept for tests', () => {
  const same = makeItem(21, { ...bare, key: first.key, explanation: 'The same number of marbles comes out.' });
  const telling = makeItem(22, {
    ...bare,
    explanation: `One box more than ${first.key.answer} of the other, so count on.`,
  });
  const others = [
    makeItem(23, { unitName: 'Angles' }),
    makeItem(24, { key: keyOf('2x', { kind: 'expression' }) }),
    makeItem(25, { stepCount: 2 }),
    makeItem(26, { use: 'for test' }),
  ];
  const few = [first, same, telling, ...others];
  assert.equal(lookAlikeFor(first, initialDialogue(), makeContext(few, { lastAnswered: () => 1 })), null);
});

test('a unit with few questions keeps them to be asked, unless they were done before', () => {
  const few = pool.slice(0, 3);
  assert.equal(lookAlikeFor(first, initialDialogue(), makeContext(few)), null);
  const known = lookAlikeFor(
    first,
    initialDialogue(),
    makeContext(few, { lastAnswered: (id) => (id === 2 ? 1 : null) }),
  );
  assert.ok(known?.used === null && known.text.includes('box 2'));
});

test('the same example is lent once in a lesson, and is not shown again with the question that it belongs to', () => {
  const owner = makeItem(9, { level: 4, workedExample: 'With $20$ marbles and $5$ friends: $20 : 5 = 4$.' });
  const asking = [1, 2].map((id) => makeItem(id, bare));
  const lone = [...asking, owner];
  const low = { masteryOf: () => 0.2 };
  const { state, move } = begun(lone, low);
  assert.ok(move.kind === 'welcome' && move.example && exampleIn(move) === owner.workedExample);
  const second = step(state, { type: 'skip' }, contextFor(state, lone, low));
  const third = step(second.state, { type: 'skip' }, contextFor(second.state, lone, low));
  const shown = [second.move, third.move].map((next) => ('pose' in next ? exampleIn(next) : ''));
  assert.deepEqual(shown, ['', '']);
  assert.equal(third.state.open?.qaId, 9);
  const kinds = ladderOf(third.state.open ?? assert.fail(), owner, makeContext(lone).checker).map(({ kind }) => kind);
  assert.ok(!kinds.includes('worked look-alike'));
});

const alike: [string, string, string][] = [
  ['an equation of the same form', 'Solve $6x - 7 = 41$.', 'Solve $3x + 5 = 26$.'],
  ['an equation with a negative result', 'Solve $x - 17 = -5$.', 'Solve $x + 9 = 23$.'],
  ['the same inequality', 'Solve $4x + 7 \\ge 31$.', 'Solve $3x - 2 > 16$.'],
  ['the same story', 'A dog has a mass of 24 kg. What is its weight?', 'A bag has a mass of 7 kg. What is its weight?'],
];
const unlike: [string, string, string][] = [
  ['another form of equation', 'Solve $6x - 7 = 41$.', 'Solve $5(x - 2) = 40$.'],
  [
    'other words',
    'A lizard runs at 6 m/s for 25 s. How far does it get?',
    'Ben cycles 12 km in 40 minutes. How fast is he?',
  ],
  ['more numbers', 'Two legs are 6 cm and 8 cm. How long is the third?', 'Two legs are 6 cm. How long is the third?'],
];

for (const [what, question, other] of alike)
  test(`${what} is worked out with the same steps`, () => {
    assert.ok(hasSameShape(makeItem(1, { question }), makeItem(2, { question: other })));
  });

for (const [what, question, other] of unlike)
  test(`${what}: no look-alike`, () => {
    assert.ok(!hasSameShape(makeItem(1, { question }), makeItem(2, { question: other })));
  });

test('a question about a meaning has no look-alike, and its hints come instead', () => {
  for (const kind of ['text', 'choice', 'several choices'] as const) {
    const concepts = [1, 2, 3, 4, 5, 6].map((id) =>
      makeItem(id, { ...bare, question: 'What is an enzyme?', key: keyOf(`protein ${id}`, { kind }) }),
    );
    const lender = makeItem(9, { question: 'What is an enzyme?', key: keyOf('protein 9', { kind }) });
    const [open = first] = concepts;
    assert.equal(lookAlikeFor(open, initialDialogue(), makeContext([...concepts, lender])), null, kind);
    const { state } = begun([...concepts], { masteryOf: () => 0.2 });
    const kinds = ladderOf(state.open ?? assert.fail(), open, makeContext(concepts).checker).map((rung) => rung.kind);
    assert.deepEqual(kinds.slice(0, 2), ['pointer', 'concept'], kind);
  }
});

test('an answer in another unit is worked out otherwise', () => {
  const metres = makeItem(1, { key: keyOf('150', { unit: 'm' }) });
  assert.ok(!hasSameShape(metres, makeItem(2, { key: keyOf('60', { unit: 'km/h' }) })));
});
