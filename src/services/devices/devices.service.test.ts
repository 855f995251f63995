import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import { DAY } from '../../shared/instant.ts';

const KIND = { os: 'android', model: 'Galaxy Tab', purchaseDate: '2025-09-01', condition: 'functional' } as const;
const EVERYTHING = { filter: 'all', search: '', page: 1 } as const;

databaseTest('a tablet is lent, comes back defective, and its history stays', async (db, t) => {
  const { pupilId, managerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { devices } = app.services;
  const ruth = actor(managerId, 'school manager', schoolId);
  await devices.add(ruth, KIND, ['TAB-1', 'TAB-2']);
  const [first] = (await devices.list(ruth, EVERYTHING)).devices;
  assert.ok(first);
  const found = (await devices.get(ruth, first.id, 'pup')).borrowers ?? [];
  assert.deepEqual(
    found.map(({ id, className }) => [id, className]),
    [[pupilId, '9a']],
  );
  await devices.lend(ruth, first.id, pupilId);
  const lent = app.clock.now();
  const { device } = await devices.get(ruth, first.id);
  assert.deepEqual(device.holder, { id: pupilId, name: 'Noa Tester', since: lent });
  await assert.rejects(devices.lend(ruth, first.id, pupilId), { code: 'device-is-lent' });

  app.clock.advance(3 * DAY);
  await devices.takeBack(ruth, first.id, 'defective');
  await devices.takeBack(ruth, first.id, 'functional');
  const page = await devices.get(ruth, first.id);
  assert.deepEqual([page.device.condition, page.device.holder, page.removable], ['defective', null, false]);
  assert.deepEqual(
    page.loans.map(({ student, start, end }) => [student.id, start, end]),
    [[pupilId, lent, app.clock.now()]],
  );
  await assert.rejects(devices.lend(ruth, first.id, pupilId), { code: 'device-not-functional' });
  await assert.rejects(devices.remove(ruth, first.id), { code: 'device-has-history' });
  assert.deepEqual((await devices.list(ruth, EVERYTHING)).counts, { all: 2, lent: 0, free: 1, broken: 1 });
});

databaseTest('of two who lend one tablet at once one is told that somebody has it', async (db, t) => {
  const { pupilId, mateId, managerId, schoolId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const ruth = actor(managerId, 'school manager', schoolId);
  await services.devices.add(ruth, KIND, ['TAB-1']);
  const [device] = (await services.devices.list(ruth, EVERYTHING)).devices;
  const tries = await Promise.allSettled(
    [pupilId, mateId].map((studentId) => services.devices.lend(ruth, device?.id ?? 0, studentId)),
  );
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  assert.deepEqual(refused, ['device-is-lent']);
});

databaseTest('devices and pupils of another school are not there', async (db, t) => {
  const { make, pupilId, managerId, schoolId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const otherManager = await make.schoolManager('other-manager');
  const other = await make.school('Other School', 'north', { managerId: otherManager });
  const stranger = await make.student('stranger', other);
  const ruth = actor(managerId, 'school manager', schoolId);
  const them = actor(otherManager, 'school manager', other);
  await services.devices.add(ruth, KIND, ['TAB-1']);
  const [device] = (await services.devices.list(ruth, EVERYTHING)).devices;
  const id = device?.id ?? 0;
  for (const attempt of [
    () => services.devices.get(them, id),
    () => services.devices.update(them, id, { ...KIND, serialNumber: 'TAB-9' }),
    () => services.devices.lend(them, id, stranger),
    () => services.devices.takeBack(them, id, 'defective'),
    () => services.devices.remove(them, id),
    () => services.devices.lend(ruth, id, stranger),
  ]) {
    await assert.rejects(attempt, { kind: 'not-found' });
  }
  assert.deepEqual((await services.devices.list(them, EVERYTHING)).devices, []);
  assert.deepEqual((await services.devices.get(ruth, id, 'stran')).borrowers, []);
  // A serial number belongs to one school's inventory: another school may have the same.
  await services.devices.add(them, KIND, ['TAB-1']);
  await assert.rejects(services.devices.list(actor(pupilId, 'student', schoolId), EVERYTHING), { code: 'forbidden' });
});

databaseTest('what is looked for is found by serial number, model and holder, and a % is a %', async (db, t) => {
  const { pupilId, managerId, schoolId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const ruth = actor(managerId, 'school manager', schoolId);
  await services.devices.add(ruth, KIND, ['TAB-1', 'TAB-2']);
  await services.devices.add(ruth, { ...KIND, model: '100% Book' }, ['BOOK-1']);
  const find = async (search: string) =>
    (await services.devices.list(ruth, { ...EVERYTHING, search })).devices.map(({ serialNumber }) => serialNumber);
  assert.deepEqual(await find('tab-2'), ['TAB-2']);
  assert.deepEqual(await find('%'), ['BOOK-1']);
  assert.deepEqual(await find('galaxy'), ['TAB-1', 'TAB-2']);
  const [device] = (await services.devices.list(ruth, { ...EVERYTHING, search: 'tab-2' })).devices;
  await services.devices.lend(ruth, device?.id ?? 0, pupilId);
  assert.deepEqual(await find('noa'), ['TAB-2']);
  const lent = await services.devices.list(ruth, { ...EVERYTHING, filter: 'lent' });
  assert.deepEqual([lent.devices.length, lent.counts], [1, { all: 3, lent: 1, free: 2, broken: 0 }]);
});

databaseTest('whatever is done with a device is in the audit log', async (db, t) => {
  const { pupilId, managerId, schoolId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const ruth = actor(managerId, 'school manager', schoolId);
  await services.devices.add(ruth, KIND, ['TAB-1', 'TAB-2']);
  const [device, spare] = (await services.devices.list(ruth, EVERYTHING)).devices;
  const id = device?.id ?? 0;
  await services.devices.update(ruth, id, { ...KIND, serialNumber: 'TAB-9' });
  await services.devices.lend(ruth, id, pupilId);
  await services.devices.takeBack(ruth, id, 'functional');
  await services.devices.remove(ruth, spare?.id ?? 0);
  const rows = await db.run((handle) =>
    handle.selectFrom('audit_log').select(['action', 'student_id', 'actor_id', 'school_id']).orderBy('id').execute(),
  );
  assert.deepEqual(
    rows.map((row) => [row.action, row.student_id]),
    [
      ['add devices', null],
      ['change device', null],
      ['lend device', pupilId],
      ['take device back', pupilId],
      ['remove device', null],
    ],
  );
  assert.ok(rows.every((row) => row.actor_id === managerId && row.school_id === schoolId));
});

test('the inventory asks the database as little for many devices as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const { managerId, schoolId, pupilId } = await smallSchool(db);
  const { services } = await startTestApp(t, db);
  const ruth = actor(managerId, 'school manager', schoolId);
  await services.devices.add(ruth, KIND, ['TAB-1']);
  const few = await count(() => services.devices.list(ruth, EVERYTHING));
  const serials = Array.from({ length: 120 }, (_, index) => `MORE-${index}`);
  await services.devices.add(ruth, KIND, serials);
  await services.devices.lend(ruth, 5, pupilId);
  assert.equal(await count(() => services.devices.list(ruth, EVERYTHING)), few);
  assert.equal(few, 2);
  const second = await services.devices.list(ruth, { ...EVERYTHING, page: 3 });
  assert.deepEqual([second.pages, second.devices.length], [3, 21]);
});
