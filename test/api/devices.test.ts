import assert from 'node:assert/strict';
import * as z from 'zod';
import { addedDevices, deviceList, deviceWithLoans } from '../../src/shared/devices.ts';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';

const DEVICES = '/api/v1/school/devices';
const KIND = { model: 'Galaxy Tab', os: 'android' };
const refused = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
});

databaseTest('a program adds a delivery, lends a device, and reads who had it', async (db, t) => {
  const { pupilId, mateId } = await smallSchool(db);
  const ruth = await login(await startTestApp(t, db), 'manager');
  const delivery = await ruth.post(DEVICES, { ...KIND, serialNumbers: ['tab-2', 'TAB 1'] });
  assert.equal(delivery.status, 201, delivery.text);
  const [first] = addedDevices.parse(delivery.json);
  assert.deepEqual(
    addedDevices.parse(delivery.json).map(({ serialNumber, condition }) => [serialNumber, condition]),
    [
      ['TAB-2', 'functional'],
      ['TAB1', 'functional'],
    ],
  );
  const at = `${DEVICES}/${first?.id}`;
  const lent = await ruth.post(`${at}/loans`, { studentId: pupilId });
  assert.equal(lent.status, 201, lent.text);
  assert.equal(deviceWithLoans.parse(lent.json).holder?.id, pupilId);
  const twice = await ruth.post(`${at}/loans`, { studentId: mateId });
  assert.deepEqual([twice.status, refused.parse(twice.json).error.code], [409, 'device-is-lent']);
  const back = await ruth.post(`${at}/return`, { condition: 'defective' });
  const { holder, condition, loans } = deviceWithLoans.parse(back.json);
  assert.deepEqual([holder, condition, loans.map(({ student }) => student.id)], [null, 'defective', [pupilId]]);
  assert.ok(loans[0]?.until, 'the loan has an end');
  assert.deepEqual((await ruth.post(`${at}/return`, { condition: 'functional' })).json, back.json, 'once is enough');
  const kept = await ruth.send(at, { method: 'DELETE' });
  assert.deepEqual([kept.status, refused.parse(kept.json).error.code], [409, 'device-has-history']);
  const { counts } = deviceList.parse((await ruth.get(`${DEVICES}?q=tab`)).json);
  assert.deepEqual(counts, { all: 2, lent: 0, free: 1, broken: 1 });
});

databaseTest('whatever is wrong with a delivery is said at once, and nothing is added', async (db, t) => {
  await smallSchool(db);
  const ruth = await login(await startTestApp(t, db), 'manager');
  const wrong = await ruth.post(DEVICES, {
    ...KIND,
    model: ' ',
    serialNumbers: ['<b>', 'TAB-1'],
    purchaseDate: '2026-02-30',
  });
  assert.equal(wrong.status, 400);
  const { fields } = Object(refused.parse(wrong.json).error.details);
  assert.deepEqual(Object.keys(fields).sort(), ['model', 'purchaseDate', 'serialNumbers']);
  assert.equal((await ruth.post(DEVICES, { ...KIND, serialNumbers: ['TAB-1', 'TAB-2'] })).status, 201);
  const taken = await ruth.post(DEVICES, { ...KIND, serialNumbers: ['TAB-2', 'TAB-3'] });
  assert.equal(taken.status, 409);
  const { code, details } = refused.parse(taken.json).error;
  assert.deepEqual([code, details], ['serial-taken', { serialNumbers: ['TAB-2'] }]);
  const { devices } = deviceList.parse((await ruth.get(DEVICES)).json);
  assert.deepEqual(
    devices.map(({ serialNumber }) => serialNumber),
    ['TAB-1', 'TAB-2'],
  );
  const at = `${DEVICES}/${devices[0]?.id}`;
  const stolen = await ruth.send(at, { method: 'PUT', body: { ...KIND, serialNumber: 'TAB-2' } });
  assert.deepEqual([stolen.status, refused.parse(stolen.json).error.code], [409, 'serial-taken']);
  const renamed = await ruth.send(at, { method: 'PUT', body: { ...KIND, os: 'ios', serialNumber: 'TAB-9' } });
  assert.equal(deviceWithLoans.parse(renamed.json).serialNumber, 'TAB-9');
  assert.equal((await ruth.send(at, { method: 'DELETE' })).status, 204);
});
