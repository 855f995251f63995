import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { JSON_FORMAT } from './json-format.ts';

test('what is wrong with a course and what is wrong with its questions is said at once, with field, value and what is allowed', async () => {
  const step = { use: 'for study', level: 9, kind: 'riddle', question: 'How much?', answer: '1' };
  const document = {
    format: 'allamda-curriculum',
    version: 1,
    courses: [
      { name: 'Sums', subject: 'math', gradeLevel: '99th', units: [{ name: 'One', problems: [{ steps: [step] }] }] },
    ],
  };
  const bytes = Buffer.from(JSON.stringify(document));
  const read = JSON_FORMAT.read({ kind: 'file', fileName: 'sums.json', bytes }, { checker: plainChecker });
  await assert.rejects(read, ({ message }: Error) => {
    for (const line of [
      /courses\[0\]\.gradeLevel: read "99th"; /,
      /courses\[0\]\.units\[0\]\.problems\[0\]\.steps\[0\]\.level: read "9"; /,
      /courses\[0\]\.units\[0\]\.problems\[0\]\.steps\[0\]\.kind: read "riddle"; /,
    ])
      assert.match(message, line);
    return true;
  });
});
