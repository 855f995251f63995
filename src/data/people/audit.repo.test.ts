import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { AuditRepo } from './audit.repo.ts';
import { whileAuditOpen } from './audit-opening.ts';

databaseTest('the database itself refuses to change or remove what is in the audit log', async (db) => {
  const audit = new AuditRepo(db);
  await audit.add({ actorId: 1, action: 'read a transcript', studentId: 2, schoolId: 3, now: 1000 });
  const left = () => db.run((handle) => handle.selectFrom('audit_log').select(['actor_id', 'action']).execute());
  const change = () => db.run((handle) => handle.updateTable('audit_log').set({ actor_id: 9 }).execute());
  const remove = () => db.run((handle) => handle.deleteFrom('audit_log').execute());
  await assert.rejects(change, /only added to/);
  await assert.rejects(remove, /only added to/);
  await assert.rejects(() => db.tx(remove), /only added to/);
  assert.deepEqual(await left(), [{ actor_id: 1, action: 'read a transcript' }]);
  await db.tx((handle) => whileAuditOpen(handle, change));
  assert.deepEqual(await left(), [{ actor_id: 9, action: 'read a transcript' }]);
  await assert.rejects(remove, /only added to/);
  await assert.rejects(
    () =>
      db.tx((handle) =>
        whileAuditOpen(handle, async () => {
          await remove();
          throw new Error('broke off');
        }),
      ),
    /broke off/,
  );
  assert.equal((await left()).length, 1);
  await assert.rejects(remove, /only added to/);
  await db.tx((handle) => whileAuditOpen(handle, remove));
  assert.deepEqual(await left(), []);
});
