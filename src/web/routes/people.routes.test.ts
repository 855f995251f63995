import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';

const HEADERS = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

databaseTest('what is far too long comes back whole, with how long it may be and how long it was', async (db, t) => {
  await smallSchool(db);
  const ruth = await login(await startTestApp(t, db), 'manager');
  const sent = {
    role: 'student',
    firstName: 'N'.repeat(5000),
    lastName: 'Peretz',
    username: 'u'.repeat(4500),
    email: `${'e'.repeat(5000)}@example.org`,
    street0: 's'.repeat(4001),
    city0: 'Haifa',
  };
  const wrong = await ruth.post('/school/people/new', new URLSearchParams(sent).toString(), HEADERS);
  assert.equal(wrong.status, 400);
  for (const [most, read] of [
    [100, 5000],
    [64, 4500],
    [180, 5012],
    [200, 4001],
  ]) {
    assert.ok(wrong.text.includes(`At most ${most} characters, please; these are ${read}.`), `${most}`);
  }
  for (const written of Object.values(sent).filter((text) => text.length > 4000)) {
    assert.ok(wrong.text.includes(`"${written}"`), `${written.slice(0, 10)}… was lost`);
  }
});

databaseTest('of a class everything wrong is said at once: that the name is taken, too', async (db, t) => {
  await smallSchool(db);
  const ruth = await login(await startTestApp(t, db), 'manager');
  const post = (fields: Record<string, string>) =>
    ruth.post('/school/people/classes/new', new URLSearchParams(fields).toString(), HEADERS);
  const good = { name: '9b', year: '2026', gradeLevel: '9th', capacity: '30' };
  assert.equal((await post(good)).status, 303);
  const wrong = await post({ ...good, capacity: '0' });
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /There is a class of this name in this year and grade already/);
  assert.match(wrong.text, /A whole number from 1 to 200/);
});
