/** The encodings that spreadsheets save in. */
export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1255';

const WRONG =
  'its letters are in an encoding that is not read; allowed are UTF-8, UTF-16 and Windows-1255 (Hebrew). In a spreadsheet, save it as "CSV UTF-8".';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** Why bytes are not read, and which of them is the first that is wrong; null where it is not one of them. */
export interface RefusedText {
  refused: string;
  at: number | null;
}

/**
 * The text of bytes and how they were read, or why they cannot be: by the mark at the beginning, by the zeros of UTF-16, as UTF-8,
 * else as Windows-1255 where that gives Hebrew words. Nothing is guessed into other letters.
 */
export function decodeText(bytes: Uint8Array): DecodedText | RefusedText {
  const known = knownBinary(bytes);
  if (known !== undefined) return { refused: known, at: null };
  if (isUtf32(bytes)) return { refused: UTF32, at: null };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16');
  if (bytes.includes(0)) return withZeros(bytes);
  const utf8 = decoded(bytes, 'utf-8', 'UTF-8');
  if ('text' in utf8) return utf8;
  const hebrew = decoded(bytes, 'windows-1255', 'Windows-1255');
  return 'text' in hebrew && looksHebrew(hebrew.text) ? hebrew : utf8;
}

/**
 * Whether Hebrew letters make words of their own. Where many stand within Latin words the file is of a Western code page, and where
 * points stand without a letter before them, of a Cyrillic one.
 */
function looksHebrew(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const words = count(/[א-ת][א-ת\u05b0-\u05c2]+/g);
  const mixed = count(/[a-zA-Z][א-ת]|[א-ת][a-zA-Z]/g);
  const pointed = count(/(?<![א-ת\u05b0-\u05c2])[\u05b0-\u05c2]/g);
  return words > 0 && (mixed + pointed) * STRAY <= words;
}

/** How many words of Hebrew there are to one place that is none. */
const STRAY = 5;

/** Every other byte of what is written in ASCII is a zero in UTF-16, and few of the others are. */
const ZERO_SHARE = 0.2;
const ZEROS =
  'it holds zero bytes, which no text has; perhaps it is damaged, or no text file. Save it as "CSV UTF-8" again.';

function withZeros(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 1].map((odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (Math.max(even, odd) < ZERO_SHARE || Math.min(even, odd) >= ZERO_SHARE)
    return { refused: ZEROS, at: bytes.indexOf(0) };
  return decoded(bytes, odd > even ? 'utf-16le' : 'utf-16be', 'UTF-16');
}

function decoded(bytes: Uint8Array, label: string, encoding: TextEncoding): ReturnType<typeof decodeText> {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { refused: WRONG, at: null } : { text, encoding };
  } catch {
    return { refused: WRONG, at: firstWrong(bytes, label) };
  }
}

/** The first byte of the first letter that cannot be read; of the last one where the text breaks off within it. */
function firstWrong(bytes: Uint8Array, label: string): number {
  const isGood = (from: number, to: number, stream = true) => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(from, to), { stream });
      return true;
    } catch {
      return false;
    }
  };
  // What stands before `low` is good or a letter that is not whole yet, what stands before `high` is not; a letter begins at `from`.
  let [from, low, high] = [0, 0, bytes.length + 1];
  if (isGood(0, bytes.length)) low = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (!isGood(from, middle)) high = middle;
    else {
      low = middle;
      if (label === 'utf-8') from = letterAt(bytes, middle - 1);
    }
  }
  if (label !== 'utf-8') return Math.min(low, bytes.length - 1);
  const begun = letterAt(bytes, low - 1);
  return low > 0 && !isGood(begun, low, false) ? begun : Math.min(low, bytes.length - 1);
}

/** Where the letter of UTF-8 begins that a byte is of. */
function letterAt(bytes: Uint8Array, at: number): number {
  let from = Math.max(0, at);
  while (from > 0 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from -= 1;
  return from;
}

const UTF32 =
  'its letters are written in UTF-32, which is not read; allowed are UTF-8, UTF-16 and Windows-1255 (Hebrew). Save it as "CSV UTF-8".';

/** By its mark, which begins like that of UTF-16. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

const WORKBOOK =
  'it is a workbook of a spreadsheet program and not a text file; in the program, save it as "CSV UTF-8".';

/** What a file is that begins like something else than text. */
function knownBinary(bytes: Uint8Array): string | undefined {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return WORKBOOK;
  if (begins(0x50, 0x4b, 3, 4)) return 'it is an archive or a workbook inside an archive; allowed are text files.';
  return begins(0x25, 0x50, 0x44, 0x46) ? 'it is a PDF; allowed are text files.' : undefined;
}
