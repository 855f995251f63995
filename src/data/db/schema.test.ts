import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../test/support/databases.ts';
import type { ColumnKind } from './columns.ts';
import type { DatabaseManager } from './database-manager.ts';
import { TABLES } from './schema.ts';

type Found = { column: string; kind: ColumnKind; nullable: boolean };

function kindOf(type: string, column: string): ColumnKind {
  const word = type.toLowerCase();
  if (/^(bigint|integer|smallint|int)/.test(word)) return column === 'id' ? 'id' : 'integer';
  if (/^(double|real)/.test(word)) return 'real';
  if (/blob/.test(word)) return 'bytes';
  if (/datetime/.test(word)) return 'instant';
  return 'text';
}

async function columnsOf(manager: DatabaseManager, table: string): Promise<Found[]> {
  const query =
    manager.dialect === 'sqlite'
      ? sql<{
          name: string;
          type: string;
          nullable: number;
        }>`select name, type, case when "notnull" = 1 or pk > 0 then 0 else 1 end as nullable
          from pragma_table_info(${table})`
      : sql<{ name: string; type: string; nullable: number }>`select column_name as name, column_type as type,
          case when is_nullable = 'YES' then 1 else 0 end as nullable
          from information_schema.columns where table_schema = database() and table_name = ${table}`;
  const { rows } = await query.execute(manager.handle());
  return rows.map((row) => ({ column: row.name, kind: kindOf(row.type, row.name), nullable: row.nullable === 1 }));
}

/** SQLite keeps instants as text and some ids as plain numbers: what a kind may look like there. */
function same(kind: ColumnKind, found: ColumnKind, dialect: string): boolean {
  if (dialect === 'sqlite' && kind === 'instant') return found === 'text';
  return kind === found || (kind === 'integer' && found === 'id');
}

databaseTest('every table has exactly the columns that the row types say', async (manager) => {
  for (const [table, columns] of Object.entries(TABLES)) {
    const found = await columnsOf(manager, table);
    assert.deepEqual(found.map((f) => f.column).sort(), Object.keys(columns).sort(), table);
    for (const { column, kind, nullable } of found) {
      const said = Object.entries(columns).find(([name]) => name === column)?.[1];
      assert.ok(
        said && same(said.kind, kind, manager.dialect),
        `${table}.${column} is a ${kind}, the row type says ${said?.kind}`,
      );
      assert.equal(nullable, said.nullable, `${table}.${column} nullable`);
    }
  }
});

databaseTest('the row types know every table that the migrations make', async (manager) => {
  const query =
    manager.dialect === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = database()`;
  const { rows } = await query.execute(manager.handle());
  // SQLite keeps the full text of questions in tables of its own, which nobody reads but the index itself.
  const fullText = ['qas_search', ...['data', 'idx', 'docsize', 'config'].map((part) => `qas_search_${part}`)];
  const tables = rows.map((row) => row.name).filter((name) => !name.startsWith('kysely_') && !fullText.includes(name));
  assert.deepEqual(tables.sort(), Object.keys(TABLES).sort());
});

databaseTest('migrating a database that is up to date changes nothing', async (manager) => {
  assert.deepEqual(await manager.createTables(), []);
  assert.deepEqual((await manager.migrationStatus()).pending, []);
});
