import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { filesIn } from '../../src/services/people-import/roster-files.ts';
import { startTestApp } from '../support/app.ts';
import { acceptRequests } from '../support/consent.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { actor } from '../support/past.ts';

const GOOD = 'three blue turtles';
const HERE = '127.0.0.1';

/** The lines about parents in what was exported. */
async function parentsIn(zip: Buffer): Promise<string> {
  const file = (await filesIn('people.zip', zip)).find(({ name }) => name === 'parents.csv');
  return Buffer.from(file?.bytes ?? []).toString();
}

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
  /** The second school asks the parent, who accepts. */
  const linked = async (childId: number) => {
    assert.deepEqual(await services.guardianships.link(second, childId, 'sara.levi'), { ok: true, asked: true });
    assert.equal(await acceptRequests(services, parent.id), 1);
  };
  return { ...people, ...services, linked, first, second, secondId, parentId: parent.id, statusAt };
}

databaseTest(
  'a link that one school made before opens no way to a child whom another school links afterwards',
  async (db, t) => {
    const { make, first, second, secondId, parentId, pupilId, personEditing, linked, oneTimeLinks, statusAt } =
      await schools(db, t);
    const { token } = await personEditing.issueLink(first, parentId);
    const farChild = await make.student('far-child', secondId);
    await linked(farChild);
    assert.ok((await oneTimeLinks.setPassword(token, GOOD, HERE)).ok);
    assert.equal(await statusAt(second, farChild), 'blocked');
    assert.equal(await statusAt(first, pupilId), 'verified', 'at the school that made the link nothing changes');
  },
);

databaseTest(
  'a parent whom a school verifies again before the link is used is blocked when it is used',
  async (db, t) => {
    const { make, first, second, secondId, parentId, personEditing, guardianships, linked, oneTimeLinks, statusAt } =
      await schools(db, t);
    const farChild = await make.student('far-child', secondId);
    await linked(farChild);
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

databaseTest('a school that guesses a username learns no address, telephone or day of birth', async (db, t) => {
  const { make, first, second, secondId, parentId, personEditing, linked, people, peopleUploads } = await schools(
    db,
    t,
  );
  const facts = {
    email: 'sara@example.org',
    birthDate: '1980-05-06',
    phones: '050-1234567',
    street1: 'Elm St 4',
    city1: 'Haifa',
  };
  assert.ok((await personEditing.edit(first, parentId, { firstName: 'Sara', lastName: 'Levi', ...facts })).ok);
  const farChild = await make.student('far-child', secondId);
  await linked(farChild);
  const told = async (manager: typeof first) => {
    const { person } = await people.person(manager, parentId);
    const { firstName, email, birthDate, phones, addresses } = person;
    return { firstName, email, birthDate, phones: phones.length, addresses: addresses.length };
  };
  const name = { firstName: 'Sara' };
  assert.deepEqual(await told(second), { ...name, email: null, birthDate: null, phones: 0, addresses: 0 });
  const { email, birthDate } = facts;
  assert.deepEqual(await told(first), { ...name, email, birthDate, phones: 1, addresses: 1 });
  const listed = (await people.list(second, { search: 'sara', page: 1 })).people.find(({ id }) => id === parentId);
  assert.deepEqual([listed?.lastName, listed?.email], ['Levi', null]);
  const file = await parentsIn(await peopleUploads.export(second, 'csv'));
  assert.match(file, /Sara,Levi/);
  assert.doesNotMatch(file, /sara@example|1980-05-06|050-1234567/);
  assert.match(await parentsIn(await peopleUploads.export(first, 'csv')), /1980-05-06.*sara@example\.org.*050-1234567/);
});
