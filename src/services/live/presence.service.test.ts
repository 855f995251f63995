import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PresenceService } from './presence.service.ts';

test('somebody is there while anything of theirs is listened to, and for ten seconds more', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const presence = new PresenceService();
  const there = async () => [...(await presence.presentAmong([1, 2, 3]))];
  presence.enter(1);
  presence.enter(1);
  presence.enter(2);
  assert.deepEqual(await there(), [1, 2]);
  presence.leave(1);
  t.mock.timers.tick(60_000);
  assert.deepEqual(await there(), [1, 2], 'the second page of the first is still open');
  presence.leave(1);
  t.mock.timers.tick(9999);
  assert.deepEqual(await there(), [1, 2]);
  t.mock.timers.tick(1);
  assert.deepEqual(await there(), [2]);
});

test('who loads a page anew is there all the time', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const presence = new PresenceService();
  presence.enter(1);
  presence.leave(1);
  t.mock.timers.tick(5000);
  presence.enter(1);
  t.mock.timers.tick(60_000);
  assert.ok((await presence.presentAmong([1])).has(1));
});
