import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { toStored } from './instants.ts';
import { isMissingReference, isUniqueViolation, upsert } from './sql.ts';

databaseTest('saving a row twice keeps one row with the newer values', async (manager) => {
  const row = { subject: 'account:noa', last_failure_at: toStored(0), blocked_until: null };
  await upsert(manager, 'login_throttles', ['subject'], [{ ...row, failures: 1 }]);
  await upsert(manager, 'login_throttles', ['subject'], [{ ...row, failures: 2 }]);
  const rows = await manager.run((db) => db.selectFrom('login_throttles').selectAll().execute());
  assert.deepEqual(rows, [{ ...row, failures: 2 }]);
});

databaseTest('a second row with the same key is told from other mistakes', async (manager) => {
  const insert = () => manager.run((db) => db.insertInto('regions').values({ name: 'north' }).execute());
  await insert();
  await assert.rejects(insert, (error) => isUniqueViolation(error));
  await assert.rejects(
    () => manager.run((db) => db.insertInto('parents').values({ user_id: 99 }).execute()),
    (error) => isMissingReference(error) && !isUniqueViolation(error),
  );
});

databaseTest('what refers to something that got another name meanwhile is done again', async (manager) => {
  let tries = 0;
  const work = () =>
    manager.tx(async (db) => {
      tries += 1;
      if (tries === 1) await db.insertInto('parents').values({ user_id: 99 }).execute();
      await db.insertInto('regions').values({ name: 'north' }).execute();
    });
  // SQLite has one transaction at a time: there nothing can get another name meanwhile.
  if (manager.dialect === 'sqlite') await assert.rejects(work, isMissingReference);
  else await work();
  assert.equal(tries, manager.dialect === 'sqlite' ? 1 : 2);
});

databaseTest('a transaction that throws leaves nothing, one inside another joins it', async (manager) => {
  const insert = (name: string) => manager.tx((db) => db.insertInto('regions').values({ name }).execute());
  await assert.rejects(
    manager.tx(async () => {
      await insert('north');
      throw new Error('broken off');
    }),
  );
  await manager.tx(async () => {
    await insert('south');
    await insert('haifa');
  });
  const rows = await manager.run((db) => db.selectFrom('regions').select('name').orderBy('name').execute());
  assert.deepEqual(rows, [{ name: 'haifa' }, { name: 'south' }]);
});

databaseTest('what waits for the commit is told once, and not at all when nothing was committed', async (manager) => {
  const told: string[] = [];
  await manager.tx(async () => {
    manager.afterCommit(() => told.push('committed'));
    assert.deepEqual(told, []);
  });
  await assert.rejects(
    manager.tx(async () => {
      manager.afterCommit(() => told.push('never'));
      throw new Error('broken off');
    }),
  );
  assert.deepEqual(told, ['committed']);
});
