import { constants } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import path from 'node:path';
import { halfCharacters } from '../../domain/text-files/half-characters.ts';

/** A file or folder that is not read: damaged, too large, or not what it should be. */
export class FileRefused extends Error {}

/** Names that an import follows: nothing hidden, nothing that leads elsewhere. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]{0,119}$/u;

/** Whether this is a folder itself, and no link to one. */
export async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}

/** Names of entries that are followed, in alphabetical order, and those that are not. */
export interface Listing {
  names: string[];
  left: { name: string; why: string }[];
}

/**
 * The files, or the folders, of a folder. Links, odd names and other things are left aside, hidden ones without a word. A folder
 * that is not there is empty. Throws `FileRefused` when there are more than `most`.
 */
export async function listEntries(folder: string, kind: 'files' | 'folders', most: number): Promise<Listing> {
  const listing: Listing = { names: [], left: [] };
  if (!(await isFolder(folder))) return listing;
  let seen = 0;
  for await (const entry of await opendir(folder)) {
    seen += 1;
    if (seen > 2 * most) throw new FileRefused(`${path.basename(folder)} has more than ${most} ${kind}`);
    if (entry.name.startsWith('.')) continue;
    const name = entry.name.slice(0, 120);
    if (entry.isSymbolicLink()) listing.left.push({ name, why: 'it is a link, and links are not followed' });
    else if (!(kind === 'files' ? entry.isFile() : entry.isDirectory())) continue;
    else if (!NAME.test(entry.name)) listing.left.push({ name, why: 'its name has characters that are not followed' });
    else listing.names.push(entry.name);
  }
  if (listing.names.length > most) throw new FileRefused(`${path.basename(folder)} has more than ${most} ${kind}`);
  listing.names.sort();
  return listing;
}

/** The names alone. */
export async function listNames(folder: string, kind: 'files' | 'folders', most: number): Promise<string[]> {
  return (await listEntries(folder, kind, most)).names;
}

/** The bytes of a regular file of at most `most` bytes. Throws `FileRefused`, naming the file, when it is anything else. */
export async function readBounded(file: string, most: number): Promise<Buffer> {
  const name = path.basename(file);
  let handle: FileHandle | undefined;
  try {
    // Not through a link, and without waiting at a pipe that nobody writes to.
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
    if (!isFile) throw new FileRefused(`${name} is no file`);
    if (size > most) throw new FileRefused(`${name} is larger than ${sizeInWords(most)}`);
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new FileRefused(`${name} is missing`);
    if (code === 'ELOOP') throw new FileRefused(`${name} is a link`);
    throw new FileRefused(`${name} cannot be read`);
  } finally {
    await handle?.close();
  }
}

/** The JSON in a bounded file. Throws `FileRefused` when it is none, or no UTF-8. */
export async function readJson(file: string, most: number): Promise<unknown> {
  const bytes = await readBounded(file, most);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [half] = halfCharacters(text, 1);
    if (half) throw new FileRefused(`${path.basename(file)}, line ${half.line}: ${half.code} is half of a character`);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(`${path.basename(file)} is damaged: it is no JSON`);
  }
}

function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / (1024 * 1024))} MB` : `${Math.round(bytes / 1024)} kB`;
}
