import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, contextFor, keyOf, makeContext, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import { initialDialogue } from './dialogue-state.ts';
import { ladderOf } from './ladder.ts';
import { exampleIn, lookAlikeFor } from './look-alike.ts';
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
  assert.deepEqual(found, { text: authored.workedExample, used: null });
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
