// A process of its own: it reads and writes whole databases.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { databaseTest, emptyMysql, sqliteSettings } from '../../../test/support/databases.ts';
import { dumpOf } from '../../../test/support/dump.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { buildWorkbench } from '../../app.ts';
import { populateSampleRegion } from '../../sample-region.ts';
import { DatabaseManager, type DatabaseSettings } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { erasePerson } from '../erasure/erase-person.ts';
import { JobRepo } from '../jobs/job.repo.ts';
import { ERASE_PERSON, SEND_MAIL, WEEKLY_LETTER } from '../jobs/job-kinds.ts';
import { checkBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');
const SMALL = { now: NOW, words: () => 'said', hash: async () => 'x', students: 4, days: 8 };

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-backup-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function contentsOf(settings: DatabaseSettings) {
  const db = new DatabaseManager(settings);
  try {
    return await dumpOf(db);
  } finally {
    await db.close();
  }
}

/** Rows in any order, numbers to ten digits: databases print the last ones differently. */
const comparable = (dump: [string, string][]) =>
  dump.map(([table, text]) => [
    table,
    text
      .replaceAll(/-?\d+\.\d{8,}(?:e-?\d+)?/g, (digits) => String(Number(Number(digits).toPrecision(10))))
      .split('},{')
      .map((row) => row.replaceAll(/^\[?\{|\}\]?$/g, ''))
      .sort(),
  ]);

databaseTest('a backup of either database is restored into SQLite as it was', async (db, t) => {
  await populateSampleRegion(db, SMALL);
  const folder = folderOf(t);
  const written = await db.backUp(join(folder, 'a.backup'), NOW);
  assert.ok(written.rows > 1000 && readdirSync(folder).length === 1);
  const target = sqliteSettings(join(folder, 'restored.sqlite'));
  const restored = await restoreBackup(join(folder, 'a.backup'), target, false);
  assert.equal(restored.rows, written.rows);
  assert.deepEqual(restored.migrated, []);
  assert.deepEqual(comparable(await contentsOf(target)), comparable(await dumpOf(db)));
  await assert.rejects(restoreBackup(join(folder, 'a.backup'), target, false), /holds people already/);
  assert.equal((await restoreBackup(join(folder, 'a.backup'), target, true)).rows, written.rows);
  assert.ok(!existsSync(join(folder, 'restored.sqlite.restoring')));
});

test('what SQLite backed up MySQL restores', {
  skip: process.env.TEST_DB_HOST ? false : 'TEST_DB_HOST is not set',
}, async (t) => {
  const folder = folderOf(t);
  const source = new DatabaseManager(sqliteSettings(join(folder, 'a.sqlite')));
  await source.createTables();
  await populateSampleRegion(source, SMALL);
  await source.backUp(join(folder, 'a.backup'), NOW);
  const before = comparable(await dumpOf(source));
  await source.close();
  const target = await emptyMysql();
  await restoreBackup(join(folder, 'a.backup'), target, false);
  assert.deepEqual(comparable(await contentsOf(target)), before);
});

databaseTest('a backup that is written under load is one state of the database', async (db, t) => {
  await populateSampleRegion(db, SMALL);
  const folder = folderOf(t);
  let [going, round] = [true, 0];
  // Two tables that always say the same, changed together.
  const load = (async () => {
    while (going) {
      round += 1;
      await db.tx(async (handle) => {
        await handle
          .updateTable('schools')
          .set({ phone: String(round) })
          .execute();
        await handle
          .updateTable('courses')
          .set({ description: String(round) })
          .execute();
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  // From the first change on they do: until then each school has a telephone of its own.
  while (round < 2) await new Promise((resolve) => setImmediate(resolve));
  for (const name of ['1', '2', '3']) {
    await db.backUp(join(folder, name), NOW);
    const target = sqliteSettings(join(folder, `${name}.sqlite`));
    await restoreBackup(join(folder, name), target, false);
    const restored = new DatabaseManager(target);
    const phones = await restored.handle().selectFrom('schools').select('phone').distinct().execute();
    const words = await restored.handle().selectFrom('courses').select('description').distinct().execute();
    await restored.close();
    assert.equal(phones.length, 1);
    assert.deepEqual(words, [{ description: phones[0]?.phone }]);
  }
  going = false;
  await load;
  assert.ok(round > 3);
});

databaseTest('the file is whole or not there: a full disk, a file that was cut off or changed', async (db, t) => {
  await populateSampleRegion(db, SMALL);
  const folder = folderOf(t);
  symlinkSync('/dev/full', join(folder, 'full.backup.part'));
  await assert.rejects(db.backUp(join(folder, 'full.backup'), NOW), /ENOSPC/);
  assert.deepEqual(readdirSync(folder), []);
  const whole = join(folder, 'whole.backup');
  await db.backUp(whole, NOW);
  const bytes = readFileSync(whole);
  const text = String(gunzipSync(bytes));
  const lines = text.split('\n');
  const wrong: [string, Buffer, RegExp][] = [
    ['cut', bytes.subarray(0, bytes.length - 100), /damaged|cut off/],
    ['short', gzipSync(lines.slice(0, -2).join('\n')), /end is missing/],
    ['changed', gzipSync(text.replace('"student"', '"parent"')), /hash is another/],
    ['less', gzipSync(lines.filter((_, index) => index !== 60).join('\n')), /hash is another|rows instead of/],
    ['other', Buffer.from('no backup at all'), /damaged/],
    ['json', gzipSync('{"some":"thing"}\n'), /no backup of λllamda/],
  ];
  const target = sqliteSettings(join(folder, 'target.sqlite'));
  await restoreBackup(whole, target, false);
  const before = await contentsOf(target);
  for (const [name, content, message] of wrong) {
    writeFileSync(join(folder, name), content);
    await assert.rejects(checkBackup(join(folder, name)), message, name);
    await assert.rejects(restoreBackup(join(folder, name), target, true), message, name);
  }
  const newer = text.replace('"migrations":[', '"migrations":["9999-from-tomorrow",');
  const body = newer.slice(0, newer.lastIndexOf('{"end"'));
  const { createHash } = await import('node:crypto');
  const end = {
    ...JSON.parse(text.slice(text.lastIndexOf('{"end"'))),
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  writeFileSync(join(folder, 'newer'), gzipSync(`${body}${JSON.stringify(end)}\n`));
  await assert.rejects(restoreBackup(join(folder, 'newer'), target, true), /newer λllamda .*9999-from-tomorrow/);
  assert.deepEqual(await contentsOf(target), before, 'nothing was changed');
});

databaseTest('a database that is in use is not replaced', async (db, t) => {
  const folder = folderOf(t);
  await db.backUp(join(folder, 'empty.backup'), NOW);
  const target = sqliteSettings(join(folder, 'used.sqlite'));
  const open = new DatabaseManager(target);
  await open.createTables();
  await assert.rejects(restoreBackup(join(folder, 'empty.backup'), target, true), /is in use/);
  await open.close();
  await restoreBackup(join(folder, 'empty.backup'), target, true);
});

databaseTest('of somebody who was erased a backup from afterwards holds nothing', async (db, t) => {
  await populateSampleRegion(db, SMALL);
  const folder = folderOf(t);
  const noa = await db
    .handle()
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name'])
    .where('username', '=', 'noa')
    .executeTakeFirstOrThrow();
  const former = { firstName: 'Former', lastName: 'class manager' };
  await erasePerson(db, noa.id, { timeZone: 'UTC', now: NOW, wasDisabled: false, former });
  await db.compact();
  await db.backUp(join(folder, 'a.backup'), NOW);
  const trace = `${noa.first_name} ${noa.last_name}`;
  assert.ok(!String(gunzipSync(readFileSync(join(folder, 'a.backup')))).includes(trace));
});

test('bytes of what is deleted or changed leave the file, however large it is', async (t) => {
  const file = join(folderOf(t), 'a.sqlite');
  const db = new DatabaseManager(sqliteSettings(file));
  t.after(() => db.close());
  await db.createTables();
  const { parentId } = await smallSchool(db);
  const letter = { user_id: parentId, recipient: 'a@b.example', subject: 'x', state: 'waiting' as const };
  const handle = db.handle();
  for (let number = 0; number < 60; number += 1) {
    const body = 'a-canary-sings '.repeat(number % 3 === 0 ? 1000 : 5);
    const row = { ...letter, mail_key: `${number}`, body, created_at: toStored(NOW) };
    await handle.insertInto('mails').values(row).execute();
  }
  const checkpoint = () => sql`pragma wal_checkpoint(truncate)`.execute(handle);
  await checkpoint();
  assert.ok(readFileSync(file).includes('a-canary-sings'));
  await handle.updateTable('mails').set({ body: '' }).where('id', '<', 20).execute();
  await handle.deleteFrom('mails').where('id', '>=', 20).execute();
  await checkpoint();
  assert.ok(!readFileSync(file).includes('a-canary'), 'without a vacuum');
});

databaseTest('letters that waited in a backup are not sent by whoever restores it', async (db, t) => {
  const { parentId } = await smallSchool(db);
  const letter = { user_id: parentId, recipient: 'a@b.example', subject: 'x', body: 'said', created_at: toStored(NOW) };
  await db
    .handle()
    .insertInto('mails')
    .values([
      { ...letter, mail_key: 'waits', state: 'waiting' },
      { ...letter, mail_key: 'went', state: 'sent', body: '' },
    ])
    .execute();
  const jobs = new JobRepo(db);
  for (const kind of [SEND_MAIL, WEEKLY_LETTER, ERASE_PERSON]) {
    await jobs.enqueue({ kind, subjectKey: 'one', payload: {}, runAt: NOW, now: NOW });
  }
  const folder = folderOf(t);
  await db.backUp(join(folder, 'a.backup'), NOW);
  const target = sqliteSettings(join(folder, 'restored.sqlite'));
  assert.equal((await restoreBackup(join(folder, 'a.backup'), target, false)).held, 2);
  const restored = new DatabaseManager(target);
  t.after(() => restored.close());
  const mails = await restored.handle().selectFrom('mails').selectAll().orderBy('id').execute();
  assert.deepEqual(
    mails.map(({ state, body }) => [state, body]),
    [
      ['failed', ''],
      ['sent', ''],
    ],
  );
  assert.match(mails[0]?.last_error ?? '', /waited in a backup/);
  const left = await restored.handle().selectFrom('jobs').select('kind').where('state', '=', 'queued').execute();
  assert.deepEqual(left, [{ kind: ERASE_PERSON }], 'other work goes on');
});

test('what a restore into MySQL that broke off has left is used by nobody', {
  skip: process.env.TEST_DB_HOST ? false : 'TEST_DB_HOST is not set',
}, async (t) => {
  const folder = folderOf(t);
  const source = new DatabaseManager(sqliteSettings(join(folder, 'a.sqlite')));
  await source.createTables();
  await smallSchool(source);
  await source.backUp(join(folder, 'a.backup'), NOW);
  await source.close();
  const target = await emptyMysql();
  const killed = t.mock.method(DatabaseManager.prototype, 'finishRestore', async () => {
    throw new Error('killed');
  });
  await assert.rejects(restoreBackup(join(folder, 'a.backup'), target, false), /killed/);
  killed.mock.restore();
  const db = new DatabaseManager(target);
  t.after(() => db.close());
  await assert.rejects(db.createTables(), /broke off/);
  const { health } = buildWorkbench({ config: { secretKey: 'x'.repeat(40), remoteModel: null }, db }).services;
  assert.match((await health.examine())[0]?.found ?? '', /a restore broke off/);
  assert.ok(
    (await restoreBackup(join(folder, 'a.backup'), target, false)).rows > 0,
    'nobody is in it who has to be forced out',
  );
  assert.deepEqual(await db.createTables(), []);
  assert.equal((await health.examine())[0]?.ok, true);
});

test('a backup that is killed leaves no file of its name, and the next one is whole', async (t) => {
  const folder = folderOf(t);
  const file = join(folder, 'a.sqlite');
  const db = new DatabaseManager(sqliteSettings(file));
  await db.createTables();
  await populateSampleRegion(db, SMALL);
  const wide = 'x'.repeat(5_000_000);
  await db.handle().updateTable('courses').set({ description: wide }).execute();
  await db.close();
  const target = join(folder, 'killed.backup');
  const child = spawn(process.execPath, ['--import', './tools/tsx.mjs', 'src/cli/main.ts', 'backup', target], {
    env: { ...process.env, DB_FILE: file, DB_HOST: '' },
    stdio: 'ignore',
  });
  while (!existsSync(`${target}.part`) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  if (existsSync(target)) await checkBackup(target);
  else assert.ok(existsSync(`${target}.part`), 'it was under way');
  const again = new DatabaseManager(sqliteSettings(file));
  await again.backUp(target, NOW);
  await again.close();
  await checkBackup(target);
  assert.ok(!existsSync(`${target}.part`));
});
