import { crc32, deflateRawSync } from 'node:zlib';
import { pauses } from '../in-slices.ts';
import { directoryLine, directoryOf, localHeader } from './zip-parts.ts';

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
  const lines: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    await pause();
    const packed = deflateRawSync(bytes);
    const facts = { crc: crc32(bytes), packed: packed.length, unpacked: bytes.length };
    const header = localHeader(name, facts);
    lines.push(directoryLine(name, facts, offset));
    parts.push(header, packed);
    offset += header.length + packed.length;
  }
  return Buffer.concat([...parts, directoryOf(lines, offset)]);
}
