/** The first day that an archive can say. */
const NO_DATE = 0x21;
const UTF8_NAMES = 0x800;
const SIZES_FOLLOW = 0x8;
const DEFLATED = 8;

/** What an archive says of a file. Sizes are in bytes. */
export interface EntryFacts {
  crc: number;
  packed: number;
  unpacked: number;
  /** Whether the sizes stand behind the file, because they were not known before it. */
  sizesFollow?: boolean;
}

/** What stands before a file. */
export function localHeader(name: string, facts: EntryFacts): Buffer {
  const title = Buffer.from(name);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), factBytes(facts, title.length), title]);
}

/** What stands behind a file whose sizes follow. */
export function sizesBehind({ crc, packed, unpacked }: EntryFacts): Buffer {
  const bytes = Buffer.from([0x50, 0x4b, 7, 8, ...new Uint8Array(12)]);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(unpacked, 12);
  return bytes;
}

/** The line of the directory for a file that begins at `offset`. */
export function directoryLine(name: string, facts: EntryFacts, offset: number): Buffer {
  const title = Buffer.from(name);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), factBytes(facts, title.length), rest, title]);
}

/** The directory, and what stands behind it. */
export function directoryOf(lines: readonly Buffer[], offset: number): Buffer {
  const listed = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lines.length, 8);
  end.writeUInt16LE(lines.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([listed, end]);
}

/** What the entry and the directory both say of a file. */
function factBytes({ crc, packed, unpacked, sizesFollow = false }: EntryFacts, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(sizesFollow ? UTF8_NAMES | SIZES_FOLLOW : UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(NO_DATE, 8);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packed, 14);
  facts.writeUInt32LE(unpacked, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}
