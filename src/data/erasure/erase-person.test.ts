// A process of its own: it makes a region and erases half of it.
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';
import { dumpOf } from '../../../test/support/dump.ts';
import { markAll } from '../../../test/support/mark-all.ts';
import { populateSampleRegion } from '../../sample-region.ts';
import { civilDay, startOfDay } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';
import { FactSumsRepo, type Period } from '../analytics/fact-sums.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { erasePerson } from './erase-person.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');
const TIME_ZONE = 'Asia/Jerusalem';
const OPTIONS = {
  timeZone: TIME_ZONE,
  now: NOW,
  wasDisabled: false,
  former: { firstName: 'Former', lastName: 'class manager' },
};

const dayAt = (back: number) => startOfDay(civilDay(NOW - back * DAY, TIME_ZONE), TIME_ZONE);
/** Weeks that follow one another, a single day, and everything. */
const CUTS: Period[][] = [
  [21, 14, 7, 0].map((back) => ({ from: dayAt(back + 7), to: dayAt(back) })),
  [{ from: dayAt(3), to: dayAt(2) }],
  [{ from: dayAt(300), to: dayAt(-1) }],
];

/** Every figure of every class, school and subject over these days. */
async function figuresOf(db: DatabaseManager) {
  const sums = new FactSumsRepo(db);
  const list = async (query: string) =>
    (await sql<{ id: number }>`${sql.raw(query)}`.execute(db.handle())).rows.map(({ id }) => id);
  const schools = await list('select id from schools order by id');
  const subjects = (await sql<{ name: string }>`select name from subjects order by name`.execute(db.handle())).rows;
  const figures: unknown[] = [];
  const sorted = <Key, Value>(map: Map<Key, Value>) => [...map].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  for (const periods of CUTS) {
    const whole = { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? 0 };
    for (const school of schools) {
      figures.push(sorted(await sums.ofSchool(school, periods)), sorted(await sums.byClass(school, whole)));
    }
    for (const { name } of subjects) figures.push(sorted(await sums.bySchool(schools, name, periods)));
    const names = subjects.map(({ name }) => name);
    figures.push(sorted(await sums.answersBySchool(schools, names, whole)));
    for (const school of schools) figures.push(sorted(await sums.bySubjectOfSchool(school, whole)));
    for (const { name } of subjects) figures.push(sorted(await sums.testsBySchool(schools, name, whole)));
  }
  // Grades are shares, which a sum in another order ends another way.
  return JSON.parse(JSON.stringify(figures), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value,
  );
}

const peopleOf = async (db: DatabaseManager, role: string) =>
  (
    await sql<{ id: number; username: string; first_name: string; last_name: string }>`
      select id, username, first_name, last_name from users where role = ${role} order by id`.execute(db.handle())
  ).rows;

databaseTest('of pupils who are erased nothing is left but counts of days, and every figure stays', async (db) => {
  await populateSampleRegion(db, {
    now: NOW,
    words: () => 'Well done.',
    hash: async () => 'x',
    students: 10,
    days: 30,
  });
  const pupils = await peopleOf(db, 'student');
  const gone = pupils.filter((_, index) => index % 2 === 0);
  for (const { id } of gone) await markAll(db, id, `canary-${id}`);
  const before = await figuresOf(db);
  assert.ok(JSON.stringify(before).length > 3000, 'there is something to compare');
  const cost = async () =>
    (await sql`select count(*) as n, sum(cost_micros) as cost from model_calls`.execute(db.handle())).rows;
  const costBefore = await cost();
  const marked = JSON.stringify(await dumpOf(db));
  for (const { id } of gone) assert.ok(marked.includes(`canary-${id}`), 'the canary sings');
  for (const { id } of gone) {
    const rows = await erasePerson(db, id, OPTIONS);
    assert.equal(rows?.get('users'), 1);
    assert.equal(await erasePerson(db, id, OPTIONS), undefined, 'once');
  }
  assert.deepEqual(await figuresOf(db), before);
  assert.deepEqual(await cost(), costBefore);
  for (const [table, text] of await dumpOf(db)) {
    for (const { id, username, first_name, last_name } of gone) {
      for (const trace of [`canary-${id}`, `${first_name} ${last_name}`, `"${username}"`, `account:${username}`]) {
        const at = text.indexOf(trace);
        assert.equal(at, -1, `${table}: ${trace} in ${text.slice(Math.max(0, at - 80), at + 80)}`);
      }
      const named = new RegExp(`"(student|pupil|user|parent|person|actor)(_i|I)d":${id}[,}]`).exec(text);
      assert.equal(named, null, `${table} names ${id}: ${named?.[0]}`);
    }
  }
});

databaseTest('a talk of several goes on without the one who is erased, in its order', async (db) => {
  await populateSampleRegion(db, {
    now: NOW,
    words: () => 'Well done.',
    hash: async () => 'x',
    students: 10,
    days: 30,
  });
  const { rows } = await sql<{
    session: number;
    pupil: number;
  }>`select m.school_session_id as session, min(m.student_id) as pupil
    from messages m where m.school_session_id is not null and m.student_id is not null group by m.school_session_id
    having count(distinct m.student_id) > 1`.execute(db.handle());
  assert.ok(rows.length > 0, 'there is a group');
  const [first] = rows;
  assert.ok(first);
  const chain = async () => {
    const all = await db
      .handle()
      .selectFrom('messages')
      .selectAll()
      .where('school_session_id', '=', first.session)
      .execute();
    const byId = new Map(all.map((one) => [one.id, one]));
    const ids: number[] = [];
    let at = all.find(({ previous_message_id }) => previous_message_id === null);
    while (at) {
      ids.push(at.id);
      at = byId.get(at.next_message_id ?? 0);
    }
    return { ids, all };
  };
  const before = await chain();
  const own = before.all.flatMap((one) => (one.student_id === first.pupil ? one.id : []));
  await erasePerson(db, first.pupil, OPTIONS);
  const after = await chain();
  assert.deepEqual(
    after.ids,
    before.ids.filter((id) => !own.includes(id)),
  );
  assert.equal(after.ids.length, after.all.length);
  for (const { id, previous_message_id } of after.all) {
    assert.equal(previous_message_id, after.ids[after.ids.indexOf(id) - 1] ?? null);
  }
});

databaseTest('staff lose their name and every way in, and what they did stays', async (db) => {
  await populateSampleRegion(db, { now: NOW, words: () => 'Well done.', hash: async () => 'x', students: 6, days: 12 });
  const [amir] = await peopleOf(db, 'class manager');
  assert.ok(amir);
  const acts = async () =>
    (await sql`select count(*) as n from lessons where class_manager_id = ${amir.id}`.execute(db.handle())).rows;
  const before = await acts();
  await erasePerson(db, amir.id, OPTIONS);
  assert.deepEqual(await acts(), before);
  const left = await db.handle().selectFrom('users').selectAll().where('id', '=', amir.id).executeTakeFirstOrThrow();
  assert.deepEqual([left.first_name, left.last_name, left.email], ['Former', 'class manager', null]);
  assert.ok(left.disabled_at !== null && left.username.startsWith('former-'));
  for (const [table, text] of await dumpOf(db)) {
    assert.ok(!text.includes(`${amir.first_name} ${amir.last_name}`) && !text.includes(`"${amir.username}"`), table);
  }
});

databaseTest('a parent goes with what they wrote, and the child’s record stays', async (db) => {
  await populateSampleRegion(db, { now: NOW, words: () => 'Well done.', hash: async () => 'x', students: 6, days: 12 });
  const dalia = (await peopleOf(db, 'parent')).find(({ username }) => username === 'dalia');
  assert.ok(dalia);
  const reviews = async () =>
    (
      await sql<{ by_id: number | null; words: string }>`select by_id, words from score_reviews order by id`.execute(
        db.handle(),
      )
    ).rows;
  const before = await reviews();
  assert.ok(before.some(({ by_id, words }) => by_id === dalia.id && words !== ''));
  await erasePerson(db, dalia.id, OPTIONS);
  const after = await reviews();
  assert.equal(after.length, before.length);
  before.forEach((row, index) => {
    assert.deepEqual(after[index], row.by_id === dalia.id ? { by_id: null, words: '' } : row);
  });
  for (const [table, text] of await dumpOf(db)) assert.ok(!text.includes('Dalia Peretz'), table);
});
