import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { openArchive } from '../../data/archives/archive.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import { populateSampleRegion } from '../../sample-region.ts';
import { DAY } from '../../shared/instant.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');

async function actorNamed(db: DatabaseManager, username: string): Promise<Actor> {
  const { id, role, locale } = await db
    .handle()
    .selectFrom('users')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const school = await db
    .handle()
    .selectFrom('schools')
    .select('id')
    .where('school_manager_id', '=', id)
    .executeTakeFirst();
  return { userId: id, role: role as Role, name: username, firstName: username, locale, schoolId: school?.id ?? null };
}

async function filesIn(bytes: Buffer): Promise<Map<string, string>> {
  const archive = await openArchive(bytes);
  return new Map(
    await Promise.all(archive.names.map(async (name) => [name, String(await archive.read(name))] as const)),
  );
}

async function fetched(
  { services: { personExport } }: TestApp,
  who: Actor,
  personId: number,
): Promise<Map<string, string>> {
  const { size, pieces } = await personExport.take(who, personId);
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  const bytes = Buffer.concat(read);
  assert.equal(bytes.length, size);
  return filesIn(bytes);
}

async function exported(app: TestApp, who: Actor, personId: number): Promise<Map<string, string>> {
  await app.services.personExport.ask(who, personId);
  // Asking waits for a second; on a busy machine the worker takes longer.
  while ((await app.services.personExport.look(who, personId)).made?.state !== 'made') await setTimeout(20);
  return fetched(app, who, personId);
}

databaseTest('a pupil takes out all that is theirs, and nothing of others', async (db, t) => {
  await populateSampleRegion(db, {
    now: NOW,
    words: () => 'Well done.',
    hash: async () => 'x',
    students: 10,
    days: 30,
  });
  const app = await startTestApp(t, db);
  const [noa, dalia, ruth, sami] = await Promise.all(
    ['noa', 'dalia', 'ruth', 'sami'].map((one) => actorNamed(db, one)),
  );
  assert.ok(noa && dalia && ruth && sami);
  const handle = db.handle();
  // Every other person's words carry a canary, and so does what no pupil may read.
  await handle
    .updateTable('messages')
    .set({ content: 'canary of another' })
    .where('student_id', '<>', noa.userId)
    .execute();
  await handle
    .updateTable('messages')
    .set({ brief: '{"key":"canary of a key"}', move: '{"key":"canary of a key"}' })
    .execute();
  await handle.updateTable('safety_alerts').set({ note: 'canary of a note' }).execute();
  await handle.updateTable('tests_students').set({ final_grade: 77.25 }).where('released_at', 'is', null).execute();
  await handle
    .updateTable('home_sessions_students')
    .set({ textual_feedback: 'said at the end' })
    .where('student_id', '=', noa.userId)
    .execute();
  const files = await exported(app, noa, noa.userId);
  const all = [...files.values()].join('\n');
  assert.ok(files.has('README.txt') && files.has('index.html') && all.includes('Noa') && all.includes('Peretz'));
  assert.ok(all.includes('said at the end'));
  assert.ok(!all.includes('canary') && !all.includes('77.25') && !/argon2|password_hash/.test(all));
  const counted = async (table: 'messages' | 'attempts') =>
    (await handle.selectFrom(table).select('id').where('student_id', '=', noa.userId).execute()).length;
  const rows = (part: string): Record<string, unknown>[] => JSON.parse(files.get(`json/${part}.json`) ?? '[]');
  assert.equal(rows('messages').filter((row) => row.said_by === 'pupil').length, await counted('messages'));
  assert.equal(rows('answers').length, await counted('attempts'));
  assert.ok(rows('sessions').length > 0 && rows('scores').length > 0 && rows('progress').length > 0);
  const others = await handle
    .selectFrom('users')
    .select(['last_name'])
    .where('role', '=', 'student')
    .where('id', '<>', noa.userId)
    .execute();
  for (const { last_name } of others) if (last_name !== 'Peretz') assert.ok(!all.includes(last_name), last_name);

  await handle.updateTable('schools').set({ transcript_policy: 'summary' }).execute();
  const forParent = await exported(app, dalia, noa.userId);
  assert.deepEqual(JSON.parse(forParent.get('json/messages.json') ?? ''), [], 'as far as the school lets parents read');
  const answers: { answer: unknown }[] = JSON.parse(forParent.get('json/answers.json') ?? '[]');
  assert.ok(
    answers.length > 0 && answers.every(({ answer }) => answer === null),
    'nor what was answered, word by word',
  );
  await handle.updateTable('schools').set({ transcript_policy: 'full' }).execute();
  const hidden = await handle
    .selectFrom('messages')
    .select('id')
    .where('student_id', '=', noa.userId)
    .limit(1)
    .executeTakeFirstOrThrow();
  await handle
    .updateTable('messages')
    .set({ hidden_from_parents: 1, content: 'canary of need' })
    .where('id', '=', hidden.id)
    .execute();
  const full = await exported(app, dalia, noa.userId);
  assert.ok(
    JSON.parse(full.get('json/messages.json') ?? '').length > 0 &&
      ![...full.values()].join().includes('canary of need'),
  );
  assert.ok(![...full.values()].join().includes('said at the end'), 'what is written at the end is for the school');
  assert.ok((await exported(app, ruth, noa.userId)).size > 10);
  await assert.rejects(exported(app, sami, noa.userId), { code: 'not-found' });
  await assert.rejects(exported(app, noa, dalia.userId), { code: 'not-found' });
  const noted = await handle
    .selectFrom('audit_log')
    .select('actor_id')
    .where('action', '=', 'export a person')
    .where('student_id', '=', noa.userId)
    .execute();
  assert.deepEqual(
    noted.map(({ actor_id }) => actor_id),
    [noa.userId, dalia.userId, dalia.userId, ruth.userId],
  );
});

/** A pupil who has written so many messages. */
async function talker(db: DatabaseManager, t: TestContext, messages: number) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilId, courseId, teacherId } = school;
  const past = { studentId: pupilId, courseId, teacherId, minutes: 20, start: app.clock.now() - DAY };
  const { messageIds } = await addPast(db, { ...past, talk: [{ from: 'student', content: 'the first' }] });
  const handle = db.handle();
  const first = handle
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', messageIds[0] ?? 0);
  const { id: _, ...row } = await first.executeTakeFirstOrThrow();
  for (let added = 1; added < messages; added += 250) {
    const count = Math.min(250, messages - added);
    // Nothing that packs well.
    const content = () => randomBytes(500).toString('base64');
    await handle
      .insertInto('messages')
      .values(Array.from({ length: count }, () => ({ ...row, client_id: null, content: content() })))
      .execute();
  }
  const { parentId, managerId, schoolId } = school;
  return {
    ...school,
    app,
    pupil: actor(pupilId, 'student', schoolId),
    parent: actor(parentId, 'parent', null),
    manager: actor(managerId, 'school manager', schoolId),
  };
}

const counted = async (db: DatabaseManager, table: 'person_exports' | 'person_export_parts') =>
  (await db.handle().selectFrom(table).selectAll().execute()).length;

databaseTest(
  'a large export is kept in small pieces, told when it is made, and gone after three days',
  async (db, t) => {
    const { app, pupil, pupilId } = await talker(db, t, 1500);
    const { personExport, notifications } = app.services;
    const files = await exported(app, pupil, pupilId);
    assert.equal(JSON.parse(files.get('json/messages.json') ?? '').length, 1500);
    assert.equal(files.get('csv/messages.csv')?.trim().split('\r\n').length, 1501);
    assert.equal(files.get('html/messages.html')?.match(/<tr>/g)?.length, 1501);
    const pieces = await db.handle().selectFrom('person_export_parts').select('content').execute();
    assert.ok(pieces.length > 4 && pieces.every(({ content }) => content.length < 400_000), `${pieces.length} pieces`);
    const told = (await notifications.list(pupil)).items.filter(({ kind }) => kind === 'export made');
    assert.deepEqual(
      told.map(({ data }) => data),
      [{ whose: 'own', personId: pupilId }],
    );
    assert.ok(((await personExport.look(pupil, pupilId)).made?.linesDone ?? 0) > 1500);
    app.clock.advance(3 * DAY);
    assert.equal((await personExport.look(pupil, pupilId)).made, null);
    await assert.rejects(personExport.take(pupil, pupilId), { code: 'not-found' });
    await personExport.removeExpired();
    assert.equal((await counted(db, 'person_exports')) + (await counted(db, 'person_export_parts')), 0);
  },
);

databaseTest('who is erased while an export of them is made is in none, and the work ends', async (db, t) => {
  const { app, pupil, manager, pupilId } = await talker(db, t, 3000);
  const { personExport, erasure } = app.services;
  const asked = personExport.ask(manager, pupilId);
  for (;;) {
    const { made } = await personExport.look(manager, pupilId);
    if (made && made.linesDone > 400) break;
    await setTimeout(1);
  }
  assert.equal((await personExport.look(manager, pupilId)).made?.state, 'waiting');
  await erasure.erase(manager, pupilId, 'pupil');
  await assert.rejects(personExport.take(manager, pupilId), { code: 'not-found' }, 'as soon as it is asked for');
  await assert.rejects(personExport.ask(pupil, pupilId), { code: 'not-found' });
  await app.worker.runDue();
  await asked;
  await app.exportWorker.runDue();
  assert.equal((await counted(db, 'person_exports')) + (await counted(db, 'person_export_parts')), 0);
  const left = await db.handle().selectFrom('jobs').select('state').where('kind', '=', 'export-person').execute();
  assert.deepEqual(
    left.filter(({ state }) => state !== 'done'),
    [],
  );
});

databaseTest('an export that broke off is made from the start by whoever works next', async (db, t) => {
  const { app, pupil, pupilId } = await talker(db, t, 500);
  await app.exportWorker.stop();
  await app.services.personExport.ask(pupil, pupilId);
  await app.services.personExport.ask(pupil, pupilId);
  assert.equal((await app.services.personExport.look(pupil, pupilId)).made?.state, 'waiting');
  assert.equal(await counted(db, 'person_exports'), 1, 'the same asked for twice is one');
  const { id } = await db.handle().selectFrom('person_exports').select('id').executeTakeFirstOrThrow();
  await db.handle().updateTable('person_exports').set({ run: 'broke off', size: 9 }).execute();
  for (const position of [0, 1, 99]) {
    const piece = { export_id: id, position, content: Buffer.from('cut off') };
    await db.handle().insertInto('person_export_parts').values(piece).execute();
  }
  const next = await startTestApp(t, db);
  await next.exportWorker.runDue();
  assert.equal(JSON.parse((await fetched(next, pupil, pupilId)).get('json/messages.json') ?? '').length, 500);
});

databaseTest('the right to an export is asked for again when it is fetched', async (db, t) => {
  const { app, parent, pupil, pupilId } = await talker(db, t, 500);
  const { personExport } = app.services;
  const policy = (transcript_policy: 'full' | 'summary') =>
    db.handle().updateTable('schools').set({ transcript_policy }).execute();
  await policy('full');
  assert.equal(JSON.parse((await exported(app, parent, pupilId)).get('json/messages.json') ?? '').length, 500);
  await assert.rejects(personExport.take(pupil, pupilId), { code: 'not-found' }, 'it is for whoever asked alone');
  await policy('summary');
  await assert.rejects(personExport.take(parent, pupilId), { code: 'not-found' });
  assert.equal((await personExport.look(parent, pupilId)).made, null);
  assert.equal(JSON.parse((await exported(app, parent, pupilId)).get('json/messages.json') ?? '').length, 0);
  await db.handle().updateTable('parents_students').set({ status: 'blocked' }).execute();
  await assert.rejects(personExport.take(parent, pupilId), { code: 'not-found' });
});

databaseTest('parents and staff take out what is kept about them, and nothing of the pupils', async (db, t) => {
  const { app, make, parent, manager, parentId, pupilId, schoolId } = await talker(db, t, 500);
  const amirId = await make.classManager('amir', schoolId, []);
  const amir = actor(amirId, 'class manager', schoolId);
  const named = (files: Map<string, string>) => [...files.keys()].filter((name) => name.startsWith('json/'));
  const own = await exported(app, parent, parentId);
  assert.deepEqual(
    named(own),
    ['account', 'contacts', 'family', 'consents', 'contests', 'notices', 'letters', 'deeds'].map(
      (part) => `json/${part}.json`,
    ),
  );
  assert.match(own.get('json/account.json') ?? '', /"parent"/);
  const staff = await exported(app, amir, amirId);
  assert.match(staff.get('json/account.json') ?? '', /amir/);
  const pupil = await db.handle().selectFrom('users').selectAll().where('id', '=', pupilId).executeTakeFirstOrThrow();
  assert.ok(![...staff.values()].join().includes(pupil.first_name));
  assert.ok(
    (await exported(app, manager, amirId)).has('json/lessons.json'),
    'the school takes out what it keeps of its people',
  );
  await assert.rejects(exported(app, amir, pupilId), { kind: 'forbidden' });
  await assert.rejects(exported(app, amir, parentId), { kind: 'forbidden' });
  await assert.rejects(exported(app, parent, amirId), { code: 'not-found' });
  await assert.rejects(exported(app, manager, manager.userId + 9999), { code: 'not-found' });
});
