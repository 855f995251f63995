import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { DAY } from '../../shared/instant.ts';

databaseTest(
  'what models were used for is told by day, purpose, model and class, and no cost is invented',
  async (db, t) => {
    const { make, pupilId, managerId, schoolId, classId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const now = app.clock.now();
    const manager = actor(managerId, 'school manager', schoolId);
    const client = await login(app, 'manager');
    assert.match((await client.get('/school/ai')).text, /No model was asked in these days/);
    const agents = new AgentRepo(db);
    const far = await make.school('Far School', 'north');
    const call = { studentId: pupilId, schoolId, provider: 'openai', milliseconds: 5, outcome: 'ok', at: now };
    await agents.addCall({
      ...call,
      purpose: 'teach',
      model: 'a',
      inputTokens: 100,
      outputTokens: 20,
      costMicros: 2_000_000,
    });
    await agents.addCall({
      ...call,
      purpose: 'mark',
      model: 'b',
      inputTokens: 10,
      outputTokens: 2,
      costMicros: null,
      at: now - DAY,
    });
    await agents.addCall({
      ...call,
      purpose: 'teach',
      model: 'a',
      inputTokens: 7,
      outputTokens: 7,
      costMicros: 5,
      at: now - 60 * DAY,
    });
    await agents.addCall({
      ...call,
      purpose: 'teach',
      model: 'a',
      inputTokens: 9,
      outputTokens: 9,
      costMicros: 9,
      schoolId: far,
    });
    const { total, tables } = await app.services.schoolAi.ofSchool(manager, {});
    assert.deepEqual(total, { calls: 2, tokens: 132, costMicros: 2_000_000, callsWithoutCost: 1 });
    const tokens = (table: keyof typeof tables) => tables[table].map(({ name, tokens: n }) => [name, n]);
    assert.deepEqual(tokens('purpose'), [
      ['teach', 120],
      ['mark', 12],
    ]);
    assert.deepEqual(tokens('model'), [
      ['a', 120],
      ['b', 12],
    ]);
    assert.deepEqual(tokens('class'), [[String(classId), 132]]);
    assert.deepEqual(
      tables.day.map(({ tokens: n }) => n),
      [12, 120],
    );
    const page = await client.get('/school/ai');
    assert.match(page.text, /\$2\.00/);
    assert.match(page.text, /no price was entered/);
    const csv = (await client.get('/school/ai.csv?table=model')).text.trim().split('\r\n');
    assert.deepEqual(csv.slice(1), ['a,1,120,2,0', 'b,1,12,,1']);
    assert.equal((await client.get('/school/ai?from=2026-02-31')).status, 400);
    await assert.rejects(app.services.schoolAi.ofSchool(actor(pupilId, 'student', schoolId), {}), {
      code: 'forbidden',
    });
  },
);
