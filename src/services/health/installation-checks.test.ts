import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { TestMailServer } from '../../../test/support/mail-server.ts';
import { buildWorkbench } from '../../app.ts';
import { holdLetters } from '../../data/backup/hold-letters.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';

const CONFIG = { secretKey: 'x'.repeat(40), remoteModel: null };

async function found(db: DatabaseManager, what: string, config: object = {}) {
  const { health } = buildWorkbench({ config: { ...CONFIG, ...config }, db }).services;
  return (await health.examine()).find((one) => one.what === what);
}

databaseTest('that the audit log can be changed is said, and the next start mends it', async (db) => {
  assert.equal((await found(db, 'audit log'))?.ok, true);
  await db.run((handle) => sql`drop trigger audit_log_no_delete`.execute(handle));
  const finding = await found(db, 'audit log');
  assert.equal(finding?.ok, false);
  assert.match(finding?.found ?? '', /\(audit_log_no_delete\)/);
  await db.createTables();
  assert.equal((await found(db, 'audit log'))?.ok, true);
});

databaseTest(
  'schools where nobody is named for alerts are listed, and those whom none reaches are wrong',
  async (db) => {
    const { schoolId, classManagerId, make } = await smallSchool(db);
    assert.match((await found(db, 'alerts'))?.found ?? '', /nobody is named at First School: they go to/);
    assert.equal((await found(db, 'alerts'))?.ok, true);
    await make.school('Second School', 'north');
    assert.match((await found(db, 'alerts'))?.found ?? '', /First School, Second School \(has no manager either\)/);
    assert.equal((await found(db, 'alerts'))?.ok, false);
    await db.run((handle) => handle.deleteFrom('schools').where('id', '<>', schoolId).execute());
    const named = { school_id: schoolId, user_id: classManagerId, step: 0 };
    await db.run((handle) =>
      handle
        .insertInto('school_safeguards')
        .values(named as never)
        .execute(),
    );
    assert.equal((await found(db, 'alerts'))?.found, 'every school has named who is told');
  },
);

test('a ledger of erasures in the folder of the backups is wrong, beside it is right', async (t) => {
  const db = await openSqlite(t);
  const at = async (erasureLedger: string, folder: string) =>
    (await found(db, 'erasures', { erasureLedger, backups: { folder, every: 1 } }))?.ok;
  assert.equal(await at('data/backups/erasures.ledger', 'data/backups'), false);
  assert.equal(await at('data/backups/deep/erasures.ledger', './data/backups/'), false);
  assert.equal(await at('data/erasures.ledger', 'data/backups'), true);
  assert.equal(await at('data/backups-of-ledgers/erasures.ledger', 'data/backups'), true);
});

databaseTest(
  'letters that a restore held back are counted apart from those given up, and are nothing wrong',
  async (db, t) => {
    const { parentId } = await smallSchool(db);
    const server = await new TestMailServer(t).up();
    const mail = () => found(db, 'mail', { mail: server.settings });
    const now = Date.now();
    const letter = {
      user_id: parentId,
      recipient: 'a@b.example',
      subject: 'x',
      body: 'said',
      created_at: toStored(now),
    };
    const add = (row: { mail_key: string; state: 'waiting' | 'failed' }) =>
      db.run((handle) =>
        handle
          .insertInto('mails')
          .values({ ...letter, ...row, ended_at: row.state === 'waiting' ? null : toStored(now) })
          .execute(),
      );
    await add({ mail_key: 'waits', state: 'waiting' });
    await add({ mail_key: 'waits too', state: 'waiting' });
    await holdLetters(db, now);
    assert.deepEqual(
      [(await mail())?.ok, (await mail())?.found.replace(/^.*: 0/, '0')],
      [true, '0 waiting; in seven days 0 sent, 0 given up, 2 held back by a restore'],
    );
    await add({ mail_key: 'refused', state: 'failed' });
    assert.equal((await mail())?.ok, false);
    assert.match((await mail())?.found ?? '', /1 given up, 2 held back by a restore/);
  },
);

test('a program to print with and a mail server that do not answer are wrong', async (t) => {
  const db = await openSqlite(t);
  const chromiumPath = join(import.meta.dirname, 'no-such-program');
  assert.match((await found(db, 'printing', { chromiumPath }))?.found ?? '', /CHROMIUM_PATH does not start: .*ENOENT/);
  assert.equal((await found(db, 'printing', { chromiumPath: process.execPath }))?.found, process.version);
  assert.equal(await found(db, 'printing'), undefined);
  const mail = await found(db, 'mail', { mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.example' } });
  assert.equal(mail?.ok, false);
  assert.match(mail?.found ?? '', /it does not answer: .*ECONNREFUSED/);
});
