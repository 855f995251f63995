import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { openArchive } from '../../data/archives/archive.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import { populateSampleRegion } from '../../sample-region.ts';

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

databaseTest('a pupil takes out all that is theirs, and nothing of others', async (db, t) => {
  await populateSampleRegion(db, {
    now: NOW,
    words: () => 'Well done.',
    hash: async () => 'x',
    students: 10,
    days: 30,
  });
  const app = await startTestApp(t, db);
  const { personExport } = app.services;
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
  const files = await filesIn(await personExport.export(noa, noa.userId));
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
  const forParent = await filesIn(await personExport.export(dalia, noa.userId));
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
  const full = await filesIn(await personExport.export(dalia, noa.userId));
  assert.ok(
    JSON.parse(full.get('json/messages.json') ?? '').length > 0 &&
      ![...full.values()].join().includes('canary of need'),
  );
  assert.ok(![...full.values()].join().includes('said at the end'), 'what is written at the end is for the school');
  assert.ok((await filesIn(await personExport.export(ruth, noa.userId))).size > 10);
  await assert.rejects(personExport.export(sami, noa.userId), { code: 'not-found' });
  await assert.rejects(personExport.export(noa, dalia.userId), { code: 'not-found' });
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
