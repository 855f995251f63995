import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseTest } from '../../test/support/databases.ts';
import { smallSchool } from '../../test/support/factory.ts';
import { toStored } from '../data/db/instants.ts';
import { loggedError } from './log-error.ts';

databaseTest('what a person wrote is not in the log of a failed query', async (db) => {
  const { courseId } = await smallSchool(db);
  const secrets = ["it's a 'secret' for key 'x'", 'hash-of-a-password'];
  const [username = '', hash = ''] = secrets;
  const person = {
    username,
    email: 'a@b',
    password_hash: hash,
    first_name: 'A',
    last_name: 'B',
    role: 'student' as const,
  };
  const row = { ...person, date_of_birth: '2012-01-01', created_at: toStored(0), locale: 'en' };
  const insert = () => db.run((handle) => handle.insertInto('users').values(row).execute());
  await insert();
  const failed: unknown = await insert().catch((error: unknown) => error);
  assert.ok(failed instanceof Error);
  const wrapped = new Error('The account could not be made.', { cause: failed });
  for (const error of [failed, wrapped]) {
    const text = JSON.stringify(loggedError(error));
    for (const secret of ['secret', 'hash-of-a-password', 'a@b'])
      assert.ok(!text.includes(secret), `${secret} in ${text}`);
    assert.match(text, /users|UNIQUE|Duplicate entry/);
  }
  assert.ok(courseId > 0);
});

test('an error of our own keeps its words, its place and its cause', () => {
  const cause = Object.assign(new TypeError("cannot read 'x'"), { code: 'E_X' });
  const logged = loggedError(new Error("The lesson 'Adding' is gone.", { cause }));
  assert.equal(logged.message, "The lesson 'Adding' is gone.");
  assert.match(logged.stack, /log-error\.test/);
  assert.deepEqual(
    [logged.cause?.type, logged.cause?.message, logged.cause?.code],
    ['TypeError', "cannot read 'x'", 'E_X'],
  );
});

test('a cause that goes round in a circle, and what is no error, end', () => {
  const error = new Error('round');
  error.cause = error;
  assert.ok(JSON.stringify(loggedError(error)).length < 20_000);
  assert.equal(loggedError('words of a pupil').message.includes('pupil'), false);
});
