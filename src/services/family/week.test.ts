import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HomeSession } from '../../data/study-session/home-session.repo.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';
import { weekOf } from './week.ts';

const NOW = Date.UTC(2026, 2, 15, 12);

function session(id: number, start: number, minutes: number): HomeSession {
  return {
    kind: 'home',
    id,
    studentId: 1,
    type: 'homework',
    status: 'completed',
    courseId: 1,
    teacherId: 1,
    plannedMinutes: 30,
    createdAt: start,
    start,
    end: start + minutes * MINUTE,
    lastActivityAt: start,
    endReason: 'pupil',
    feelingBefore: 'neutral',
    feelingAfter: null,
    difficulty: null,
    understanding: null,
    feedback: null,
  };
}

test('the week has seven days up to today, with what was studied on each and pauses left out', () => {
  const start = NOW - 2 * HOUR;
  const pauses = new Map([[2, [{ start: start + 5 * MINUTE, end: start + 15 * MINUTE }]]]);
  const units = new Map([
    [1, ['Adding']],
    [2, ['Taking away']],
  ]);
  const sessions = [session(1, NOW - 49 * HOUR, 20), session(2, start, 40)];
  const week = weekOf(sessions, pauses, units, { now: NOW, timeZone: 'UTC' });
  assert.deepEqual(
    week.days.map(({ day, activeMs }) => `${day}: ${activeMs / MINUTE}`),
    [
      '2026-03-09: 0',
      '2026-03-10: 0',
      '2026-03-11: 0',
      '2026-03-12: 0',
      '2026-03-13: 20',
      '2026-03-14: 0',
      '2026-03-15: 30',
    ],
  );
  assert.deepEqual([week.sessions, week.activeMs / MINUTE, week.units], [2, 50, ['Taking away', 'Adding']]);
});

test('a day is the school’s day: late in the evening in UTC it is tomorrow already in Jerusalem', () => {
  const late = Date.UTC(2026, 2, 14, 22, 30);
  const [utc, jerusalem] = ['UTC', 'Asia/Jerusalem'].map((timeZone) =>
    weekOf([session(1, late, 10)], new Map(), new Map(), { now: NOW, timeZone }).days.find((day) => day.activeMs > 0),
  );
  assert.deepEqual([utc?.day, jerusalem?.day], ['2026-03-14', '2026-03-15']);
});

test('what lies before the seven days does not count', () => {
  const week = weekOf([session(1, NOW - 7 * 24 * HOUR, 30)], new Map(), new Map(), { now: NOW, timeZone: 'UTC' });
  assert.deepEqual([week.sessions, week.activeMs], [0, 0]);
});
