import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { QaDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import {
  completeQa,
  type StoredCourse,
  type StoredProblem,
  type StoredStep,
} from '../../src/domain/curriculum/import/stored-course.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { writeCsv } from '../../src/services/curriculum-export/csv-writer.ts';
import { writeJson } from '../../src/services/curriculum-export/json-writer.ts';
import { findFormat } from '../../src/services/curriculum-import/formats.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/\p{Cc}/gu, '')),
  fc.constantFrom('=SUM(A1)', '+1', '-x', '@cmd', "'", "''=", '"', '""', ',', ';', '\t', '\n', ' ', '\\', '$x$', '|'),
  fc.constantFrom('שלום', '؟', '🙂', '\u200f', '\ufeff', 'é', '１', '＝', '–'),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
/** A table cannot tell a cell of spaces from an empty one. */
const cell = text.map((words) => (words.trim() === '' ? '' : words));
const words = cell.filter((one) => one !== '');
const lists = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { maxLength: 3 });
const hint = fc.record(
  { text: words, scaffold: fc.record({ question: words, kind: fc.constant('text' as const), answer: words }) },
  { requiredKeys: ['text'] },
);

const written = fc.record({
  use: fc.constantFrom('for study' as const, 'for test' as const),
  level: fc.constantFrom(1, 2, 3, 4),
  kind: fc.constant('choice' as const),
  question: words.map((one) => one.trim()).filter((one) => one !== ''),
  answer: fc.constantFrom('a', 'b'),
  choices: fc.tuple(words, words).map((both) => both.map((one, at) => ({ id: at === 0 ? 'a' : 'b', text: one }))),
  aliases: lists(words),
  hints: lists(hint),
  workedExample: cell,
  explanation: cell,
  feedbacks: lists(words),
});

/** What is said about a wrong answer is said about one that is not the key: another would be left out. */
const step: fc.Arbitrary<QaDraft> = written.map(({ feedbacks, ...qa }) => ({
  ...qa,
  wrongAnswers: feedbacks.map((feedback) => ({ answer: qa.answer === 'a' ? 'b' : 'a', feedback })),
}));

const problem = fc.record({
  title: cell,
  stem: cell,
  source: cell,
  licence: cell,
  steps: fc.array(step, { minLength: 1, maxLength: 3 }),
});

const stored = (
  problems: (Omit<StoredProblem, 'id' | 'key' | 'archived' | 'position' | 'figures' | 'steps'> & {
    steps: QaDraft[];
  })[],
): StoredCourse => ({
  id: 1,
  archived: false,
  name: 'Numbers',
  subject: 'math',
  gradeLevel: '7th',
  type: 'optional',
  level: 3,
  description: '',
  source: '',
  prerequisites: [],
  tests: [],
  drafts: [],
  units: [
    {
      name: 'Adding',
      archived: false,
      type: 'chapter',
      weight: 0.5,
      estimatedDurationMinutes: 30,
      description: '',
      prerequisites: [],
      problems: problems.map(
        (one, at): StoredProblem => ({
          ...one,
          id: at,
          key: `key ${at}`,
          archived: false,
          position: at,
          figures: [],
          steps: one.steps.map(
            (qa, stepIndex): StoredStep => ({
              ...completeQa(qa),
              qaId: stepIndex,
              revision: 1,
              stepIndex,
              archived: false,
            }),
          ),
        }),
      ),
    },
  ],
});

const cellsOf = (file: string): string[] => {
  const rows: string[][] = parse(file, { bom: true });
  return rows.flat();
};
const isFormula = (written: string): boolean => /^[=@+\-\t\r＝]/.test(written) && !/^[+-]?\d[\d.,]*$/.test(written);

for (const [format, write] of [
  ['json', writeJson],
  ['csv', writeCsv],
] as const)
  test(`whatever is written comes back from ${format} letter by letter, and no cell of it is a formula`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(problem, { minLength: 1, maxLength: 3 }), async (problems) => {
        const course = stored(problems);
        let file = '';
        const courses = (async function* () {
          yield course;
        })();
        for await (const part of write({ courses, figures: async () => new Map() })) file += part;
        const source = { kind: 'file', fileName: `a.${format}`, bytes: Buffer.from(file) } as const;
        const read = await findFormat(format)?.read(source, { checker });
        assert.deepEqual(read?.notTaken, []);
        const back = read?.draft.courses[0]?.units[0]?.problems ?? [];
        assert.deepEqual(
          back.map((one) => [
            one.sourceKey,
            one.title ?? '',
            one.stem ?? '',
            one.source,
            one.licence,
            one.steps.map(completeQa),
          ]),
          problems.map((one, at) => [
            `key ${at}`,
            one.title,
            one.stem,
            one.source,
            one.licence,
            one.steps.map(completeQa),
          ]),
        );
        if (format === 'csv') assert.deepEqual(cellsOf(file).filter(isFormula), []);
      }),
      { numRuns: 150 },
    );
  });
