import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { dumpOf } from '../../../test/support/dump.ts';
import { PASSWORD, smallSchool } from '../../../test/support/factory.ts';
import { ConsentRepo } from '../../data/consent/consent.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { ErasureRepo } from '../../data/erasure/erasure.repo.ts';
import { ErasureLedger } from '../../data/erasure/erasure-ledger.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { ERASE_PERSON, SEND_MAIL } from '../../data/jobs/job-kinds.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-erasure-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function school(t: TestContext, db: DatabaseManager) {
  const folder = folderOf(t);
  const erasureLedger = join(folder, 'erasures.ledger');
  const ids = await smallSchool(db);
  const app = await startTestApp(t, db, { config: { erasureLedger } });
  const manager: Actor = {
    userId: ids.managerId,
    role: 'school manager',
    name: 'A Manager',
    firstName: 'A',
    locale: 'he',
    schoolId: ids.schoolId,
  };
  return { ...ids, app, manager, erasureLedger };
}

const usernames = async (db: DatabaseManager) =>
  (await db.handle().selectFrom('users').select('username').orderBy('id').execute()).map(({ username }) => username);

databaseTest('who is erased is shut out at once, gone after the job, and told of by nobody', async (db, t) => {
  const { app, manager, pupilId, mateId, erasureLedger } = await school(t, db);
  const browser = new Client(app);
  await browser.send('/api/v1/auth/login', { method: 'POST', body: { username: 'pupil', password: PASSWORD } });
  assert.equal((await browser.get('/profile')).status, 200);
  const { erasure } = app.services;
  const view = await erasure.look(manager, pupilId);
  assert.equal(view.person.username, 'pupil');
  assert.equal(await erasure.erase(manager, pupilId, 'mate'), false);
  assert.equal((await browser.get('/profile')).status, 200, 'the wrong name erases nobody');
  assert.equal(await erasure.erase(manager, pupilId, ' PUPIL '), true);
  assert.equal((await browser.get('/profile')).status, 303);
  await assert.rejects(erasure.look(manager, pupilId), { code: 'not-found' });
  await assert.rejects(erasure.erase(manager, pupilId, 'pupil'), { code: 'not-found' });
  assert.deepEqual(
    (await erasure.list(manager)).map(({ role, doneAt }) => [role, doneAt]),
    view.parents.length === 0
      ? [['student', null]]
      : [
          ['parent', null],
          ['student', null],
        ],
  );
  await app.worker.runDue();
  const done = await erasure.list(manager);
  assert.ok(done.every(({ doneAt }) => doneAt !== null));
  assert.ok(!(await usernames(db)).includes('pupil') && (await usernames(db)).includes('mate'));
  for (const [table, text] of await dumpOf(db)) assert.ok(!text.includes('"pupil"'), table);
  const ledger = readFileSync(erasureLedger, 'utf8');
  assert.equal(ledger.trim().split('\n').length, done.length);
  assert.ok(!ledger.includes('pupil') && !ledger.includes('Noa'));
  assert.equal(await app.replayErasures(), 0, 'what is done is not done again');
  assert.ok(mateId > 0);
});

databaseTest('two who ask at once have somebody erased once', async (db, t) => {
  const { app, manager, pupilId } = await school(t, db);
  const asked = await Promise.allSettled(
    Array.from({ length: 6 }, () => app.services.erasure.erase(manager, pupilId, 'pupil')),
  );
  assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.equal((await app.services.erasure.list(manager)).filter(({ role }) => role === 'student').length, 1);
  // One that was asked for twice before that was so is done with the other.
  const again = { schoolId: manager.schoolId, role: 'student', userId: pupilId, requestedBy: null } as const;
  const erasureId = await new ErasureRepo(db).add({ ...again, wasDisabled: false, now: Date.now() });
  const job = { kind: ERASE_PERSON, subjectKey: 'again', payload: { erasureId, locale: 'en' } };
  await app.worker.runDue();
  await new JobRepo(db).enqueue({ ...job, runAt: 0, now: 0 });
  await app.worker.runDue();
  assert.ok((await app.services.erasure.list(manager)).every(({ doneAt }) => doneAt !== null));
});

databaseTest('notes about others and names of letters that were sent forget who is erased', async (db, t) => {
  const { app, manager, managerId, schoolId, pupilId, mateId, parentId } = await school(t, db);
  const handle = db.handle();
  const pupil = await handle.selectFrom('users').selectAll().where('id', '=', pupilId).executeTakeFirstOrThrow();
  const name = `${pupil.first_name} ${pupil.last_name}`;
  const note = `Like ${name}, signed.`;
  const now = Date.parse('2026-11-30T09:30:00Z');
  const consent = { purpose: 'remote teacher', version: 1, answer: 'yes', source: 'school' } as const;
  await new ConsentRepo(db).add([{ ...consent, studentId: mateId, byId: managerId, note, now }]);
  const alert = { student_id: mateId, school_id: schoolId, kind: 'inactivity' as const, severity: 1, facts: '{}' };
  await handle
    .insertInto('attention_alerts')
    .values({
      ...alert,
      raised_at: toStored(now),
      seen_at: toStored(now),
      acknowledged_by: managerId,
      note,
      false_reason: note,
    })
    .execute();
  const job = { kind: SEND_MAIL, payload: {}, runAt: now, now };
  await new JobRepo(db).enqueue({ ...job, subjectKey: `week:${parentId}:${pupilId}:2026-11-28` });
  await handle.updateTable('jobs').set({ state: 'done' }).execute();
  await app.services.erasure.erase(manager, pupilId, 'pupil');
  await app.worker.runDue();
  for (const [table, text] of await dumpOf(db)) assert.ok(!text.includes(name), table);
  const [row] = await handle.selectFrom('consents').selectAll().execute();
  assert.match(row?.note ?? '', /signed\.$/, 'the rest of the note stays');
  const keys = await handle.selectFrom('jobs').select('subject_key').execute();
  assert.ok(!keys.some(({ subject_key: key }) => key.startsWith('week:')));
});

databaseTest('parents of nobody else go with their child, others stay', async (db, t) => {
  const { app, manager, make, pupilId, mateId } = await school(t, db);
  const alone = await make.parent('alone', { [pupilId]: 'verified' });
  const both = await make.parent('both', { [pupilId]: 'verified', [mateId]: 'verified' });
  const { erasure } = app.services;
  const { parents } = await erasure.look(manager, pupilId);
  assert.ok(parents.some(({ id }) => id === alone) && !parents.some(({ id }) => id === both));
  await erasure.erase(manager, pupilId, 'pupil');
  await app.worker.runDue();
  const left = await usernames(db);
  assert.ok(!left.includes('alone') && left.includes('both'));
});

databaseTest('a ledger that cannot be written leaves everything there, and the job is tried again', async (db, t) => {
  const { app, manager, pupilId } = await school(t, db);
  const broken = await startTestApp(t, db, { config: { erasureLedger: tmpdir() } });
  assert.equal(await app.services.erasure.erase(manager, pupilId, 'pupil'), true);
  await broken.worker.runDue();
  assert.ok((await usernames(db)).includes('pupil'), 'nobody goes before the ledger knows');
  app.clock.advance(10_000);
  await app.worker.runDue();
  assert.ok(!(await usernames(db)).includes('pupil'));
});

databaseTest('in a database from before the erasure the ledger erases again, and only whom it names', async (db, t) => {
  const { app, manager, mateId, erasureLedger } = await school(t, db);
  const before = await db.handle().selectFrom('users').selectAll().where('id', '=', mateId).executeTakeFirstOrThrow();
  const role = await db
    .handle()
    .selectFrom('students')
    .selectAll()
    .where('user_id', '=', mateId)
    .executeTakeFirstOrThrow();
  await app.services.erasure.erase(manager, mateId, 'mate');
  await app.worker.runDue();
  // As a backup would have it: the person, and no word of the erasure.
  await db.handle().deleteFrom('erasures').execute();
  await db
    .handle()
    .insertInto('users')
    .values(before as never)
    .execute();
  await db.handle().insertInto('students').values(role).execute();
  const all = (await usernames(db)).length;
  assert.equal(await app.replayErasures(), 1);
  assert.ok(!(await usernames(db)).includes('mate'));
  assert.equal((await usernames(db)).length, all - 1);
  assert.equal(await app.replayErasures(), 0);
  // A line that was cut off, and one of another installation.
  const [line = ''] = readFileSync(erasureLedger, 'utf8').split('\n');
  appendFileSync(
    erasureLedger,
    `${JSON.stringify({ ...JSON.parse(line), entry: 'other', of: 'another' })}\n${line.slice(0, 40)}`,
  );
  assert.equal(await app.replayErasures(), 0);
  await new ErasureLedger(erasureLedger).append({ entry: 'next', of: 'x', at: 'now', person: 'y' });
  assert.equal((await new ErasureLedger(erasureLedger).read()).length, 3);
});
