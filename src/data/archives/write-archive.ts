import { crc32, deflateRawSync } from 'node:zlib';
import { pauses } from '../in-slices.ts';

/** The first day that an archive can say. */
const NO_DATE = 0x21;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;

export interface ArchivedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Packs files into a zip archive, and lets others have their turn between the files: the same files make the same bytes. For archives
 * that fit into memory, of fewer than 65,536 files.
 */
export async function writeArchive(files: Iterable<ArchivedFile>): Promise<Buffer> {
  const pause = pauses();
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let [offset, count] = [0, 0];
  for (const { name, bytes } of files) {
    await pause();
    count += 1;
    const title = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const facts = entryFacts(bytes, packed, title.length);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, title, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, central, title]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** What the entry and the directory both say of a file. */
function entryFacts(bytes: Uint8Array, packed: Uint8Array, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(NO_DATE, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}
