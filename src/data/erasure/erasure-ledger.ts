import { hash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredInstant } from '../db/instants.ts';

/** That somebody was erased, in words that lead to nobody but in a database that still holds them. */
export interface LedgerEntry {
  /** The erasure, wherever it is told of. */
  entry: string;
  /** The installation that it belongs to. */
  of: string;
  /** When it was asked for, as text. */
  at: string;
  /** The hash of who it was. */
  person: string;
}

/** How a person is found again in a database that was copied before they were erased. */
export function personHash(installation: string, { id, createdAt }: { id: number; createdAt: StoredInstant }): string {
  return hash('sha256', `${installation}:${id}:${createdAt}`, 'base64url');
}

/**
 * Erasures outside the database and its backups, a line each: a database that is restored from before them is told of them again. It
 * only grows. A line that a fall of the machine cut off is none: then the erasure was not done yet either.
 */
export class ErasureLedger {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds an erasure; it is on the disk when this is done. One that is there already stays once. */
  async append(entry: LedgerEntry): Promise<void> {
    if ((await this.read()).some((one) => one.entry === entry.entry)) return;
    const folder = dirname(this.#path);
    await mkdir(folder, { recursive: true });
    const file = await open(this.#path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const last = size === 0 ? '\n' : String((await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer);
      await file.appendFile(`${last === '\n' ? '' : '\n'}${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(folder);
  }

  /** All erasures, the oldest first. No file: there were none. */
  async read(): Promise<LedgerEntry[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => {
      const read = entryIn(line);
      return read === null ? [] : [read];
    });
  }
}

function entryIn(line: string): LedgerEntry | null {
  try {
    const { entry, of, at, person } = JSON.parse(line) as Record<string, unknown>;
    const whole = [entry, of, at, person].every((one) => typeof one === 'string');
    return whole ? ({ entry, of, at, person } as LedgerEntry) : null;
  } catch {
    return null;
  }
}

/** A new file is found after a fall of the machine only when its folder is on the disk too; not every system lets that be asked for. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
