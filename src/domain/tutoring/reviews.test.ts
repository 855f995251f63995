import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POOL } from '../../../test/support/lesson.ts';
import { contextFor, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import { MINUTE } from '../../shared/instant.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, Move } from './dialogue.ts';
import { initialDialogue } from './dialogue-state.ts';
import { readPupil } from './pupil-act.ts';
import { begin, step } from './step.ts';

const DUE = [501, 502, 503, 504].map((id) => makeItem(id, { unitName: 'Long ago' }));

/** A lesson of so many minutes in which every message takes `each` minutes. The units of what was posed, and the moves. */
function lesson(minutes: number, each: number, says: (answer: string) => string, messages: number) {
  let remaining = minutes * MINUTE;
  const context = (state: DialogueState) => ({
    ...contextFor(state, [...POOL, ...DUE], { remaining, due: DUE }),
    pool: POOL,
  });
  let result = begin(initialDialogue(), context(initialDialogue()));
  const moves: Move[] = [result.move];
  for (let turn = 0; turn < messages; turn += 1) {
    const { state } = result;
    remaining -= each * MINUTE;
    const now = context(state);
    const act = readPupil({ text: says(now.open?.key.answer ?? 'next') }, state, now.open, plainChecker);
    result = step(state, act, now);
    moves.push(result.move);
  }
  const posed = moves.flatMap((move) => ('pose' in move && move.pose ? [move.pose.unitName] : []));
  return { posed, moves, state: result.state };
}

test('reviews that go well are all asked as they were announced', () => {
  const { posed, moves } = lesson(20, 1, (answer) => answer, 4);
  assert.deepEqual(posed, ['Long ago', 'Long ago', 'Long ago', 'Fractions', 'Fractions']);
  const led = moves.find((move) => 'reviewed' in move && move.reviewed);
  assert.ok(led && 'pose' in led && led.waiting === undefined);
});

test('a pupil who fails a review does not lose the lesson to the others: they wait, and it is said', () => {
  const slow = lesson(15, 1, () => '98', 8);
  assert.deepEqual(slow.posed, ['Long ago', 'Fractions'], 'one of the two that were announced');
  const led = slow.moves.find((move) => 'reviewed' in move && move.reviewed);
  assert.ok(led && 'pose' in led && led.waiting === true);
  const [welcome] = slow.moves;
  assert.ok(welcome?.kind === 'welcome' && welcome.reviews === 2);
});

test('reviews that wait are not asked later in the lesson', () => {
  const { posed, state } = lesson(15, 1.6, (answer) => answer, 6);
  assert.deepEqual(posed.filter((unit) => unit === 'Long ago').length, 2);
  assert.notEqual(state.phase, 'opening');
});

test('of what is due the units whose chance is low come last, and then with a worked example', () => {
  const hard = makeItem(511, { unitName: 'Hard' });
  const opens = (due: Item[]) => {
    const masteryOf = (unit: string) => (unit === 'Hard' ? 0.3 : 0.6);
    const { move } = begin(initialDialogue(), {
      ...contextFor(initialDialogue(), POOL, { remaining: 30 * MINUTE, due }),
      masteryOf,
    });
    assert.ok(move.kind === 'welcome' && move.review);
    return [move.pose?.unitName, move.example];
  };
  assert.deepEqual(opens([hard, ...DUE]), ['Long ago', false]);
  assert.deepEqual(opens([hard]), ['Hard', true]);
});
