// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fiveProblems, makeFolder } from '../../test/support/oatutor-folder.ts';
import { type OptionValues, UsageError } from './command.ts';
import { importCurriculum, progressTold } from './import-curriculum.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
const environment = { ...process.env };
before(() => {
  process.env.DB_FILE = join(folder, 'school.sqlite');
  delete process.env.DB_HOST;
  delete process.env.NODE_ENV;
});
after(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

async function run(values: OptionValues, ...positionals: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await importCurriculum.run(values, positionals, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => null,
  });
  return { code, out, err };
}

test('a folder is imported, and the report is for people or for programs', async (t) => {
  const root = makeFolder(t, { ...fiveProblems('a'), bad: { problem: { license: '' } } });
  const trial = await run({ format: 'oatutor', 'dry-run': true, json: true }, root);
  assert.equal(trial.code, 0);
  const report = JSON.parse(trial.out.join(''));
  assert.deepEqual([report.dryRun, report.taken.problems], [true, 5]);
  assert.deepEqual(report.notTaken, [{ id: 'bad', reason: 'it has no licence' }]);
  const first = await run({ format: 'oatutor' }, root);
  assert.equal(first.code, 0);
  assert.match(first.out.join('\n'), /Read: 1 course, 1 unit, 5 problems.*All of it is new/);
  const again = await run({ format: 'oatutor' }, root);
  assert.match(again.out.join('\n'), /All of it is there already/);
});

test('what fails says why, and the exit code is 1', async (t) => {
  const nowhere = await run({ format: 'oatutor' }, join(folder, 'nowhere'));
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err.join(), /nowhere is missing/);
  const root = makeFolder(t, fiveProblems('a', { courseName: 'Mystery' }));
  const unknown = await run({ format: 'oatutor', json: true }, root);
  assert.equal(unknown.code, 1);
  assert.match(JSON.parse(unknown.out.join('')).error.message, /say --subject and --grade/);
  const pupil = await run({ format: 'oatutor', subject: 'math', grade: '8th', enroll: ['nobody'] }, root);
  assert.deepEqual([pupil.code, pupil.err], [1, ['No pupil has the username "nobody".']]);
});

test('somebody whom nobody knows is named together with what is wrong with the file', async (t) => {
  const root = makeFolder(t, {});
  const file = join(root, 'sums.csv');
  writeFileSync(file, 'course,subject,grade,unit,question,answer,level\nSums,math,7th,One,How much?,2,9\n');
  const wrong = await run({ format: 'csv', enroll: ['nobody'] }, file);
  assert.match(wrong.err.join('\n'), /line 2, column “level”: read "9"[\s\S]*No pupil has the username "nobody"\./);
  const json = await run({ format: 'csv', enroll: ['nobody'], json: true }, file);
  assert.deepEqual(JSON.parse(json.out.join('')).error.unknownPupils, ['nobody']);
});

test('a wrong call names the option, what was read and what is allowed', async () => {
  const wrong: [OptionValues, string[], RegExp][] = [
    [{ format: 'oatutor' }, [], /which file or folder/],
    [{}, ['x'], /--format: read null; allowed is oatutor/],
    [{ format: 'xls' }, ['x'], /--format: read "xls"/],
    [{ format: 'oatutor', grade: '13th' }, ['x'], /--grade: read "13th"; allowed is 1st, /],
    [{ format: 'oatutor', subject: 'magic' }, ['x'], /--subject: read "magic"/],
    [{ format: 'oatutor', course: ' ' }, ['x'], /--course: a text is needed/],
    [{ format: 'xls', subject: 'magic', grade: '13th' }, ['x'], /--format.*\n--subject.*\n--grade: read "13th"/],
  ];
  for (const [values, positionals, message] of wrong) {
    await assert.rejects(
      run(values, ...positionals),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  }
});

test('a long import says once a second how far it is', () => {
  const told: string[] = [];
  let time = 0;
  const progress = progressTold(
    (line) => told.push(line),
    () => time,
  );
  for (const [at, read] of [
    [0, 1],
    [900, 40],
    [1000, 50],
    [1500, 60],
    [2100, 70],
  ] as const) {
    time = at;
    progress(read, 100);
  }
  time = 4000;
  progress(80);
  assert.deepEqual(told, ['50 of 100 questions read …', '70 of 100 questions read …', '80 questions read …']);
});
