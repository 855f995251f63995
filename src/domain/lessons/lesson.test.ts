import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../shared/instant.ts';
import { dueLessonEvent, endOf } from './lesson.ts';

const TEN = Date.UTC(2026, 10, 30, 10);

test('a lesson of the timetable ends with its bell however late it is started, another after its minutes', () => {
  const bell = TEN + 45 * MINUTE;
  assert.equal(endOf({ plannedStart: TEN, plannedEnd: bell, minutes: 45 }, TEN + 7 * MINUTE), bell);
  assert.equal(endOf({ plannedStart: null, plannedEnd: null, minutes: 45 }, TEN), bell);
  const dayBefore = TEN - 24 * 60 * MINUTE;
  assert.equal(endOf({ plannedStart: TEN, plannedEnd: bell, minutes: 45 }, dayBefore), dayBefore + 45 * MINUTE);
});

test('a lesson that is past its end is ended, one that nobody started is called off, and others are left alone', () => {
  const over = { plannedEnd: TEN };
  assert.equal(dueLessonEvent({ ...over, state: 'active' }, TEN), 'end');
  assert.equal(dueLessonEvent({ ...over, state: 'paused' }, TEN + 1), 'end');
  assert.equal(dueLessonEvent({ ...over, state: 'pending' }, TEN), 'cancel');
  assert.equal(dueLessonEvent({ ...over, state: 'active' }, TEN - 1), null);
  assert.equal(dueLessonEvent({ ...over, state: 'completed' }, TEN + 1), null);
  assert.equal(dueLessonEvent({ plannedEnd: null, state: 'pending' }, TEN), null);
});
