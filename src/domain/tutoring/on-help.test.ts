import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, Lesson } from '../../../test/support/lesson.ts';
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
