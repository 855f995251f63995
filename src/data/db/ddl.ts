import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { DialectName } from './database-manager.ts';

/** The column types that migrations are written with, in the words of each database. */
const TYPES: Record<DialectName, Record<string, string>> = {
  sqlite: {
    id: 'integer primary key autoincrement',
    ref: 'integer',
    key: 'text',
    name: 'text',
    text: 'text',
    json: 'text',
    instant: 'text',
    integer: 'integer',
    flag: 'integer',
    real: 'real',
    bytes: 'blob',
    table: '',
  },
  mysql: {
    id: 'bigint not null auto_increment primary key',
    ref: 'bigint',
    key: 'varchar(191)',
    name: 'varchar(500)',
    text: 'mediumtext',
    json: 'mediumtext',
    instant: 'datetime(3)',
    integer: 'bigint',
    flag: 'smallint',
    real: 'double',
    bytes: 'longblob',
    table: 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin',
  },
};

/** Replaces `{id}`, `{key}`, `{instant}` … in DDL by the type of the database; an unknown token is an error. */
function inWordsOf(dialect: DialectName, ddl: string): string {
  return ddl.replaceAll(/\{(\w+)\}/g, (_, token: string) => {
    const type = TYPES[dialect][token];
    if (type === undefined) throw new Error(`{${token}} is not a column type of the migrations.`);
    return type;
  });
}

/** `name (columns and constraints)`: creates the table where it is missing, so that a migration that broke off can run again. */
export async function createTable(db: Kysely<never>, dialect: DialectName, name: string, body: string): Promise<void> {
  await sql.raw(inWordsOf(dialect, `create table if not exists ${name} (${body}) {table}`)).execute(db);
}

/**
 * Gives a table another body with the same columns in the same order, and keeps its rows: constraints cannot be changed in place
 * everywhere. Only for tables that no other refers to; its indexes are made again by the caller. Runs again where it broke off.
 */
export async function rebuildTable(db: Kysely<never>, dialect: DialectName, name: string, body: string): Promise<void> {
  const next = `${name}_next`;
  if (await hasTable(db, dialect, name)) {
    await sql.raw(`drop table if exists ${next}`).execute(db);
    await createTable(db, dialect, next, body);
    await sql.raw(`insert into ${next} select * from ${name}`).execute(db);
    await sql.raw(`drop table ${name}`).execute(db);
  }
  await sql.raw(`alter table ${next} rename to ${name}`).execute(db);
}

/** Whether there is such a table. */
export async function hasTable(db: QueryExecutorProvider, dialect: DialectName, table: string): Promise<boolean> {
  const found =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = ${table}`.execute(db)
      : await sql`select 1 from information_schema.tables where table_schema = database()
          and table_name = ${table}`.execute(db);
  return found.rows.length > 0;
}

/** Creates an index; on MySQL, which lacks `if not exists`, an index that is already there is left. */
export async function createIndex(db: Kysely<never>, dialect: DialectName, name: string, on: string): Promise<void> {
  if (dialect === 'mysql' && (await hasIndex(db, name, on.slice(0, on.indexOf('(')).trim()))) return;
  await sql.raw(`create index ${dialect === 'sqlite' ? 'if not exists ' : ''}${name} on ${on}`).execute(db);
}

/** Drops an index, if it is there. On MySQL another one must begin with the column of each foreign key that it served. */
export async function dropIndex(db: Kysely<never>, dialect: DialectName, name: string, table: string): Promise<void> {
  if (dialect === 'sqlite') await sql.raw(`drop index if exists ${name}`).execute(db);
  else if (await hasIndex(db, name, table)) await sql.raw(`drop index ${name} on ${table}`).execute(db);
}

async function hasIndex(db: Kysely<never>, name: string, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from information_schema.statistics where table_schema = database()
    and table_name = ${table} and index_name = ${name} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Adds a column to a table that holds rows: nullable, or with a default. `references` is "table (column) on delete …". A column
 * that is already there is left, so that a migration that broke off can run again.
 */
export async function addColumn(
  db: Kysely<never>,
  dialect: DialectName,
  table: string,
  { name, type, references }: { name: string; type: string; references?: string },
): Promise<void> {
  if (await hasColumn(db, dialect, table, name)) return;
  const column = inWordsOf(dialect, `alter table ${table} add column ${name} ${type}`);
  const inline = references === undefined ? '' : ` references ${references}`;
  // MySQL takes a reference beside the column and forgets it.
  const named = references === undefined ? '' : `, add foreign key (${name}) references ${references}`;
  await sql.raw(column + (dialect === 'sqlite' ? inline : named)).execute(db);
}

/** Drops a column that nothing refers to, if it is there. */
export async function dropColumn(db: Kysely<never>, dialect: DialectName, table: string, name: string): Promise<void> {
  if (await hasColumn(db, dialect, table, name)) await sql.raw(`alter table ${table} drop column ${name}`).execute(db);
}

/** Whether a table has such a column. */
export async function hasColumn(
  db: Kysely<never>,
  dialect: DialectName,
  table: string,
  name: string,
): Promise<boolean> {
  const found =
    dialect === 'sqlite'
      ? await sql`select 1 from pragma_table_info(${table}) where name = ${name}`.execute(db)
      : await sql`select 1 from information_schema.columns where table_schema = database()
          and table_name = ${table} and column_name = ${name}`.execute(db);
  return found.rows.length > 0;
}
