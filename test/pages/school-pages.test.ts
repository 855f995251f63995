import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { openCounted } from '../support/count-queries.ts';
import { smallSchool } from '../support/factory.ts';
import { addPupils } from '../support/many-pupils.ts';
import { actor } from '../support/past.ts';

const HTML = { accept: 'text/html' };
/** A page of so many people and devices is still one that a phone loads. */
const MOST_BYTES = 1_200_000;

test('the pages of people and devices ask as little for a thousand pupils as for two', async (t) => {
  const { db, count } = await openCounted(t);
  const { schoolId, classId, pupilId, parentId, managerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const kind = { model: 'Galaxy Tab', os: 'android', condition: 'functional', purchaseDate: null } as const;
  const [device] = await app.services.devices.add(manager, kind, ['TAB-1']);
  const ruth = await login(app, 'manager');
  const paths = [
    '/school',
    '/school/people',
    '/school/people?q=noa&role=student',
    '/school/people?role=parent&page=3',
    `/school/people?class=${classId}`,
    '/school/people?state=no+password',
    `/school/people/${pupilId}`,
    `/school/people/${pupilId}/edit`,
    `/school/people/${parentId}`,
    `/school/people/new?role=parent&child=${pupilId}`,
    '/school/people/classes',
    `/school/people/classes/${classId}`,
    '/school/people/import',
    '/school/devices',
    '/school/devices?show=free&q=tab',
    `/school/devices/${device?.id}?who=pupil`,
  ];
  const costs = async () => {
    const found: Record<string, number> = {};
    for (const path of paths) {
      found[path] = await count(async () => {
        const { status, text } = await ruth.get(path, HTML);
        assert.equal(status, 200, path);
        assert.ok(text.length < MOST_BYTES, `${path}: ${text.length} bytes`);
      });
    }
    return found;
  };
  await addPupils(db, { schoolId, classId }, 2);
  const few = await costs();
  await addPupils(db, { schoolId, classId }, 1000, 2);
  const serials = Array.from({ length: 1000 }, (_, index) => `MORE-${index}`);
  const devices = await app.services.devices.add(manager, kind, serials);
  await app.services.devices.lend(manager, devices[0]?.id ?? 0, pupilId);
  assert.deepEqual(await costs(), few);
  t.diagnostic(JSON.stringify(few));
});
