// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { beginIdsAgain, databaseTest } from '../../../test/support/databases.ts';
import { createEmbeddedModel } from '../../agents/model/embedded/embedded.model.ts';
import type { ModelRequest } from '../../agents/model/language-model.ts';
import { PROMPT_VERSION } from '../../agents/teacher/prompt.ts';
import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import { SUBJECTS } from '../../domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import { DAY } from '../../shared/instant.ts';
import { DatabaseManager, type Handle } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';
import { TABLES } from '../db/schema.ts';
import { UserRepo } from '../people/user.repo.ts';
import { EMBEDDED } from './agents.ts';
import { CLEARING_ORDER } from './clear.ts';
import { populateSampleData, type SampleOptions } from './populate.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

const options = (more: Partial<SampleOptions> = {}): SampleOptions => ({
  now: NOW,
  students: 9,
  days: 30,
  words: ({ move, turn, pupil }: TeachingBrief) => `${pupil.firstName}, turn ${turn}: ${move.kind}`,
  hash: async (password) => `hashed ${password}`,
  ...more,
});

async function filled(more: Partial<SampleOptions> = {}): Promise<DatabaseManager> {
  const manager = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await manager.createTables();
  await populateSampleData(manager, options(more));
  return manager;
}

/** Everything in a database, with numbers to ten digits: databases print the last ones differently. */
async function contents(manager: DatabaseManager): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(manager.handle());
    const texts = rows.map((row) => {
      const columns = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
      return JSON.stringify(columns, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value));
    });
    found[table] = texts.sort();
  }
  return found;
}

let db: DatabaseManager;
let handle: Handle;
before(async () => {
  db = await filled();
  handle = db.handle();
});
after(() => db.close());

test('each role has somebody who can log in, and nobody else can', async () => {
  const users = await handle.selectFrom('users').select(['username', 'role', 'password_hash']).execute();
  const able = users.filter((user) => user.password_hash !== NO_PASSWORD);
  assert.deepEqual(able.map(({ username, role }) => `${username}: ${role}`).sort(), [
    'amir: class manager',
    'dalia: parent',
    'lina: student',
    'noa: student',
    'ruth: school manager',
    'sami: parent',
    'yossi: regional supervisor',
  ]);
  for (const user of able) assert.match(user.password_hash, new RegExp(`^hashed ${user.username}-\\w+-2026$`));
});

test('Dalia sees both of her children, Amir has Noa in his class, Ruth and Yossi have their school and subjects', async () => {
  const users = new UserRepo(db);
  const all = await handle.selectFrom('users').select(['id', 'username']).execute();
  const id = (username: string) => all.find((user) => user.username === username)?.id ?? 0;
  const children = await users.listChildren(id('dalia'));
  assert.deepEqual(children.map(({ firstName, lastName }) => `${firstName} ${lastName}`).sort(), [
    'Itai Peretz',
    'Noa Peretz',
  ]);
  const pupils = await users.listPupilsOfClassManager(id('amir'));
  assert.ok(pupils.some(({ firstName, className }) => firstName === 'Noa' && className === '9B'));
  const ruth = await users.findActor(id('ruth'));
  assert.equal((await users.findPupil(id('noa')))?.schoolId, ruth?.schoolId);
  assert.notEqual((await users.findPupil(id('lina')))?.schoolId, ruth?.schoolId);
  const supervised = await users.listSupervision(id('yossi'));
  assert.deepEqual(
    supervised.map(({ subject, region }) => `${subject} in ${region}`),
    ['math in haifa', 'science in haifa'],
  );
});

test('every pupil has a class, a guardian and the mandatory courses; one guardian is blocked', async () => {
  const { rows } = await sql<{ pupils: number; classes: number; guarded: number; enrolled: number }>`select
    (select count(*) from students) as pupils,
    (select count(distinct student_id) from classes_students) as classes,
    (select count(distinct student_id) from parents_students where status = 'verified') as guarded,
    (select count(*) from courses_students join courses on courses.id = course_id where type = 'mandatory') as enrolled
  `.execute(handle);
  assert.deepEqual(rows[0], { pupils: 9, classes: 9, guarded: 9, enrolled: 9 * 4 });
  const blocked = await handle.selectFrom('parents_students').selectAll().where('status', '=', 'blocked').execute();
  assert.equal(blocked.length, 1);
});

test('there is a teacher for every subject and none is bound to a model that only the embedded tutor knows', async () => {
  const teachers = await handle.selectFrom('teachers').select(['subject_name', 'status', 'ai_model_id']).execute();
  const onDuty = teachers.filter(({ status }) => status === 'operational');
  assert.deepEqual(onDuty.map((teacher) => teacher.subject_name).sort(), [...SUBJECTS].sort());
  for (const teacher of teachers) {
    assert.equal(teacher.ai_model_id, null);
  }
});

test('replies are signed as the embedded tutor signs them', async () => {
  const events = [];
  const request = {
    model: '',
    purpose: 'probe' as const,
    system: '',
    messages: [],
    maxTokens: 1,
  } satisfies ModelRequest;
  for await (const event of createEmbeddedModel().stream(request)) events.push(event);
  const finish = events.find((event) => event.type === 'finish');
  assert.deepEqual(EMBEDDED, { provider: finish?.provider, model: finish?.model, promptVersion: PROMPT_VERSION });
});

test('tests lie on mornings of school days: past ones are graded, those of last week wait, others are ahead', async () => {
  const sittings = await handle.selectFrom('tests_students').selectAll().execute();
  const past = sittings.filter(({ date, phase }) => fromStored(date) < NOW && phase !== 'begun');
  const ahead = sittings.filter((sitting) => fromStored(sitting.date) >= NOW);
  assert.ok(past.length >= 9 && ahead.length >= 3 * 9, `${past.length} past, ${ahead.length} ahead`);
  for (const { date, status, phase, final_grade: grade } of past) {
    const fresh = fromStored(date) > NOW - 6 * DAY;
    assert.ok(fresh ? phase === 'marked' || phase === 'submitted' : phase === 'released', `${date} ${phase}`);
    if (phase === 'submitted') assert.deepEqual([grade, status], [null, 'scheduled']);
    else {
      assert.ok(grade !== null && grade >= 0 && grade <= 100);
      assert.equal(status, grade >= 55 ? 'passed' : 'failed');
    }
    assert.ok(new Date(fromStored(date)).getUTCDay() <= 4);
  }
  for (const { date, phase, final_grade: grade } of ahead) {
    assert.equal(phase, 'not begun');
    assert.equal(grade, null);
    assert.ok(fromStored(date) < NOW + 30 * DAY && new Date(fromStored(date)).getUTCDay() <= 4);
  }
});

test('of the newest test an answer waits for a person, and results wait to be released', async () => {
  const fresh = await handle
    .selectFrom('tests_students')
    .select(['id', 'phase'])
    .where('phase', 'in', ['submitted', 'marked'])
    .execute();
  assert.deepEqual([...new Set(fresh.map(({ phase }) => phase))].sort(), ['marked', 'submitted']);
  const waiting = await handle
    .selectFrom('test_answers')
    .innerJoin('tests_students', 'tests_students.id', 'sitting_id')
    .select('sitting_id')
    .where('verdict', 'is', null)
    .where('phase', '<>', 'begun')
    .execute();
  assert.deepEqual(
    [...new Set(waiting.map((row) => row.sitting_id))].sort(),
    fresh
      .filter(({ phase }) => phase === 'submitted')
      .map(({ id }) => id)
      .sort(),
  );
});

test('grades are the sum of the marks of answers to questions that are kept for tests', async () => {
  const answers = await handle
    .selectFrom('test_answers')
    .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
    .innerJoin('qas', 'qas.id', 'test_answers.qa_id')
    .select(['sitting_id', 'points', 'share', 'final_grade', 'qas.type'])
    .where('tests_students.phase', 'in', ['marked', 'released'])
    .execute();
  const sittings = Map.groupBy(answers, (row) => row.sitting_id);
  assert.ok(sittings.size >= 9);
  for (const own of sittings.values()) {
    const earned = own.reduce((sum, { points, share }) => sum + points * (share ?? Number.NaN), 0);
    assert.equal(Math.round(earned), own[0]?.final_grade);
    assert.ok(own.length >= 4 && own.every(({ type }) => type === 'for test'));
  }
});

test('two worries reached the staff, one of them still open, and both are hidden from parents', async () => {
  const alerts = await handle
    .selectFrom('safety_alerts')
    .innerJoin('messages', 'messages.id', 'safety_alerts.message_id')
    .innerJoin('users', 'users.id', 'safety_alerts.student_id')
    .select(['acknowledged_by', 'note', 'hidden_from_parents', 'next_message_id', 'username', 'acknowledged_at'])
    .orderBy('safety_alerts.id')
    .execute();
  assert.equal(alerts.length, 2);
  const [first, second] = alerts;
  assert.ok(first?.acknowledged_by && first.acknowledged_at && first.note);
  assert.equal(second?.acknowledged_by, null);
  for (const alert of alerts) {
    assert.equal(alert.hidden_from_parents, 1);
    assert.notEqual(alert.username, 'noa');
    const reply = await handle
      .selectFrom('messages')
      .select(['hidden_from_parents', 'move'])
      .where('id', '=', alert.next_message_id ?? 0)
      .executeTakeFirst();
    assert.deepEqual(reply, { hidden_from_parents: 1, move: 'crisis' });
  }
});

test('the same seed makes the same region twice, another seed another one', async () => {
  const small = { students: 4, days: 10 };
  const [one, same, other] = [await filled(small), await filled(small), await filled({ ...small, seed: 2 })];
  const all = await contents(one);
  assert.deepEqual(await contents(same), all);
  const differing = await contents(other);
  for (const table of ['users', 'messages', 'attempts', 'tests_students']) {
    assert.notDeepEqual(differing[table], all[table], table);
  }
  for (const manager of [one, same, other]) {
    const alerts = await manager.handle().selectFrom('safety_alerts').select('acknowledged_at').orderBy('id').execute();
    assert.deepEqual(
      alerts.map((alert) => alert.acknowledged_at === null),
      [false, true],
      'one alert open, with any seed',
    );
    await manager.close();
  }
});

databaseTest('both databases hold the same region, which goes when it is cleared for a new one', async (manager) => {
  const small = options({ students: 4, days: 10 });
  await beginIdsAgain(manager);
  await populateSampleData(manager, small);
  const reference = await filled({ students: 4, days: 10 });
  assert.deepEqual(await contents(manager), await contents(reference));
  await reference.close();
  await assert.rejects(populateSampleData(manager, small), { kind: 'conflict' });
  const { logins } = await populateSampleData(manager, {
    ...small,
    clearExisting: true,
    students: 3,
    days: 2,
    seed: 5,
  });
  assert.equal(logins.length, 7);
  const counted = await sql<{ pupils: number }>`select count(*) as pupils from students`.execute(manager.handle());
  assert.equal(counted.rows[0]?.pupils, 3);
});

test('a history that fails leaves the database as it was', async () => {
  const manager = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await manager.createTables();
  const before = await contents(manager);
  const words = () => {
    throw new Error('no words');
  };
  await assert.rejects(populateSampleData(manager, options({ words })), /no words/);
  assert.deepEqual(await contents(manager), before);
  await manager.close();
});

test('numbers out of range are refused with what is allowed', async () => {
  for (const wrong of [{ students: 2 }, { students: 1.5 }, { days: 0 }, { seed: -1 }, { students: Number.NaN }]) {
    await assert.rejects(populateSampleData(db, options({ ...wrong, clearExisting: true })), { kind: 'invalid-input' });
  }
});

test('tables are cleared before the tables that they refer to', async () => {
  for (const [place, table] of CLEARING_ORDER.entries()) {
    const { rows } = await sql<{
      refers: string;
    }>`select "table" as refers from pragma_foreign_key_list(${table})`.execute(handle);
    for (const { refers } of rows) {
      assert.ok(refers === table || CLEARING_ORDER.indexOf(refers) > place, `${table} refers to ${refers}`);
    }
  }
});
