import { parse } from 'csv-parse/sync';
import type { RosterProblem } from '../../domain/roster/problem.ts';
import type { RefusedText } from '../../domain/text-files/decode-text.ts';

/** How far the end of the cell is looked for. */
const LONGEST_SHOWN = 100;

/**
 * Where in a table the first byte stands that cannot be read, as a spreadsheet counts rows and names columns, and the cell as it
 * reads in the letters of Western Europe, which it is the most likely to be in. What is no text at all is wrong as a file.
 */
export function wrongLetters(
  file: string,
  bytes: Uint8Array,
  { refused, at }: RefusedText,
  delimiterOf: (text: string) => { text: string; delimiter: string },
): RosterProblem {
  if (at === null) return { file, row: 1, column: null, value: null, allowed: refused };
  const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const allowed = `byte ${at + 1} of the file (${byte}) is no letter: ${refused}`;
  const before = western(bytes.subarray(0, at));
  const { delimiter, text } = delimiterOf(before);
  const rows = rowsOf(text, delimiter);
  const cells = rows.at(-1) ?? [];
  const header = rows.length > 1 ? rows[0] : undefined;
  const rest = western(bytes.subarray(at, at + LONGEST_SHOWN));
  const [end = ''] = rest.split(/[\r\n]/, 1)[0]?.split(delimiter) ?? [];
  const value = `${(cells.at(-1) ?? '').slice(0, -1)}${end}`.replace(/[\p{Cc}"]/gu, '').trim();
  const column = header?.[cells.length - 1]?.trim() || null;
  return { file, row: Math.max(1, rows.length), column, value: value === '' ? null : value, allowed };
}

/**
 * A refused table in the letters of Western Europe, so that what else is wrong in it can be said; undefined where its titles are in
 * other letters, or it is no text.
 */
export function asWestern(bytes: Uint8Array, { at }: RefusedText): string | undefined {
  if (at === null || bytes.includes(0)) return undefined;
  const text = western(bytes);
  return /^[ -~\t]+$/.test(/^[^\r\n]*/.exec(text)?.[0] ?? '') ? text : undefined;
}

const western = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);

/** The rows of a beginning; its last cell ends with a sign of ours. */
function rowsOf(beginning: string, delimiter: string): string[][] {
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true };
  for (const end of ['x', 'x"']) {
    try {
      return parse(beginning + end, options);
    } catch {
      // It breaks off within a cell that is quoted.
    }
  }
  return [];
}
