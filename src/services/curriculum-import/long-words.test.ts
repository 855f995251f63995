import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { zipOf } from '../../../test/support/make-zip.ts';
import { PNG } from '../../../test/support/oatutor-folder.ts';
import { item1, v1 } from '../../../test/support/qti-files.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { GIFT_FORMAT } from './gift/gift-format.ts';
import type { ImportFormat } from './import-format.ts';
import { QTI } from './qti-format.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

/** The problems that were read, and what is told of each item. */
async function read(format: ImportFormat, fileName: string, bytes: Uint8Array) {
  const options = { checker, name: 'Long words', subject: 'math', gradeLevel: '7th' as const, licence: 'CC0' };
  const { draft, notes, notTaken } = await format.read({ kind: 'file', fileName, bytes }, options);
  const units = draft.courses.flatMap((course) => course.units);
  const told = [
    ...notes.map(({ id, note }) => `${id}: ${note}`),
    ...notTaken.map(({ id, reason }) => `${id}: ${reason}`),
  ];
  return { units, problems: units.flatMap(({ problems }) => problems), told };
}

const package_ = (item: string) =>
  zipOf({
    'quiz.xml': v1(`<assessment ident="a" title="Shapes"><section ident="s">${item}</section></assessment>`),
    'dot.png': PNG,
  });

test('a description of a picture that is too long in QTI is taken as far as it may go, and the report says what is gone', async () => {
  const alt = `A square ${'w'.repeat(500)} the end of it`;
  const { problems, told } = await read(
    QTI,
    'shapes.zip',
    package_(item1({ title: 'Squares', text: `<img src="dot.png" alt="${alt}"/> How many corners?` })),
  );
  assert.equal(problems[0]?.figures?.[0]?.alt, alt.slice(0, 480));
  assert.equal(told.length, 1);
  const gone = alt.slice(480);
  assert.match(
    told.join('\n'),
    /^quiz\.xml: the description of its picture dot\.png has 523 characters; allowed are 480\./,
  );
  assert.ok(told.join('\n').endsWith(`what was left out is “${gone}”`), told.join('\n'));
});

test('titles and names of quizzes that are too long in QTI are told as well', async () => {
  const title = `Squares ${'s'.repeat(500)}`;
  const group = `Shapes ${'g'.repeat(300)}`;
  const { units, problems, told } = await read(
    QTI,
    'shapes.zip',
    zipOf({
      'quiz.xml': v1(
        `<assessment ident="a" title="${group}"><section ident="s">${item1({ title })}</section></assessment>`,
      ),
    }),
  );
  assert.equal(problems[0]?.title, title.slice(0, 480));
  assert.ok((units[0]?.name.length ?? 999) <= 190);
  assert.ok(
    told.some((line) => /its title has 508 characters; allowed are 480/.test(line)),
    told.join('\n'),
  );
  assert.ok(
    told.some((line) => /its name has 307 characters; allowed are 190/.test(line)),
    told.join('\n'),
  );
});

test('what is too long in GIFT is cut with a word or left out with one', async () => {
  const [title, category, id, essay] = ['t', 'c', 'i', 'e'].map((letter) => letter.repeat(2500));
  const { units, problems, told } = await read(
    GIFT_FORMAT,
    'week.gift',
    Buffer.from(`$CATEGORY: ${category}

::${title}::How much is 6 and 7? {#13}

// [id:${id}]
How much is 6 and 8? {#14}

Describe it. {####${essay}}
`),
  );
  assert.equal(units[0]?.name, category?.slice(0, 190));
  assert.deepEqual(
    problems.map((problem) => problem.title),
    [title?.slice(0, 480)],
  );
  for (const line of [
    /^line 1: the name of its category has 2500 characters; allowed are 190/,
    /^line 3, t+: its title has 2500 characters; allowed are 480/,
    /^line \d: its key, “gift:i+…”, has 2505 characters; allowed are 190$/,
    /^line \d: its model answer has 2500 characters; allowed are 2000$/,
  ]) {
    assert.ok(
      told.some((one) => line.test(one)),
      `${line} in\n${told.map((one) => one.slice(0, 200)).join('\n')}`,
    );
  }
});
