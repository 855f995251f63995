import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { Client, login } from '../../../test/support/client.ts';
import { acceptRequests } from '../../../test/support/consent.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { HOUR } from '../../shared/instant.ts';
import { FREE_SHOWN } from './school-classes.service.ts';

async function school(db: DatabaseManager, t: TestContext) {
  const people = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(people.managerId, 'school manager', people.schoolId);
  const otherManagerId = await people.make.schoolManager('other-manager');
  const otherSchoolId = await people.make.school('Second School', 'north', {
    managerId: otherManagerId,
    cardLogin: true,
  });
  const other = actor(otherManagerId, 'school manager', otherSchoolId);
  const actions = async () => {
    const rows = await db.run((handle) => handle.selectFrom('audit_log').select(['action', 'actor_id']).execute());
    return rows.filter(({ actor_id }) => actor_id !== null).map(({ action }) => action);
  };
  const coursesOf = async (studentId: number) => {
    const rows = await db.run((handle) =>
      handle
        .selectFrom('courses_students')
        .innerJoin('courses', 'courses.id', 'course_id')
        .select('name')
        .where('student_id', '=', studentId)
        .orderBy('name')
        .execute(),
    );
    return rows.map(({ name }) => name);
  };
  return { ...people, app, ...app.services, manager, other, otherSchoolId, actions, coursesOf };
}

const NOBODY = { search: '', page: 1 };

databaseTest('a new pupil has a username, no password, and can be found by any part of the name', async (db, t) => {
  const { personEditing, people, manager, other, app, actions } = await school(db, t);
  const sent = { firstName: 'Tamar', lastName: 'Ben David', email: 'tamar@example.org' };
  const first = await personEditing.create(manager, 'student', sent);
  assert.ok(first.ok);
  const { person } = await people.person(manager, first.id);
  assert.deepEqual(
    [person.username, person.hasPassword, person.email],
    ['tamar.ben.david', false, 'tamar@example.org'],
  );
  const twin = await personEditing.create(manager, 'student', { ...sent, email: '' });
  assert.ok(twin.ok);
  assert.equal((await people.person(manager, twin.id)).person.username, 'tamar.ben.david2');
  for (const search of ['tam', 'david TAMAR', 'BEN', 'tamar@ex', 'ar.ben']) {
    const found = await people.list(manager, { ...NOBODY, search });
    assert.equal(
      found.people.some(({ id }) => id === first.id),
      true,
      search,
    );
  }
  for (const search of ['tamar levi', '%', '_____', "'"]) {
    assert.deepEqual((await people.list(manager, { ...NOBODY, search })).people, [], search);
  }
  assert.equal((await people.list(other, NOBODY)).total, 0, 'the other school sees nobody');
  await assert.rejects(people.person(other, first.id), { kind: 'not-found' });
  const client = new Client(app);
  const login = await client.post('/api/v1/auth/login', { username: 'tamar.ben.david', password: '!' });
  assert.equal(login.status, 401);
  assert.deepEqual(await actions(), ['create person', 'create person']);
});

databaseTest('what is taken or wrong is said beside its field, and nothing is saved', async (db, t) => {
  const { personEditing, people, manager, pupilId, mateId, actions } = await school(db, t);
  await personEditing.edit(manager, mateId, { firstName: 'Dan', lastName: 'Levi', email: 'dan@example.org' });
  const refused = await personEditing.create(manager, 'parent', {
    firstName: 'A',
    lastName: 'B',
    username: ' Pupil ',
    email: 'DAN@example.org',
  });
  assert.deepEqual(refused, { ok: false, problems: { username: 'username taken', email: 'email taken' } });
  const edit = { firstName: 'Noa', lastName: 'X', username: 'mate' };
  assert.deepEqual(await personEditing.edit(manager, pupilId, edit), {
    ok: false,
    problems: { username: 'username taken' },
  });
  const kept = await personEditing.edit(manager, pupilId, { firstName: 'Noa', lastName: 'X', username: 'pupil' });
  assert.equal(kept.ok, true, 'one may keep one’s own username');
  assert.equal((await people.person(manager, pupilId)).person.lastName, 'X');
  assert.deepEqual(await actions(), ['edit person', 'edit person']);
});

databaseTest('twenty accounts of one name made at once get twenty usernames', async (db, t) => {
  const { personEditing, people, manager } = await school(db, t);
  const sent = { firstName: 'Omer', lastName: 'Cohen' };
  const made = await Promise.all(Array.from({ length: 20 }, () => personEditing.create(manager, 'student', sent)));
  assert.equal(made.filter(({ ok }) => ok).length, 20);
  const found = await people.list(manager, { ...NOBODY, search: 'omer' });
  assert.equal(new Set(found.people.map(({ username }) => username)).size, 20);
});

databaseTest('a disabled account is out at once, its link dead, and an enabled one is as it was', async (db, t) => {
  const { personEditing, app, manager, pupilId, actions } = await school(db, t);
  const browser = await login(app, 'pupil');
  const { token } = await personEditing.issueLink(manager, pupilId);
  await personEditing.disable(manager, pupilId);
  await personEditing.disable(manager, pupilId);
  assert.equal((await browser.get('/api/v1/me')).status, 401);
  assert.equal((await new Client(app).get(`/welcome/${token}`)).status, 404);
  await assert.rejects(personEditing.issueLink(manager, pupilId), { code: 'disabled' });
  await personEditing.enable(manager, pupilId);
  assert.equal((await browser.get('/api/v1/me')).status, 401, 'old logins stay ended');
  assert.equal((await new Client(app).get(`/welcome/${token}`)).status, 404);
  await login(app, 'pupil');
  assert.deepEqual(
    (await actions()).filter((action) => action !== 'login'),
    ['issue one-time link', 'disable person', 'enable person'],
  );
});

databaseTest('a name that is taken is said together with all else that is wrong with a person', async (db, t) => {
  const { personEditing, manager } = await school(db, t);
  const wrong = { firstName: '', lastName: 'Peretz', username: 'pupil', phones: 'call me' };
  const refused = await personEditing.create(manager, 'student', wrong);
  const problems = { firstName: 'missing', username: 'username taken', phones: 'phones' };
  assert.deepEqual(refused, { ok: false, problems });
});

databaseTest(
  'a parent’s name that none can be, and a reason that is too long, come back beside the field',
  async (db, t) => {
    const { app, pupilId, parentId } = await school(db, t);
    const browser = await login(app, 'manager');
    const page = `/school/people/${pupilId}/guardians`;
    const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const post = (path: string, fields: Record<string, string>) =>
      browser.post(path, new URLSearchParams(fields).toString(), form);
    for (const parent of [' ', 'x'.repeat(65)]) {
      const unnamed = await post(page, { parent });
      assert.equal(unnamed.status, 400);
      assert.match(unnamed.text, /Please write a username, of at most 64 characters/);
    }
    const note = `A judge said so. ${'x'.repeat(500)}`;
    const long = await post(`${page}/${parentId}/block`, { [`note-${parentId}`]: note });
    assert.equal(long.status, 400);
    assert.match(long.text, /At most 500 characters, please; these are 517/);
    assert.ok(long.text.includes(note), 'nothing is lost');
    const kept = await post(`${page}/${parentId}/block`, { [`note-${parentId}`]: 'A judge said so.' });
    assert.equal(kept.status, 303);
    assert.match((await browser.get(`/school/people/${pupilId}`)).text, /A judge said so\./);
  },
);

databaseTest('a blocked parent loses the child with the next request, a verified one has it back', async (db, t) => {
  const { guardianships, people, app, manager, other, pupilId, parentId, actions } = await school(db, t);
  const browser = await login(app, 'parent');
  const children = async () => JSON.stringify((await browser.get('/api/v1/children')).json).includes('Noa');
  const both = { studentId: pupilId, parentId };
  assert.equal(await children(), true);
  await assert.rejects(guardianships.setStatus(other, both, 'blocked', ''), { kind: 'not-found' });
  await guardianships.setStatus(manager, both, 'blocked', ' A judge said so. ');
  await guardianships.setStatus(manager, both, 'blocked', 'again');
  assert.equal(await children(), false);
  assert.equal((await browser.get(`/children/${pupilId}`, { accept: 'text/html' })).status, 404);
  const [guardian] = (await people.person(manager, pupilId)).guardians;
  assert.deepEqual([guardian?.status, guardian?.statusNote], ['blocked', 'A judge said so.']);
  await guardianships.setStatus(manager, both, 'verified', '');
  assert.equal(await children(), true);
  await guardianships.unlink(manager, both);
  assert.equal(await children(), false);
  await db.run((handle) => handle.updateTable('parents').set({ school_id: manager.schoolId }).execute());
  assert.deepEqual(await guardianships.link(manager, pupilId, ' PARENT '), { ok: true, asked: false });
  assert.deepEqual(await guardianships.link(manager, pupilId, 'parent'), { ok: false, problem: 'linked already' });
  const [, ...done] = await actions();
  assert.deepEqual(done, ['block guardian', 'verify guardian', 'unlink guardian', 'link guardian']);
});

databaseTest(
  'the school that keeps a parent’s account cannot reach the child of another school by it',
  async (db, t) => {
    const { app, make, manager, other, otherSchoolId, pupilId } = await school(db, t);
    const { services } = app;
    const { guardianships, personEditing, people } = services;
    const made = await personEditing.create(manager, 'parent', { firstName: 'Sara', lastName: 'Levi' }, pupilId);
    assert.ok(made.ok);
    const farChild = await make.student('far-child', otherSchoolId);
    assert.deepEqual(await guardianships.link(other, farChild, 'sara.levi'), { ok: true, asked: true });
    assert.equal(await acceptRequests(services, made.id), 1);
    const seen = await people.person(other, made.id);
    assert.deepEqual([seen.kept, seen.children.length, seen.elsewhere], [false, 1, 1]);
    for (const attempt of [
      () => personEditing.edit(other, made.id, { firstName: 'x', lastName: 'y' }),
      () => personEditing.disable(other, made.id),
      () => personEditing.issueLink(other, made.id),
    ]) {
      await assert.rejects(attempt(), { code: 'kept-elsewhere' });
    }
    await assert.rejects(personEditing.disable(manager, made.id), { code: 'children-elsewhere' });
    await personEditing.issueLink(manager, made.id);
    const after = (await people.person(other, made.id)).children[0];
    assert.equal(after?.status, 'blocked');
    assert.match(after?.statusNote ?? '', /Verify them again/);
    assert.equal((await people.person(manager, made.id)).children[0]?.status, 'verified');
    await guardianships.setStatus(other, { studentId: farChild, parentId: made.id }, 'verified', '');
    assert.equal((await people.person(other, made.id)).children[0]?.status, 'verified');
  },
);

databaseTest(
  'who joins a class is enrolled in its mandatory courses; what was studied is never lost',
  async (db, t) => {
    const { schoolClasses, make, app, manager, classId, pupilId, teacherId, coursesOf } = await school(db, t);
    const geometry = await make.course({ name: 'Geometry' });
    await make.course({ name: 'Chess', type: 'optional' });
    await make.course({ name: 'Tenth', gradeLevel: '10th' });
    const sent = { name: '9b', year: '2026', gradeLevel: '9th', capacity: '5' };
    const nineB = await schoolClasses.create(manager, sent);
    const tenA = await schoolClasses.create(manager, { ...sent, name: '10a', gradeLevel: '10th' });
    assert.ok(nineB.ok && tenA.ok);
    assert.deepEqual(await coursesOf(pupilId), ['Numbers']);
    await schoolClasses.move(manager, { from: classId, to: nineB.id }, [pupilId]);
    assert.deepEqual(await coursesOf(pupilId), ['Geometry', 'Numbers'], 'the same grade: nothing is taken away');
    await addPast(db, { studentId: pupilId, courseId: geometry, teacherId, start: app.clock.now() - HOUR, minutes: 5 });
    await schoolClasses.move(manager, { from: nineB.id, to: tenA.id }, [pupilId]);
    assert.deepEqual(
      await coursesOf(pupilId),
      ['Geometry', 'Tenth'],
      'Numbers was never touched, Geometry was studied',
    );
    await schoolClasses.archive(manager, tenA.id);
    assert.deepEqual(await coursesOf(pupilId), ['Geometry']);
    await schoolClasses.restore(manager, tenA.id);
    assert.deepEqual(await coursesOf(pupilId), ['Geometry', 'Tenth']);
    await schoolClasses.edit(manager, tenA.id, { ...sent, name: '10a' });
    assert.deepEqual(await coursesOf(pupilId), ['Geometry', 'Numbers'], 'the class is a ninth grade now');
  },
);

databaseTest(
  'a class is filled beyond its places only knowingly, and only with pupils of the school',
  async (db, t) => {
    const { schoolClasses, make, manager, other, otherSchoolId, schoolId, pupilId, mateId } = await school(db, t);
    const sent = { name: 'small', year: '2026', gradeLevel: '9th', capacity: '1' };
    const made = await schoolClasses.create(manager, sent);
    assert.ok(made.ok);
    assert.deepEqual(await schoolClasses.create(manager, sent), { ok: false, problems: { name: 'name taken' } });
    const taken = { ok: false, problems: { name: 'name taken', capacity: 'capacity' } };
    assert.deepEqual(await schoolClasses.create(manager, { ...sent, capacity: 'many' }), taken, 'said with the rest');
    assert.deepEqual(await schoolClasses.edit(manager, made.id, sent), made, 'its own name is not taken');
    const both = [pupilId, mateId];
    assert.deepEqual(await schoolClasses.join(manager, made.id, both), { ok: false, full: { capacity: 1, would: 2 } });
    assert.equal((await schoolClasses.page(manager, made.id)).members.length, 0);
    assert.deepEqual(await schoolClasses.join(manager, made.id, both, true), { ok: true, joined: 2 });
    assert.deepEqual(await schoolClasses.join(manager, made.id, both), { ok: true, joined: 0 }, 'they are in already');
    const far = await make.student('far', otherSchoolId);
    await assert.rejects(schoolClasses.join(manager, made.id, [far], true), { kind: 'not-found' });
    await assert.rejects(schoolClasses.join(other, made.id, [far], true), { kind: 'not-found' });
    const theirs = await make.class(otherSchoolId, 'theirs');
    await assert.rejects(schoolClasses.move(manager, { from: made.id, to: theirs }, [pupilId], true), {
      kind: 'not-found',
    });
    assert.equal((await schoolClasses.page(manager, made.id)).members.length, 2, 'both or neither');
    const farTeacher = await make.classManager('far-teacher', otherSchoolId, []);
    await assert.rejects(schoolClasses.setManagers(manager, made.id, [farTeacher]), { kind: 'not-found' });
    assert.equal(typeof schoolId, 'number');
  },
);

databaseTest('the class manager of an archived class does not see its pupils any more', async (db, t) => {
  const { schoolClasses, app, manager, classId, classManagerId, pupilId } = await school(db, t);
  const teacher = await login(app, 'class-manager');
  const status = async () => (await teacher.get(`/class/students/${pupilId}`, { accept: 'text/html' })).status;
  assert.equal(await status(), 200);
  await schoolClasses.archive(manager, classId);
  assert.equal(await status(), 404);
  await assert.rejects(schoolClasses.join(manager, classId, [pupilId]), { code: 'class-archived' });
  await schoolClasses.restore(manager, classId);
  assert.equal(await status(), 404, 'the school says anew who looks after it');
  await schoolClasses.setManagers(manager, classId, [classManagerId]);
  assert.equal(await status(), 200);
  await schoolClasses.setManagers(manager, classId, []);
  assert.equal(await status(), 404);
});

databaseTest('a login card logs its pupil in until it is taken back, replaced or forbidden', async (db, t) => {
  const { loginCards, app, manager, classId, pupilId, mateId, parentId } = await school(db, t);
  const of = { classId, userIds: [pupilId, mateId, parentId] };
  await assert.rejects(loginCards.print(manager, 'card', of), { code: 'cards-forbidden' });
  await loginCards.setPolicy(manager, true);
  const sheet = await loginCards.print(manager, 'card', of);
  assert.deepEqual(
    sheet.cards.map(({ userId }) => userId).sort(),
    [pupilId, mateId].sort(),
    'pupils of the class only',
  );
  const [card] = sheet.cards.filter(({ userId }) => userId === pupilId);
  assert.ok(card);
  const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const holdUp = async (token: string) => {
    const browser = new Client(app);
    const looked = await browser.get(`/card/${token}`, form);
    assert.equal((await browser.get('/api/v1/me')).status, 401, 'looking at it logs nobody in');
    if (looked.status === 404) return null;
    const answer = await browser.post(`/card/${token}`, undefined, form);
    return answer.headers.location === '/' ? browser : null;
  };
  const browser = await holdUp(card.token);
  assert.match((await browser?.get('/api/v1/me'))?.text ?? '', /"firstName":"Noa"/);
  assert.match((await browser?.get('/', form))?.text ?? '', /Noa/);
  const rows = await db.run((handle) => handle.selectFrom('login_cards').selectAll().execute());
  assert.equal(JSON.stringify(rows).includes(card.token), false, 'the database holds no secret');
  await loginCards.setPolicy(manager, false);
  assert.equal(await holdUp(card.token), null, 'forbidden');
  await loginCards.setPolicy(manager, true);
  assert.ok(await holdUp(card.token), 'allowed again');
  const newer = (await loginCards.printOne(manager, pupilId)).cards[0];
  assert.equal(await holdUp(card.token), null, 'replaced');
  assert.ok(newer && (await holdUp(newer.token)));
  await loginCards.revoke(manager, pupilId);
  assert.equal(await holdUp(newer.token), null, 'taken back');
  assert.equal((await browser?.get('/api/v1/me'))?.status, 401, 'what it had logged in is out');
});

databaseTest('a pupil changes schools only when both managers want it, with all that was studied', async (db, t) => {
  const {
    transfers,
    people,
    schoolClasses,
    manager,
    other,
    otherSchoolId,
    schoolId,
    pupilId,
    classId,
    coursesOf,
    actions,
    make,
    app,
    courseId,
    teacherId,
  } = await school(db, t);
  await assert.rejects(transfers.accept(other, pupilId), { kind: 'not-found' });
  await assert.rejects(transfers.release(other, pupilId, schoolId), { kind: 'not-found' });
  await assert.rejects(transfers.release(manager, pupilId, schoolId), { kind: 'not-found' });
  await transfers.release(manager, pupilId, otherSchoolId);
  await assert.rejects(transfers.release(manager, pupilId, otherSchoolId), { code: 'released-already' });
  assert.equal((await people.list(other, NOBODY)).arrivals.length, 1);
  await assert.rejects(people.person(other, pupilId), { kind: 'not-found' });
  await transfers.decline(other, pupilId);
  await assert.rejects(transfers.accept(other, pupilId), { kind: 'not-found' });
  await transfers.release(manager, pupilId, otherSchoolId);
  await assert.rejects(transfers.accept(manager, pupilId), { kind: 'not-found' });
  await make.enrol(pupilId, await make.course({ name: 'Never touched' }));
  const past = { studentId: pupilId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 };
  await addPast(db, { ...past, attempts: [{ verdict: 'correct' }] });
  await app.services.watch.hear(pupilId, 'I want to kill myself', null);
  assert.equal((await app.services.alerts.board(manager)).open.length, 1);
  await transfers.accept(other, pupilId);
  const boards = [await app.services.alerts.board(manager), await app.services.alerts.board(other)];
  assert.deepEqual(
    boards.map(({ open }) => open.length),
    [0, 1],
    'an alert that nobody has taken on is for the new school',
  );
  assert.equal((await people.person(other, pupilId)).guardians.length, 1, 'the parents stay');
  assert.deepEqual(await coursesOf(pupilId), ['Numbers'], 'and what was studied');
  await assert.rejects(people.person(manager, pupilId), { kind: 'not-found' });
  assert.equal(
    (await schoolClasses.page(manager, classId)).members.some(({ userId }) => userId === pupilId),
    false,
  );
  assert.deepEqual(await actions(), [
    'release pupil',
    'decline pupil',
    'decline pupil',
    'release pupil',
    'take pupil in',
    'take pupil in',
  ]);
});

test('the pages of people ask the database as often for a few people as for a hundred', async (t) => {
  const { db, count } = await openCounted(t);
  const { people, schoolClasses, make, manager, schoolId, classId, pupilId } = await school(db, t);
  const looks = {
    list: () => people.list(manager, NOBODY),
    search: () => people.list(manager, { ...NOBODY, search: 'pupil', role: 'student', classId }),
    person: () => people.person(manager, pupilId),
    classes: () => schoolClasses.list(manager),
    class: () => schoolClasses.page(manager, classId),
  };
  const counted = async () => {
    const found: Record<string, number> = {};
    for (const [name, look] of Object.entries(looks)) found[name] = await count(look);
    return found;
  };
  const before = await counted();
  for (let number = 0; number < 60; number += 1) {
    const child = await make.student(`zoe${number}`, schoolId, number % 2 === 0 ? { classId } : {});
    await make.parent(`parent${number}`, { [child]: 'verified', [pupilId]: 'verified' });
    await make.class(schoolId, `class ${number}`);
  }
  assert.deepEqual(await counted(), before);
  t.diagnostic(JSON.stringify(before));
});

databaseTest('of pupils without a class the first are offered, the others are found by name', async (db, t) => {
  const { schoolClasses, make, manager, schoolId, pupilId, classId } = await school(db, t);
  for (let n = 0; n < FREE_SHOWN; n += 1) await make.student(`free-${n}`, schoolId, { firstName: 'Ami' });
  await make.student('zohar', schoolId, { firstName: 'Zohar' });
  const { free } = await schoolClasses.page(manager, classId);
  assert.deepEqual([free.pupils.length, free.total], [FREE_SHOWN, FREE_SHOWN + 1]);
  assert.ok(
    free.pupils.every(({ id }) => id !== pupilId),
    'who is in a class is not offered',
  );
  const found = await schoolClasses.page(manager, classId, 'zoh');
  assert.deepEqual([found.free.pupils.map(({ name }) => name), found.free.total], [['Zohar Tester'], 1]);
});
