import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesIn } from './roster-files.ts';

test('words that are called a zip archive are refused by name, and the same words called a table are read', async () => {
  const bytes = Buffer.from('id,first name,last name\n1,Yael,Katz\n');
  await assert.rejects(filesIn('register.ZIP', bytes), {
    message: /register\.ZIP is called a zip archive and is none/,
  });
  assert.deepEqual(await filesIn('register.csv', bytes), [{ name: 'register.csv', bytes }]);
});
