import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { BudgetRepo } from '../../data/budgets/budget.repo.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

databaseTest('the school manager sets limits, each change is in the audit log, and nobody else may', async (db, t) => {
  const { schoolId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = await login(app, 'manager');
  const save = (fields: Record<string, string>, by = manager) =>
    by.post('/school/ai/limits', new URLSearchParams(fields).toString(), form);
  const entries = async () =>
    (
      await db.run((handle) =>
        handle.selectFrom('audit_log').select('details').where('action', '=', 'set ai limits').execute(),
      )
    ).map(({ details }) => JSON.parse(details));
  const wrong = await save({ monthlyDollars: '-3', monthlyTokens: '1.5', classDailyTokens: '<b>' });
  assert.equal(wrong.status, 400);
  for (const said of ['A sum such as 50', 'A whole number such as 60000', '&lt;b>'])
    assert.ok(wrong.text.includes(said), said);
  assert.deepEqual(await entries(), []);
  const wish = { monthlyDollars: '12.5', monthlyTokens: '1000', classDailyTokens: '', pupilDailyTokens: '60,000' };
  assert.equal((await save(wish)).status, 303);
  assert.equal((await save(wish)).status, 303);
  assert.deepEqual(await entries(), [
    { monthlyMicros: { before: null, after: 12_500_000 }, monthlyTokens: { before: null, after: 1000 } },
  ]);
  assert.deepEqual(await new BudgetRepo(db).limits(schoolId), {
    monthlyMicros: 12_500_000,
    monthlyTokens: 1000,
    classDailyTokens: null,
    pupilDailyTokens: 60_000,
  });
  assert.doesNotMatch((await manager.get('/school/ai')).text, /Most of this month’s budget is used/);
  await new AgentRepo(db).addCall({
    at: app.clock.now(),
    studentId: pupilId,
    schoolId,
    purpose: 'teach',
    provider: 'openai',
    model: 'm',
    inputTokens: 700,
    outputTokens: 100,
    costMicros: 5,
    milliseconds: 1,
    outcome: 'complete',
  });
  const page = (await manager.get('/school/ai')).text;
  assert.match(page, /Most of this month’s budget is used/);
  assert.match(page, /80% of the month’s budget is used/);
  assert.match((await manager.get('/school/policies')).text, /href="\/school\/ai#limits"/);
  assert.match((await manager.get('/school/audit')).text, /Changed the limits of AI use/);
  assert.equal((await save(wish, await login(app, 'pupil'))).status, 403);
});
