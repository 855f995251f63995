import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

export interface CsvColumn<Row> {
  title: string;
  cell: (row: Row) => string | number | null;
}

/**
 * Sends a table as a CSV file: UTF-8 with the mark that spreadsheets look for, CRLF, and a ' before whatever a spreadsheet would
 * run as a formula.
 */
export function sendCsv<Row>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): FastifyReply {
  const table = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const csv = stringify(table, { bom: true, record_delimiter: 'windows', escape_formulas: true });
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}.csv"`)
    .send(csv);
}
