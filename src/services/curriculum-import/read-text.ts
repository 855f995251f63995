import { type DecodedText, decodeText, type RefusedText } from '../../domain/text-files/decode-text.ts';
import { badFile, type FileIssue } from './import-format.ts';

/** The text of a file with plain line ends, and how it was read. Throws `invalid-input` where its bytes are no text. */
export function readText(file: string, bytes: Uint8Array): DecodedText {
  const read = decodeText(bytes);
  if ('refused' in read) throw badFile([wrongLetter(file, bytes, read)]);
  return { ...read, text: read.text.replace(/\r\n?/g, '\n') };
}

/** Where the first byte stands that is no letter, and the cell or the words around it in the letters of Western Europe. */
function wrongLetter(file: string, bytes: Uint8Array, { refused, at }: RefusedText): FileIssue {
  if (at === null) return { file, problem: refused };
  const western = (from: number, to: number) => new TextDecoder('windows-1252').decode(bytes.subarray(from, to));
  const before = western(0, at);
  const start = /[^,;\t\r\n"]*$/.exec(before.slice(-AROUND))?.[0] ?? '';
  const rest = /^[^,;\t\r\n"]*/.exec(western(at, at + AROUND))?.[0] ?? '';
  const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return {
    file,
    line: before.split(/\r\n|\r|\n/).length,
    value: `${start}${rest}`.replace(/\p{Cc}/gu, '').trim(),
    problem: `byte ${at + 1} of the file (${byte}) is no letter: ${refused}`,
  };
}

const AROUND = 80;
