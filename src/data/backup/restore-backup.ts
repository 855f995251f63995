import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { DatabaseManager, type DatabaseSettings, type Handle } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';
import { isSqliteInUse } from '../db/sqlite-in-use.ts';
import type { BackupHeader, BackupTable } from './backup-format.ts';
import { holdLetters } from './hold-letters.ts';
import { checkBackup, readBackup } from './read-backup.ts';

/** Why nothing was restored; the message says it in a sentence. Nothing was changed. */
export class CannotRestore extends Error {}

export interface Restored {
  header: BackupHeader;
  rows: number;
  /** Migrations that the backup did not have yet. */
  migrated: string[];
  /** Letters that waited in the backup and are not sent any more. */
  held: number;
}

/**
 * Puts what a backup holds in place of what is in a database: the whole file is checked first, and a newer one, a damaged one and a
 * database that holds people are refused (the last unless `force`). Of SQLite a new file is made beside the old one and takes its place at
 * the end, so that a restore that breaks off has changed nothing; elsewhere it is marked as broken off, and nothing starts before it is begun
 * again.
 */
export async function restoreBackup(path: string, settings: DatabaseSettings, force: boolean): Promise<Restored> {
  const header = await checkBackup(path);
  if (!force && (await hasPeople(settings))) {
    throw new CannotRestore(
      'The database holds people already. With --force they are replaced by what the backup holds.',
    );
  }
  if (settings.kind === 'mysql') return load(path, header, settings, true);
  const { file } = settings;
  refuseUsed(file);
  const next = `${file}.restoring`;
  await removeFile(next);
  try {
    const restored = await load(path, header, { kind: 'sqlite', file: next }, false);
    const written = await open(next, 'r');
    await written.sync();
    await written.close();
    await removeFile(file);
    await rename(next, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().catch(() => {});
    await folder.close();
    return restored;
  } finally {
    await removeFile(next);
  }
}

async function removeFile(file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${file}${end}`, { force: true });
}

/** A program that has the file open would go on writing into one that is not there any more. */
function refuseUsed(file: string): void {
  if (existsSync(file) && isSqliteInUse(file)) {
    throw new CannotRestore('The database is in use. Please stop the server first.');
  }
}

async function hasPeople(settings: DatabaseSettings): Promise<boolean> {
  if (settings.kind === 'sqlite' && !existsSync(settings.file)) return false;
  const db = new DatabaseManager(settings);
  try {
    // What a restore that broke off has left is nobody's.
    if (await db.isRestoreUnfinished()) return false;
    const { rows } = await sql`select 1 from users limit 1`.execute(db.handle());
    return rows.length > 0;
  } catch {
    // No database yet, or no table.
    return false;
  } finally {
    await db.close();
  }
}

/** Makes the schema as the backup had it, fills it, and brings it up to date. */
async function load(path: string, header: BackupHeader, settings: DatabaseSettings, empty: boolean): Promise<Restored> {
  const db = new DatabaseManager(settings);
  try {
    const known = await db.knownMigrations();
    const strange = header.migrations.filter((name) => !known.includes(name));
    if (strange.length > 0) {
      throw new CannotRestore(`A newer λllamda has written this backup (${strange.join(', ')}): please use that one.`);
    }
    if (empty) await db.beginRestore();
    await db.createTables(header.migrations.at(-1));
    const rows = await db.tx(async (handle) => fill(db, handle, path));
    const migrated = await db.createTables();
    const held = await holdLetters(db, Date.now());
    if (empty) await db.finishRestore();
    return { header, rows, migrated, held };
  } finally {
    await db.close();
  }
}

/** How many values, and about how many bytes, one statement brings. */
const MOST_VALUES = 10_000;
const MOST_BYTES = 2 * 1024 * 1024;

async function fill(db: DatabaseManager, handle: Handle, path: string): Promise<number> {
  const lenient = db.dialect === 'mysql' ? sql`set foreign_key_checks = 0` : sql`pragma defer_foreign_keys = on`;
  await lenient.execute(handle);
  for (const table of Object.keys(TABLES).reverse()) {
    // Some migrations bring rows with them; a table of a later one is not there yet.
    await sql`delete from ${sql.table(table)}`.execute(handle).catch(() => {});
  }
  let [into, waiting, bytes, all]: [BackupTable | null, unknown[][], number, number] = [null, [], 0, 0];
  const flush = async () => {
    const [rows, target] = [waiting, into];
    waiting = [];
    bytes = 0;
    if (rows.length === 0 || !target) return;
    const columns = sql.join(target.columns.map((column) => sql.ref(column)));
    const values = rows.map((row) => sql`(${sql.join(row)})`);
    await sql`insert into ${sql.table(target.table)} (${columns}) values ${sql.join(values)}`.execute(handle);
  };
  await readBackup(path, {
    header: () => {},
    async table(table) {
      await flush();
      into = table;
    },
    async row(row) {
      waiting.push(row);
      all += 1;
      for (const value of row) bytes += typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
      if (waiting.length * row.length > MOST_VALUES || bytes > MOST_BYTES) await flush();
    },
  });
  await flush();
  if (db.dialect === 'mysql') await sql`set foreign_key_checks = 1`.execute(handle);
  return all;
}
