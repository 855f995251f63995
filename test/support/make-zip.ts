import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a test wants it; what is not said is true. */
export interface ZipEntry {
  name: string;
  bytes?: Uint8Array | string;
  /** Packed bytes that stand in the archive, whatever `bytes` are. */
  packed?: Uint8Array;
  method?: number;
  /** Sizes and checksum that the directory claims. */
  claims?: { size?: number; packedSize?: number; crc?: number; offset?: number };
  /** The name in front of the bytes, where it is another. */
  localName?: string;
  flags?: number;
  /** File mode of Unix, with its type. */
  mode?: number;
}

const UTF8 = 0x800;

/** A zip archive, honest or not, written by hand. */
export function makeZip(entries: readonly ZipEntry[], end: { count?: number; comment?: string } = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const bytes = Buffer.from(entry.bytes ?? '');
    const method = entry.method ?? 8;
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes));
    const {
      size = bytes.length,
      packedSize = packed.length,
      crc = crc32(bytes),
      offset: at = offset,
    } = entry.claims ?? {};
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(entry.flags ?? UTF8, 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packedSize, 14);
    facts.writeUInt32LE(size, 18);
    const local = Buffer.concat([signature(0x04034b50), facts, lengths(entry.localName ?? entry.name), packed]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    attributes.writeUInt32LE(at, 10);
    const name = Buffer.from(entry.name);
    const nameLength = Buffer.alloc(4);
    nameLength.writeUInt16LE(name.length, 0);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 3]), facts, nameLength, attributes, name]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  const comment = Buffer.from(end.comment ?? '');
  tail.writeUInt16LE(end.count ?? entries.length, 4);
  tail.writeUInt16LE(end.count ?? entries.length, 6);
  tail.writeUInt32LE(list.length, 8);
  tail.writeUInt32LE(offset, 12);
  tail.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...files, list, signature(0x06054b50), tail, comment]);
}

/** An honest archive of texts by name. */
export const zipOf = (texts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  makeZip(Object.entries(texts).map(([name, bytes]) => ({ name, bytes })));

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function lengths(name: string): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(bytes.length, 0);
  return Buffer.concat([head, bytes]);
}
