import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as z from 'zod';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import {
  classCourseList,
  guardians,
  oneTimeLink,
  peopleList,
  person,
  schoolClass,
  schoolClassList,
} from '../../src/shared/people.ts';
import { startTestApp } from '../support/app.ts';
import { Client, login } from '../support/client.ts';
import { openCounted } from '../support/count-queries.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { addPupils } from '../support/many-pupils.ts';

const PEOPLE = '/api/v1/school/people';
const CLASSES = '/api/v1/school/classes';
const refused = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

async function school(db: DatabaseManager, t: TestContext) {
  const people = await smallSchool(db);
  const app = await startTestApp(t, db);
  return { ...people, app, ruth: await login(app, 'manager') };
}

const fieldsOf = (json: unknown) => Object.keys(Object(refused.parse(json).error.details?.fields)).sort();

databaseTest('a program makes a pupil, changes one thing and leaves the rest as it is', async (db, t) => {
  const { ruth } = await school(db, t);
  const made = await ruth.post(PEOPLE, {
    role: 'student',
    firstName: 'Tamar',
    lastName: 'Levi',
    birthDate: '2012-09-01',
    phones: ['03 123 456'],
    addresses: [{ street: 'Herzl 1', city: 'Haifa' }],
    styles: { learningStyle: 'visual' },
  });
  assert.equal(made.status, 201, made.text);
  const tamar = person.parse(made.json);
  assert.deepEqual([tamar.username, tamar.hasPassword, tamar.employmentYear], ['tamar.levi', false, null]);
  const change = { email: 'tamar@example.org', addresses: [] };
  const changed = await ruth.send(`${PEOPLE}/${tamar.id}`, { method: 'PATCH', body: change });
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual(person.parse(changed.json), { ...tamar, email: 'tamar@example.org', addresses: [] });
  const emptied = await ruth.send(`${PEOPLE}/${tamar.id}`, {
    method: 'PATCH',
    body: { email: null, styles: { learningStyle: null }, phones: [] },
  });
  const { styles, email, phones, birthDate } = person.parse(emptied.json);
  assert.deepEqual([styles?.learningStyle, email, phones, birthDate], [null, null, [], '2012-09-01']);
});

databaseTest('whatever is wrong with a person is said at once, by field, and nobody is made', async (db, t) => {
  const { ruth } = await school(db, t);
  const before = peopleList.parse((await ruth.get(PEOPLE)).json).total;
  const wrong = await ruth.post(PEOPLE, {
    role: 'student',
    firstName: ' ',
    lastName: 'Levi',
    username: 'pupil',
    email: 'nowhere',
    birthDate: '2012-02-30',
    addresses: [{ street: 'Herzl 1', city: '' }],
  });
  assert.equal(wrong.status, 400);
  assert.deepEqual(fieldsOf(wrong.json), ['addresses.0', 'birthDate', 'email', 'firstName', 'username']);
  const taken = await ruth.post(PEOPLE, { role: 'student', firstName: 'A', lastName: 'B', username: 'pupil' });
  assert.deepEqual([taken.status, fieldsOf(taken.json)], [400, ['username']]);
  const unknown = await ruth.post(PEOPLE, { role: 'student', firstName: 'A', lastName: 'B', password: 'secret' });
  assert.equal(unknown.status, 400, 'no password is taken, and none is dropped in silence');
  for (const role of ['school manager', 'regional supervisor']) {
    assert.equal((await ruth.post(PEOPLE, { role, firstName: 'A', lastName: 'B' })).status, 400, role);
  }
  assert.equal(peopleList.parse((await ruth.get(PEOPLE)).json).total, before);
});

databaseTest('a one-time link sets a password, and an account that is shut lets nobody in', async (db, t) => {
  const { ruth, app, pupilId } = await school(db, t);
  const answer = await ruth.post(`${PEOPLE}/${pupilId}/one-time-link`);
  const { url } = oneTimeLink.parse(answer.json);
  const noa = new Client(app);
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const secret = 'a new long password';
  const body = new URLSearchParams({ password: secret, again: secret }).toString();
  assert.equal((await noa.post(new URL(url).pathname, body, form)).status, 303);
  assert.equal((await login(app, 'pupil', secret)).cookie === null, false);
  const shut = await ruth.post(`${PEOPLE}/${pupilId}/disable`);
  assert.notEqual(person.parse(shut.json).disabledAt, null);
  assert.equal((await noa.get('/api/v1/me')).status, 401);
  assert.deepEqual((await ruth.post(`${PEOPLE}/${pupilId}/disable`)).json, shut.json, 'again changes nothing');
  const none = await ruth.post(`${PEOPLE}/${pupilId}/one-time-link`);
  assert.deepEqual([none.status, refused.parse(none.json).error.code], [409, 'disabled']);
  const opened = await ruth.post(`${PEOPLE}/${pupilId}/enable`);
  assert.equal(person.parse(opened.json).disabledAt, null);
});

databaseTest('a parent who is linked sees the child, one who is blocked does not', async (db, t) => {
  const { ruth, app, mateId, parentId } = await school(db, t);
  const at = `${PEOPLE}/${mateId}/guardians`;
  const dad = await login(app, 'parent');
  const sees = async () => (await dad.get(`/api/v1/children/${mateId}/progress`)).status;
  assert.equal(await sees(), 404);
  const nobody = await ruth.post(at, { username: 'nobody' });
  assert.deepEqual([nobody.status, nobody.json], [202, []], 'asked, whether there is one or not');
  const linked = await ruth.post(at, { username: 'parent' });
  assert.deepEqual(
    guardians.parse(linked.json).map(({ id, status }) => [id, status]),
    [[parentId, 'verified']],
  );
  assert.equal(await sees(), 200);
  const twice = await ruth.post(at, { username: 'parent' });
  assert.deepEqual([twice.status, refused.parse(twice.json).error.code], [409, 'linked-already']);
  const change = { status: 'blocked', note: 'A judge said so.' };
  assert.equal((await ruth.send(`${at}/${parentId}`, { method: 'PUT', body: change })).status, 204);
  assert.equal(await sees(), 404);
  assert.equal((await ruth.send(`${at}/${parentId}`, { method: 'DELETE' })).status, 204);
  assert.equal((await ruth.send(`${at}/${parentId}`, { method: 'DELETE' })).status, 404);
});

databaseTest('pupils move between classes, and more than there are places only knowingly', async (db, t) => {
  const { ruth, classId, pupilId, mateId, classManagerId } = await school(db, t);
  const small = { name: '9b', year: 2026, gradeLevel: '9th', capacity: 1 };
  const made = await ruth.post(CLASSES, small);
  assert.equal(made.status, 201, made.text);
  const { id } = schoolClass.parse(made.json);
  const twin = await ruth.post(CLASSES, small);
  assert.deepEqual([twin.status, fieldsOf(twin.json)], [400, ['name']]);
  const both = { studentIds: [pupilId, mateId], to: id };
  const full = await ruth.post(`${CLASSES}/${classId}/move`, both);
  assert.equal(full.status, 409);
  const { code, details } = refused.parse(full.json).error;
  assert.deepEqual([code, details], ['class-full', { capacity: 1, would: 2 }]);
  const moved = await ruth.post(`${CLASSES}/${classId}/move`, { ...both, knowingly: true });
  assert.deepEqual(
    schoolClass
      .parse(moved.json)
      .pupils.map((pupil) => pupil.id)
      .sort(),
    [pupilId, mateId].sort(),
  );
  const left = await ruth.post(`${CLASSES}/${id}/leave`, { studentIds: [mateId] });
  assert.deepEqual(
    schoolClass.parse(left.json).pupils.map((pupil) => pupil.id),
    [pupilId],
  );
  const body = { managerIds: [classManagerId] };
  const managed = await ruth.send(`${CLASSES}/${id}/managers`, { method: 'PUT', body });
  assert.deepEqual(
    schoolClass.parse(managed.json).managers.map((one) => one.id),
    [classManagerId],
  );
  const lines = schoolClassList.parse((await ruth.get(CLASSES)).json);
  assert.deepEqual(
    lines.map(({ name, pupils }) => [name, pupils]),
    [
      ['9a', 0],
      ['9b', 1],
    ],
  );
});

databaseTest('a class is enrolled in a course and taken out of it, whole or in part', async (db, t) => {
  const { ruth, make, classId, pupilId, mateId } = await school(db, t);
  const courseId = await make.course({ name: 'Chess', type: 'optional' });
  const courses = `${CLASSES}/${classId}/courses`;
  const inIt = async () =>
    classCourseList.parse((await ruth.get(courses)).json).find(({ id }) => id === courseId)?.pupils;
  assert.equal(await inIt(), 0);
  assert.deepEqual((await ruth.post(courses, { courseId, studentIds: [pupilId] })).json, { enrolled: 1 });
  assert.deepEqual((await ruth.post(courses, { courseId })).json, { enrolled: 1 }, 'the others of the class');
  assert.equal(await inIt(), 2);
  const wrong = await ruth.post(courses, { courseId: 'chess', studentIds: [] });
  assert.deepEqual([wrong.status, fieldsOf(wrong.json)], [400, ['courseId', 'studentIds']]);
  assert.equal((await ruth.post(courses, { courseId: 999_999 })).status, 404);
  assert.equal((await ruth.post(courses, { courseId, studentIds: [mateId + 999] })).status, 404);
  assert.equal((await ruth.send(`${courses}/${courseId}`, { method: 'DELETE' })).status, 204);
  assert.equal(await inIt(), 0);
});

databaseTest('the list is searched and paged, and a wish that cannot be read is refused', async (db, t) => {
  const { ruth, pupilId, classId } = await school(db, t);
  const found = async (query: string) => {
    const answer = await ruth.get(`${PEOPLE}?${query}`);
    assert.equal(answer.status, 200, answer.text);
    return peopleList.parse(answer.json).people.map(({ username }) => username);
  };
  assert.deepEqual(await found('q=noa'), ['pupil']);
  assert.deepEqual(await found('role=parent'), ['parent']);
  assert.deepEqual((await found(`classId=${classId}`)).sort(), ['class-manager', 'mate', 'parent', 'pupil']);
  assert.deepEqual(await found('state=disabled'), []);
  const [parent] = peopleList.parse((await ruth.get(`${PEOPLE}?role=parent`)).json).people;
  assert.deepEqual(parent?.children, [{ id: pupilId, name: 'Noa Tester', status: 'verified' }]);
  for (const query of ['role=school%20manager', 'page=0', 'classId=x', 'state=happy']) {
    assert.equal((await ruth.get(`${PEOPLE}?${query}`)).status, 400, query);
  }
});

test('people and devices cost programs as few queries with a thousand pupils as with two', async (t) => {
  const { db, count } = await openCounted(t);
  const { ruth, classId, schoolId } = await school(db, t);
  const paths = [PEOPLE, `${PEOPLE}?q=noa`, CLASSES, `${CLASSES}/${classId}`, '/api/v1/school/devices'];
  const costs = async () => {
    const all: number[] = [];
    for (const path of paths) all.push(await count(() => ruth.get(path)));
    return all;
  };
  const few = await costs();
  await addPupils(db, { schoolId, classId }, 1000);
  assert.deepEqual(await costs(), few);
});
