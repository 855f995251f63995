import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { guardianRequests } from '../../shared/family.ts';
import { DAY } from '../../shared/instant.ts';

const html = { accept: 'text/html' };
const form = { ...html, 'content-type': 'application/x-www-form-urlencoded' };

/** A parent whom the first school keeps, and a pupil of the second. */
async function twoSchools(db: DatabaseManager, t: TestContext) {
  const first = await smallSchool(db);
  const app = await startTestApp(t, db);
  await db.run((handle) => handle.updateTable('parents').set({ school_id: first.schoolId }).execute());
  await db.run((handle) =>
    handle.updateTable('users').set({ email: 'secret@home.example' }).where('username', '=', 'parent').execute(),
  );
  const secondManager = await first.make.schoolManager('second-manager');
  const secondId = await first.make.school('Second School', 'north', { managerId: secondManager });
  const childId = await first.make.student('far-child', secondId, { firstName: 'Tal' });
  const second = actor(secondManager, 'school manager', secondId);
  const keeper = actor(first.managerId, 'school manager', first.schoolId);
  return { ...first, app, ...app.services, second, secondId, childId, keeper, parent: actor(first.parentId, 'parent') };
}

databaseTest(
  'a school that links a parent of another school sees the same whether the username exists or not',
  async (db, t) => {
    const { app, childId } = await twoSchools(db, t);
    const client = await login(app, 'second-manager');
    const shown: string[] = [];
    for (const name of ['parent', 'perant']) {
      const sent = await client.post(`/school/people/${childId}/guardians`, `parent=${name}`, form);
      const page = await client.get(`/school/people/${childId}`, html);
      shown.push(
        `${sent.status} ${String(sent.headers.location)} ${page.text.slice(page.text.indexOf('id="guardians"'))}`,
      );
      const [{ id } = { id: 0 }] = await db.handle().selectFrom('guardian_requests').select('id').execute();
      const back = await client.post(`/school/people/${childId}/guardian-requests/${id}/withdraw`, '', form);
      assert.equal(back.status, 303);
    }
    const [real = '', made = ''] = shown.map((text) =>
      text.replaceAll(/guardian-requests\/\d+/g, '').replaceAll('perant', 'parent'),
    );
    assert.match(real, /parent/);
    assert.equal(real, made);
    const api = [];
    for (const username of ['parent', 'perant']) {
      const { status, text } = await client.post(`/api/v1/school/people/${childId}/guardians`, { username });
      api.push([status, text]);
    }
    assert.deepEqual(api[0], api[1]);
    assert.equal(api[0]?.[0], 202);
  },
);

databaseTest('nobody sees a child before the parent has accepted, and then at once', async (db, t) => {
  const { app, guardianships, people, childId, second, keeper, parentId } = await twoSchools(db, t);
  assert.deepEqual(await guardianships.link(second, childId, ' PARENT '), { ok: true, asked: true });
  const client = await login(app, 'parent');
  assert.equal((await client.get(`/children/${childId}`, html)).status, 404);
  const asked = await client.get('/children', html);
  assert.match(asked.text, /Second School asks whether you are a parent/);
  assert.doesNotMatch(asked.text, /Tal Tester/, 'no more than the first name');
  assert.deepEqual(
    (await people.person(keeper, parentId)).requestsElsewhere.map(({ school, accepted }) => [school, accepted]),
    [['Second School', false]],
  );
  const action = /\/children\/requests\/\d+\/accept/.exec(asked.text)?.[0] ?? '';
  assert.equal((await client.post(action, '', form)).status, 303);
  assert.equal((await client.get(`/children/${childId}`, html)).status, 200);
  assert.equal((await client.post(action, '', form)).status, 404, 'once');
  const seen = await people.person(second, childId);
  assert.deepEqual([seen.guardians.map(({ status }) => status), seen.requests], [['verified'], []]);
  assert.deepEqual(
    (await people.person(keeper, parentId)).requestsElsewhere.map(({ school, accepted }) => [school, accepted]),
    [['Second School', true]],
  );
  assert.deepEqual(await guardianships.link(second, childId, 'parent'), { ok: false, problem: 'linked already' });
});

databaseTest('a refusal tells the school nothing, is not asked again, and runs out like silence', async (db, t) => {
  const { app, guardianships, guardianRequests, people, childId, second, parent, keeper, parentId } = await twoSchools(
    db,
    t,
  );
  await guardianships.link(second, childId, 'parent');
  const before = (await people.person(second, childId)).requests;
  const [request] = await guardianRequests.open(parent);
  await guardianRequests.answer(parent, request?.id ?? 0, 'refused');
  assert.deepEqual((await people.person(second, childId)).requests, before);
  assert.deepEqual(await guardianships.link(second, childId, 'parent'), { ok: true, asked: true });
  assert.deepEqual(await guardianRequests.open(parent), []);
  assert.deepEqual((await people.person(keeper, parentId)).requestsElsewhere, []);
  app.clock.advance(31 * DAY);
  assert.deepEqual((await people.person(second, childId)).requests, []);
  await guardianships.link(second, childId, 'parent');
  assert.equal((await guardianRequests.open(parent)).length, 1, 'after a month one may ask again');
});

databaseTest(
  'a request reaches its parent alone, and nobody once the pupil has left or it is withdrawn',
  async (db, t) => {
    const { make, guardianships, guardianRequests, childId, second, secondId, parent, schoolId } = await twoSchools(
      db,
      t,
    );
    const strangerId = await make.parent('stranger', {});
    await guardianships.link(second, childId, 'parent');
    const [request] = await guardianRequests.open(parent);
    const id = request?.id ?? 0;
    await assert.rejects(guardianRequests.answer(actor(strangerId, 'parent'), id, 'accepted'), { kind: 'not-found' });
    await db.run((handle) =>
      handle.updateTable('students').set({ school_id: schoolId }).where('user_id', '=', childId).execute(),
    );
    assert.deepEqual(await guardianRequests.open(parent), []);
    await assert.rejects(guardianRequests.answer(parent, id, 'accepted'), { kind: 'not-found' });
    await db.run((handle) =>
      handle.updateTable('students').set({ school_id: secondId }).where('user_id', '=', childId).execute(),
    );
    await guardianships.withdraw(second, { studentId: childId, requestId: id });
    await assert.rejects(guardianRequests.answer(parent, id, 'accepted'), { kind: 'not-found' });
    await assert.rejects(guardianRequests.open(second), { kind: 'forbidden' });
  },
);

databaseTest(
  'a way in that the keeping school makes takes away what others have asked: it could answer itself',
  async (db, t) => {
    const { guardianships, guardianRequests, personEditing, childId, second, keeper, parent, parentId } =
      await twoSchools(db, t);
    await guardianships.link(second, childId, 'parent');
    await personEditing.issueLink(keeper, parentId);
    assert.deepEqual(await guardianRequests.open(parent), []);
  },
);

databaseTest('a hidden e-mail finds nobody', async (db, t) => {
  const { guardianships, guardianRequests, people, childId, second, keeper, parent } = await twoSchools(db, t);
  await guardianships.link(second, childId, 'parent');
  const [request] = await guardianRequests.open(parent);
  await guardianRequests.answer(parent, request?.id ?? 0, 'accepted');
  const found = async (who: typeof second, search: string) => (await people.list(who, { search, page: 1 })).total;
  assert.deepEqual([await found(second, 'secret@home'), await found(second, 'Tester')], [0, 2]);
  assert.equal(await found(keeper, 'secret@home'), 1);
});

databaseTest('a program reads what schools ask of a parent, and answers each once', async (db, t) => {
  const { app, childId, second, guardianships, parentId } = await twoSchools(db, t);
  await guardianships.link(second, childId, 'parent');
  const [parent, stranger] = [await login(app, 'parent'), await login(app, 'pupil')];
  const asked = guardianRequests.parse((await parent.get('/api/v1/children/requests')).json);
  assert.deepEqual(
    asked.map(({ child, school }) => [child, school]),
    [['Tal', 'Second School']],
  );
  assert.equal((await stranger.get('/api/v1/children/requests')).status, 403);
  const at = `/api/v1/children/requests/${asked[0]?.id}`;
  assert.equal((await parent.get(`/api/v1/children/${childId}/progress`)).status, 404);
  assert.equal((await parent.post(`${at}/accept`, {})).status, 204);
  assert.equal((await parent.get(`/api/v1/children/${childId}/progress`)).status, 200);
  assert.equal((await parent.post(`${at}/refuse`, {})).status, 404, 'it was answered');
  assert.deepEqual((await parent.get('/api/v1/children/requests')).json, []);
  const linked = await db
    .handle()
    .selectFrom('parents_students')
    .select('parent_id')
    .where('student_id', '=', childId)
    .execute();
  assert.deepEqual(linked, [{ parent_id: parentId }]);
});
