import { stringify } from 'csv-stringify/sync';
import type { FlowingFile } from '../../data/archives/pack-archive.ts';
import type { ExportedRow } from '../../data/erasure/person-record.repo.ts';
import type { ExportWords } from '../../domain/erasure/person-export-words.ts';
import type { RecordPart } from '../../domain/erasure/record-parts.ts';
import { guardedCell } from '../../domain/roster/formula-guard.ts';

export interface ExportContent {
  parts: readonly RecordPart[];
  /** The rows of a part, some at a time; read once for each form of it. */
  rowsOf(part: RecordPart): AsyncIterable<ExportedRow[]>;
  name: string;
  day: string;
  words: ExportWords;
  /** Told of rows as they go by for the first time, and of parts that are done. */
  onRows(count: number): Promise<void>;
  onPart(): Promise<void>;
}

/** The files of an export: what to read first, and each part as a page, as JSON and as CSV. */
export async function* exportFiles(content: ExportContent): AsyncGenerator<FlowingFile> {
  const { parts, rowsOf, name, day, words, onRows, onPart } = content;
  yield { name: 'README.txt', content: one(`${words.title(name)}\n${words.made(day)}\n\n${words.readme}\n`) };
  const counts = new Map<RecordPart, number>();
  for (const part of parts) {
    const counted = async function* () {
      for await (const rows of rowsOf(part)) {
        counts.set(part, (counts.get(part) ?? 0) + rows.length);
        await onRows(rows.length);
        yield rows;
      }
    };
    yield { name: `json/${part}.json`, content: jsonOf(counted()) };
    yield { name: `csv/${part}.csv`, content: csvOf(rowsOf(part)) };
    yield { name: `html/${part}.html`, content: pageOf(rowsOf(part), words.parts[part], words) };
    await onPart();
  }
  yield { name: 'index.html', content: one(indexOf(content, counts)) };
}

async function* one(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

async function* jsonOf(pieces: AsyncIterable<ExportedRow[]>): AsyncGenerator<Buffer> {
  let before = '[\n';
  for await (const rows of pieces) {
    yield Buffer.from(before + rows.map((row) => JSON.stringify(row)).join(',\n'));
    before = ',\n';
  }
  yield Buffer.from(before === ',\n' ? '\n]\n' : '[]\n');
}

async function* csvOf(pieces: AsyncIterable<ExportedRow[]>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const rows of pieces) {
    const head = isFirst ? [Object.keys(rows[0] ?? {})] : [];
    const cells = rows.map((row) => Object.values(row).map((value) => guardedCell(String(value ?? ''))));
    yield Buffer.from(stringify([...head, ...cells], { bom: isFirst, record_delimiter: 'windows' }));
    isFirst = false;
  }
}

async function* pageOf(
  pieces: AsyncIterable<ExportedRow[]>,
  title: string,
  words: ExportWords,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${headOf(title, words)}\n<h1>${escaped(title)}</h1>`);
  let isFirst = true;
  for await (const rows of pieces) {
    const head = Object.keys(rows[0] ?? {}).map((column) => `<th>${escaped(column.replaceAll('_', ' '))}</th>`);
    const body = rows.map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td dir="auto">${escaped(String(value ?? ''))}</td>`)
          .join('')}</tr>`,
    );
    yield Buffer.from(`${isFirst ? `<table><tr>${head.join('')}</tr>` : ''}\n${body.join('\n')}`);
    isFirst = false;
  }
  yield Buffer.from(isFirst ? `<p>${words.nothing}</p></html>` : '</table></html>');
}

function indexOf({ parts, name, day, words }: ExportContent, counts: ReadonlyMap<RecordPart, number>): string {
  const title = words.title(name);
  const lines = parts.map(
    (part) => `<li><a href="html/${part}.html">${words.parts[part]}</a> (${counts.get(part) ?? 0})</li>`,
  );
  return `${headOf(title, words)}
<h1>${escaped(title)}</h1><p>${words.made(day)}</p><p>${words.readme}</p><ul>${lines.join('\n')}</ul></html>`;
}

const STYLE =
  'body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:start;white-space:pre-wrap;vertical-align:top}';

const headOf = (title: string, { direction }: ExportWords): string =>
  `<!doctype html><html dir="${direction}"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
