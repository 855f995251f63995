import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lesson, POOL } from '../../../test/support/lesson.ts';
import { keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { Move } from './dialogue.ts';
import type { StepContext } from './step-context.ts';

const STRONG: Partial<StepContext> = { masteryOf: () => 0.75 };
const asks = (move: Move): boolean => move.kind === 'confirm' && move.askReason === true;

/** Answers everything right, going on wherever a reason is asked for; in which answers it was asked. */
function askedIn(lesson: Lesson, answers: number, more: Partial<StepContext> = STRONG): number[] {
  const asked: number[] = [];
  for (let answer = 1; answer <= answers; answer += 1) {
    if (asks(lesson.say(lesson.open.key.answer, more))) {
      asked.push(answer);
      lesson.say('next', more);
    }
  }
  return asked;
}

test('a strong pupil is asked now and then how they know, once an item, before the next question opens', () => {
  const lesson = new Lesson(POOL, STRONG);
  assert.deepEqual(askedIn(lesson, 10), [3, 8]);
  assert.equal(new Set(lesson.state.reasonsAsked).size, 2);
});

test('a reason is heard and not judged, counts for nothing, and brings the next question', () => {
  const lesson = new Lesson(POOL, STRONG);
  let last = lesson.open;
  for (let answer = 0; answer < 3; answer += 1) {
    last = lesson.open;
    lesson.say(last.key.answer, STRONG);
  }
  const { move, attempt } = lesson.last;
  assert.ok(move.kind === 'confirm' && move.pose === null && lesson.state.open === null);
  assert.deepEqual([attempt?.verdict, attempt?.counts, attempt?.unaided], ['correct', true, true], 'the answer counts');
  const planned = lesson.state.reasonOf?.next;
  const said = 'i shared them out and counted one share';
  const heard = lesson.say(said, STRONG);
  assert.ok(heard.kind === 'reason heard' && heard.text === said && heard.item.qaId === last.qaId);
  assert.ok(heard.pose !== null && heard.pose.qaId !== last.qaId);
  assert.equal(heard.pose.qaId, planned, 'the one that was to come');
  assert.equal(lesson.last.attempt, null);
  assert.equal(lesson.state.helpWithoutEffort, 0);
  assert.equal(lesson.say(lesson.open.key.answer, STRONG).kind, 'confirm');
});

test('whoever would rather not say it goes on, and a question of their own is a question', () => {
  for (const said of ['next', 'idk', 'hint', 'just tell me the answer', 'ok', '...', 'asdf']) {
    const lesson = new Lesson(POOL, STRONG);
    for (let answer = 0; answer < 3; answer += 1) lesson.say(lesson.open.key.answer, STRONG);
    const move = lesson.say(said, STRONG);
    assert.ok(move.kind === 'reason heard' && move.text === '' && move.pose !== null, said);
    assert.deepEqual([lesson.last.attempt, lesson.state.helpWithoutEffort], [null, 0]);
  }
  const lesson = new Lesson(POOL, STRONG);
  for (let answer = 0; answer < 3; answer += 1) lesson.say(lesson.open.key.answer, STRONG);
  assert.equal(lesson.say('why is the sky blue?', STRONG).kind, 'cannot answer');
  assert.ok(lesson.say('next', STRONG).kind === 'pose' && lesson.state.open !== null);
});

test('no reason is asked where it would not fit', () => {
  const named = POOL.map((item, at): Item => ({ ...item, key: keyOf(`name ${at} of it`, { kind: 'text' }) }));
  const known = POOL.map((item): Item => ({ ...item, question: 'How many sides has it?' }));
  const steps = [1, 2, 3, 4, 5, 6].map((id) => makeItem(id, { problemId: 7, stepIndex: id, stepCount: 6 }));
  const never: [string, readonly Item[], Partial<StepContext>][] = [
    ['a weak pupil', POOL, { masteryOf: () => 0.5 }],
    ['a name', named, STRONG],
    ['a number that is known', known, STRONG],
    ['a step with more to come', steps, STRONG],
    ['near the end', POOL, { ...STRONG, remaining: 4 * 60_000 }],
    ['answered in an earlier session', POOL, { ...STRONG, lastAnswered: () => 5 }],
  ];
  for (const [name, pool, more] of never) {
    const lesson = new Lesson(pool, more);
    for (let answer = 0; answer < 4 && lesson.state.open !== null; answer += 1)
      assert.equal(asks(lesson.say(lesson.open.key.answer, more)), false, name);
  }
  const helped = new Lesson(POOL, STRONG);
  helped.say('hint', STRONG);
  assert.deepEqual(askedIn(helped, 4), [4], 'three alone, the one with a hint before them');
});
