import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dueEvent, isLive, SESSION_STATUSES, type SessionEvent, timeStudied, transition } from './study-session.ts';

const EVENTS: SessionEvent[] = ['start', 'pause', 'resume', 'end', 'cancel'];

/** The specification's table, typed by hand: state, event, what comes of it. */
const TABLE = `
pending start moved active      | pending pause refused pending    | pending resume refused pending   | pending end refused pending       | pending cancel moved cancelled
active start unchanged active   | active pause moved paused        | active resume unchanged active   | active end moved completed        | active cancel refused active
paused start refused paused     | paused pause unchanged paused    | paused resume moved active       | paused end moved completed        | paused cancel refused paused
completed start refused completed | completed pause refused completed | completed resume refused completed | completed end unchanged completed | completed cancel refused completed
cancelled start refused cancelled | cancelled pause refused cancelled | cancelled resume refused cancelled | cancelled end refused cancelled | cancelled cancel unchanged cancelled`;

test('every event in every state does what the specification says', () => {
  const rows = TABLE.trim()
    .split(/[|\n]/)
    .map((row) => row.trim().split(/\s+/));
  assert.equal(rows.length, SESSION_STATUSES.length * EVENTS.length);
  for (const [status, event, outcome, next] of rows) {
    const found = SESSION_STATUSES.find((s) => s === status);
    const wanted = EVENTS.find((e) => e === event);
    assert.ok(found && wanted);
    assert.deepEqual(transition(found, wanted), { outcome, status: next });
  }
});

test('a session that is over never comes to life again, whatever is sent to it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
      let status = SESSION_STATUSES[0] as (typeof SESSION_STATUSES)[number];
      let over = false;
      for (const event of events) {
        status = transition(status, event).status;
        assert.ok(!(over && isLive(status)));
        over ||= !isLive(status);
      }
    }),
  );
});

test('time studied leaves pauses out and counts an open pause up to now', () => {
  assert.equal(timeStudied({ start: null, end: null, pauses: [] }, 500), 0);
  assert.equal(timeStudied({ start: 0, end: 100, pauses: [{ start: 10, end: 30 }] }, 500), 80);
  assert.equal(timeStudied({ start: 0, end: null, pauses: [{ start: 40, end: null }] }, 100), 40);
});

test('the server cancels what nobody starts, pauses what nobody touches and ends what goes on for half a day', () => {
  const hour = 3_600_000;
  const base = { createdAt: 0, start: 0, lastActivityAt: 0 };
  assert.equal(dueEvent({ ...base, status: 'pending', start: null }, 299_999), null);
  assert.equal(dueEvent({ ...base, status: 'pending', start: null }, 300_000), 'cancel');
  assert.equal(dueEvent({ ...base, status: 'active' }, 30 * 60_000 - 1), null);
  assert.equal(dueEvent({ ...base, status: 'active' }, 30 * 60_000), 'pause');
  assert.equal(dueEvent({ ...base, status: 'paused' }, 11 * hour), null);
  assert.equal(dueEvent({ ...base, status: 'paused' }, 12 * hour), 'end');
  assert.equal(dueEvent({ ...base, status: 'completed' }, 99 * hour), null);
});
