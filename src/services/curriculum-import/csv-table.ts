import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { pauses } from '../../data/in-slices.ts';
import { unescapeCell } from '../../domain/curriculum/import/csv-cell.ts';
import { type CsvColumn, columnOf, SINGLE_COLUMNS } from '../../domain/curriculum/import/csv-columns.ts';
import { LIMITS } from '../../domain/curriculum/import/limits.ts';
import { piecesOf } from '../../domain/text-files/pieces-of.ts';
import { badFile, type FileIssue } from './import-format.ts';

export interface CsvRow {
  /** Of the file, from 1: where the row begins. */
  line: number;
  /** In the order of the columns, as they were meant; missing ones at the end are empty. */
  cells: string[];
}

export interface CsvTable {
  /** What each heading means; undefined for one that nobody here knows, whose cells are not read. */
  columns: (CsvColumn | undefined)[];
  headings: string[];
  rows: CsvRow[];
  /** Headings that are wrong, rows that hold more than the table has columns, a quotation mark that never closes: the rest is read. */
  issues: FileIssue[];
}

const SEPARATORS = [',', ';', '\t'];
const LONGEST_ROW = 2_000_000;
/** More than all columns that there are together. */
const MOST_COLUMNS = 1000;
/** Separators within quoted texts included; the reader of tables takes minutes for millions. */
const MOST_CELLS = 100_000;

/**
 * A table of questions: its separator is told from its headings. What is wrong with its build is among its issues, so that what is
 * wrong with its cells can be said too. Throws `invalid-input` where there is no table to judge.
 */
export async function readTable(file: string, text: string): Promise<CsvTable> {
  // Excel writes the separator on a line of its own.
  const [hint, named] = /^\uFEFF?sep=(.)\n/i.exec(text) ?? [];
  const body = hint ? text.slice(hint.length) : text;
  const separator = named ?? separatorOf(body);
  const skipped = hint ? 1 : 0;
  const wide = widestLine(body, separator);
  if (wide.cells > MOST_CELLS) {
    const problem = `the row has ${wide.cells} cells; a table may have ${MOST_COLUMNS} columns`;
    throw badFile([{ file, line: wide.line + skipped, problem }]);
  }
  const { records, issues: broken } = await parsed(file, body, separator);
  const [head, ...rest] = records;
  if (!head && broken.length > 0) throw badFile(broken);
  if (!head) throw badFile([{ file, problem: 'it is empty; the first row must hold the headings of the columns' }]);
  if (head.record.length > MOST_COLUMNS) {
    throw badFile([{ file, line: 1, problem: `it has ${head.record.length} columns; allowed are ${MOST_COLUMNS}` }]);
  }
  const { columns, issues: headings } = columnsOf(file, head.record);
  if (rest.length > LIMITS.questions) {
    throw badFile([{ file, problem: `it has ${rest.length} rows; allowed are ${LIMITS.questions}` }]);
  }
  const rows = rest.map(({ record, line }) => ({ line: line + skipped, cells: record }));
  const odd = rows.filter(({ cells }) => cells.length > columns.length && cells.slice(columns.length).some(Boolean));
  const wideRows = odd.map(({ line, cells }) => tooWide(file, line, cells, columns.length));
  const unclear = new Set(odd);
  const good = rows.filter((row) => !unclear.has(row));
  return { columns, headings: head.record, rows: good, issues: [...headings, ...broken, ...wideRows] };
}

const tooWide = (file: string, line: number, cells: readonly string[], columns: number): FileIssue => ({
  file,
  line,
  column: columns + 1,
  value: cells.slice(columns).join(' '),
  problem: `the row has ${cells.length} cells and the table ${columns} columns; put texts with the separator in them into quotes`,
});

interface Parsed {
  record: string[];
  line: number;
}

/** The rows, up to the first that cannot be read. */
async function parsed(
  file: string,
  text: string,
  delimiter: string,
): Promise<{ records: Parsed[]; issues: FileIssue[] }> {
  const records: Parsed[] = [];
  const keep = (cells: string[], end: number) => {
    const height = cells.join('').split('\n').length - 1;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ record: cells.map(unescapeCell), line: end - height });
  };
  // Its reader would read a whole text at once.
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      // Kept before they go through the stream: what waits in it is lost where a later row cannot be read.
      on_record: (cells: string[], { lines }) => {
        keep(cells, lines);
        return cells;
      },
    }),
  );
  const pause = pauses();
  try {
    for await (const _ of parser) await pause();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? { line: error.lines } : {};
    return { records, issues: [{ file, ...line, problem: problemOf(error) }] };
  }
  return { records, issues: [] };
}

function problemOf({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark (") opens a cell and never closes';
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'a quotation mark (") stands inside a cell; put the cell into quotes and write it twice ("")';
  if (code === 'CSV_MAX_RECORD_SIZE') return `a row is longer than ${LONGEST_ROW} characters`;
  return message.slice(0, 200);
}

/** The line with the most cells, as long as no quotation marks are looked at. */
function widestLine(text: string, separator: string): { line: number; cells: number } {
  const widest = { line: 1, cells: 1 };
  let line = 1;
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\n') {
      line += 1;
      cells = 1;
    } else if (letter === separator) {
      cells += 1;
      if (cells > widest.cells) Object.assign(widest, { line, cells });
    }
  }
  return widest;
}

/** The separator that the first line has most of, outside of quotes. */
function separatorOf(text: string): string {
  const first =
    text
      .slice(0, 20_000)
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? '';
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function columnsOf(file: string, headings: readonly string[]): Pick<CsvTable, 'columns' | 'issues'> {
  const issues: FileIssue[] = [];
  const columns = headings.map((heading, index): CsvColumn | undefined => {
    const column = columnOf(heading);
    const said = { file, line: 1, column: index + 1, value: heading };
    if (!column) {
      const allowed = `${SINGLE_COLUMNS.join(', ')}; choice a …, hint 1 …, also right 1 …, wrong 1 …, feedback 1 …, alias 1 …`;
      issues.push({ ...said, problem: `this is no heading of a column; allowed is ${allowed}` });
    }
    return column;
  });
  const names = columns.map((column) => JSON.stringify(column));
  for (const [index, name] of names.entries()) {
    if (columns[index] && names.indexOf(name) !== index)
      issues.push({
        file,
        line: 1,
        column: index + 1,
        value: headings[index] ?? '',
        problem: 'this column stands there twice',
      });
  }
  for (const needed of ['unit', 'question', 'answer'] as const) {
    if (!columns.some((column) => column && 'single' in column && column.single === needed))
      issues.push({ file, line: 1, problem: `the column “${needed}” is missing` });
  }
  return { columns, issues };
}
