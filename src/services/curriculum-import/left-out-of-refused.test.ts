import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { faultsHere } from '../../domain/curriculum/import/faults-here.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { CSV_FORMAT } from './csv-format.ts';
import { GIFT_FORMAT } from './gift/gift-format.ts';
import type { ImportFormat, KnownHere } from './import-format.ts';
import { JSON_FORMAT } from './json-format.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

/** A school whose course “Numbers” has a unit that was archived. */
const HERE: KnownHere = {
  subjects: ['math'],
  faultsOf: async (courses) => {
    const units = [{ name: 'Gone', archived: true, prerequisites: [] }];
    return faultsHere(courses, {
      courses: [],
      extended: new Map([['math, 7th, Numbers', { prerequisites: [], units }]]),
    });
  },
};

async function read(format: ImportFormat, text: string) {
  const course = { name: 'Numbers', subject: 'math', gradeLevel: '7th' } as const;
  return format.read({ kind: 'file', fileName: 'q', bytes: Buffer.from(text) }, { checker, here: HERE, ...course });
}

async function refused(format: ImportFormat, text: string): Promise<string[]> {
  const error = await read(format, text).then(
    () => assert.fail('it was read'),
    (one: unknown) => one,
  );
  assert.ok(error instanceof AppError && error.code === 'bad-file', String(error));
  return error.message.split('\n').slice(1);
}

const HEADINGS =
  'unit,level,kind,question,answer,also right 1,also right 2,wrong 1,feedback 1,wrong 3,feedback 3,hint 2,hint 2 question,hint 2 answer,hint 2 kind';
const MISTAKEN = 'A,2,number,How much is 1 + 1?,2,,two apples,,,2.0,No.,Count.,And 1 + 0?,one {,number';

test('a table that is refused says by row and column what would be left out of its good questions, and which stand there twice', async () => {
  const said = await refused(
    CSV_FORMAT,
    [
      HEADINGS,
      MISTAKEN,
      'A,2,number,How much is 1 + 1?,2',
      'B,2,number,How much is 1 + 1?,3',
      'B,9,number,How much is 1 + 1?,2',
    ].join('\n'),
  );
  assert.deepEqual(said, [
    'q, line 2, column “also right 2”: read "two apples"; it cannot be read; allowed is an answer of the kind “number”',
    'q, line 2, column “wrong 3”: read "2.0"; it is right by the key; allowed is an answer that is not',
    'q, line 2, column “hint 2 answer”: read "one {"; it cannot be read; allowed is an answer of the kind “number”. It stays as a plain hint, without “And 1 + 0?”',
    'q, line 5, column “level”: read "9"; allowed is a whole number from 1 to 4',
    'q, line 5, column “question”: read "How much is 1 + 1?"; the same question stands there more than once',
  ]);
});

test('a table that is taken names the very columns of what is left out, though cells before them are blank', async () => {
  const { notes, notTaken } = await read(CSV_FORMAT, [HEADINGS, MISTAKEN].join('\n'));
  assert.deepEqual(notTaken, []);
  const said = notes.map(({ note }) => /^.*?: “.*?”/.exec(note)?.[0]).filter((one) => one !== undefined);
  assert.deepEqual(said, ['also right 2: “two apples”', 'wrong 3: “2.0”', 'hint 2 answer: “one {”']);
});

const step = (more: object) => ({ use: 'for study', level: 1, kind: 'number', question: 'Q?', answer: '1', ...more });

test('a document that is refused says by field what would be left out of its good questions, and which stand there twice', async () => {
  const mistaken = step({
    acceptedAnswers: ['1.0', 'one {'],
    wrongAnswers: [
      { answer: '2', feedback: 'No.' },
      { answer: '1', feedback: 'No.' },
    ],
    hints: [{ text: 'Think.', scaffold: { question: 'So?', kind: 'number', answer: 'so {' } }],
  });
  const problems = [
    { key: 'a', steps: [mistaken] },
    { key: 'a', steps: [step({ question: 'Another?' })] },
    {
      steps: [
        step({
          question: 'Which?',
          level: 9,
          wrongAnswers: [
            { answer: '1', feedback: '' },
            { answer: '1', feedback: 'No.' },
          ],
        }),
      ],
    },
    { figures: [{ alt: '', data: 'AAAA' }], steps: [step({ question: 'What?' })] },
  ];
  const courses = [{ name: 'Numbers', subject: 'math', gradeLevel: '7th', units: [{ name: 'A', problems }] }];
  const said = await refused(JSON_FORMAT, JSON.stringify({ format: 'allamda-curriculum', version: 1, courses }));
  const at = (rest: string) => `q, courses[0].units[0].problems${rest}`;
  assert.deepEqual(
    said.map((line) => line.replace(/; .*/, '')),
    [
      at('[0].steps[0].acceptedAnswers[1]: read "one {"'),
      at('[0].steps[0].wrongAnswers[1].answer: read "1"'),
      at('[0].steps[0].hints[0].scaffold.answer: read "so {"'),
      at('[1]: read "a"'),
      at('[2].steps[0].level: read "9"'),
      at('[2].steps[0].wrongAnswers[0].feedback: read ""'),
      at('[2].steps[0].wrongAnswers[1].answer: read "1"'),
      at('[3].figures: a figure is no GIF, PNG, JPEG or WebP image'),
    ],
  );
  assert.match(said[3] ?? '', /the same question stands there more than once/);
});

test('a file of GIFT that is refused names questions that stand there twice and units that are archived here', async () => {
  const said = await refused(
    GIFT_FORMAT,
    [
      '::One:: How much is 3 + 4? {#7}',
      '::One:: How much is 3 + 4? {#7}',
      '::One:: How much is 3 + 4? {#7:0.5}',
      '$CATEGORY: Gone',
      '::Three:: And 1 + 1? {#2}',
      '::Open:: And 2 + 2? {=4',
    ].join('\n\n'),
  );
  assert.deepEqual(
    said.map((line) => line.replace(/^q, |; allowed.*/g, '')),
    [
      'line 3: read "One"; the same question stands there more than once',
      'line 9: read "Gone"; the unit is archived here, and stays so',
      'line 11, column 24: the answers have no closing brace }, or a blank line stands inside them',
    ],
  );
});
