import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addPupils } from '../../../test/support/many-pupils.ts';
import { actor } from '../../../test/support/past.ts';
import { MOST_CARDS } from './login-cards.service.ts';

const EVERYBODY = { search: '' };

databaseTest(
  'everybody without a password gets a card at once, and nobody whom another school knows',
  async (db, t) => {
    const { make, schoolId, classId, managerId, pupilId } = await smallSchool(db);
    const { services } = await startTestApp(t, db);
    const manager = actor(managerId, 'school manager', schoolId);
    const otherManagerId = await make.schoolManager('other-manager');
    const otherSchool = await make.school('Other School', 'north', { managerId: otherManagerId });
    const other = actor(otherManagerId, 'school manager', otherSchool);
    const farChild = await make.student('far-child', otherSchool, { firstName: 'Far' });
    const add = async (by: typeof manager, role: 'parent' | 'class manager' | 'student', name: string) => {
      const child = role === 'parent' && by === manager ? pupilId : undefined;
      const saved = await services.personEditing.create(by, role, { firstName: name, lastName: 'New' }, child);
      assert.ok(saved.ok);
      return saved.id;
    };
    const agree = async (parentId: number) => {
      const parent = actor(parentId, 'parent');
      for (const { id } of await services.guardianRequests.open(parent)) {
        await services.guardianRequests.answer(parent, id, 'accepted');
      }
    };
    const zoe = await add(manager, 'student', 'Zoe');
    await services.schoolClasses.join(manager, classId, [zoe]);
    await add(manager, 'parent', 'Max');
    await add(manager, 'class manager', 'Tal');
    const both = await add(manager, 'parent', 'Both');
    assert.ok((await services.guardianships.link(other, farChild, 'both.new')).ok);
    await agree(both);
    const away = await add(other, 'parent', 'Away');
    assert.ok((await services.guardianships.link(manager, pupilId, 'away.new')).ok);
    await agree(away);
    const { cards } = await services.loginCards.printNew(manager, EVERYBODY);
    assert.deepEqual(
      cards.map(({ name, belongs }) => [name, belongs]),
      [
        ['Max New', 'Noa Tester'],
        ['Tal New', ''],
        ['Zoe New', '9a'],
      ],
    );
    assert.equal(new Set(cards.map(({ token }) => token)).size, 3);
    const pupils = await services.loginCards.printNew(manager, { search: '', role: 'student', classId });
    assert.deepEqual(
      pupils.cards.map(({ userId }) => userId),
      [zoe],
    );
    const { token } = pupils.cards[0] ?? { token: '' };
    assert.ok((await services.oneTimeLinks.setPassword(token, 'four sleepy turtles', '127.0.0.1')).ok);
    const left = await services.loginCards.printNew(manager, EVERYBODY);
    assert.deepEqual(
      left.cards.map(({ name }) => name),
      ['Max New', 'Tal New'],
    );
  },
);

test('cards for two hundred cost a handful of questions, and one sheet holds no more', async (t) => {
  const { db, count } = await openCounted(t);
  const { schoolId, classId, managerId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  await addPupils(db, { schoolId, classId }, 500);
  let made = 0;
  const print = (role: 'student' | 'parent') => async () => {
    made = (await services.loginCards.printNew(manager, { search: '', role })).cards.length;
  };
  const queries = [await count(print('student')), await count(print('parent'))];
  assert.equal(made, MOST_CARDS);
  assert.ok(Math.max(...queries) <= 20, `${queries} queries`);
});
