import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { TestSocket } from '../../../test/support/live-socket.ts';
import { TestMailServer } from '../../../test/support/mail-server.ts';
import { actor } from '../../../test/support/past.ts';
import { until } from '../../../test/support/until.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { AlertRepo } from '../../data/safety/alert.repo.ts';

async function school(db: DatabaseManager, t: TestContext) {
  const made = await smallSchool(db);
  const server = await new TestMailServer(t).up();
  const app = await startTestApp(t, db, { config: { mail: server.settings, publicUrl: 'https://school.example' } });
  const address = (id: number, email: string | null, locale = 'en') =>
    db.run((handle) => handle.updateTable('users').set({ email, locale }).where('id', '=', id).execute());
  const send = async () => {
    for (const worker of app.mailWorkers) await worker.runDue();
  };
  return { ...made, server, app, address, send, parent: actor(made.parentId, 'parent') };
}

databaseTest('somebody is told once of what happened once, live and by a letter in their language', async (db, t) => {
  const { app, parentId, parent, address, send, server, schoolId, pupilId } = await school(db, t);
  await address(parentId, 'home@parents.example', 'he');
  const origin = await app.listen();
  const socket = await new TestSocket(origin, (await login(app, 'parent')).cookie).settled();
  socket.watch('notifications');
  await until(() => socket.events().length === 1);
  assert.deepEqual(socket.parts(), { unread: 0 });
  const tell = () =>
    app.services.notifications.tell(
      [parentId, parentId],
      'alert released',
      { alertId: 7 },
      {
        key: 'alert-released:7',
        about: pupilId,
        schoolId,
        mail: true,
      },
    );
  assert.deepEqual(await tell(), [{ userId: parentId, mailKey: `alert-released:7:${parentId}` }]);
  await tell();
  await until(() => socket.parts().unread === 1);
  const { items, unread } = await app.services.notifications.list(parent);
  assert.deepEqual(
    items.map(({ kind, data }) => [kind, data]),
    [['alert released', { alertId: 7 }]],
  );
  assert.equal(unread, 1);
  await send();
  assert.equal(server.letters.length, 1);
  const [letter] = server.letters;
  assert.match(letter?.subject ?? '', /^לבית הספר יש משהו/);
  assert.match(letter?.text ?? '', /https:\/\/school\.example\/alerts/);
  assert.doesNotMatch(letter?.raw ?? '', /Noa|Tester/);
  socket.socket.close();
});

databaseTest('who has no address or a disabled account gets no letter, and a rollback tells nobody', async (db, t) => {
  const { app, parentId, classManagerId, managerId, address, send, server } = await school(db, t);
  await address(parentId, null);
  await address(managerId, 'head@school.example');
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: '2026-01-05 00:00:00.000' as never })
      .where('id', '=', classManagerId)
      .execute(),
  );
  const told = await app.services.notifications.tell(
    [parentId, classManagerId, managerId],
    'alert released',
    { alertId: 1 },
    { key: 'k', mail: true },
  );
  assert.deepEqual(
    told.map(({ userId, mailKey }) => [userId, mailKey]).sort(),
    [
      [managerId, `k:${managerId}`],
      [parentId, null],
    ].sort(),
  );
  await assert.rejects(
    db.tx(async () => {
      await app.services.notifications.tell([managerId], 'alert released', { alertId: 2 }, { mail: true });
      throw new Error('no');
    }),
  );
  await send();
  assert.deepEqual(
    server.letters.map(({ to }) => to),
    ['head@school.example'],
  );
  assert.equal((await app.services.notifications.list(actor(managerId, 'school manager'))).unread, 1);
});

databaseTest('somebody reads their own, one by one or all that the page showed, and nobody else’s', async (db, t) => {
  const { app, parentId, parent, pupilId } = await school(db, t);
  const { notifications } = app.services;
  for (const alertId of [1, 2, 3]) await notifications.tell([parentId], 'alert released', { alertId });
  const [newest, , oldest] = (await notifications.list(parent)).items;
  assert.deepEqual(newest?.data, { alertId: 3 });
  const pupil = actor(pupilId, 'student');
  await assert.rejects(notifications.read(pupil, newest?.id ?? 0), { code: 'not-found' });
  await notifications.readAll(pupil, newest?.id ?? 0);
  assert.equal((await notifications.list(parent)).unread, 3);
  assert.deepEqual(await notifications.read(parent, oldest?.id ?? 0), { kind: 'alert released', data: { alertId: 1 } });
  await notifications.tell([parentId], 'alert released', { alertId: 4 });
  await notifications.readAll(parent, newest?.id ?? 0);
  const after = await notifications.list(parent);
  assert.deepEqual(
    [after.unread, after.items[0]?.readAt],
    [1, null],
    'what came after the page was loaded stays unread',
  );
});

databaseTest(
  'without JavaScript the bell counts, the page opens what it is about and marks it as read',
  async (db, t) => {
    const { app, classManagerId, schoolId, pupilId } = await school(db, t);
    const alertId = await new AlertRepo(db).add({
      studentId: pupilId,
      schoolId,
      session: null,
      messageId: null,
      severity: 2,
      category: 'distress',
      now: app.clock.now(),
    });
    await app.services.alerts.acknowledge(actor(classManagerId, 'class manager', schoolId), alertId, {
      note: 'Spoke with Noa.',
      tellParents: true,
    });
    const client = await login(app, 'parent');
    const page = async () => (await client.get('/notifications')).text;
    assert.match(await page(), /data-unread="1"/);
    assert.match(await page(), /The school lets you know of something about your child\./);
    const id = /\/notifications\/(\d+)\/open/.exec(await page())?.[1];
    const opened = await client.post(`/notifications/${id}/open`, {});
    assert.deepEqual([opened.status, opened.headers.location], [303, '/alerts']);
    assert.match(await page(), /data-unread="0" hidden/);
    assert.equal((await client.post('/notifications/999999/open', {})).status, 404);
  },
);
