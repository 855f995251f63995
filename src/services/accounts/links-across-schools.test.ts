import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const GOOD = 'three blue turtles';
const HERE = '127.0.0.1';

/** Two schools, and a parent whom the first one keeps, with a child at it. */
async function schools(db: DatabaseManager, t: TestContext) {
  const people = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const first = actor(people.managerId, 'school manager', people.schoolId);
  const managerId = await people.make.schoolManager('other-manager');
  const secondId = await people.make.school('Second School', 'north', { managerId });
  const second = actor(managerId, 'school manager', secondId);
  const named = { firstName: 'Sara', lastName: 'Levi' };
  const parent = await services.personEditing.create(first, 'parent', named, people.pupilId);
  assert.ok(parent.ok);
  const statusAt = async (manager: typeof first, pupilId: number) =>
    (await services.people.person(manager, pupilId)).guardians.find(({ parentId }) => parentId === parent.id)?.status;
  return { ...people, ...services, first, second, secondId, parentId: parent.id, statusAt };
}

databaseTest(
  'a link that one school made before opens no way to a child whom another school links afterwards',
  async (db, t) => {
    const { make, first, second, secondId, parentId, pupilId, personEditing, guardianships, oneTimeLinks, statusAt } =
      await schools(db, t);
    const { token } = await personEditing.issueLink(first, parentId);
    const farChild = await make.student('far-child', secondId);
    assert.deepEqual(await guardianships.link(second, farChild, 'sara.levi'), { ok: true });
    assert.ok((await oneTimeLinks.setPassword(token, GOOD, HERE)).ok);
    assert.equal(await statusAt(second, farChild), 'blocked');
    assert.equal(await statusAt(first, pupilId), 'verified', 'at the school that made the link nothing changes');
  },
);

databaseTest(
  'a parent whom a school verifies again before the link is used is blocked when it is used',
  async (db, t) => {
    const { make, first, second, secondId, parentId, personEditing, guardianships, oneTimeLinks, statusAt } =
      await schools(db, t);
    const farChild = await make.student('far-child', secondId);
    await guardianships.link(second, farChild, 'sara.levi');
    const { token } = await personEditing.issueLink(first, parentId);
    await guardianships.setStatus(second, { studentId: farChild, parentId }, 'verified', '');
    assert.ok((await oneTimeLinks.setPassword(token, GOOD, HERE)).ok);
    assert.equal(await statusAt(second, farChild), 'blocked');
  },
);

databaseTest('a link of the old school lets nobody in as a pupil who has gone to another school', async (db, t) => {
  const { first, second, secondId, pupilId, personEditing, transfers, oneTimeLinks } = await schools(db, t);
  const { token } = await personEditing.issueLink(first, pupilId);
  await transfers.release(first, pupilId, secondId);
  assert.equal((await oneTimeLinks.open(token, HERE)).userId, pupilId, 'until they are taken in it is good');
  await transfers.accept(second, pupilId);
  await assert.rejects(oneTimeLinks.open(token, HERE), { code: 'link-gone' });
  await assert.rejects(oneTimeLinks.setPassword(token, GOOD, HERE), { code: 'link-gone' });
});
