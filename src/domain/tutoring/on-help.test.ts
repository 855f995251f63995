import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, Lesson } from '../../../test/support/lesson.ts';
import { makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { Move } from './dialogue.ts';

const UNREAD = { type: 'attempt', answer: '#', verdict: { verdict: 'cannot judge', reason: 'unreadable' } } as const;

function onlyUnread(lesson: Lesson): Move[] {
  const { qaId } = lesson.open;
  const moves: Move[] = [];
  while (lesson.open.qaId === qaId && moves.length < 30) moves.push(lesson.act(UNREAD));
  return moves;
}

test('a pupil who writes only what cannot be read is helped unasked, told of as such, and not as one who asks without effort', () => {
  const lesson = new Lesson();
  const moves = onlyUnread(lesson);
  assert.deepEqual(
    moves.slice(0, 5).map(({ kind }) => kind),
    ['ask again', 'ask again', 'hint', 'hint', 'smaller question'],
  );
  const last = moves.at(-1);
  assert.ok(last?.kind === 'skip' && last.setAside === true);
  assert.deepEqual(lesson.state.flags, ['unreadable answers']);
});

test('one request for help after help that came unasked is one request', () => {
  const lesson = new Lesson();
  for (let turn = 0; turn < 4; turn += 1) lesson.act(UNREAD);
  assert.equal(lesson.say('hint').kind, 'smaller question', 'no new rung without an attempt');
  assert.deepEqual(lesson.state.flags, []);
  lesson.say('hint');
  lesson.say('hint');
  assert.deepEqual(lesson.state.flags, ['effortless help']);
});

test('an answer that can be read begins patience and hints anew', () => {
  const lesson = new Lesson();
  for (let turn = 0; turn < 5; turn += 1) lesson.act(UNREAD);
  assert.deepEqual(kinds(lesson, '98', 'hint'), ['locate error', 'hint']);
  assert.equal(lesson.act(UNREAD).kind, 'ask again');
});

/** The moves while the first question stays open, and the one that ends it. */
function untilAside(lesson: Lesson, says: readonly string[]): Move[] {
  const { qaId } = lesson.open;
  const moves: Move[] = [];
  while (lesson.open.qaId === qaId && moves.length < 30) moves.push(lesson.say(says[moves.length % says.length] ?? ''));
  return moves;
}

test('a question that was tried and then only asked about ends with its solution, counts as given up, and the class manager is told', () => {
  const lesson = new Lesson();
  const item = lesson.open;
  lesson.say('98');
  const moves = untilAside(lesson, ['hint']);
  const last = moves.at(-1);
  assert.ok(last?.kind === 'reveal' && last.reason === 'set aside' && last.item === item);
  const before = moves.at(-2);
  assert.ok(before?.kind === 'smaller question' && before.again === 2, 'after it was said that one may give up');
  assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.revealed], ['given up', true]);
  assert.equal(lesson.state.done[0]?.outcome, 'given up');
  assert.ok(lesson.state.flags.includes('effortless help'));
});

test('without a try the answer is kept: one of its kind is shown solved instead, unless the next question brings one', () => {
  const aside = (pool: Item[], p: number) => {
    const lesson = new Lesson(pool, { masteryOf: () => p });
    const { qaId } = lesson.open;
    let last: Move | undefined;
    for (let turn = 0; turn < 30 && lesson.open.qaId === qaId; turn += 1)
      last = lesson.say(['hint', 'give me the answer'][turn % 2] ?? '', { masteryOf: () => p });
    assert.ok(last?.kind === 'skip' && last.setAside);
    assert.deepEqual([lesson.last.attempt?.verdict, lesson.last.attempt?.revealed], ['skipped', false]);
    return { solvedOne: last.solvedOne, next: last.example };
  };
  const pool = [1, 2].map((id) => makeItem(id));
  assert.deepEqual(aside(pool, 0.75), { solvedOne: pool[0]?.workedExample, next: false });
  assert.deepEqual(aside(pool, 0.5), { solvedOne: undefined, next: true });
  const bare = [1, 2].map((id) => makeItem(id, { workedExample: '' }));
  assert.equal(aside(bare, 0.75).solvedOne, undefined);
});
