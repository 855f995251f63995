import { badFile } from './import-format.ts';

export interface DecodedText {
  text: string;
  /** As people know it. */
  encoding: 'UTF-8' | 'UTF-16' | 'Windows-1255';
}

/**
 * The text of a file that a spreadsheet or an editor wrote: UTF-8 or UTF-16, with their mark or without, or Windows-1255 where
 * its letters are Hebrew words. Line ends become plain ones. Throws `invalid-input` for anything else, naming what is read.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const decoded = marked(bytes) ?? unmarked(bytes);
  if (decoded === undefined || decoded.text.includes('\0')) {
    throw badFile([{ file, problem: 'it is no text in UTF-8, UTF-16 or Windows-1255 (Hebrew); save it as UTF-8' }]);
  }
  return { ...decoded, text: decoded.text.replace(/\r\n?/g, '\n') };
}

function marked(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode('utf-16le', 'UTF-16', bytes);
  if (first === 0xfe && second === 0xff) return decode('utf-16be', 'UTF-16', bytes);
  return undefined;
}

function unmarked(bytes: Uint8Array): DecodedText | undefined {
  const head = bytes.subarray(0, 400);
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  if (zeros.some((count) => count > head.length / 4)) {
    return decode((zeros[1] ?? 0) > (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be', 'UTF-16', bytes);
  }
  const utf8 = decode('utf-8', 'UTF-8', bytes);
  if (utf8) return utf8;
  const hebrew = decode('windows-1255', 'Windows-1255', bytes);
  return hebrew && looksHebrew(hebrew.text) ? hebrew : undefined;
}

function decode(label: string, encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Hebrew letters make words of their own; where they stand within Latin words the file is of another Windows code page. */
function looksHebrew(text: string): boolean {
  const words = text.match(/[א-ת]{2,}/g)?.length ?? 0;
  const mixed = text.match(/[a-zA-Z][א-ת]|[א-ת][a-zA-Z]/g)?.length ?? 0;
  return words > 0 && mixed * 5 <= words;
}
