import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { openSqlite } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { pupil } from '../support/studied.ts';

const AsyncFunction = (async () => {}).constructor;

/** The examples of a document, as functions of what they say they are given. */
function examplesOf(file: string): ((...given: unknown[]) => Promise<void>)[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) =>
    Reflect.construct(AsyncFunction, ['assert', 'services', 'actor', 'courseId', code]),
  );
}

for (const service of ['course-prioritization', 'learning-unit-assignment', 'study-session']) {
  test(`the example in the document of ${service} does what it says`, async (t) => {
    const examples = examplesOf(`src/services/${service}/README.md`);
    assert.ok(examples.length > 0, 'there is no example');
    for (const example of examples) {
      const db = await openSqlite(t);
      const { pupilId, courseId } = await smallSchool(db);
      const { services } = await startTestApp(t, db);
      await example(assert, services, pupil(pupilId), courseId);
    }
  });
}
