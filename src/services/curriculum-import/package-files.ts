import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { ARCHIVE_LIMITS, type ArchiveLimits, isArchive, openArchive } from '../../data/archives/archive.ts';
import { FileRefused, readBounded } from './bounded-files.ts';
import { badFile, type ImportSource } from './import-format.ts';

/** The files of a package by their paths in it, wherever it comes from. */
export interface PackageFiles {
  names: readonly string[];
  has(name: string): boolean;
  /** Throws `FileRefused` or `AppError` for a file that cannot be read. */
  read(name: string): Promise<Uint8Array>;
}

const MOST_FILES = 10_000;
const DEEPEST = 16;
const LARGEST = 32 * 1024 * 1024;

/** A package in an archive, in a folder, or as a single file. Throws `invalid-input` for what cannot be opened. */
export async function openPackage(source: ImportSource, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<PackageFiles> {
  if (source.kind === 'folder') return openFolder(source.path);
  if (isArchive(source.bytes)) {
    const archive = await openArchive(source.bytes, limits);
    return { ...archive, names: archive.names.filter((name) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) };
  }
  const { fileName, bytes } = source;
  return { names: [fileName], has: (name) => name === fileName, read: async () => bytes };
}

async function openFolder(root: string): Promise<PackageFiles> {
  const names: string[] = [];
  await list(root, '', names);
  names.sort();
  const known = new Set(names);
  return {
    names,
    has: (name) => known.has(name),
    // Only names that the listing gave: no path of a document ever reaches the file system.
    read: async (name) => {
      if (!known.has(name)) throw new FileRefused(`${name} is missing`);
      return readBounded(path.join(root, ...name.split('/')), LARGEST);
    },
  };
}

/** Regular files below a folder. Links and hidden files are left aside. */
async function list(root: string, below: string, names: string[]): Promise<void> {
  if (below.split('/').length > DEEPEST)
    throw badFile([{ file: below, problem: `it is nested more than ${DEEPEST} folders deep` }]);
  const folders: string[] = [];
  for await (const entry of await opendir(path.join(root, below))) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory()) folders.push(name);
    if (names.length > MOST_FILES)
      throw badFile([{ file: path.basename(root), problem: `it has more than ${MOST_FILES} files` }]);
  }
  for (const folder of folders.toSorted()) await list(root, folder, names);
}
