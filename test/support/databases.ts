import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
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

/**
 * Empties the tables that hold anything, so that one migrated database serves many tests. Ids go on where they were: to begin
 * them again takes a hundred times as long. Tables that a test has made for itself go.
 */
async function wipe(manager: DatabaseManager): Promise<void> {
  await manager
    .handle()
    .connection()
    .execute(async (db) => {
      const { rows: tables } = await sql<Record<string, string>>`show tables`.execute(db);
      const strangers = tables
        .flatMap((row) => Object.values(row))
        .filter((name) => !(name in TABLES || name.startsWith('kysely_')));
      for (const name of strangers) await sql`drop table if exists ${sql.table(name)}`.execute(db);
      const asked = Object.keys(TABLES).map((table) => sql`(select ${table} as name from ${sql.table(table)} limit 1)`);
      const { rows } = await sql<{ name: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
      await sql`set foreign_key_checks = 0`.execute(db);
      await sql`begin`.execute(db);
      // The audit log is not emptied otherwise.
      await sql`insert into audit_openings (at) values (now())`.execute(db);
      for (const { name } of rows) await sql`delete from ${sql.table(name)}`.execute(db);
      await sql`delete from audit_openings`.execute(db);
      await sql`commit`.execute(db);
      await sql`set foreign_key_checks = 1`.execute(db);
    });
}

/** For a test that compares ids: the next row of each table is the first again. */
export async function beginIdsAgain(manager: DatabaseManager): Promise<void> {
  if (manager.dialect !== 'mysql') return;
  await manager
    .handle()
    .connection()
    .execute(async (db) => {
      await sql`set foreign_key_checks = 0`.execute(db);
      for (const table of Object.keys(TABLES)) await sql`truncate table ${sql.table(table)}`.execute(db);
      await sql`set foreign_key_checks = 1`.execute(db);
    });
}

/** Databases of one run of the tests begin with this; whoever sets it drops them in the end. */
export const OWN_PREFIX = `allamda_test_${process.pid}_`;
let lease: { connection: Connection; manager: DatabaseManager; name: string } | undefined;

/**
 * The first database of the run that no other test file has now. Migrating one takes longer than most tests: files that come
 * after each other share it. The lock is the connection's, so that a file that dies gives its database back.
 */
async function takeDatabase(): Promise<NonNullable<typeof lease>> {
  const { host, port, user, password } = mysqlSettings('') as Extract<DatabaseSettings, { kind: 'mysql' }>;
  const connection = await createConnection({ host, port, user, password });
  for (let number = 0; ; number += 1) {
    const name = `${process.env.ALLAMDA_TEST_PREFIX ?? OWN_PREFIX}${number}`;
    const [rows] = await connection.query<RowDataPacket[]>('select get_lock(?, 0) as got', [name]);
    if (rows[0]?.got !== 1) continue;
    const manager = new DatabaseManager(mysqlSettings(name));
    await manager.createTables();
    return { connection, manager, name };
  }
}

async function openMysql(): Promise<DatabaseManager> {
  lease ??= await takeDatabase();
  await wipe(lease.manager);
  return lease.manager;
}

/** The database of a test as another process reaches it: by connections of its own. A SQLite file has one process. */
export function reachedAgain(t: TestContext, db: DatabaseManager): DatabaseManager {
  if (db !== lease?.manager) return db;
  const other = new DatabaseManager(mysqlSettings(lease.name));
  t.after(() => other.close());
  return other;
}

/** The settings of a migrated, empty database on MySQL, for other processes: the one that this test file has. */
export async function emptyMysql(): Promise<DatabaseSettings> {
  await openMysql();
  return mysqlSettings(lease?.name ?? '');
}

/** Drops the databases whose names begin like this. */
export async function dropDatabases(prefix: string): Promise<void> {
  const { host, port, user, password } = mysqlSettings('') as Extract<DatabaseSettings, { kind: 'mysql' }>;
  const connection = await createConnection({ host, port, user, password });
  const [rows] = await connection.query<RowDataPacket[]>('show databases');
  for (const { Database: name } of rows) {
    if (String(name).startsWith(prefix)) await connection.query('drop database ??', [name]);
  }
  await connection.end();
}

after(async () => {
  if (!lease) return;
  const { connection, manager } = lease;
  await manager.close();
  await connection.end();
  if (process.env.ALLAMDA_TEST_PREFIX === undefined) await dropDatabases(OWN_PREFIX);
});

/** SQLite that waits for no disk: a file of a test has no power cut to survive. */
export function sqliteSettings(file: string): DatabaseSettings {
  return { kind: 'sqlite', file, synchronous: 'OFF' };
}

/** A migrated, empty SQLite database, closed when the test ends: a copy of the one that the run has made. */
export async function openSqlite(t: TestContext): Promise<DatabaseManager> {
  const made = process.env.ALLAMDA_TEST_EMPTY;
  const folder = mkdtempSync(join(tmpdir(), 'allamda-empty-'));
  const file = join(folder, 'test.sqlite');
  if (made !== undefined) copyFileSync(made, file);
  const manager = new DatabaseManager(sqliteSettings(file));
  if (made === undefined) await manager.createTables();
  t.after(async () => {
    await manager.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return manager;
}

/** A file with a small sample region, of the test's own: a copy of the one that the run has made. Removed when the test ends. */
export async function copyOfRegion(t: TestContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-region-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'allamda.sqlite');
  const made = process.env.ALLAMDA_TEST_REGION;
  if (made === undefined) throw new Error('The region is made by test/support/global-setup.ts.');
  copyFileSync(made, file);
  return file;
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
