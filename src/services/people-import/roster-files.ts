import { ARCHIVE_LIMITS, isArchive, openArchive } from '../../data/archives/archive.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { RosterFile } from './read-table.ts';

const MB = 1024 * 1024;
/** What people are described in is small: whatever is larger is something else. */
export const LARGEST_FILE = 16 * MB;
const LIMITS = { ...ARCHIVE_LIMITS, archive: LARGEST_FILE, entries: 200, entry: LARGEST_FILE, all: 64 * MB };

/** Whether the name of a file is that of a table. */
export function isTableName(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name);
}

/**
 * The tables in a file: of an archive all that it holds, else the file itself. What it is, its bytes say and not its name. Throws
 * `invalid-input` for archives that are damaged, too large, no archives of tables or none at all.
 */
export async function filesIn(name: string, bytes: Uint8Array): Promise<RosterFile[]> {
  if (bytes.length > LARGEST_FILE) throw refused(`${name} is larger than ${LARGEST_FILE / MB} MB.`);
  if (bytes.length === 0) throw refused(`${name} is empty.`);
  if (!isArchive(bytes)) {
    if (/\.zip$/i.test(name))
      throw refused(`${name} is called a zip archive and is none. Allowed are a zip archive and a CSV file.`);
    return [{ name, bytes }];
  }
  const archive = await openArchive(bytes, LIMITS);
  if (archive.has('[Content_Types].xml')) {
    throw refused(
      `${name} is a workbook of a spreadsheet program. In the program, save it as "CSV UTF-8", one file for each sheet.`,
    );
  }
  const files: RosterFile[] = [];
  const entries = archive.names.filter(isTableName).map((entry) => ({ entry, name: entry.replace(/^.*\//, '') }));
  for (const [bare, twins] of Map.groupBy(entries, (one) => one.name.toLowerCase())) {
    if (twins.length === 1) continue;
    const places = twins.map(({ entry }) => `"${entry}"`).join(' and ');
    throw refused(`${name} holds several files called ${bare}: ${places}. Allowed is one of each name.`);
  }
  for (const one of entries) files.push({ name: one.name, bytes: await archive.read(one.entry) });
  if (files.length === 0) throw refused(`${name} holds no CSV file.`);
  return files;
}

function refused(message: string): AppError {
  return new AppError('invalid-input', 'bad-people-file', message);
}
