import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { AppError } from '../../domain/errors/app-error.ts';
import { nameProblem } from './entry-name.ts';
import { checkRanges } from './entry-ranges.ts';

/** Bounds of an archive. All sizes are in bytes. */
export interface ArchiveLimits {
  /** The archive as it comes. */
  archive: number;
  /** Entries in its directory, folders too. */
  entries: number;
  /** One entry, unpacked. */
  entry: number;
  /** All entries together, unpacked. */
  all: number;
  /** How many times larger than its packed form an entry may be, beyond its first megabyte. */
  ratio: number;
}

const MB = 1024 * 1024;
export const ARCHIVE_LIMITS: ArchiveLimits = {
  archive: 64 * MB,
  entries: 10_000,
  entry: 32 * MB,
  all: 256 * MB,
  ratio: 200,
};

/** What an archive holds. Entries are unpacked one by one, into memory, when they are asked for. */
export interface Archive {
  /** Names of the files, with forward slashes, in the order of the archive. Folders are not listed. */
  names: readonly string[];
  has(name: string): boolean;
  /** The size that a file has when unpacked; undefined for an unknown name. */
  sizeOf(name: string): number | undefined;
  /** The bytes of a file. Throws an `AppError` (`bad-archive`) for an unknown name or an entry that is damaged or lies about itself. */
  read(name: string): Promise<Buffer>;
}

/** Whether bytes begin like a zip archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/**
 * Opens a zip archive that may come from anybody. Nothing is written anywhere, so no name of an entry is ever a path; archives
 * inside are bytes like any others. Throws an `AppError` of kind `invalid-input` (`bad-archive`) that says what is wrong: too
 * large or too many, a ratio of a bomb, names that lead out or come twice, links, passwords, overlapping or hidden entries,
 * unknown methods, a directory that is damaged or cut off.
 */
export async function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
  if (bytes.length > limits.archive) throw refusal(`The archive is larger than ${size(limits.archive)}.`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orDamaged(
    fromBufferPromise(buffer, { decodeStrings: false }),
    'The file is no zip archive, or it is cut off.',
  );
  if (zip.entryCount > limits.entries) {
    throw refusal(`The archive holds ${zip.entryCount} entries; allowed are ${limits.entries}.`);
  }
  const all = await listEntries(zip);
  checkRanges(buffer, all, zip.comment.length);
  const files = new Map<string, Entry>();
  let total = 0;
  for (const { name, entry } of all) {
    checkEntry(name, entry, limits);
    total += entry.uncompressedSize;
    if (total > limits.all) throw refusal(`What the archive holds is larger than ${size(limits.all)} when unpacked.`);
    if (!name.endsWith('/')) files.set(name, entry);
  }
  return {
    names: [...files.keys()],
    has: (name) => files.has(name),
    sizeOf: (name) => files.get(name)?.uncompressedSize,
    read: (name) => readEntry(zip, name, files.get(name)),
  };
}

async function listEntries(zip: ZipFile): Promise<{ name: string; entry: Entry }[]> {
  const list: { name: string; entry: Entry }[] = [];
  const seen = new Set<string>();
  const read = async () => {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        true,
      ).normalize();
      list.push({ name, entry });
    }
  };
  await orDamaged(read(), "The archive's list of entries is damaged.");
  for (const { name } of list) {
    const problem = nameProblem(name);
    if (problem !== null) throw refusal(`The archive holds "${shown(name)}": ${problem}.`);
    const bare = name.replace(/\/$/, '');
    if (seen.has(bare)) throw refusal(`The archive holds "${shown(name)}" twice.`);
    seen.add(bare);
  }
  return list;
}

function checkEntry(name: string, entry: Entry, limits: ArchiveLimits): void {
  const what = `"${shown(name)}" in the archive`;
  if (isSpecial(entry)) throw refusal(`${what} is a link or a device; only files and folders are taken.`);
  if (entry.isEncrypted()) throw refusal(`${what} is locked with a password.`);
  if (!entry.canDecodeFileData()) {
    throw refusal(`${what} is packed by method ${entry.compressionMethod}; allowed are 0 (stored) and 8 (deflated).`);
  }
  if (entry.uncompressedSize > limits.entry)
    throw refusal(`${what} is larger than ${size(limits.entry)} when unpacked.`);
  if (entry.uncompressedSize > MB && entry.uncompressedSize > limits.ratio * entry.compressedSize) {
    throw refusal(`${what} unpacks to more than ${limits.ratio} times its size, like a bomb.`);
  }
  if (name.endsWith('/') && entry.uncompressedSize > 0) throw refusal(`${what} is a folder that holds bytes.`);
}

/** Made on a system with links and devices, and one of them. Two kinds of mode are ordinary: a file and a folder. */
function isSpecial(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return type !== 0 && type !== 0o100000 && type !== 0o040000;
}

/** The stream itself ends with an error as soon as an entry grows past the size that it claims. */
async function readEntry(zip: ZipFile, name: string, entry: Entry | undefined): Promise<Buffer> {
  if (!entry) throw refusal(`The archive does not hold "${shown(name)}".`);
  const inflate = async () => Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray());
  const bytes = await orDamaged(inflate(), `"${shown(name)}" in the archive is damaged.`);
  if (crc32(bytes) !== entry.crc32)
    throw refusal(`"${shown(name)}" in the archive is damaged: its checksum is another.`);
  return bytes;
}

async function orDamaged<Value>(work: Promise<Value>, message: string): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw refusal(message, cause);
  }
}

function refusal(message: string, cause?: unknown): AppError {
  return new AppError('invalid-input', 'bad-archive', message, { cause });
}

const shown = (name: string): string => name.slice(0, 120).replace(/\p{C}/gu, '�');
const size = (bytes: number): string =>
  bytes >= MB ? `${Math.round(bytes / MB)} MB` : `${Math.round(bytes / 1024)} kB`;
