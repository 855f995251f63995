import assert from 'node:assert/strict';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { otherFacts } from '../../../test/support/facts-from-rows.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { erasePerson } from '../../data/erasure/erase-person.ts';
import { machineTimeZone } from '../../shared/calendar.ts';
import { FiguresCheckService } from './figures-check.service.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');

databaseTest(
  'rows that figures are made of are held against a recount, named where they differ, and mended',
  async (db) => {
    await db.populateSampleData({ now: NOW, words: () => 'said', days: 25, students: 6 });
    const [gone, pupil] = await db.handle().selectFrom('students').selectAll().orderBy('user_id').limit(2).execute();
    assert.ok(gone && pupil);
    const former = { firstName: 'Former', lastName: 'class manager' };
    await erasePerson(db, gone.user_id, { timeZone: machineTimeZone(), now: NOW, wasDisabled: false, former });
    await new AgentRepo(db).addCall({
      at: NOW,
      studentId: pupil.user_id,
      schoolId: pupil.school_id,
      purpose: 'teach',
      provider: 'openai',
      model: 'm',
      inputTokens: 5,
      outputTokens: 5,
      costMicros: null,
      milliseconds: 1,
      outcome: 'ok',
    });
    const check = new FiguresCheckService({ db, timeZone: machineTimeZone() });
    const wrong = async () => (await check.verify()).map(({ what, wrong: found }) => [what, found.length]);
    const fine = [
      ['sessions at home', 0],
      ['sessions at school', 0],
      ['tests', 0],
      ['model calls', 0],
      ['erased pupils', 0],
    ];
    assert.deepEqual(await wrong(), fine);
    assert.ok(
      (await check.verify()).every(({ rows }) => rows > 0),
      'there is something of each to compare',
    );
    const handle = db.handle();
    await handle
      .updateTable('session_facts')
      .set({ correct: 99 })
      .where('kind', '=', 'home')
      .where('session_id', '<', 3)
      .execute();
    const school = handle.deleteFrom('session_facts').where('kind', '=', 'school');
    const last = await handle
      .selectFrom('session_facts')
      .select(({ fn }) => fn.max('session_id').as('id'))
      .where('kind', '=', 'school')
      .executeTakeFirstOrThrow();
    await school.where('session_id', '=', last.id).execute();
    await handle.updateTable('test_facts').set({ grade: 1.5 }).execute();
    await handle.updateTable('model_usage').set({ school_id: 77 }).execute();
    await handle.updateTable('erased_facts').set({ attended: 99 }).execute();
    await handle.updateTable('erased_answers').set({ wrong: 99 }).execute();
    await handle.updateTable('erased_class_answers').set({ answers: 99 }).execute();
    await handle.updateTable('erased_standings').set({ begun: 99 }).execute();
    await handle.updateTable('erased_sittings').set({ sittings: 99 }).where('class_id', '<>', 0).execute();
    const broken = (await check.verify()).find(({ what }) => what === 'erased pupils')?.wrong ?? [];
    assert.equal(new Set(broken.map((one) => one.replace(/^\d+: /, ''))).size, 5, broken.join('\n'));
    for (const [what, found] of await wrong()) assert.ok(Number(found) > 0, String(what));
    await check.rebuild();
    assert.deepEqual((await wrong()).slice(0, 3), fine.slice(0, 3));
    assert.ok(
      (await check.verify()).at(-2)?.wrong.every((one) => one.startsWith('77/')),
      'rows of a school that has no calls are strays',
    );
  },
);

databaseTest('a call of a model is in what its school used in the same transaction', async (db) => {
  const { pupilId, schoolId, classId } = await smallSchool(db);
  const agents = new AgentRepo(db);
  const call = {
    studentId: pupilId,
    schoolId,
    purpose: 'teach',
    provider: 'openai',
    model: 'm',
    milliseconds: 5,
    outcome: 'ok',
  };
  await agents.addCall({ ...call, at: NOW, inputTokens: 100, outputTokens: 20, costMicros: 300 });
  await agents.addCall({ ...call, at: NOW + 1000, inputTokens: 10, outputTokens: 2, costMicros: null });
  await agents.addCall({
    ...call,
    at: NOW,
    purpose: 'mark',
    inputTokens: 1,
    outputTokens: 1,
    costMicros: 1,
    studentId: null,
  });
  const broken = db.tx(async () => {
    await agents.addCall({ ...call, at: NOW, inputTokens: 5, outputTokens: 5, costMicros: 5 });
    throw new Error('broken off');
  });
  await assert.rejects(broken, /broken off/);
  const { kept, counted } = await otherFacts(db);
  assert.deepEqual(kept, counted);
  assert.deepEqual(
    [...kept.keys()].sort().map((key) => kept.get(key)),
    [
      { calls: 1, input: 1, output: 1, cost: 1, free: 0 },
      { calls: 2, input: 110, output: 22, cost: 300, free: 1 },
    ],
  );
  assert.ok(
    [...kept.keys()].some((key) => key.startsWith(`calls ${schoolId} 20261130 ${classId} teach`)),
    [...kept.keys()].join(),
  );
});
