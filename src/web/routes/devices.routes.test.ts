import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const DELIVERY = {
  serials: 'tab 1\r\nTAB-2',
  model: 'Galaxy Tab',
  os: 'android',
  condition: 'functional',
  purchased: '',
};

databaseTest('a delivery is added at once, and all that is wrong with one is said beside its fields', async (db, t) => {
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const ruth = await login(app, 'manager');
  const post = (path: string, fields: Record<string, string>) =>
    ruth.post(path, new URLSearchParams(fields).toString(), form);
  const wrong = await post('/school/devices', {
    serials: 'ok-1\r\n<b>\r\nok-1',
    model: '',
    os: 'amiga',
    condition: 'functional',
    purchased: '2026-02-30',
  });
  assert.equal(wrong.status, 400);
  for (const said of [
    '“&lt;b>” is no serial number',
    '“ok-1” stands here twice',
    'Please name the model',
    'Please choose a system',
    '“2026-02-30” is no day',
    'ok-1\n&lt;b>\nok-1',
  ]) {
    assert.ok(wrong.text.includes(said), said);
  }
  assert.equal((await post('/school/devices', DELIVERY)).status, 303);
  const list = await ruth.get('/school/devices');
  assert.match(list.text, /TAB1/);
  assert.match(list.text, /TAB-2/);
  const again = await post('/school/devices', { ...DELIVERY, serials: 'TAB-2\nTAB-3' });
  assert.equal(again.status, 400);
  assert.match(again.text, /“TAB-2” is in the inventory already/);
  assert.doesNotMatch((await ruth.get('/school/devices')).text, /TAB-3/);
  const both = await post('/school/devices', { ...DELIVERY, serials: 'TAB-2\n<b>', model: '' });
  for (const said of ['“&lt;b>” is no serial', '“TAB-2” is in the inventory', 'Please name the model']) {
    assert.ok(both.text.includes(said), said);
  }
  const [, id = ''] = /href="\/school\/devices\/(\d+)"/.exec(list.text) ?? [];
  const two = await post(`/school/devices/${id}`, { ...DELIVERY, serials: 'TAB-8\nTAB-9' });
  assert.equal(two.status, 400, 'a device has one number');
  assert.match(two.text, /At most 1 at once; these are 2/);
  const late = await post('/school/devices', { ...DELIVERY, serials: 'TAB-4', purchased: '2999-01-01' });
  assert.match(late.text, /“2999-01-01” is no day up to today/);
});

test('the file holds what the page shows, and no formula', async (t) => {
  const db = await openSqlite(t);
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const ruth = await login(app, 'manager');
  const fields = { ...DELIVERY, serials: 'A-1\nB-2', model: '=HYPERLINK("x")' };
  await ruth.post('/school/devices', new URLSearchParams(fields).toString(), form);
  const csv = await ruth.get('/school/devices.csv?show=free&q=a-1');
  assert.match(String(csv.headers['content-type']), /text\/csv/);
  assert.match(String(csv.headers['content-disposition']), /attachment; filename="devices.csv"/);
  assert.equal(
    csv.text.replace('\uFEFF', ''),
    'Serial number,Model,System,Condition,With,From,Bought\r\nA-1,"\'=HYPERLINK(""x"")",Android,functional,,,\r\n',
  );
});

databaseTest('a pupil is looked up, gets the tablet, and it is taken back', async (db, t) => {
  const { pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const ruth = await login(app, 'manager');
  const post = (path: string, fields: Record<string, string>) =>
    ruth.post(path, new URLSearchParams(fields).toString(), form);
  await post('/school/devices', { ...DELIVERY, serials: 'TAB-1' });
  const [, id = ''] = /href="\/school\/devices\/(\d+)"/.exec((await ruth.get('/school/devices')).text) ?? [];
  const page = await ruth.get(`/school/devices/${id}?who=9a`);
  assert.match(page.text, new RegExp(`name="student" value="${pupilId}"`));
  assert.match((await ruth.get(`/school/devices/${id}?who=nobody`)).text, /No pupil of your school fits “nobody”/);
  assert.equal((await post(`/school/devices/${id}/lend`, { student: String(pupilId) })).status, 303);
  assert.match((await ruth.get(`/school/devices/${id}`)).text, /has had it since/);
  assert.equal((await post(`/school/devices/${id}/lend`, { student: String(pupilId) })).status, 409);
  for (const fields of [{ condition: 'fine, thanks' }, {}] satisfies Record<string, string>[]) {
    const unread = await post(`/school/devices/${id}/return`, fields);
    assert.equal(unread.status, 400);
    assert.match(unread.text, /Please choose a condition: functional, defective, not functional/);
    assert.match(unread.text, /has had it since/, 'nothing changed');
  }
  await post(`/school/devices/${id}/return`, { condition: 'defective' });
  const back = await ruth.get(`/school/devices/${id}`);
  assert.match(back.text, /A device that is defective is not lent/);
});
