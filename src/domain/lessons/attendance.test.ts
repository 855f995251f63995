import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../shared/instant.ts';
import { type AttendancePlace, decideAttendance, minutesLate, stateOf } from './attendance.ts';

const START = Date.parse('2026-11-30T08:00:00Z');
const absent: AttendancePlace = { attended: false, reason: null, status: 'pending', joinedAt: null, lastChange: null };
const there: AttendancePlace = { attended: true, reason: null, status: 'active', joinedAt: START, lastChange: 7 };

test('a reason is set where nobody has said anything since it was looked at, and said again changes nothing', () => {
  const sick = { attended: false, reason: 'sick' } as const;
  assert.equal(decideAttendance(absent, sick, null), 'change');
  assert.equal(decideAttendance(absent, sick), 'change');
  assert.equal(decideAttendance({ ...absent, reason: 'excused', lastChange: 9 }, sick, null), 'changed');
  assert.equal(decideAttendance({ ...absent, reason: 'excused', lastChange: 9 }, sick), 'change', 'who did not look');
  assert.equal(decideAttendance({ ...absent, reason: 'sick', lastChange: 9 }, sick, null), 'same');
  assert.equal(decideAttendance(undefined, sick), 'no place');
});

test('whoever sits in a lesson that runs cannot be away from it, and afterwards they can', () => {
  const away = { attended: false, reason: 'unexcused' } as const;
  for (const status of ['active', 'paused'] as const) {
    assert.equal(decideAttendance({ ...there, status }, away, 7), 'at work');
  }
  assert.equal(decideAttendance({ ...there, status: 'completed' }, away, 7), 'change');
  assert.equal(decideAttendance({ ...there, joinedAt: null }, away, 7), 'change', 'said to be there, never joined');
});

test('late begins where the wall says late, and is told in whole minutes', () => {
  assert.equal(minutesLate(START + 3 * MINUTE - 1, START), 0);
  assert.equal(minutesLate(START + 3 * MINUTE, START), 3);
  assert.equal(minutesLate(START + 7.9 * MINUTE, START), 7);
  assert.equal(minutesLate(null, START), 0);
});

test('while a lesson runs who has not come is expected, until somebody says why; afterwards they were away', () => {
  assert.equal(stateOf(absent, { start: START, runs: true }), 'expected');
  assert.equal(stateOf({ ...absent, reason: 'sick', lastChange: 3 }, { start: START, runs: true }), 'absent');
  assert.equal(stateOf(absent, { start: START, runs: false }), 'absent');
  assert.equal(stateOf(there, { start: START, runs: true }), 'there');
  assert.equal(stateOf({ ...there, joinedAt: START + 4 * MINUTE }, { start: START, runs: true }), 'late');
});
