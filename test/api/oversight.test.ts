import assert from 'node:assert/strict';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { actor } from '../support/past.ts';

type States = { purpose: string; answer: string | null; source: string | null; at: string | null }[];
const STATE = { purpose: 'remote teacher', version: 1 } as const;

databaseTest('a program reads consent of a child and of a school as the pages tell it', async (db, t) => {
  const { pupilId, mateId, parentId, managerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { consents } = app.services;
  await consents.answer(actor(parentId, 'parent'), pupilId, { ...STATE, answer: 'no' });
  const signed = { purpose: STATE.purpose, answer: 'yes' as const, note: 'In the folder.' };
  await consents.record(actor(managerId, 'school manager', schoolId), [mateId], signed);
  const at = new Date(app.clock.now()).toISOString();
  const parent = await login(app, 'parent');
  const own = (await parent.get(`/api/v1/children/${pupilId}/consents`)).json as { states: States; history: object[] };
  const first = own.states.find(({ purpose }) => purpose === STATE.purpose);
  assert.deepEqual([first?.answer, first?.source, first?.at], ['no', 'parent', at]);
  assert.equal(own.history.length, 1);
  assert.equal((await parent.get(`/api/v1/children/${mateId}/consents`)).status, 404, 'nobody else’s');
  const head = await login(app, 'manager');
  const school = (await head.get('/api/v1/school/consents')).json as {
    counts: { purpose: string; yes: number; no: number }[];
    pupils: { id: number; states: States }[];
  };
  const counted = school.counts.find(({ purpose }) => purpose === STATE.purpose);
  assert.deepEqual([counted?.yes, counted?.no], [1, 1]);
  const answers = new Map(school.pupils.map(({ id, states }) => [id, states[0]?.source]));
  assert.equal(answers.get(pupilId), 'parent');
});

databaseTest('a program reads a report that was made, and that of somebody else is not there', async (db, t) => {
  const { pupilId, mateId, parentId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const asked = { kind: 'pupil', period: 'days', from: '2026-01-01', to: '2026-01-31', locale: 'en' } as const;
  const [id] = await app.services.keptReports.ask(actor(parentId, 'parent'), {
    ...asked,
    studentId: pupilId,
    key: 'one',
  });
  await app.reportWorker.runDue();
  const parent = await login(app, 'parent');
  type Line = { id: number; state: string; pupil: string | null };
  const list = (await parent.get(`/api/v1/children/${pupilId}/reports`)).json as Line[];
  assert.deepEqual(
    list.map((one) => [one.id, one.state]),
    [[id, 'done']],
  );
  const read = await parent.get(`/api/v1/children/${pupilId}/reports/${id}`);
  const view = await app.services.reportReading.open(actor(parentId, 'parent'), id ?? 0);
  const { sections } = read.json as { sections: unknown };
  assert.deepEqual(sections, JSON.parse(JSON.stringify(view.sections)));
  assert.equal((await parent.get(`/api/v1/children/${mateId}/reports/${id}`)).status, 404);
  assert.equal((await (await login(app, 'mate')).get(`/api/v1/progress/reports/${id}`)).status, 404);
});
