import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { directoryLine, directoryOf, type EntryFacts, localHeader, sizesBehind } from './zip-parts.ts';

export interface FlowingFile {
  name: string;
  /** Read once, when its turn comes. */
  content: AsyncIterable<Uint8Array>;
}

/** More than this a plain zip archive cannot say of itself. */
const MOST_BYTES = 0xffffffff;

/**
 * Packs files into a zip archive while they are read: nothing of them stays in memory but their line in the directory. Of fewer than
 * 65,536 files; throws a `RangeError` beyond four gigabytes.
 */
export async function* packArchive(files: AsyncIterable<FlowingFile>): AsyncGenerator<Uint8Array> {
  const lines: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of files) {
    const facts: EntryFacts = { crc: 0, packed: 0, unpacked: 0, sizesFollow: true };
    const header = localHeader(name, facts);
    yield header;
    const begin = offset;
    offset += header.length;
    for await (const piece of deflated(content, facts)) {
      facts.packed += piece.length;
      yield piece;
    }
    if (Math.max(facts.unpacked, offset + facts.packed) > MOST_BYTES) throw new RangeError('The archive is too large.');
    yield sizesBehind(facts);
    offset += facts.packed + 16;
    lines.push(directoryLine(name, facts, begin));
  }
  yield directoryOf(lines, offset);
}

/** The packed pieces of a file; counts what it is made of. */
function deflated(content: AsyncIterable<Uint8Array>, facts: EntryFacts): AsyncIterable<Uint8Array> {
  async function* counted() {
    for await (const piece of content) {
      facts.crc = crc32(piece, facts.crc);
      facts.unpacked += piece.length;
      yield piece;
    }
  }
  // What goes wrong on the way in is thrown to whoever reads what comes out.
  return pipeline(Readable.from(counted()), createDeflateRaw(), () => {});
}
