import { MarkupRefused } from './markup.ts';

const MARKS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/**
 * The text of an XML document: by its byte order mark, else by the encoding that it declares, else as UTF-8. Throws
 * `MarkupRefused` for an encoding that is not known or bytes that are none of it. One exception, for the many exporters that declare
 * Latin-1 and write UTF-8: bytes that are UTF-8 beyond ASCII are read as it, since no Latin-1 text looks like that by accident.
 */
export function decodeXml(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  const encoding = marked ?? declared?.toLowerCase() ?? 'utf-8';
  if (marked === undefined && encoding.startsWith('utf-16'))
    throw new MarkupRefused('says that it is UTF-16 and is not');
  if (/^(?:iso-8859-1|latin1|windows-1252|us-ascii)$/.test(encoding) && isUtf8(bytes))
    return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError)
      throw new MarkupRefused(`is written in "${encoding}", an encoding that is not known here`);
    throw new MarkupRefused(`says that it is ${encoding.toUpperCase()} and has bytes that are not`);
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
