import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { openSqlite } from '../../../test/support/databases.ts';
import { EXPECTED, type Expected, SAMPLES } from '../../../test/support/qti-shared-expected.ts';
import { sharedData } from '../../../test/support/shared-data.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { createCurriculumImport } from './create-curriculum-import.ts';
import { IMPORT_FORMATS } from './formats.ts';
import { importSource, openSource } from './import-source.ts';
import { QTI } from './qti-format.ts';

const { path: shared, skip } = sharedData('questions');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const read = async (place: string) =>
  QTI.read(await openSource(path.join(shared, place)), { checker, subject: 'math', gradeLevel: '9th' });

async function outcome(place: string): Promise<Expected> {
  try {
    const { draft, notTaken } = await read(place);
    const problems = draft.courses.flatMap((course) => course.units.flatMap((unit) => unit.problems));
    return [problems.length, problems.reduce((sum, problem) => sum + problem.steps.length, 0), counted(notTaken)];
  } catch (error) {
    assert.ok(error instanceof AppError && error.kind === 'invalid-input', String(error));
    const found = error.details?.notTaken;
    assert.ok(Array.isArray(found), error.message);
    return [0, 0, counted(found)];
  }
}

/** How often each reason was given; names of files in it make no difference. */
function counted(notTaken: readonly { id: string; reason: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of notTaken) {
    const kind = reason.replace(/\S+\.(?:xml|png|svg)\b/g, '…');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

for (const [place, expected] of Object.entries(EXPECTED)) {
  test(`${place}: so much is taken, and so much left out for these reasons`, { skip }, async () => {
    assert.deepEqual(await outcome(place), expected);
  });
}

test('every file and package there is in the table', { skip }, () => {
  const found = ['common-cartridge', 'instructure-qti'].flatMap((folder) =>
    readdirSync(path.join(shared, folder)).map((name) => `${folder}/${name}`),
  );
  assert.deepEqual(found.toSorted(), Object.keys(EXPECTED).toSorted());
});

test('every file is known for what it is by its content', { skip }, () => {
  const wrong = readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:imscc|gift|zip)$|(?:items_[\d.]+|mathml)\/[^/]*\.xml$/.test(name))
    .flatMap((name) => {
      const kind = { '.imscc': 'imscc', '.gift': 'gift' }[path.extname(name)] ?? 'qti';
      const bytes = readFileSync(path.join(shared, name));
      const found = IMPORT_FORMATS.find((format) => format.takes.includes('file') && format.recognizes(bytes))?.id;
      return found === kind ? [] : [`${name}: ${found ?? 'nothing'}`];
    });
  assert.deepEqual(wrong, []);
});

test('every single file of items is taken alone, or refused by name', { skip, timeout: 120_000 }, async () => {
  for (const folder of ['items_1.2', 'items_2.1', 'items_2.2']) {
    const root = path.join('instructure-qti', folder);
    for (const name of readdirSync(path.join(shared, root)).filter((one) => one.endsWith('.xml')))
      await outcome(path.join(root, name));
  }
});

for (const [place, questions] of Object.entries(SAMPLES)) {
  test(`${place} is asked as its author meant it`, { skip }, async () => {
    const { draft } = await read(place);
    const steps = draft.courses.flatMap((course) =>
      course.units.flatMap((unit) => unit.problems.flatMap((problem) => problem.steps)),
    );
    assert.deepEqual(
      steps.map((step) => [step.kind, step.answer, step.choices?.length ?? 0]),
      questions,
    );
  });
}

test('the corrupt cartridge, and any cartridge that is cut off, leaves nothing behind', { skip }, async (t) => {
  const db = await openSqlite(t);
  const service = createCurriculumImport(db, { now: () => 0 });
  const whole = readFileSync(path.join(shared, 'common-cartridge/canvas_small_1.1.imscc'));
  const corrupt = readFileSync(path.join(shared, 'common-cartridge/canvas_small_1.1.corrupt.imscc'));
  for (const bytes of [corrupt, whole.subarray(0, 20_000), whole.subarray(500)]) {
    const source = { kind: 'file' as const, fileName: 'a.imscc', bytes };
    await assert.rejects(importSource(QTI, source, { checker, subject: 'math', gradeLevel: '9th' }, service), AppError);
  }
  const rows = await db.run((handle) =>
    handle.selectFrom('courses').select('id').unionAll(handle.selectFrom('problems').select('id')).execute(),
  );
  assert.deepEqual(rows, []);
  const taken = await importSource(
    QTI,
    { kind: 'file', fileName: 'a.imscc', bytes: whole },
    { checker, subject: 'math', gradeLevel: '9th' },
    service,
  );
  assert.equal(taken.courses[0]?.added.problems, 11);
});
