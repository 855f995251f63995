import type { Entry } from 'yauzl';
import { AppError } from '../../domain/errors/app-error.ts';

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const END_OF_DIRECTORY = 22;
const IN_ZIP64 = 0xffffffff;

/**
 * Each entry has bytes of its own, before the directory, under the name that the directory gives it, and the directory lists all
 * that it holds. An archive that says otherwise means different things to different programs, or unpacks the same bytes many
 * times. Throws `AppError`.
 */
export function checkRanges(bytes: Buffer, list: readonly { entry: Entry }[], commentLength: number): void {
  const end = bytes.length - END_OF_DIRECTORY - commentLength;
  const length = list.reduce((sum, { entry }) => sum + directoryLength(entry), 0);
  const claimed = bytes.readUInt32LE(end + 12);
  if (claimed !== IN_ZIP64 && claimed !== length)
    throw damaged("The archive's list of entries is damaged: it hides some.");
  const offset = bytes.readUInt32LE(end + 16);
  const directory = offset === IN_ZIP64 ? end - length : offset;
  const ranges = list.map(({ entry }) => rangeOf(bytes, entry)).sort((a, b) => a.start - b.start);
  let free = 0;
  for (const { start, end: stop } of ranges) {
    if (start < free || stop > directory) throw damaged('Entries of the archive overlap.');
    free = stop;
  }
}

const directoryLength = (entry: Entry): number =>
  DIRECTORY_HEADER + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;

function rangeOf(bytes: Buffer, entry: Entry): { start: number; end: number } {
  const start = entry.relativeOffsetOfLocalHeader;
  if (start + LOCAL_HEADER > bytes.length || bytes.readUInt32LE(start) !== 0x04034b50) {
    throw damaged('The archive is damaged: an entry is not where its list says.');
  }
  const nameLength = bytes.readUInt16LE(start + 26);
  const name = bytes.subarray(start + LOCAL_HEADER, start + LOCAL_HEADER + nameLength);
  if (!name.equals(entry.fileNameRaw)) throw damaged('The archive is damaged: an entry has two names.');
  return { start, end: start + LOCAL_HEADER + nameLength + bytes.readUInt16LE(start + 28) + entry.compressedSize };
}

const damaged = (message: string): AppError => new AppError('invalid-input', 'bad-archive', message);
