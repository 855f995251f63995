import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type BackupEnd, type BackupHeader, type BackupTable, fromJson } from './backup-format.ts';

/** A file that is no whole backup; the message says in a sentence why. */
export class BadBackup extends Error {}

export interface BackupReader {
  header(header: BackupHeader): Promise<void> | void;
  table(table: BackupTable): Promise<void> | void;
  row(values: unknown[]): Promise<void> | void;
}

const NOTHING: BackupReader = { header: () => {}, table: () => {}, row: () => {} };

/** Looks whether a backup is whole: its hash, and how many rows each table has. Answers its first line. Throws `BadBackup`. */
export async function checkBackup(path: string): Promise<BackupHeader> {
  const found: BackupHeader[] = [];
  await readBackup(path, { ...NOTHING, header: (header) => void found.push(header) });
  const [header] = found;
  if (!header) throw new BadBackup('The file is empty.');
  return header;
}

/** Reads a backup line by line, and throws `BadBackup` at the end where something was changed or is missing. */
export async function readBackup(path: string, reader: BackupReader): Promise<void> {
  const file = createReadStream(path);
  const lines = file.pipe(createGunzip());
  file.on('error', (error) => lines.destroy(error));
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let [table, end, first] = ['', undefined as BackupEnd | undefined, true];
  try {
    for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (end) throw new BadBackup('There is something after its end.');
      const read: unknown = JSON.parse(line);
      if (first) {
        first = false;
        await reader.header(headerIn(read));
      } else if (Array.isArray(read)) {
        counts[table] = (counts[table] ?? 0) + 1;
        await reader.row(fromJson(read));
      } else if (isTable(read)) {
        table = read.table;
        counts[table] = 0;
        await reader.table(read);
      } else end = read as BackupEnd;
      if (!end) hash.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof BadBackup || !isDamage(error)) throw error;
    throw new BadBackup('It is damaged, or was cut off.', { cause: error });
  }
  if (!end) throw new BadBackup('It was cut off: its end is missing.');
  if (end.sha256 !== hash.digest('hex')) throw new BadBackup('It was changed: its hash is another.');
  for (const [name, rows] of Object.entries(end.end)) {
    if (counts[name] !== rows) throw new BadBackup(`Of ${name} it has ${counts[name] ?? 0} rows instead of ${rows}.`);
  }
}

function headerIn(read: unknown): BackupHeader {
  const header = read as Partial<BackupHeader>;
  if (header?.format !== 'allamda backup') throw new BadBackup('It is no backup of λllamda.');
  if (header.version !== 1 || !Array.isArray(header.migrations)) {
    throw new BadBackup('A newer λllamda has written it: please use that one.');
  }
  return header as BackupHeader;
}

const isTable = (read: unknown): read is BackupTable => typeof read === 'object' && read !== null && 'table' in read;

/** What a file that is no gzip, or one that ends too early, makes of reading it. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof SyntaxError || /^Z_|^ERR_/.test(code);
}
