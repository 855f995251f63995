import { type DecodedText, decodeText } from '../../domain/text-files/decode-text.ts';
import { badFile } from './import-format.ts';

/** The text of a file with plain line ends, and how it was read. Throws `invalid-input` where its bytes are no text. */
export function readText(file: string, bytes: Uint8Array): DecodedText {
  const read = decodeText(bytes);
  if ('refused' in read) throw badFile([{ file, problem: read.refused }]);
  return { ...read, text: read.text.replace(/\r\n?/g, '\n') };
}
