import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/**
 * Does work that may change the audit log, in the transaction of `handle`: erasing a person, emptying the database. Nobody else may
 * change it meanwhile, and the database refuses every change outside of it.
 */
export async function whileAuditOpen<Result>(handle: Handle, work: () => Promise<Result>): Promise<Result> {
  await handle
    .insertInto('audit_openings')
    .values({ at: toStored(Date.now()) })
    .execute();
  const result = await work();
  await handle.deleteFrom('audit_openings').execute();
  return result;
}
