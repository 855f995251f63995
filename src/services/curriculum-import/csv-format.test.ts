import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { escapeCell, unescapeCell } from '../../domain/curriculum/import/csv-cell.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { CSV_FORMAT } from './csv-format.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const course = { name: 'Numbers', subject: 'math', gradeLevel: '7th' } as const;
const read = (bytes: string | Uint8Array, options = {}) =>
  CSV_FORMAT.read({ kind: 'file', fileName: 'q.csv', bytes: Buffer.from(bytes) }, { checker, ...course, ...options });

async function questions(bytes: string | Uint8Array): Promise<string[]> {
  const { draft } = await read(bytes);
  const units = draft.courses.flatMap(({ units: all }) => all);
  return units.flatMap(({ problems }) => problems.flatMap(({ steps }) => steps.map(({ question }) => question)));
}

const PLAIN = 'unit,question,answer\r\nAdding,"How much, then, is ""3 + 4""?",7\r\n';
const ASKED = 'How much, then, is "3 + 4"?';

test('whatever a spreadsheet writes is read: separators, quotes, line ends, marks', async () => {
  assert.deepEqual(await questions(PLAIN), [ASKED]);
  assert.deepEqual(await questions(PLAIN.replaceAll('\r\n', '\n')), [ASKED]);
  assert.deepEqual(await questions(`\uFEFF${PLAIN}`), [ASKED]);
  assert.deepEqual(await questions('unit;question;answer\nAdding;How much is 1,5 + 1?;2.5\n'), [
    'How much is 1,5 + 1?',
  ]);
  assert.deepEqual(await questions('sep=;\nunit;question;answer\nAdding;Two?;2\n'), ['Two?']);
  assert.deepEqual(await questions('Unit\tQuestion\tANSWER\nAdding\tTwo?\t2\n'), ['Two?']);
  assert.deepEqual(await questions('unit,question,answer\nAdding,"One line\nand another",2\n'), [
    'One line\nand another',
  ]);
});

test('UTF-16 and Hebrew in Windows-1255 are read, and other code pages refused by name', async () => {
  const utf16 = Buffer.from(`\uFEFF${PLAIN}`, 'utf16le');
  assert.deepEqual(await questions(utf16), [ASKED]);
  assert.deepEqual(await questions(utf16.subarray(2)), [ASKED]);
  const [before, after] = ['unit,question,answer\nAdding,', ',7\n'].map((text) => Buffer.from(text));
  const hebrew = Buffer.concat(
    [before ?? '', Buffer.from([0xeb, 0xee, 0xe4, 0x20, 0xe6, 0xe4, 0x3f]), after ?? ''].map((part) =>
      Buffer.from(part),
    ),
  );
  assert.deepEqual(await questions(hebrew), ['כמה זה?']);
  const french = Buffer.from('unit,question,answer\nAdding,caf\u00e9 d\u00e9j\u00e0?,7\n', 'latin1');
  await assert.rejects(read(french), /allowed are UTF-8, UTF-16 and Windows-1255/);
  await assert.rejects(read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])), AppError);
});

test('several hints, choices, right and wrong answers stand in columns of their own', async () => {
  const { draft } = await read(
    'key,unit,question,answer,choice a,choice b,choice c,hint 1,hint 2,wrong 1,feedback 1\n' +
      'k1,Odd,Which is odd?,three,2,three,4,Halve them.,One cannot be halved.,a,Two can be halved.\n' +
      'k2,Odd,Which are even?,"A, c",2,3,4,,,,\n',
  );
  const [first, second] = draft.courses[0]?.units[0]?.problems.map(({ steps: [qa] }) => qa) ?? [];
  assert.deepEqual([first?.kind, first?.answer, first?.hints.length], ['choice', 'b', 2]);
  assert.deepEqual(first?.wrongAnswers, [{ answer: 'a', feedback: 'Two can be halved.' }]);
  assert.deepEqual([second?.kind, second?.answer], ['several choices', 'a,c']);
  assert.ok(first?.unsaid?.includes('explanation') && !first.unsaid.includes('hints'));
});

test('rows of one key are the steps of a problem', async () => {
  const { draft } = await read('key,step,unit,question,answer\nk,1,Adding,One?,1\nk,2,Adding,Two?,2\n');
  assert.deepEqual(
    draft.courses[0]?.units[0]?.problems.map(({ steps }) => steps.length),
    [2],
  );
  await assert.rejects(read('key,unit,question,answer\nk,Adding,One?,1\nk,Adding,Two?,2\n'), /line 3, column “key”/);
});

test('everything that is wrong is said at once, with line, column, value and what is allowed', async () => {
  await assert.rejects(read('unit,question,answer,level,kind\nAdding,,7,9,number\n,Two?,2,x,riddle\n'), (error) => {
    assert.ok(error instanceof AppError);
    for (const part of [
      'q.csv, line 2, column “question”: read ""; the question is empty',
      'q.csv, line 2, column “level”: read "9"; allowed is a whole number from 1 to 4',
      'q.csv, line 3, column “unit”',
      'q.csv, line 3, column “kind”: read "riddle"; allowed is number, expression',
    ])
      assert.ok(error.message.includes(part), `${part} is not in ${error.message}`);
    return true;
  });
  await assert.rejects(read('unit,question,hnit 1\nA,b,c\n'), /column 3: read "hnit 1".*\n.*“answer” is missing/);
  await assert.rejects(read('unit,question,answer\nAdding,"Two?,2\n'), /never closes/);
  await assert.rejects(
    read('unit,question,answer\nA,b,2,more\nA,,2\n', { subject: undefined }),
    /line 2, column 4: read "more"; the row has 4 cells and the table 3.*\n.*line 3, column “question”: read "".*\n.*does not say the subject/,
  );
  await assert.rejects(read('unit,question,answer\nA,b?,2\n', { subject: undefined }), /say --subject/);
});

test('no cell is a formula, and every cell comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `=${text}`),
        fc.string().map((text) => `'-${text}`),
      ),
      (text) => {
        const cell = escapeCell(text);
        assert.ok(!/^[=@\t\r]/.test(cell) && (!/^[+-]/.test(cell) || /^[+-]\d[\d.,]*$/.test(cell)), cell);
        assert.equal(unescapeCell(cell), text);
      },
    ),
  );
});

test('any table is read or refused by name', async () => {
  const cell = fc.constantFrom('', 'a', '7', '"', '"x"', '=1', '-3', 'for test', '\n', 'b,c', "'");
  const head = fc.constantFrom(
    'unit',
    'question',
    'answer',
    'choice a',
    'choice b',
    'hint 1',
    'wrong 1',
    'level',
    'key',
    'odd',
  );
  const table = fc.tuple(
    fc.array(head, { maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(table, async ([headings, rows]) => {
      try {
        await read([headings, ...rows].map((row) => row.join(',')).join('\n'));
      } catch (error) {
        assert.ok(error instanceof AppError, String(error));
      }
    }),
    { numRuns: 200 },
  );
});

test('what the editor would not take in a question that can be asked is left out of it, each with a note', async () => {
  const { draft, notes, notTaken } = await read(
    'unit,question,answer,also right 1,also right 2,wrong 1,feedback 1,wrong 2,feedback 2,hint 1,hint 1 question,hint 1 kind,hint 1 answer\n' +
      'Adding,What is 1 + 2?,3,zzz,3.0,3,Too few.,4,One too many.,Count.,How many first?,number,abc\n',
  );
  const [step] = draft.courses[0]?.units[0]?.problems[0]?.steps ?? [];
  assert.deepEqual(step?.acceptedAnswers, ['3.0']);
  assert.deepEqual(step?.wrongAnswers, [{ answer: '4', feedback: 'One too many.' }]);
  assert.deepEqual(step?.hints, [{ text: 'Count.' }]);
  assert.deepEqual(notTaken, []);
  const said = notes.map(({ note }) => note).join('\n');
  for (const value of ['“zzz”', '“3” is right by the key', '“abc”', '“number”']) assert.ok(said.includes(value), said);
});

test('choices that read the same are one, whichever of them is the key, and the report says so', async () => {
  const head = 'unit,question,kind,answer,choice a,choice b,choice c,wrong 1,feedback 1,wrong 2,feedback 2\n';
  const one = 'Length,How long is it?,choice,c,3 m,4 m,3  m,b,Too long.,a,Look again.\n';
  const { draft, notes } = await read(head + one);
  const [step] = draft.courses[0]?.units[0]?.problems[0]?.steps ?? [];
  assert.deepEqual(
    [step?.answer, step?.choices?.map(({ id, text }) => `${id} ${text}`), step?.wrongAnswers],
    ['a', ['a 3 m', 'b 4 m'], [{ answer: 'b', feedback: 'Too long.' }]],
  );
  assert.match(notes.map(({ note }) => note).join(), /“3 m” stands more than once among its choices, and is kept once/);
});
