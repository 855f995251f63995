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
import { HOUR, MINUTE } from '../../shared/instant.ts';

const QUARTER = 15 * MINUTE;

/** A school with a mail server, a counsellor who is named at once and a nurse who is named next, neither of the pupil's class. */
async function guarded(db: DatabaseManager, t: TestContext) {
  const school = await smallSchool(db);
  const { make, schoolId, managerId, pupilId } = school;
  const counsellorId = await make.classManager('counsellor', schoolId, []);
  const nurseId = await make.classManager('nurse', schoolId, []);
  const strangerId = await make.classManager('stranger', schoolId, []);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set((eb) => ({ email: eb.fn<string>('concat', ['username', eb.val('@school.example')]) }))
      .where('id', 'in', [counsellorId, nurseId, managerId, school.classManagerId])
      .execute(),
  );
  const server = await new TestMailServer(t).up();
  const app = await startTestApp(t, db, { config: { mail: server.settings, publicUrl: 'https://school.example' } });
  const head = actor(managerId, 'school manager', schoolId);
  const { safeguarding, alertTelling, alerts, notifications } = app.services;
  await safeguarding.name(head, [
    { userId: counsellorId, step: 0 },
    { userId: nurseId, step: 1 },
  ]);
  const raise = (severity = 2, category = 'self-harm') =>
    alertTelling.add({
      studentId: pupilId,
      schoolId,
      session: null,
      messageId: null,
      severity,
      category,
      now: app.clock.now(),
    });
  const send = async () => {
    for (const worker of app.mailWorkers) await worker.runDue();
  };
  const unread = async (userId: number) => (await notifications.list(actor(userId, 'class manager', schoolId))).unread;
  const told = async (id: number) => (await app.services.alertPages.alert(head, id)).told;
  const names = async (id: number, round: number) =>
    (await told(id)).filter((one) => one.round === round).map(({ name }) => name?.replace(' Tester', ''));
  const counsellor = actor(counsellorId, 'class manager', schoolId);
  const nurse = actor(nurseId, 'class manager', schoolId);
  return {
    ...school,
    counsellorId,
    nurseId,
    strangerId,
    counsellor,
    nurse,
    head,
    server,
    app,
    raise,
    send,
    unread,
    told,
    names,
    alerts,
    alertTelling,
    safeguarding,
  };
}

databaseTest(
  'an alert goes to the named adults first, then to the next and the school manager, until staff take it on',
  async (db, t) => {
    const { app, raise, names, unread, send, server, counsellorId, nurseId, managerId, alerts, alertTelling, nurse } =
      await guarded(db, t);
    const id = await raise();
    assert.deepEqual(await names(id, 0), ['class-manager', 'counsellor']);
    assert.deepEqual([await unread(counsellorId), await unread(nurseId), await unread(managerId)], [1, 0, 0]);
    await send();
    assert.deepEqual(server.letters.map(({ to }) => to).sort(), [
      'class-manager@school.example',
      'counsellor@school.example',
    ]);
    app.clock.advance(QUARTER - 1);
    assert.equal(await alertTelling.escalateOverdue(), 0);
    app.clock.advance(1);
    assert.deepEqual(
      await Promise.all([alertTelling.escalateOverdue(), alertTelling.escalateOverdue()]).then((n) => n.sort()),
      [0, 1],
    );
    assert.deepEqual((await names(id, 1)).sort(), ['class-manager', 'counsellor', 'manager', 'nurse']);
    assert.deepEqual([await unread(counsellorId), await unread(nurseId)], [1, 1], 'one notification each, told anew');
    for (let rounds = 2; rounds < 5; rounds += 1) {
      app.clock.advance(QUARTER);
      assert.equal(await alertTelling.escalateOverdue(), 1, 'every quarter of an hour');
    }
    await send();
    assert.equal(server.letters.filter(({ to }) => to === 'nurse@school.example').length, 4);
    await alerts.acknowledge(nurse, id, { note: 'I am with her.', tellParents: false });
    assert.deepEqual(
      [await unread(counsellorId), await unread(nurseId), await unread(managerId)],
      [0, 0, 0],
      'nobody has to read of it any more',
    );
    app.clock.advance(2 * HOUR);
    assert.equal(await alertTelling.escalateOverdue(), 0);
  },
);

databaseTest('a letter about an alert says severity and where to look, and nothing of whom or what', async (db, t) => {
  const { raise, send, server, told, app, db: _ } = { ...(await guarded(db, t)), db };
  const id = await raise(3, 'abuse');
  await send();
  for (const { raw, text, subject } of server.letters) {
    assert.match(text, /Severity: acute/);
    assert.ok(text.includes(`https://school.example/alerts/${id}`), text);
    assert.equal(subject, 'An alert waits for you');
    assert.doesNotMatch(raw, /Noa|Tester|abuse|harm|pupil'/i);
  }
  assert.equal(server.letters.length, 3, 'what is acute goes to every named adult at once');
  const [first] = await told(id);
  assert.deepEqual(first?.mail, { state: 'sent', at: app.clock.now() });
});

databaseTest(
  'a mail server that is down keeps nobody from being told, and the letters come when it is back',
  async (db, t) => {
    const { raise, send, server, told, unread, counsellorId, app } = await guarded(db, t);
    await server.down();
    const id = await raise();
    await send();
    assert.equal(await unread(counsellorId), 1);
    assert.deepEqual(
      (await told(id)).map(({ mail }) => mail?.state),
      ['waiting', 'waiting'],
    );
    await server.up();
    app.clock.advance(10_000);
    await send();
    assert.deepEqual(
      (await told(id)).map(({ mail }) => mail?.state),
      ['sent', 'sent'],
    );
  },
);

databaseTest(
  'a named adult sees and takes on alerts of the whole school; not named, those of the own classes alone',
  async (db, t) => {
    const { raise, alerts, counsellor, strangerId, schoolId, head, safeguarding, nurseId, app } = await guarded(db, t);
    const id = await raise();
    const stranger = actor(strangerId, 'class manager', schoolId);
    assert.deepEqual((await alerts.board(stranger)).open, []);
    await assert.rejects(app.services.alertPages.alert(stranger, id), { code: 'not-found' });
    await assert.rejects(alerts.acknowledge(stranger, id, { note: 'x', tellParents: false }), { code: 'not-found' });
    assert.deepEqual(
      (await alerts.board(counsellor)).open.map((one) => one.id),
      [id],
    );
    await safeguarding.name(head, [{ userId: nurseId, step: 0 }]);
    assert.deepEqual((await alerts.board(counsellor)).open, [], 'it ends when the school names another');
  },
);

databaseTest('of two adults who take an alert on at once one does, and the other is told', async (db, t) => {
  const { raise, alerts, counsellor, nurse } = await guarded(db, t);
  const id = await raise();
  const outcomes = await Promise.allSettled([
    alerts.acknowledge(counsellor, id, { note: 'Mine.', tellParents: false }),
    alerts.acknowledge(nurse, id, { note: 'Also mine.', tellParents: false }),
  ]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const lost = outcomes.find((one) => one.status === 'rejected');
  assert.equal(lost?.reason.code, 'alert-acknowledged');
});

databaseTest('the school names staff of its own, at least one at once', async (db, t) => {
  const { safeguarding, head, nurseId, parentId, counsellorId, pupilId, make } = await guarded(db, t);
  await assert.rejects(safeguarding.name(head, []), { kind: 'invalid-input' });
  await assert.rejects(safeguarding.name(head, [{ userId: nurseId, step: 1 }]), { kind: 'invalid-input' });
  for (const userId of [parentId, pupilId, 987_654]) {
    await assert.rejects(safeguarding.name(head, [{ userId, step: 0 }]), { kind: 'invalid-input' });
  }
  const elsewhere = await make.school('Second School', 'north');
  const theirs = await make.classManager('theirs', elsewhere, []);
  await assert.rejects(safeguarding.name(head, [{ userId: theirs, step: 0 }]), { kind: 'invalid-input' });
  const { named } = await safeguarding.view(head);
  assert.deepEqual(
    named.map(({ userId, step }) => [userId, step]),
    [
      [counsellorId, 0],
      [nurseId, 1],
    ],
  );
});

databaseTest('where the named adult has left, the school manager is told at once', async (db, t) => {
  const { raise, names, counsellorId } = await guarded(db, t);
  await db.run((handle) =>
    handle
      .updateTable('users')
      .set({ disabled_at: '2026-01-05 00:00:00.000' as never })
      .where('id', '=', counsellorId)
      .execute(),
  );
  assert.deepEqual((await names(await raise(), 0)).sort(), ['class-manager', 'manager']);
});

databaseTest(
  'a rehearsal goes the whole way, is marked everywhere, counts nowhere and ends by itself',
  async (db, t) => {
    const {
      app,
      safeguarding,
      head,
      counsellor,
      send,
      server,
      unread,
      counsellorId,
      nurseId,
      alerts,
      alertTelling,
      strangerId,
      schoolId,
    } = await guarded(db, t);
    const id = await safeguarding.rehearse(head, 2);
    await assert.rejects(safeguarding.rehearse(head, 2), { code: 'rehearsal-exists' });
    await send();
    assert.deepEqual(
      server.letters.map(({ to, subject }) => [to, subject]),
      [['counsellor@school.example', 'REHEARSAL: an alert waits for you']],
    );
    assert.match(server.letters[0]?.text ?? '', /THIS IS A REHEARSAL/);
    const client = await login(app, 'counsellor');
    for (const path of ['/alerts', `/alerts/rehearsals/${id}`])
      assert.match((await client.get(path)).text, />REHEARSAL</);
    assert.match((await client.get('/notifications')).text, /REHEARSAL: an alert/);
    app.clock.advance(QUARTER);
    assert.equal(await alertTelling.escalateOverdue(), 1);
    assert.equal(await unread(nurseId), 1);
    const board = await alerts.board(counsellor);
    assert.deepEqual([board.counts, board.open.length], [{ open: 0, escalated: 0 }, 0]);
    assert.deepEqual(await app.services.alertPages.rates(head), []);
    const stranger = actor(strangerId, 'class manager', schoolId);
    await assert.rejects(app.services.alertPages.rehearsal(stranger, id), { code: 'not-found' });
    await app.services.alertPages.acknowledgeRehearsal(counsellor, id, 'I would call her mother.');
    await assert.rejects(app.services.alertPages.acknowledgeRehearsal(head, id, 'Me too.'), { code: 'rehearsal-over' });
    assert.deepEqual([await unread(counsellorId), await unread(nurseId)], [0, 0]);
    const second = await safeguarding.rehearse(head, 1);
    for (let rounds = 0; rounds < 8; rounds += 1) {
      app.clock.advance(QUARTER);
      await alertTelling.escalateOverdue();
    }
    const ended = await app.services.alertPages.rehearsal(head, second);
    assert.deepEqual([ended.open, ended.rehearsal.round, ended.rehearsal.acknowledgedAt], [false, 3, null]);
    await assert.rejects(app.services.alertPages.acknowledgeRehearsal(head, second, 'Late.'), {
      code: 'rehearsal-over',
    });
  },
);

databaseTest(
  'a false alarm is marked with its reason, counted by month and category, and takes the alert on',
  async (db, t) => {
    const { raise, alerts, counsellor, head, app, parentId } = await guarded(db, t);
    const [id, , third] = [await raise(), await raise(), await raise(1, 'distress')];
    await assert.rejects(alerts.markFalse(counsellor, id, ' '), { kind: 'invalid-input' });
    await assert.rejects(alerts.markFalse(actor(parentId, 'parent'), id, 'x'), { code: 'forbidden' });
    await alerts.markFalse(counsellor, id, 'She quoted a song.');
    await alerts.markFalse(head, id, 'Again.');
    await alerts.acknowledge(head, third, { note: 'Spoke with her.', tellParents: false });
    const board = await alerts.board(head, undefined, 'false');
    assert.deepEqual(
      board.acknowledged.map((one) => [one.id, one.falseAlarm?.reason, one.acknowledgedById]),
      [[id, 'She quoted a song.', counsellor.userId]],
    );
    assert.deepEqual(
      (await alerts.board(head, undefined, 'mine')).acknowledged.map((one) => one.id),
      [third],
    );
    const month = new Date(app.clock.now()).toISOString().slice(0, 7);
    assert.deepEqual(await app.services.alertPages.rates(head), [
      { month, category: 'distress', alerts: 1, judged: 1, falseAlarms: 0 },
      { month, category: 'self-harm', alerts: 2, judged: 1, falseAlarms: 1 },
    ]);
  },
);

databaseTest('an alert is on an open page within a second', async (db, t) => {
  const { raise, app } = await guarded(db, t);
  const origin = await app.listen();
  const socket = await new TestSocket(origin, (await login(app, 'manager')).cookie).settled();
  socket.watch('alerts');
  socket.watch('notifications');
  await until(() => socket.events().length === 2);
  const before = JSON.stringify(socket.parts().state);
  const began = performance.now();
  await raise();
  await until(() => JSON.stringify(socket.parts().state) !== before);
  assert.ok(performance.now() - began < 1000, 'within a second');
  socket.socket.close();
});
