import { DatabaseSync } from 'node:sqlite';
import type { DatabaseSettings } from './database-manager.ts';
import { connection, type MysqlSettings } from './mysql.dialect.ts';

/** A row as a list, in the order of its columns. */
export type RawRow = readonly unknown[];

/** One state of a whole database, whatever is written to it meanwhile. */
export interface Snapshot {
  migrations(): Promise<string[]>;
  columns(table: string): Promise<string[]>;
  /** All rows, a few in memory at a time. */
  rows(table: string): AsyncIterable<RawRow> | Iterable<RawRow>;
  close(): Promise<void>;
}

const MIGRATIONS = 'select name from kysely_migration order by name';

/** Opens a snapshot over a connection of its own: nobody waits for whoever reads it. */
export async function openSnapshot(settings: DatabaseSettings): Promise<Snapshot> {
  return settings.kind === 'sqlite' ? ofSqlite(settings.file) : ofMysql(settings);
}

function ofSqlite(file: string): Snapshot {
  if (file === ':memory:') throw new Error('A database in memory has nothing to be backed up.');
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  // The first look makes the snapshot, and it lasts as long as the transaction.
  database.exec('begin; select count(*) from sqlite_master;');
  const listed = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(({ name }) => String(name));
  return {
    migrations: async () => listed(MIGRATIONS),
    columns: async (table) => listed(`select name from pragma_table_info('${table}') order by cid`),
    rows(table) {
      const statement = database.prepare(`select * from "${table}"`);
      statement.setReturnArrays(true);
      return statement.iterate() as unknown as Iterable<RawRow>;
    },
    close: async () => database.close(),
  };
}

async function ofMysql(settings: MysqlSettings): Promise<Snapshot> {
  const { createConnection } = await import('mysql2');
  const server = createConnection({ ...connection(settings), database: settings.database });
  const ask = (sql: string) =>
    new Promise<RawRow[]>((resolve, reject) => {
      server.query({ sql, rowsAsArray: true }, (error, rows) => (error ? reject(error) : resolve(rows as RawRow[])));
    });
  await ask('set session transaction isolation level repeatable read');
  await ask('start transaction with consistent snapshot, read only');
  const names = async (sql: string) => (await ask(sql)).map(([name]) => String(name));
  return {
    migrations: () => names(MIGRATIONS),
    columns: (table) =>
      names(`select column_name from information_schema.columns
        where table_schema = database() and table_name = '${table}' order by ordinal_position`),
    rows: (table) =>
      server.query({ sql: `select * from \`${table}\``, rowsAsArray: true }).stream({ highWaterMark: 100 }),
    close: () => new Promise((resolve) => server.end(() => resolve())),
  };
}
