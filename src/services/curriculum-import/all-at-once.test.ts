import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { faultsHere } from '../../domain/curriculum/import/faults-here.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { CSV_FORMAT } from './csv-format.ts';
import { GIFT_FORMAT } from './gift/gift-format.ts';
import type { ImportFormat, KnownHere, ReadOptions } from './import-format.ts';
import { JSON_FORMAT } from './json-format.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const NUMBERS = { name: 'Numbers', subject: 'math', gradeLevel: '7th' } as const;

/** A school in which “Old sums” is taught: its unit “Last” comes after “First”. */
const HERE: KnownHere = {
  subjects: ['math', 'history', 'art'],
  own: ['math', 'art'],
  faultsOf: async (courses) =>
    faultsHere(courses, {
      courses: [{ name: 'Old sums', subject: 'math', gradeLevel: '7th', before: [] }],
      extended: new Map([
        [
          'math, 7th, Old sums',
          {
            prerequisites: [],
            units: [
              { name: 'First', archived: false, prerequisites: [] },
              { name: 'Last', archived: false, prerequisites: ['First'] },
              { name: 'Gone', archived: true, prerequisites: [] },
            ],
          },
        ],
      ]),
    }),
};

async function refused(
  format: ImportFormat,
  bytes: string | Uint8Array,
  course: Pick<ReadOptions, 'name' | 'subject' | 'gradeLevel'> = NUMBERS,
): Promise<string[]> {
  const options = { checker, here: HERE, ...course };
  const error = await format.read({ kind: 'file', fileName: 'q', bytes: Buffer.from(bytes) }, options).then(
    () => assert.fail('it was read'),
    (one: unknown) => one,
  );
  assert.ok(error instanceof AppError && error.code === 'bad-file', String(error));
  return error.message.split('\n').slice(1);
}

/** Each fault of a cell of a table, by its column: what is written, and what is said of it. */
const CELLS: Record<string, [cell: string, said: RegExp]> = {
  subject: ['alchemy', /read "alchemy"; allowed is math, art$/],
  grade: ['99th', /read "99th"; allowed is 1st, 2nd/],
  course: ['C'.repeat(191), /it has 191 characters; allowed are 190/],
  'course type': ['free', /read "free"; allowed is /],
  'unit prerequisites': [
    'Nowhere',
    /read "Nowhere"; the unit "[^"]*" names "Nowhere" as a prerequisite, .*allowed is /,
  ],
  'unit minutes': ['soon', /read "soon"; allowed is a whole number from 1 to/],
  licence: ['L'.repeat(481), /it has 481 characters; allowed are 480/],
  title: ['T'.repeat(481), /it has 481 characters; allowed are 480/],
  step: ['next', /read "next"; allowed is a whole number from 1 to 60/],
  unit: ['', /read ""; the name of the unit is missing/],
  question: ['', /read ""; the question is empty/],
  answer: [
    'soon',
    /read "soon"; its own answer, “soon”, is not taken as right: it must be the id of one of the choices/,
  ],
  level: ['9', /read "9"; allowed is a whole number from 1 to 4/],
  use: ['for fun', /read "for fun"; allowed is for study, for test/],
  tolerance: ['much', /read "much"; allowed is a number from 0 to/],
  'unit type': ['shelf', /read "shelf"; allowed is /],
  'unit weight': ['7', /read "7"; allowed is a number from 0 to 1/],
  'course level': ['0', /read "0"; allowed is a whole number from 1 to 5/],
  'hint 1 kind': ['riddle', /read "riddle"; allowed is number, /],
  'feedback 1': ['', /read ""; the wrong answer “a” needs a feedback/],
};
const RIGHT: Record<string, string> = {
  course: 'Numbers',
  subject: 'Math',
  grade: '7th',
  'course type': 'optional',
  licence: 'CC0',
  title: 'Sums',
  step: '',
  'unit prerequisites': '',
  'unit minutes': '30',
  unit: 'Adding',
  question: 'How much is 3 + 4?',
  answer: 'b',
  kind: 'choice',
  'choice a': '6',
  'choice b': '7',
  level: '2',
  use: 'for study',
  tolerance: '0',
  'unit type': 'chapter',
  'unit weight': '0.5',
  'course level': '3',
  'hint 1': 'Count on.',
  'hint 1 question': 'What follows 6?',
  'hint 1 answer': '7',
  'hint 1 kind': 'number',
  'wrong 1': 'a',
  'feedback 1': 'You lost two.',
};

test('a key that is no answer of its kind is named, though a pupil who wrote its very letters would be taken as right', async () => {
  const keys = ['number,abc', 'number,{1', 'expression,2x +', 'expression,\\frac{', 'interval,[1', 'set,{1'];
  const right = ['number,1/2', 'expression,2x + 6', 'interval,x > 3', 'set,x = 1', 'text,{1'];
  const rows = ['number,', ...keys, ...right].map((cells) => `U,What is it?,${cells}`);
  const said = await refused(CSV_FORMAT, ['unit,question,kind,answer', ...rows].join('\n'));
  assert.equal(said.length, 1 + keys.length, said.join('\n'));
  for (const [index, cells] of keys.entries()) {
    const [kind = '', answer = ''] = cells.split(',');
    const line = said[index + 1] ?? '';
    assert.ok(line.includes(`line ${index + 3}, column “answer”: read ${JSON.stringify(answer)}`), line);
    assert.ok(line.endsWith(`it cannot be read as an answer of the kind “${kind}”`), line);
  }
});

test('whatever faults stand in whichever cells of a table, each is named by line and column, under a wrong heading too', async () => {
  const faults = fc.uniqueArray(fc.constantFrom(...Object.keys(CELLS)), { maxLength: 4 });
  const plan = fc.tuple(fc.array(faults, { minLength: 1, maxLength: 4 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(plan, async ([rows, oddHeading]) => {
      // An unreadable key alone keeps one question out, and no file.
      fc.pre(oddHeading || rows.flat().some((column) => column !== 'answer'));
      const headings = Object.keys(RIGHT);
      const lines = rows.map((planted) =>
        headings.map((name) => (planted.includes(name) ? (CELLS[name]?.[0] ?? '') : RIGHT[name])),
      );
      const head = oddHeading ? [...headings, 'hnit 2'] : headings;
      const said = await refused(CSV_FORMAT, [head, ...lines].map((cells) => cells.join(',')).join('\n'), {});
      if (oddHeading)
        assert.match(said.join('\n'), new RegExp(`line 1, column ${head.length}: read "hnit 2"; this is no heading`));
      for (const [index, planted] of rows.entries()) {
        for (const column of planted) {
          // What is asked or how close is near enough decides whether a key can be read.
          if (column === 'answer' && planted.some((one) => one === 'question' || one === 'tolerance')) continue;
          const found = said.find((line) => line.startsWith(`q, line ${index + 2}, column “${column}”:`));
          assert.match(found ?? '', CELLS[column]?.[1] ?? /./, `${column} of line ${index + 2} in ${said.join('\n')}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a heading that is none, a missing column, a key, a prerequisite and a quotation mark that never closes are said together', async () => {
  const said = await refused(
    CSV_FORMAT,
    [
      'unit;question;answer;levle;kind;unit prerequisites;level;choice a;choice b',
      'Adding;How much?;soon;2;choice;Counting;2;1;2',
      'Taking;"What?";7;2;riddle;;x',
      'Taking;"And then?;7;2;number;;1',
    ].join('\n'),
  );
  const all = said.join('\n');
  assert.match(all, /line 1, column 4: read "levle"; this is no heading of a column; allowed is key, course/);
  assert.match(all, /line 2, column “answer”: read "soon"; its own answer/);
  assert.match(all, /line 3, column “kind”: read "riddle"; allowed is number/);
  assert.match(all, /line 3, column “level”: read "x"; allowed is a whole number from 1 to 4/);
  assert.match(all, /never closes/);
  assert.match(
    all,
    /line 2, column “unit prerequisites”: read "Counting"; the unit "Adding" names "Counting" as a prerequisite, .*allowed is Adding, Taking/,
  );
  const missing = (await refused(CSV_FORMAT, 'question,answer,level\nOne?,1,9\nTwo?,2,x\n')).join('\n');
  assert.match(missing, /the column “unit” is missing/);
  assert.match(missing, /line 2, column “level”: read "9".*\n.*line 3, column “level”: read "x"/);
  assert.equal(missing.split('\n').length, 3, 'the column that is missing is not missed in every row');
});

test('what only the school’s own courses can tell of a table is said by row and column, with the cells that are wrong', async () => {
  const table = (level: string) =>
    [
      'course,subject,grade,course prerequisites,unit,unit prerequisites,question,answer,level,choice a,choice b',
      `Old sums,math,7th,New sums,First,Last,How much?,7,${level},,`,
      'Old sums,math,7th,,Last,First,What?,2,2,,',
      'Old sums,math,7th,,Gone,,And?,3,2,,',
      'Wars,history,7th,Nothing,Rome,,When?,a,2,44,45',
      'Sums,math,7th,,One,Two,Which?,1,2,,',
      'Sums,math,7th,,Two,One,Who?,c,2,1,2',
      `Sums,math,7th,,Three,,How?,a,9,${'x'.repeat(2001)},2`,
    ].join('\n');
  const wrong = [
    /^q, line 6, column “unit prerequisites”: read "Two"; the prerequisites of the unit "One" lead back to itself/m,
    /^q, line 7, column “unit prerequisites”: read "One"; the prerequisites of the unit "Two" lead back to itself/m,
    /^q, line 7, column “answer”: read "c"; its own answer, “c”, is not taken as right/m,
    /^q, line 5, column “subject”: read "history"; this is none of your subjects; allowed is math, art/m,
    /^q, line 5, column “course prerequisites”: read "Nothing"; no course of this name is here or in the file/m,
    /^q, line 4, column “unit”: read "Gone"; the unit is archived here, and stays so/m,
    /^q, line 2, column “unit prerequisites”: read "Last"; the prerequisites of the unit "First" lead back to itself/m,
    /^q, line 8, column “level”: read "9"; allowed is a whole number from 1 to 4/m,
    /^q, line 8: its choice a, “x{40}…”, has 2001 characters; allowed are 2000/m,
  ];
  const said = (await refused(CSV_FORMAT, table('5'), {})).join('\n');
  for (const line of [...wrong, /^q, line 2, column “level”: read "5"; allowed is/m]) assert.match(said, line);
  assert.match(
    said,
    /^q, line 2, column “course prerequisites”: read "New sums"; no course of this name is here or in the file; allowed is Wars, Sums$/m,
  );
  const several = await refused(CSV_FORMAT, table('5'), { name: 'All' });
  assert.match(several.join('\n'), /read "All"; this name is given for the 3 courses of the file; leave the name open/);
});

test('more units than a course may have are said with the cells that are wrong', async () => {
  const rows = Array.from({ length: 301 }, (_, index) => `Unit ${index},What?,${index},2`);
  const said = (await refused(CSV_FORMAT, ['unit,question,answer,level', ...rows, 'Unit 1,And?,1,x'].join('\n'))).join(
    '\n',
  );
  assert.match(said, /^q, line 2, column “course”: read "Numbers"; it has 301 units; allowed are 300$/m);
  assert.match(said, /^q, line 303, column “level”: read "x"; allowed is/m);
});

test('a small question without its hint and a feedback without its wrong answer are no silent loss', async () => {
  const said = (
    await refused(CSV_FORMAT, 'unit,question,answer,hint 1,hint 1 question,wrong 1,feedback 1\nA,B?,2,,What?,,No.\n')
  ).join('\n');
  assert.match(said, /line 2, column “hint 1”: read ""; a smaller question needs the hint/);
  assert.match(said, /line 2, column “wrong 1”: read ""; the feedback “No\.” needs a wrong answer/);
});

test('a letter in another encoding is named by its line, its cell and its byte', async () => {
  const table = Buffer.from('unit,question,answer\nAdding,One?,1\nAdding,caf\u00e9?,2\n', 'latin1');
  const [line = ''] = await refused(CSV_FORMAT, table);
  assert.match(
    line,
    /^q, line 3: read "café\?"; byte 46 of the file \(0xE9\) is no letter: .*allowed are UTF-8, UTF-16/,
  );
  const [json = ''] = await refused(JSON_FORMAT, Buffer.from('{\n "format": "caf\u00e9"}', 'latin1'));
  assert.match(json, /^q, line 2: read "café"; byte 18 /);
});

const step = (more: object) => ({ use: 'for study', level: 1, kind: 'number', question: 'Q?', answer: '1', ...more });

const CHOICE = { kind: 'choice', choices: ['a', 'b'].map((id) => ({ id, text: id })) };

test('a document of JSON says wrong fields, keys that cannot be met and unknown units at once', async () => {
  const document = (extra: object, courses: object) => ({
    ...extra,
    format: 'allamda-curriculum',
    version: 1,
    courses: [courses],
  });
  const problems = [
    { steps: [step({ ...CHOICE, level: 9, answer: 'soon' }), step({ kind: 'riddle' })] },
    { steps: [step({ ...CHOICE, answer: 'later' })], colour: 'red' },
    { steps: [step({ ...CHOICE, answer: 'never' })] },
  ];
  const units = [
    { name: 'One', prerequisites: ['Two'], problems },
    { name: 'One', problems: [] },
  ];
  const course = { name: 'Sums', subject: 'alchemy', gradeLevel: '7th', prerequisites: ['Nothing'], units };
  const expected = [
    /problems\[0\]\.steps\[0\]\.level: read "9"/,
    /problems\[0\]\.steps\[0\]\.answer: read "soon"; its own answer/,
    /problems\[0\]\.steps\[1\]\.kind: read "riddle"; expected one of/,
    /problems\[1\].*: Unrecognized key: "colour"/,
    /problems\[1\]\.steps\[0\]\.answer: read "later"; its own answer/,
    /problems\[2\]\.steps\[0\]\.answer: read "never"; its own answer/,
    /^q, courses\[0\]\.subject: read "alchemy"; allowed is math, art$/m,
    /^q, courses\[0\]\.prerequisites: read "Nothing"; no course of this name/m,
    /^q, courses\[0\]\.units\[1\]\.name: read "One"; the unit "One" stands there more than once/m,
    /^q, courses\[0\]\.units\[\d\]\.prerequisites: read "Two"; the unit "One" names "Two" as a prerequisite/m,
  ];
  const said = (await refused(JSON_FORMAT, JSON.stringify(document({}, course)), {})).join('\n');
  for (const line of expected) assert.match(said, line);
  const framed = document({ licence: 'mine' }, { ...course, gradeLevel: '99th' });
  const both = (await refused(JSON_FORMAT, JSON.stringify(framed), {})).join('\n');
  for (const line of [...expected, /gradeLevel: read "99th"/, /Unrecognized key: "licence"/]) assert.match(both, line);
});

test('a document that leads round by way of units that are here already says it with the rest', async () => {
  const units = [
    { name: 'Last', problems: [{ steps: [step({ level: 9 })] }] },
    { name: 'First', prerequisites: ['Last'] },
  ];
  const courses = [{ name: 'Old sums', subject: 'math', gradeLevel: '7th', units }];
  const said = await refused(JSON_FORMAT, JSON.stringify({ format: 'allamda-curriculum', version: 1, courses }), {});
  const round =
    /^q, courses\[0\]\.units\[1\]\.prerequisites: read "Last"; with the units that are there already, .*"First" lead/m;
  assert.match(said.join('\n'), round);
  assert.match(said.join('\n'), /steps\[0\]\.level: read "9"/);
});

test('questions of GIFT that are written wrong hide none that cannot be taken, and each is named', async () => {
  const said = await refused(
    GIFT_FORMAT,
    [
      '::First:: How much is 3 + 4? {#7}',
      '',
      '::Open:: How much is 1 + 1? {=2',
      '',
      '::Essay:: Tell. {}',
      '',
      '::Braces:: How ~much {=1}}',
      '',
      '::Again:: {=2}',
    ].join('\n'),
  );
  assert.deepEqual(
    said.map((line) => /line (\d+)/.exec(line)?.[1]),
    ['3', '5', '7', '9'],
  );
  assert.match(said[0] ?? '', /no closing brace/);
  assert.match(said[1] ?? '', /read "Essay"; it is an essay without a model answer/);
  assert.match(said[3] ?? '', /read "Again"; it asks nothing/);
});
