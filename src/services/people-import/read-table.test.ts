import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { cellText, guardedCell } from '../../domain/roster/formula-guard.ts';
import { RosterProblems } from '../../domain/roster/problem.ts';
import { readTable } from './read-table.ts';

async function read(bytes: Uint8Array | string) {
  const problems = new RosterProblems();
  const notes: string[] = [];
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const table = await readTable({ name: 'pupils.csv', bytes: given }, problems, (what) => notes.push(what));
  return { table, problems: problems.list, notes };
}

const SHALOM = ['שם פרטי', 'נועה'];
/** The letters of Hebrew as Windows-1255 has them. */
const windows1255 = (text: string) =>
  Uint8Array.from(
    [...text].map((one) => (one >= 'א' && one <= 'ת' ? one.charCodeAt(0) - 0x5d0 + 0xe0 : one.charCodeAt(0))),
  );
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((one) => {
      const code = one.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

test('letters are read as the spreadsheet wrote them', async () => {
  const text = `id,${SHALOM[0]}\r\n1,${SHALOM[1]}\r\n`;
  const ways: Record<string, Uint8Array> = {
    'UTF-8': new TextEncoder().encode(text),
    'UTF-8 with its mark': new TextEncoder().encode(`\ufeff${text}`),
    'UTF-16 with its mark': utf16(`\ufeff${text}`, true),
    'UTF-16, the other way round': utf16(`\ufeff${text}`, false),
    'UTF-16 without a mark': utf16(text, true),
    'Windows-1255': windows1255(text),
  };
  for (const [way, bytes] of Object.entries(ways)) {
    const { table, problems, notes } = await read(bytes);
    assert.deepEqual(problems, [], way);
    assert.deepEqual(
      table,
      { file: 'pupils.csv', header: ['id', SHALOM[0]], rows: [{ row: 2, cells: ['1', SHALOM[1]] }] },
      way,
    );
    assert.equal(notes.length, way === 'Windows-1255' ? 1 : 0);
  }
});

test('what is no text is refused by what it is', async () => {
  const refused: [string, number[], RegExp][] = [
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 1, 2], /workbook of a spreadsheet program.*CSV UTF-8/],
    ['an archive', [0x50, 0x4b, 3, 4, 0], /archive/],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], /PDF/],
    ['letters whose titles are in another alphabet', [0xe9, 0x0a, 0xc4, 0xd6], /allowed are UTF-8, UTF-16/],
    ['zeros', [0, 0, 0, 0], /zero bytes, which no text has/],
  ];
  for (const [what, bytes, why] of refused) {
    const { table, problems } = await read(Uint8Array.from(bytes));
    assert.equal(table, undefined, what);
    assert.match(problems[0]?.allowed ?? '', why, what);
  }
});

test('letters of another country are a problem of their cell, and the rest is read for what else is wrong', async () => {
  const { table, problems } = await read(Buffer.from('id,name\n1,Levi\n2,M\xfcller\n', 'latin1'));
  assert.deepEqual(
    problems.map(({ row, column, value }) => ({ row, column, value })),
    [{ row: 3, column: 'name', value: 'Müller' }],
  );
  assert.match(problems[0]?.allowed ?? '', /^byte 19 of the file \(0xFC\) is no letter.*UTF-16 and Windows-1255/);
  assert.equal(table?.rows.length, 2);
});

test('commas, semicolons and tabs divide, and quotation marks inside of Hebrew words do not disturb', async () => {
  for (const delimiter of [',', ';', '\t']) {
    const { table } = await read(
      `id${delimiter}name\n1${delimiter}ביה"ס\n\n"2"${delimiter}"a ""b"" ${delimiter}\nc"\n`,
    );
    assert.deepEqual(table?.rows, [
      { row: 2, cells: ['1', 'ביה"ס'] },
      { row: 4, cells: ['2', `a "b" ${delimiter}\nc`] },
    ]);
  }
  assert.deepEqual((await read('sep=;\nid;a,b,c\n1;2\n')).table?.header, ['id', 'a,b,c']);
});

test('a row that does not fit says so', async () => {
  assert.match(
    (await read('id,name\n1,Levi, Dana\n')).problems[0]?.allowed ?? '',
    /more cells than there are columns \(2\)/,
  );
  assert.match((await read('id,name\n1,"Levi\n2,Katz\n')).problems[0]?.allowed ?? '', /quotation mark is not closed/);
  const thousands = 'id,name\n'.padEnd(9, '1') + ',Levi 𝑥\n2,Levi 𝑥𝑥'.repeat(9000);
  assert.doesNotMatch(JSON.stringify((await read(thousands)).table), /\ufffd/);
  assert.match((await read('\n\n')).problems[0]?.allowed ?? '', /first row is empty/);
});

test('whatever stands in a cell comes back from a file in which no spreadsheet runs it', async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=x", "''-1", '@a', '+972-50', '-', "'", '"', ';'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const tidy = rows.map((row) =>
          row.map((text) =>
            text
              .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\0]/g, '')
              .normalize('NFC')
              .trim(),
          ),
        );
        const guarded = tidy.map((row) => row.map(guardedCell));
        for (const text of guarded.flat()) assert.doesNotMatch(text, /^[=+\-@]/);
        const { table, problems } = await read(
          stringify([['a', 'b', 'c', 'd', 'e'], ...guarded], { record_delimiter: 'windows', quoted: true }),
        );
        assert.deepEqual(problems, []);
        const kept = tidy.filter((row) => row.some((text) => text !== ''));
        assert.deepEqual(
          table?.rows.map(({ cells }) => cells.map(cellText)),
          kept,
        );
      },
    ),
  );
});

test('bytes of any kind are read or refused, and never more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { table, problems } = await read(bytes);
      assert.ok(table !== undefined || problems.length > 0);
    }),
  );
});
