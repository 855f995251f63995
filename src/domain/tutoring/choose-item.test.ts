import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeContext, makeItem, makeProblem } from '../../../test/support/tutoring-fixtures.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Item } from '../curriculum/curriculum.ts';
import { chooseItem } from './choose-item.ts';
import type { DialogueState, DoneItem, Outcome } from './dialogue.ts';
import { initialDialogue } from './dialogue-state.ts';
import type { StepContext } from './step-context.ts';

const doneItem = ({ revisionId, qaId, problemId, unitName }: Item, outcome: Outcome): DoneItem => {
  const item = { revisionId, qaId, problemId, unitName };
  return { ...item, outcome, wrong: 0, rungs: 0, exit: false };
};

const unit = (name: string, from: number, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => makeItem(from + index, { unitName: name, level: 1 + (index % 4) }));

/** The items of a session, each ended the same way. */
function play(pool: Item[], turns: number, more: Partial<StepContext> = {}, outcome: Outcome = 'solved alone'): Item[] {
  let state: DialogueState = { ...initialDialogue(), phase: 'practice' };
  const items: Item[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const chosen = chooseItem(state, makeContext(pool, more), null);
    if (chosen === null) break;
    items.push(chosen.item);
    state = { ...state, done: [...state.done, doneItem(chosen.item, outcome)] };
  }
  return items;
}

const A = unit('A', 1, 8);
const B = unit('B', 101, 8);
const C = unit('C', 201, 8);

test('while mastery is low the easiest come first, in one unit for a while', () => {
  const items = play([...A, ...B], 4, { masteryOf: () => 0.2 });
  assert.deepEqual(
    items.map((item) => [item.unitName, item.level]),
    [
      ['A', 1],
      ['A', 1],
      ['A', 2],
      ['A', 2],
    ],
  );
});

test('low mastery practises in blocks, middling in pairs, high in turns', () => {
  const units = (p: number) =>
    play([...A, ...B, ...C], 8, { masteryOf: () => p })
      .map((item) => item.unitName)
      .join('');
  assert.equal(units(0.2), 'AAAABBBB');
  assert.equal(units(0.5), 'AABBCCAA');
  assert.equal(units(0.75), 'ABCABCAB');
});

test('the level follows mastery, but not before there is evidence', () => {
  const first = (p: number, answers: number) => play(A, 1, { masteryOf: () => p, answersOf: () => answers })[0]?.level;
  assert.deepEqual([first(0.65, 0), first(0.65, 1), first(0.65, 9), first(0.5, 9), first(0.9, 9)], [1, 2, 3, 2, 4]);
});

test('a solution that was shown brings a fresh, easier item of the unit, though not in the same breath', () => {
  const strong = { masteryOf: () => 0.75, answersOf: () => 9 };
  const state = { ...initialDialogue(), phase: 'practice' as const };
  const a3 = A.find((item) => item.level === 3) ?? A[0];
  assert.ok(a3 !== undefined && B[0] !== undefined);
  const afterReveal = { ...state, done: [doneItem(a3, 'given up')] };
  const between = chooseItem(afterReveal, makeContext([...A, ...B, ...C], strong), null);
  assert.notEqual(between?.item.unitName, 'A');
  const later = { ...state, done: [doneItem(a3, 'given up'), doneItem(B[0], 'solved alone')] };
  const fresh = chooseItem(later, makeContext([...A, ...B, ...C], strong), null);
  assert.deepEqual([fresh?.item.unitName, fresh?.item.level], ['A', 2]);
  const alone = chooseItem(afterReveal, makeContext(A, strong), null);
  assert.ok(alone !== null && alone.item.qaId !== a3.qaId && alone.item.level === 2);
});

test('even in the middle of a block another unit comes between a shown solution and the fresh item', () => {
  const weak = { masteryOf: () => 0.2 };
  const units = play([...A, ...B], 4, weak, 'given up').map((item) => item.unitName);
  assert.deepEqual(units, ['A', 'B', 'A', 'B']);
});

test('no item comes twice, and after the last one there is none', () => {
  const items = play([...A, ...B], 40, { answersOf: () => 0 });
  assert.equal(new Set(items.map((item) => item.qaId)).size, items.length);
  assert.equal(items.length, 16);
});

test('questions of earlier sessions come after new ones, the longest ago first', () => {
  const seen = new Map([
    [1, 500],
    [2, 400],
    [3, 300],
  ]);
  const pool = [1, 2, 3, 4].map((id) => makeItem(id, { level: id === 4 ? 4 : 1 }));
  const items = play(pool, 4, { lastAnswered: (qaId) => seen.get(qaId) ?? null });
  assert.deepEqual(
    items.map((item) => item.qaId),
    [4, 3, 2, 1],
  );
});

test('a problem begins with its first step, wherever it stands in the pool', () => {
  const steps = makeProblem(1, 3);
  const items = play([...steps].reverse(), 3);
  assert.deepEqual(
    items.map((item) => item.stepIndex),
    [0, 1, 2],
  );
});

test('the exit item stands alone and comes from what was practised most', () => {
  const pool = [...A, ...makeProblem(301, 2, { unitName: 'A' }), ...B];
  const state = {
    ...initialDialogue(),
    phase: 'practice' as const,
    done: A.slice(0, 3).map((item) => doneItem(item, 'solved alone')),
  };
  const chosen = chooseItem(state, makeContext(pool, { remaining: 4 * 60_000 }), null);
  assert.ok(chosen?.exit === true && chosen.item.unitName === 'A' && chosen.item.stepCount === 1);
});

test('estimates that are no numbers do not stop the choice', () => {
  const items = play([...A, ...B], 16, { masteryOf: () => Number.NaN, answersOf: () => Number.NaN });
  assert.equal(items.length, 16);
});

test('the same state chooses the same item', () => {
  assert.deepEqual(play([...A, ...B, ...C], 20), play([...A, ...B, ...C], 20));
});

test('before a test units have their turns as much as they count in it, and what is not in it waits', () => {
  const weights = new Map([
    ['A', 2],
    ['B', 1],
    ['C', 0],
  ]);
  const weightOf = (name: string) => weights.get(name) ?? 0;
  const items = play([...unit('A', 1, 20), ...unit('B', 101, 20), ...unit('C', 201, 20)], 18, {
    masteryOf: () => 0.75,
    weightOf,
  });
  const times = (name: string) => items.filter(({ unitName }) => unitName === name).length;
  assert.ok(times('A') >= times('B') && times('B') > 3 * times('C'), `${times('A')} ${times('B')} ${times('C')}`);
});

test('as many reviews are asked as were announced, however the time left shrinks on the way', () => {
  const due = [1, 2, 3, 4].map((id) => makeItem(id, { unitName: `Old ${id}` }));
  const opening: DialogueState = { ...initialDialogue(), reviews: 3 };
  const after = { ...opening, done: due.slice(0, 2).map((item) => doneItem(item, 'solved alone')) };
  assert.equal(chooseItem(after, makeContext(A, { due, remaining: 12 * MINUTE }), null)?.reviews, 1);
  const short = { ...initialDialogue(), reviews: 2, done: after.done };
  assert.equal(chooseItem(short, makeContext(A, { due, remaining: 30 * MINUTE }), null)?.review, false);
});

test('near the end, and a little after it, whoever needed help is offered one to do alone; nobody is later, or after solving alone or skipping', () => {
  const after = (outcome: Outcome, remaining: number) =>
    chooseItem(
      { ...initialDialogue(), phase: 'practice', done: A.slice(0, 3).map((item) => doneItem(item, outcome)) },
      makeContext(A, { remaining }),
      null,
    );
  assert.equal(after('solved with hints', 1.5 * MINUTE)?.exit, true);
  for (const helped of ['given up', 'revealed', 'compared'] as const) assert.equal(after(helped, MINUTE)?.exit, true);
  assert.equal(after('solved with hints', -4 * MINUTE)?.exit, true);
  assert.equal(after('solved with hints', -5 * MINUTE), null);
  assert.equal(after('solved alone', 1.5 * MINUTE), null);
  assert.deepEqual([after('skipped', MINUTE)?.exit, after('skipped', MINUTE)?.easy], [true, true], 'nothing was tried');
  const done = [
    ...A.slice(0, 2).map((item) => doneItem(item, 'solved alone')),
    ...A.slice(2, 3).map((item) => doneItem(item, 'skipped')),
  ];
  assert.equal(
    chooseItem({ ...initialDialogue(), phase: 'practice', done }, makeContext(A, { remaining: MINUTE }), null),
    null,
    'who has tried and skips wants no more',
  );
});

test('whoever finds it hard does not close with a kind of calculation that is new to them', () => {
  const met = makeItem(1, { unitName: 'A', level: 1, question: 'Solve $3x + 5 = 26$.' });
  const strange = makeItem(2, { unitName: 'A', level: 1, question: 'What is the value of $3x^2$ when $x = 4$?' });
  const alike = makeItem(3, { unitName: 'A', level: 4, question: 'Solve $6x - 7 = 41$.' });
  const done = [met, met, met].map((item) => doneItem(item, 'solved with hints'));
  const state: DialogueState = { ...initialDialogue(), phase: 'practice', done };
  const closing = (p: number, pool: Item[]) =>
    chooseItem(state, makeContext(pool, { remaining: 2 * MINUTE, masteryOf: () => p }), null)?.item.qaId;
  assert.equal(closing(0.3, [met, strange, alike]), 3);
  assert.equal(closing(0.3, [met, strange]), 2, 'better that than nothing');
  assert.equal(closing(0.5, [met, strange, alike]), 2, 'who is further along is asked by level');
});

test('a session that is all end announces no more reviews than come before its last question', () => {
  const due = unit('Old', 301, 5);
  const first = chooseItem(initialDialogue(), makeContext(A, { due, remaining: 5 * MINUTE }), null);
  assert.deepEqual([first?.review, first?.reviews], [true, 1]);
  assert.equal(chooseItem(initialDialogue(), makeContext(A, { due, remaining: 6 * MINUTE }), null)?.reviews, 1);
});

test('a lesson announces as many reviews as take a fifth of its minutes', () => {
  const due = unit('Old', 301, 5);
  const announced = [5, 10, 15, 20, 60, 240].map(
    (minutes) => chooseItem(initialDialogue(), makeContext(A, { due, remaining: minutes * MINUTE }), null)?.reviews,
  );
  assert.deepEqual(announced, [1, 1, 2, 3, 3, 3]);
  assert.equal(chooseItem(initialDialogue(), makeContext(A, { due }), null)?.reviews, 3, 'a session without an end');
});

test('where the chance is low a question with a worked example comes first, even one level up; else the level decides', () => {
  const bare = makeItem(1, { unitName: 'A', level: 1, workedExample: '' });
  const shown = makeItem(2, { unitName: 'A', level: 2 });
  const hard = makeItem(3, { unitName: 'A', level: 4 });
  const next = (p: number, pool: Item[], lent: number[] = []) =>
    chooseItem({ ...initialDialogue(), phase: 'practice', lent }, makeContext(pool, { masteryOf: () => p }), null)?.item
      .qaId;
  assert.equal(next(0.3, [bare, hard, shown]), 2);
  assert.equal(next(0.45, [bare, hard, shown]), 1);
  assert.equal(next(0.3, [bare, hard]), 1, 'not the hardest');
  assert.equal(next(0.3, [bare, shown], [2]), 1, 'its example was lent to another one');
});

test('a question whose answer an example has told comes last', () => {
  const told = makeItem(1, { unitName: 'A', level: 1 });
  const fresh = makeItem(2, { unitName: 'A', level: 4 });
  const state: DialogueState = { ...initialDialogue(), phase: 'practice', told: [1] };
  assert.equal(chooseItem(state, makeContext([told, fresh]), null)?.item.qaId, 2);
  assert.equal(chooseItem(state, makeContext([told]), null)?.item.qaId, 1, 'better that than nothing');
});

test('a problem of several steps is begun only where there is time to end it, and one to do alone follows it', () => {
  const story = makeProblem(1, 3, { unitName: 'A', level: 1 });
  const lone = makeItem(9, { unitName: 'A', level: 2 });
  const state: DialogueState = { ...initialDialogue(), phase: 'practice' };
  const next = (remaining: number) => chooseItem(state, makeContext([...story, lone], { remaining }), null)?.item.qaId;
  assert.equal(next(12 * MINUTE), 1);
  assert.equal(next(8 * MINUTE), 9);
  const done = story.map((item) => doneItem(item, 'solved alone'));
  const closing = chooseItem({ ...state, done }, makeContext([...story, lone], { remaining: MINUTE }), null);
  assert.deepEqual([closing?.item.qaId, closing?.exit], [9, true]);
});

test('a strong pupil closes with something as hard as what was practised, though easier ones were never asked', () => {
  const pool = [1, 2, 3, 4, 5, 6].map((id) => makeItem(id, { unitName: 'A', level: id < 5 ? 3 : id === 5 ? 1 : 4 }));
  const done = pool.slice(0, 4).map((item) => doneItem(item, 'solved alone'));
  const strong = makeContext(pool, {
    masteryOf: () => 0.9,
    answersOf: () => 9,
    remaining: 4 * MINUTE,
    lastAnswered: (id) => (id === 6 ? 1 : null),
  });
  const closing = chooseItem({ ...initialDialogue(), phase: 'practice', done }, strong, null);
  assert.deepEqual([closing?.exit, closing?.item.qaId], [true, 6]);
});

test('the last one that stands alone is kept to close with while a problem of several steps is left', () => {
  const story = makeProblem(1, 3, { unitName: 'A', level: 4 });
  const lone = [7, 8, 9, 10].map((id) => makeItem(id, { unitName: 'A', level: 1 }));
  const pool = [...story, ...lone];
  const after = (done: Item[], remaining: number | null = null) =>
    chooseItem(
      { ...initialDialogue(), phase: 'practice', done: done.map((item) => doneItem(item, 'solved alone')) },
      makeContext(pool, { masteryOf: () => 0.3, remaining }),
      null,
    );
  assert.equal(after(lone.slice(0, 3))?.item.qaId, 1);
  const late = after(lone.slice(0, 3), 7 * MINUTE);
  assert.deepEqual([late?.item.qaId, late?.exit], [10, true], 'no time for the problem');
  const closing = after([...lone.slice(0, 3), ...story]);
  assert.deepEqual([closing?.item.qaId, closing?.exit], [10, true]);
});

test('a strong pupil closes with another practised unit rather than with a step down in the one practised most', () => {
  const most = [1, 2, 3, 4].map((id) => makeItem(id, { unitName: 'A', level: id < 4 ? 4 : 1 }));
  const other = [11, 12, 13].map((id) => makeItem(id, { unitName: 'B', level: 4 }));
  const never = makeItem(21, { unitName: 'C', level: 4 });
  const closing = (pool: Item[], p = 0.9) => {
    const done = [...most.slice(0, 3), ...other.slice(0, 2)].map((item) => doneItem(item, 'solved alone'));
    const context = makeContext(pool, { masteryOf: () => p, answersOf: () => 9, remaining: 4 * MINUTE });
    const chosen = chooseItem({ ...initialDialogue(), phase: 'practice', done }, context, null);
    assert.equal(chosen?.exit, true);
    return chosen.item.qaId;
  };
  assert.equal(closing([...most, ...other, never]), 13);
  assert.equal(closing([...most, ...other.slice(0, 2), never]), 4, 'never with what was not practised');
  assert.equal(closing([...most, ...other, never], 0.3), 4, 'the easy one of the unit practised most');
});
