import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { type Client, login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { setTest, sittingOf, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { machineTimeZone, wallClock } from '../../shared/calendar.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

const page = { accept: 'text/html' };
const form = { ...page, 'content-type': 'application/x-www-form-urlencoded' };
const submit = (client: Client, path: string, fields: Record<string, string>, headers = {}) =>
  client.post(path, new URLSearchParams(fields).toString(), { ...form, ...headers });
const STALE = /Somebody may have changed it since your page was opened/;

/** A class manager and a school manager, each with an old page open, and the times of a test that is to be set. */
async function openPages(db: DatabaseManager, t: TestContext) {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const [teacher, ruth] = [await login(app, 'class-manager'), await login(app, 'manager')];
  const clock = (at: number) => wallClock(at, machineTimeZone());
  const date = app.clock.now() + DAY;
  const times = { date: clock(date), deadline: clock(date + 2 * HOUR) };
  const wish = { class: String(school.classId), test: String(school.testId), ...times, extraMinutes: '15' };
  return { ...school, app, teacher, ruth, times, wish };
}

databaseTest(
  'a test that everybody chosen sits by now comes back as it was filled in, with the reason',
  async (db, t) => {
    const { app, teacher, wish, ...school } = await openPages(db, t);
    await setTest(app, school);
    const late = await submit(teacher, '/class/tests/new', { ...wish, studentIds: String(school.pupilId) });
    assert.equal(late.status, 400);
    assert.match(late.text, /set for everybody in the course already/);
    assert.match(late.text, /id="studentIds-problem"[\s\S]*?who do not sit this test yet/);
    for (const kept of [wish.date, wish.deadline, wish.extraMinutes])
      assert.ok(late.text.includes(`value="${kept}"`), kept);
  },
);

databaseTest('a test for a pupil who has left the class comes back beside all else that is wrong', async (db, t) => {
  const { app, teacher, wish, pupilId, mateId, classId, managerId, schoolId } = await openPages(db, t);
  const manager = actor(managerId, 'school manager', schoolId);
  await app.services.schoolClasses.leave(manager, classId, [pupilId]);
  const fields = new URLSearchParams({ ...wish, deadline: wish.date, extraMinutes: 'ten' });
  for (const id of [pupilId, mateId]) fields.append('studentIds', String(id));
  const wrong = await teacher.post('/class/tests/new', fields.toString(), form);
  assert.equal(wrong.status, 400);
  for (const said of [
    /1 of those who were chosen is not in it now/,
    /a time after the beginning/,
    /a whole number from 0/,
  ]) {
    assert.match(wrong.text, said);
  }
  assert.match(wrong.text, /value="ten"/);
});

databaseTest('with every field of a delay wrong all of them are said, and what was written is kept', async (db, t) => {
  const { app, teacher, times, ...school } = await openPages(db, t);
  const id = await setTest(app, school);
  const reason = 'was ill '.repeat(50);
  const sent = { as: 'delay', date: 'soon', deadline: 'later', extraMinutes: '5', reason };
  const wrong = await submit(teacher, `/class/tests/sittings/${id}/change`, sent);
  assert.equal(wrong.status, 400);
  assert.equal(wrong.text.split('Allowed: a day and a time.').length - 1, 2);
  assert.match(wrong.text, /Allowed: 1 to 300 characters; these are 399/);
  assert.ok(wrong.text.includes(reason.trim()));
  const json = await teacher.post(`/api/v1/class/sittings/${id}/delay`, {
    date: 'soon',
    deadline: '2026',
    reason: ' ',
  });
  assert.equal(json.status, 400);
  assert.match(json.text, /"date":[\s\S]*"deadline":[\s\S]*"reason":/);
  const past = new Date(app.clock.now() - HOUR).toISOString();
  const late = await teacher.post(`/api/v1/class/sittings/${id}/delay`, { date: past, deadline: past, reason: ' ' });
  assert.match(late.text, /"deadline":[\s\S]*"reason":/, late.text);

  await takeTest(app, school.pupil, await sittingOf(app, school.testId, school.pupilId), () => '41');
  await app.services.testTaking.submit(school.pupil, id);
  const moved = await submit(teacher, `/class/tests/sittings/${id}/change`, {
    as: 'delay',
    ...times,
    reason: 'Was ill.',
  });
  assert.equal(moved.status, 409);
  assert.match(moved.text, /This test has been handed in/);
  assert.match(moved.text, /Nothing is lost that you wrote:[\s\S]*Was ill\./);
});

databaseTest('programs that set, change or repeat a test are told of every wrong field at once', async (db, t) => {
  const { app, teacher, ...school } = await openPages(db, t);
  const { classId, testId } = school;
  const wish = { date: '2026-13-45', deadline: '2020-01-01T00:00:00Z', extraMinutes: 999 };
  const fields = async (path: string, method: 'POST' | 'PUT', body: object) => {
    const { status, text } = await teacher.send(`/api/v1/class/${path}`, { method, body });
    assert.equal(status, 400, text);
    return Object.keys(JSON.parse(text).error.details.fields).sort();
  };
  const chosen = { classId, testId, studentIds: [school.managerId] };
  assert.deepEqual(await fields('tests', 'POST', { ...chosen, ...wish }), [...Object.keys(wish), 'studentIds'].sort());
  const id = await setTest(app, school);
  assert.deepEqual(await fields(`sittings/${id}`, 'PUT', wish), Object.keys(wish).sort());
  assert.deepEqual(await fields(`tests/${classId}/${testId}`, 'PUT', wish), ['date', 'deadline']);
});

databaseTest('a device that was lent meanwhile is said to be, on its page', async (db, t) => {
  const { ruth, pupilId, mateId } = await openPages(db, t);
  const facts = { serials: 'TAB-1', model: 'Galaxy', os: 'android', condition: 'functional', purchased: '' };
  await submit(ruth, '/school/devices', facts);
  const [, id = ''] = /href="\/school\/devices\/(\d+)"/.exec((await ruth.get('/school/devices')).text) ?? [];
  await submit(ruth, `/school/devices/${id}/lend`, { student: String(pupilId) });
  const late = await submit(ruth, `/school/devices/${id}/lend`, { student: String(mateId) });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody has this device already/);
  assert.match(late.text, STALE);
  assert.match(late.text, /has had it since/, 'the page shows how it stands');
  const nobody = await submit(ruth, `/school/devices/${id}/lend`, { student: '999999' });
  assert.equal(nobody.status, 404);
  assert.match(nobody.text, /There is no such pupil/);
  assert.match(nobody.text, /TAB-1/);
});

databaseTest('what a class page offered and is gone is named there, and the ticks stay', async (db, t) => {
  const { ruth, pupilId, mateId, classId, make, schoolId } = await openPages(db, t);
  const at = `/school/people/classes/${classId}`;
  const old = await make.class(schoolId, 'old');
  await submit(ruth, `/school/people/classes/${old}/archive`, {});
  const ticked = new RegExp(`name="pupil" value="${pupilId}"[^>]* checked`);
  for (const [path, fields, said] of [
    ['move', { to: '999999' }, /There is no such class/],
    ['move', { to: String(old) }, /This class was put away/],
    ['courses', { course: '999999' }, /There is no such course/],
  ] as const) {
    const late = await submit(ruth, `${at}/${path}`, { ...fields, pupil: String(pupilId) });
    assert.ok(late.status === 404 || late.status === 409, `${path}: ${late.status}`);
    assert.match(late.text, said);
    assert.match(late.text, STALE);
    assert.match(late.text, ticked);
  }
  await submit(ruth, `${at}/leave`, { pupil: String(mateId) });
  const both = new URLSearchParams({ pupil: String(pupilId) });
  both.append('pupil', String(mateId));
  const left = await ruth.post(`${at}/leave`, both.toString(), form);
  assert.equal(left.status, 404);
  assert.match(left.text, ticked, 'neither was taken out');
  const person = await submit(ruth, `/school/people/${mateId}/classes`, { class: String(old) });
  assert.equal(person.status, 409);
  assert.match(person.text, /This class was put away/);
  const release = await submit(ruth, `/school/people/${mateId}/release`, { school: '999999' });
  assert.match(release.text, /There is no such school/);
});

databaseTest('where the whole page is gone, the way back is shown with what was written', async (db, t) => {
  const { app, teacher, times, ...school } = await openPages(db, t);
  const id = await setTest(app, school);
  await app.services.testScheduling.cancel(school.manager, id);
  const sent = { as: 'delay', ...times, reason: 'Was <b>ill</b> today.' };
  const from = { referer: 'http://localhost/class/tests/sittings/1?from=board', host: 'localhost' };
  const gone = await submit(teacher, `/class/tests/sittings/${id}/change`, sent, from);
  assert.equal(gone.status, 404);
  assert.match(gone.text, STALE);
  assert.match(gone.text, /href="\/class\/tests\/sittings\/1\?from=board"[^>]*>Back to where you were/);
  assert.match(gone.text, /Was &lt;b>ill&lt;\/b> today\./);
  const foreign = { ...from, referer: 'http://elsewhere.example/trap' };
  assert.doesNotMatch((await submit(teacher, `/class/tests/sittings/${id}/change`, sent, foreign)).text, /elsewhere/);
});
