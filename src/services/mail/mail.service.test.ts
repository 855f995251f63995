import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { TestMailServer } from '../../../test/support/mail-server.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { MailRepo } from '../../data/mail/mail.repo.ts';
import { createSmtpMailer } from '../../data/mail/smtp-mailer.ts';
import { DAY, HOUR, SECOND } from '../../shared/instant.ts';
import { MailService } from './mail.service.ts';

/** A school with a mail server that a test can take away, and what sends. */
async function post(db: DatabaseManager, t: TestContext) {
  const school = await smallSchool(db);
  const server = await new TestMailServer(t).up();
  const app = await startTestApp(t, db, { config: { mail: server.settings, publicUrl: 'https://school.example' } });
  const mail = new MailService({
    db,
    mails: new MailRepo(db),
    jobs: new JobRepo(db),
    clock: app.clock,
    available: true,
  });
  const write = (key: string, more: { text?: string; urgent?: boolean } = {}) =>
    mail.queue({
      to: { userId: school.parentId, email: `${key}@home.example` },
      subject: `Grüße, שלום ${key}`,
      text: more.text ?? 'What there is to say.\n\n.\n.dots are kept',
      key,
      schoolId: school.schoolId,
      urgent: more.urgent ?? false,
    });
  const send = async () => {
    let done = 0;
    for (const worker of app.mailWorkers) done += await worker.runDue();
    return done;
  };
  const rows = () => db.run((handle) => handle.selectFrom('mails').selectAll().orderBy('id').execute());
  return { ...school, server, app, mail, write, send, rows };
}

databaseTest('a letter goes out once, whole, and what it said is kept no longer', async (db, t) => {
  const { write, send, server, rows, mail, schoolId } = await post(db, t);
  await write('one');
  await write('one', { text: 'another text under the same key' });
  assert.equal(server.letters.length, 0, 'nothing is sent by whoever queues');
  await send();
  const [letter, ...more] = server.letters;
  assert.deepEqual(more, []);
  assert.equal(letter?.to, 'one@home.example');
  assert.equal(letter?.from, 'study@school.example');
  assert.equal(letter?.subject, 'Grüße, שלום one');
  assert.equal(letter?.text.trimEnd(), 'What there is to say.\n\n.\n.dots are kept');
  assert.match(letter?.messageId ?? '', /^<[\w-]{32}@school\.example>$/);
  assert.deepEqual(
    (await rows()).map(({ state, subject, body }) => [state, subject, body]),
    [['sent', '', '']],
  );
  assert.equal(await send(), 0);
  assert.deepEqual((await mail.stateOf(schoolId)).counts, {
    waiting: 0,
    sent: 1,
    failed: 0,
    held: 0,
    waitingSince: null,
  });
});

databaseTest('what is rolled back is never sent', async (db, t) => {
  const { write, send, server } = await post(db, t);
  await assert.rejects(
    db.tx(async () => {
      await write('never');
      throw new Error('it did not come to that');
    }),
  );
  await send();
  assert.deepEqual(server.letters, []);
});

databaseTest('a mail server that is down for hours loses nothing, and each letter comes once', async (db, t) => {
  const { write, send, server, app, rows, mail, schoolId } = await post(db, t);
  await server.down();
  const since = app.clock.now();
  await write('a');
  await write('b');
  for (let waited = 0; waited < 6 * HOUR; waited += HOUR) {
    await send();
    app.clock.advance(HOUR);
  }
  const waiting = await mail.stateOf(schoolId);
  assert.deepEqual([waiting.counts.waiting, waiting.counts.waitingSince], [2, since]);
  assert.match((await rows())[0]?.last_error ?? '', /ECONNREFUSED/);
  await server.up();
  await send();
  await send();
  assert.deepEqual(server.letters.map(({ to }) => to).sort(), ['a@home.example', 'b@home.example']);
});

databaseTest('a server that hangs up in the middle gets the letter again under the same Message-ID', async (db, t) => {
  const { write, send, server, app } = await post(db, t);
  server.manner = 'hangs up';
  await write('again');
  await send();
  assert.equal(server.letters.length, 0);
  const jobs = await db.run((handle) => handle.selectFrom('jobs').select(['state', 'tries']).execute());
  assert.deepEqual(jobs, [{ state: 'queued', tries: 1 }]);
  server.manner = 'takes';
  assert.equal(await send(), 0, 'not before the pause is over');
  app.clock.advance(2 * SECOND);
  await send();
  const [first] = server.letters;
  // As if this process had died after the server took it, before that was written down.
  await db.run((handle) => handle.updateTable('mails').set({ state: 'waiting' }).execute());
  await db.run((handle) => handle.updateTable('jobs').set({ state: 'queued' }).execute());
  await send();
  assert.equal(server.letters.length, 2);
  assert.equal(server.letters[1]?.messageId, first?.messageId);
});

databaseTest(
  'an address that the server refuses for good is given up at once and shown to the school',
  async (db, t) => {
    const { write, send, server, app, mail, schoolId } = await post(db, t);
    server.manner = '450 try again later';
    await write('full');
    await send();
    assert.equal((await mail.stateOf(schoolId)).counts.waiting, 1, 'a mailbox that is full is tried again');
    server.manner = '550 no such person';
    app.clock.advance(HOUR);
    await send();
    const { counts, failed } = await mail.stateOf(schoolId);
    assert.deepEqual([counts.waiting, counts.failed], [0, 1]);
    assert.deepEqual([failed[0]?.recipient, failed[0]?.at], ['full@home.example', app.clock.now()]);
    assert.match(failed[0]?.why ?? '', /550 no such person/);
    assert.deepEqual((await mail.stateOf(schoolId + 1)).failed, [], 'another school sees nothing of it');
    const found = (await app.services.health.examine()).find(({ what }) => what === 'mail');
    assert.deepEqual(
      [found?.ok, found?.found.replace(/^\S+: /, '')],
      [false, '0 waiting; in seven days 0 sent, 1 given up'],
    );
  },
);

databaseTest('a letter that no server takes within a day is given up', async (db, t) => {
  const { write, send, server, app, mail, schoolId } = await post(db, t);
  await server.down();
  await write('late');
  let tried = 0;
  for (let waited = 0; waited < 2 * DAY; waited += HOUR / 2) {
    tried += await send();
    app.clock.advance(HOUR / 2);
  }
  assert.equal(tried, 57);
  assert.deepEqual((await mail.stateOf(schoolId)).counts.failed, 1);
});

databaseTest('urgent letters wait behind no other, and a silent server holds up no stop', async (db, t) => {
  const { write, server, app } = await post(db, t);
  const [urgent, ordinary] = app.mailWorkers;
  await write('slow');
  server.manner = 'silent';
  const stuck = ordinary?.runDue();
  while (server.visits === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  server.manner = 'takes';
  await write('now', { urgent: true });
  await urgent?.runDue();
  assert.deepEqual(
    server.letters.map(({ to }) => to),
    ['now@home.example'],
  );
  const before = performance.now();
  await ordinary?.stop();
  await stuck;
  assert.ok(performance.now() - before < 2000, 'the letter that is under way is left for the next start');
});

databaseTest('without a mail server nothing is queued', async (db, t) => {
  const { parentId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  await services.notifications.tell([parentId], 'alert released', { alertId: 1 }, { mail: true });
  assert.deepEqual(await db.run((handle) => handle.selectFrom('mails').selectAll().execute()), []);
  assert.equal((await services.health.examine()).find(({ what }) => what === 'mail')?.ok, true);
});

databaseTest('what stands in an account is one address, whatever it looks like', async (db, t) => {
  const { server } = await post(db, t);
  const mailer = createSmtpMailer(server.settings);
  const letter = { subject: 'x\r\nBcc: spy@evil.example', text: 'y', messageId: '<a@b>' };
  const to = 'a@b.example, spy@evil.example';
  await mailer.send({ ...letter, to }, new AbortController().signal).catch(() => {});
  for (const { raw, to: recipient } of server.letters) {
    assert.doesNotMatch(raw, /^Bcc:/m);
    assert.notEqual(recipient, 'spy@evil.example');
  }
});
