import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';
import { ERASURE_PLAN } from './erasure-plan.ts';
import type { Fate } from './fates.ts';
import type { PersonTraces } from './person-traces.ts';

const PLAN: Record<string, Record<string, Fate>> = ERASURE_PLAN;

/** The values of a column of this fate in rows that go; null: rows do not go by it. */
function valuesOf(fate: Fate, who: PersonTraces): readonly (string | number)[] | null {
  switch (fate) {
    case 'gone':
      return [who.id];
    case 'gone unless staff':
      return who.role === 'class manager' ? null : [who.id];
    case 'username':
      return who.usernames.flatMap((name) => [name, `account:${name}`.slice(0, 190)]);
    case 'files of the school':
      return who.schoolIds;
    case 'with home session':
      return who.homeSessions;
    case 'with own school session':
      return who.ownSchoolSessions;
    case 'with sitting':
      return who.sittings;
    case 'with message':
      return who.messages;
    case 'with attempt':
      return who.attempts;
    case 'with export':
      return who.exports;
    default:
      return null;
  }
}

/**
 * Removes the rows that are the person's alone, and the person from those that stay, as the plan says; answers how many went from each
 * table. In the caller's transaction. Rows that refer to others go before them.
 */
export async function eraseRows(db: DatabaseManager, who: PersonTraces): Promise<Map<string, number>> {
  const gone = new Map<string, number>();
  for (const table of Object.keys(TABLES).reverse()) {
    let rows = 0;
    for (const [column, fate] of Object.entries(PLAN[table] ?? {})) {
      for (const some of inChunks(valuesOf(fate, who) ?? [])) {
        const query = sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(some)})`;
        rows += await changed(db, query);
      }
    }
    if (rows > 0) gone.set(table, rows);
    await unsetIn(db, table, who);
  }
  return gone;
}

async function unsetIn(db: DatabaseManager, table: string, who: PersonTraces): Promise<void> {
  const columns = Object.entries(PLAN[table] ?? {});
  const authored = columns.filter(([, fate]) => fate === 'authored').map(([column]) => sql`${sql.ref(column)} = ''`);
  for (const [column, fate] of columns) {
    const own = sql.ref(column);
    const forget = (more: RawBuilder<unknown>[], which: RawBuilder<SqlBool>) =>
      changed(db, sql`update ${sql.table(table)} set ${sql.join([sql`${own} = null`, ...more])} where ${which}`);
    if (fate === 'without message') {
      for (const some of inChunks(who.messages)) await forget([], sql<SqlBool>`${own} in (${sql.join(some)})`);
    }
    if (who.role === 'class manager') continue;
    if (fate === 'unset') await forget([], sql<SqlBool>`${own} = ${who.id}`);
    if (fate === 'author') await forget(authored, sql<SqlBool>`${own} = ${who.id}`);
  }
}

async function changed(db: DatabaseManager, query: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await db.run((handle) => query.execute(handle));
  return Number(numAffectedRows);
}
