import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { clockTime } from '../../domain/policies/policies.ts';
import { machineTimeZone, utcOffset } from '../../shared/calendar.ts';
import { DAY, MINUTE } from '../../shared/instant.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const AS_IT_WAS = {
  transcripts: 'summary',
  unanswered: 'no',
  graceDays: '60',
  messageMonths: '',
  recordMonths: '',
  studyFrom: '',
  studyUntil: '',
};

databaseTest(
  'policies are saved with what they were before, and all that is wrong is said beside its field',
  async (db, t) => {
    await smallSchool(db);
    const app = await startTestApp(t, db);
    const ruth = await login(app, 'manager');
    const post = (fields: Record<string, string>, path = '/school/policies') =>
      ruth.post(path, new URLSearchParams({ ...AS_IT_WAS, ...fields }).toString(), form);
    const wrong = await post({ messageMonths: '0', studyFrom: '<b>', graceDays: '999' });
    assert.equal(wrong.status, 400);
    for (const said of ['A whole number of months', 'A time of day', 'A whole number of days', '&lt;b>']) {
      assert.ok(wrong.text.includes(said), said);
    }
    assert.equal((await post({ messageMonths: '12' }, '/school/policies/try')).status, 200);
    const entries = () =>
      db.run((handle) =>
        handle.selectFrom('audit_log').select(['details']).where('action', '=', 'set policies').execute(),
      );
    assert.deepEqual(await entries(), [], 'nothing was saved by trying');
    const saved = await post({ messageMonths: '12', transcripts: 'off' });
    assert.equal(saved.status, 303);
    const [entry] = await entries();
    assert.deepEqual(JSON.parse(entry?.details ?? ''), {
      transcripts: { before: 'summary', after: 'off' },
      unansweredConsent: { before: true, after: false },
      messageMonths: { before: null, after: 12 },
    });
    assert.match((await ruth.get('/school/policies')).text, /value="12"/);
    await post({ messageMonths: '12', transcripts: 'off' });
    assert.equal((await entries()).length, 1, 'saving the same changes nothing');
  },
);

databaseTest(
  'at hours that the school has closed no session at home begins, and the pupil is told when one may',
  async (db, t) => {
    const { courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const [ruth, noa] = [await login(app, 'manager'), await login(app, 'pupil')];
    const now = app.clock.now();
    const minute = Math.floor(((now + utcOffset(now, machineTimeZone())) % DAY) / MINUTE);
    const save = (studyFrom: number, studyUntil: number) =>
      ruth.post(
        '/school/policies',
        new URLSearchParams({
          ...AS_IT_WAS,
          studyFrom: clockTime(studyFrom),
          studyUntil: clockTime(studyUntil),
        }).toString(),
        form,
      );
    // Two hours that are not now, wherever in the day this runs.
    const [from, until] = minute < 720 ? [1200, 1260] : [120, 180];
    assert.equal((await save(from, until)).status, 303);
    for (const path of ['/study', '/study/new']) {
      const page = await noa.get(path);
      assert.match(page.text, /Not at this hour/);
      assert.ok(page.text.includes(clockTime(from)) && page.text.includes(clockTime(until)));
    }
    const wish = { type: 'homework', courseId, emotionalStateBefore: 'neutral' };
    const refused = await noa.post('/api/v1/study-sessions/home', wish);
    assert.equal(refused.status, 409);
    assert.deepEqual(refused.json, {
      error: {
        code: 'outside-study-hours',
        message: `Your school lets sessions at home begin between ${clockTime(from)} and ${clockTime(until)}.`,
        details: { from: clockTime(from), until: clockTime(until) },
      },
    });
    const asForm = `course=${courseId}&type=homework&units=Adding&minutes=30&feeling=neutral`;
    const byForm = await noa.post('/study', asForm, form);
    assert.equal(byForm.status, 409);
    assert.match(byForm.text, /Not at this hour/);
    assert.equal((await save(0, 1440)).status, 303);
    assert.equal((await noa.post('/api/v1/study-sessions/home', wish)).status, 201);
  },
);

databaseTest(
  'a school chooses among the models that are operational, for subjects that have a teacher',
  async (db, t) => {
    const { schoolId } = await smallSchool(db);
    const add = (name: string, status: 'operational' | 'deprecated') =>
      db.run(async (handle) => {
        const row = { name, version: '1', provider: 'openai', status } as const;
        return Number((await handle.insertInto('ai_models').values(row).executeTakeFirstOrThrow()).insertId);
      });
    const [good, old] = [await add('good', 'operational'), await add('old', 'deprecated')];
    const app = await startTestApp(t, db);
    const ruth = await login(app, 'manager');
    const choose = (subject: string, model: number | string) =>
      ruth.post('/school/policies/models', new URLSearchParams({ subject, model: String(model) }).toString(), form);
    const { AgentRepo } = await import('../../data/agents/agent.repo.ts');
    const chosen = async () => (await new AgentRepo(db).modelOfSchool(schoolId, 'math'))?.name ?? null;
    assert.equal((await choose('math', good)).status, 303);
    assert.equal(await chosen(), 'good');
    assert.equal((await choose('math', old)).status, 400);
    assert.equal((await choose('math', 'x')).status, 400);
    assert.equal((await choose('alchemy', good)).status, 404);
    assert.equal(await chosen(), 'good');
    assert.equal((await choose('math', '')).status, 303);
    assert.equal(await chosen(), null);
  },
);
