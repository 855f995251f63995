import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { DatabaseManager } from '../db/database-manager.ts';
import { GradeEnrolmentRepo } from './grade-enrolment.repo.ts';

test('what pupils did in a course is found by the pupil, not among all that was done in the course', async (t) => {
  const asked: CompiledQuery[] = [];
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' }, ({ query }) => asked.push(query));
  t.after(() => db.close());
  await db.createTables();
  asked.length = 0;
  await new GradeEnrolmentRepo(db).listOfSchools([1, 2]);
  const steps: string[] = [];
  for (const { sql, parameters } of asked.splice(0)) {
    const explain = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.handle().executeQuery<{ detail: string }>(explain);
    steps.push(...rows.map(({ detail }) => detail));
  }
  const found = (table: string) => steps.filter((step) => new RegExp(`SEARCH ${table}\\b`).test(step));
  const answers = found('attempts');
  assert.equal(answers.length, 1, steps.join('\n'));
  for (const step of answers) assert.match(step, /\(student_id=\? AND course_id=\?\)/);
  assert.match(found('home_sessions_students').join(), /\(student_id=\?\)/);
});
