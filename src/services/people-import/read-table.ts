import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { pauses } from '../../data/in-slices.ts';
import type { RosterProblems } from '../../domain/roster/problem.ts';
import type { Table } from '../../domain/roster/table.ts';
import { decodeText } from '../../domain/text-files/decode-text.ts';
import { piecesOf } from '../../domain/text-files/pieces-of.ts';
import { asWestern, wrongLetters } from './wrong-letters.ts';

/** A file as it came, by the name that it has in its folder or archive. */
export interface RosterFile {
  name: string;
  bytes: Uint8Array;
}

export const MOST_ROWS = 200_000;
const MOST_COLUMNS = 200;
const LONGEST_RECORD = 200_000;
const DELIMITERS = [',', ';', '\t'];
const TOO_MANY_ROWS = `allowed are ${MOST_ROWS} rows in a file.`;
const ROW_TOO_LONG = 'the row is too long; perhaps a quotation mark is not closed.';

/**
 * Reads a CSV file, whichever way it is written; undefined, and a problem, where it cannot be. Where it breaks off, what stands
 * before is read all the same, so that what is wrong there is said too. Gives up the thread now and then.
 */
export async function readTable(
  { name, bytes }: RosterFile,
  problems: RosterProblems,
  note: (what: string) => void,
): Promise<Table | undefined> {
  const read = decodeText(bytes);
  if ('refused' in read) {
    problems.add(wrongLetters(name, bytes, read, delimiterOf));
    const western = asWestern(bytes, read);
    return western === undefined ? undefined : readText(name, western, problems);
  }
  if (read.encoding === 'Windows-1255') note(`${name} was read as Windows-1255: look whether the names are right.`);
  return readText(name, read.text, problems);
}

async function readText(name: string, whole: string, problems: RosterProblems): Promise<Table | undefined> {
  const tooLong = lineTooLong(whole);
  if (tooLong) {
    problems.add({ file: name, row: tooLong.row, column: null, value: null, allowed: tooLong.allowed });
    return undefined;
  }
  const { text, delimiter } = delimiterOf(whole);
  const parsing = await parsed(name, text, delimiter, problems);
  if (!parsing) return undefined;
  const [header = [], ...rest] = parsing.records;
  if (header.every((cell) => cell.trim() === '')) {
    problems.add({
      file: name,
      row: 1,
      column: null,
      value: null,
      allowed: 'the first row is empty; it has to name the columns.',
    });
    return undefined;
  }
  const rows = rest
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const { row, cells } of rows) {
    const extra = cells.slice(header.length).find((cell) => cell.trim() !== '');
    if (extra === undefined) continue;
    const allowed = `the row has more cells than there are columns (${header.length}); text with "${delimiter}" in it stands in quotation marks.`;
    problems.add({ file: name, row, column: null, value: extra, allowed });
  }
  return { file: name, header, rows, ...(parsing.partial && { partial: true }) };
}

/** Cells may run over lines, so that there are more of these than of rows. */
const MOST_LINES = 5 * MOST_ROWS;

/** What is far too long is refused before anything takes it apart. */
function lineTooLong(text: string): { row: number; allowed: string } | null {
  const nextFeed = finder(text, '\n');
  const nextReturn = finder(text, '\r');
  let row = 0;
  for (let start = 0; start < text.length; ) {
    row += 1;
    if (row > MOST_LINES) return { row, allowed: TOO_MANY_ROWS };
    const end = Math.min(nextFeed(start), nextReturn(start));
    if (end - start > LONGEST_RECORD) return { row, allowed: ROW_TOO_LONG };
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return null;
}

/** Where a sign stands next, from places that only grow; the end of the text where it does not. Looks at each place once. */
function finder(text: string, sign: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) at = text.indexOf(sign, from);
    if (at < 0) at = text.length;
    return at;
  };
}

/** "sep=;" in the first line says it; else it is what the first line has most of. */
function delimiterOf(text: string): { text: string; delimiter: string } {
  const plain = text.replace(/^\ufeff/, '');
  const said = /^"?sep=([,;\t])"?\r?\n/i.exec(plain);
  if (said?.[1] !== undefined) return { text: plain.slice(said[0].length), delimiter: said[1] };
  const first = (/^[^\r\n]*/.exec(plain)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
  return { text: plain, delimiter };
}

async function parsed(
  file: string,
  text: string,
  delimiter: string,
  problems: RosterProblems,
): Promise<{ records: string[][]; partial: boolean } | undefined> {
  const refuse = (row: number, allowed: string) => {
    problems.add({ file, row, column: null, value: null, allowed });
    return undefined;
  };
  const records: string[][] = [];
  // Its reader would read a whole text at once.
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Hebrew writes quotation marks inside of words.
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
      to: MOST_ROWS + 2,
      // Kept before they go through the stream: what waits in it is lost where a later row cannot be read.
      on_record: (cells: string[]) => {
        records.push(cells);
        return cells;
      },
    }),
  );
  const pause = pauses();
  try {
    for await (const _ of parser) await pause();
    if (records.length > MOST_ROWS + 1) return refuse(MOST_ROWS + 2, TOO_MANY_ROWS);
    if ((records[0]?.length ?? 0) > MOST_COLUMNS) return refuse(1, `allowed are ${MOST_COLUMNS} columns.`);
    return { records, partial: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = records.length + 1;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return refuse(row, ROW_TOO_LONG);
    refuse(row, 'a quotation mark is not closed here, or stands where none may.');
    return row === 1 ? undefined : { records, partial: true };
  }
}
