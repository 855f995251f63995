import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { z } from 'zod';
import { SINGLE_COLUMNS } from '../../src/domain/curriculum/import/csv-columns.ts';
import { curriculumDocument } from '../../src/domain/curriculum/import/json-shape.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';
import { findFormat } from '../../src/services/curriculum-import/formats.ts';

const guide = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../docs/guides', name), 'utf8');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

async function example(format: 'json' | 'csv') {
  const fence = new RegExp(`\`\`\`${format}\\n([\\s\\S]*?)\`\`\``).exec(guide(`curriculum-${format}.md`))?.[1] ?? '';
  const source = { kind: 'file', fileName: `example.${format}`, bytes: Buffer.from(fence) } as const;
  const course = format === 'csv' ? { name: 'Numbers', subject: 'math', gradeLevel: '7th' as const } : {};
  const read = await findFormat(format)?.read(source, { checker, ...course });
  return { notTaken: read?.notTaken, units: read?.draft.courses[0]?.units };
}

test('the schema beside the guide is that of the program', () => {
  const schema = z.toJSONSchema(curriculumDocument, { io: 'input' });
  assert.deepEqual(JSON.parse(guide('curriculum.schema.json')), JSON.parse(JSON.stringify(schema)));
});

test('the examples of the guides can be imported', async () => {
  const [json, csv] = [await example('json'), await example('csv')];
  assert.deepEqual([json.notTaken, csv.notTaken], [[], []]);
  assert.deepEqual(
    json.units?.map((unit) => [unit.name, unit.problems.length]),
    [['Adding', 1]],
  );
  assert.deepEqual(
    csv.units?.map((unit) => unit.name),
    ['Adding', 'Odd and even'],
  );
  const odd = csv.units?.[1]?.problems[0]?.steps[0];
  assert.deepEqual([odd?.kind, odd?.answer, odd?.hints.length], ['choice', 'b', 1]);
});

test('the guide to tables tells of every column', () => {
  const text = guide('curriculum-csv.md');
  for (const column of SINGLE_COLUMNS) assert.ok(text.includes(column), column);
});
