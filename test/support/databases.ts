import { after, type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import { TABLES } from '../../src/data/db/schema.ts';

const mysqlHost = process.env.TEST_DB_HOST;

/** The server that TEST_DB_HOST names, with a database of this name. */
export function mysqlSettings(database: string): DatabaseSettings {
  return {
    kind: 'mysql',
    host: mysqlHost ?? '127.0.0.1',
    port: Number(process.env.TEST_DB_PORT ?? 3306),
    user: process.env.TEST_DB_USER ?? 'root',
    password: process.env.TEST_DB_PASSWORD ?? '',
    database,
    pool: 20,
  };
}

/** Empties the tables that hold anything and starts their ids again, so that one migrated database serves a whole test file. */
async function wipe(manager: DatabaseManager): Promise<void> {
  await manager
    .handle()
    .connection()
    .execute(async (db) => {
      const asked = Object.keys(TABLES).map((table) => sql`(select ${table} as name from ${sql.table(table)} limit 1)`);
      const { rows } = await sql<{ name: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
      await sql`set foreign_key_checks = 0`.execute(db);
      for (const { name } of rows) await sql`truncate table ${sql.table(name)}`.execute(db);
      await sql`set foreign_key_checks = 1`.execute(db);
    });
}

const databaseName = `allamda_test_${process.pid}`;
let mysql: Promise<DatabaseManager> | undefined;

async function migrated(): Promise<DatabaseManager> {
  const manager = new DatabaseManager(mysqlSettings(databaseName));
  await manager.createTables();
  return manager;
}

async function openMysql(): Promise<DatabaseManager> {
  if (!mysql) {
    mysql = migrated();
    return mysql;
  }
  const manager = await mysql;
  await wipe(manager);
  return manager;
}

after(async () => {
  if (!mysql) return;
  const manager = await mysql;
  await sql`drop database ${sql.id(databaseName)}`.execute(manager.handle());
  await manager.close();
});

/** A migrated, empty SQLite database in memory (or in a file), closed when the test ends. */
export async function openSqlite(t: TestContext, file = ':memory:'): Promise<DatabaseManager> {
  const manager = new DatabaseManager({ kind: 'sqlite', file });
  await manager.createTables();
  t.after(() => manager.close());
  return manager;
}

/**
 * One test, two databases: always on SQLite, and on MySQL or MariaDB where TEST_DB_HOST is set (reported as skipped where it is
 * not). The database is migrated and empty.
 */
export function databaseTest(title: string, body: (manager: DatabaseManager, t: TestContext) => Promise<void>): void {
  test(`${title} (SQLite)`, async (t) => body(await openSqlite(t), t));
  test(`${title} (MySQL)`, { skip: mysqlHost ? false : 'TEST_DB_HOST is not set' }, async (t) => {
    await body(await openMysql(), t);
  });
}

/** For tests that run the whole program: each database, with the reason why it cannot be had here. */
export const DATABASES = [
  { database: 'sqlite', skip: false },
  { database: 'mysql', skip: mysqlHost ? false : 'TEST_DB_HOST is not set' },
] as const;
