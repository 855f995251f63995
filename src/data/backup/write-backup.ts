import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DatabaseSettings } from '../db/database-manager.ts';
import { TABLES } from '../db/schema.ts';
import { openSnapshot, type Snapshot } from '../db/snapshot.ts';
import { pauses } from '../in-slices.ts';
import { type BackupHeader, toJson } from './backup-format.ts';

export interface WrittenBackup {
  bytes: number;
  rows: number;
  tables: number;
}

/** Lines are handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

/**
 * Writes everything in a database into one file, while it is used: one state of it, whatever is written meanwhile, with a few rows in
 * memory at a time. The file is there whole or not at all: until it is on the disk it is called `.part`. Throws what the disk throws.
 */
export async function writeBackup(settings: DatabaseSettings, path: string, now: number): Promise<WrittenBackup> {
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  const snapshot = await openSnapshot(settings);
  const counts: Record<string, number> = {};
  try {
    const lines = Readable.from(linesOf(snapshot, settings.kind, now, counts));
    await pipeline(lines, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
  await syncFolder(dirname(path));
  const rows = Object.values(counts).reduce((all, one) => all + one, 0);
  return { bytes: (await stat(path)).size, rows, tables: Object.keys(counts).length };
}

async function* linesOf(
  snapshot: Snapshot,
  from: BackupHeader['from'],
  now: number,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const pause = pauses();
  let piece = '';
  const add = (line: string) => {
    piece += `${line}\n`;
  };
  const taken = () => {
    const whole = piece;
    piece = '';
    hash.update(whole);
    return whole;
  };
  const header: BackupHeader = {
    format: 'allamda backup',
    version: 1,
    made: new Date(now).toISOString(),
    from,
    migrations: await snapshot.migrations(),
  };
  add(JSON.stringify(header));
  for (const table of Object.keys(TABLES)) {
    counts[table] = 0;
    add(JSON.stringify({ table, columns: await snapshot.columns(table) }));
    for await (const row of snapshot.rows(table)) {
      counts[table] += 1;
      add(toJson(row));
      if (piece.length > PIECE) yield taken();
      await pause();
    }
  }
  yield taken();
  yield `${JSON.stringify({ end: counts, sha256: hash.digest('hex') })}\n`;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
