import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { SessionalEvaluation } from '../../data/evaluations/evaluation.repo.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

type Test = Parameters<typeof startTestApp>[0];

async function school(db: DatabaseManager, t: Test) {
  const { pupilId: studentId, courseId, teacherId, ...rest } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(rest.classManagerId, 'class manager', rest.schoolId);
  /** A session of so many days ago with the evaluator's scores, and what the class manager says of them. */
  const rate = async (
    daysAgo: number,
    evaluator: Partial<SessionalEvaluation>,
    own: number | 'stands' | 'disputed' | null,
  ) => {
    const start = app.clock.now() - daysAgo * DAY - HOUR;
    const { id } = await addPast(db, { studentId, courseId, teacherId, start, minutes: 20, evaluation: evaluator });
    const answer = (
      kind: 'investment' | 'proficiency',
      action: 'scored' | 'stands' | 'disputed',
      score: number | null,
    ) => app.services.scoreReviews.answer(manager, { sessionId: id, kind }, { action, score, words: 'I was there.' });
    if (typeof own === 'number') await answer('investment', 'scored', own);
    if (own === 'disputed') await answer('proficiency', 'disputed', null);
    if (own === 'stands') {
      await app.services.scoreReviews.contest(
        actor(studentId, 'student', rest.schoolId),
        { sessionId: id, kind: 'proficiency' },
        'No.',
      );
      await answer('proficiency', 'stands', null);
    }
  };
  const director = actor(rest.managerId, 'school manager', rest.schoolId);
  const seen = () => app.services.scoreAgreement.ofSchool(director);
  return { app, rate, seen, director };
}

databaseTest('a school sees what its people say of the scores, by rubric and by who had a say', async (db, t) => {
  const { app, rate, seen } = await school(db, t);
  const nothing = await seen();
  assert.deepEqual([nothing.rows, nothing.all.scores, nothing.drift.verdict], [[], 0, 'too few']);
  await rate(3, { score: 5 }, 'stands');
  await rate(4, { score: 5 }, 'disputed');
  await rate(5, { score: null, reason: 'too little evidence' }, null);
  await rate(400, { score: 2 }, 9);
  for (let day = 1; day <= 20; day += 1) await rate(day, { score: day % 2 ? 4 : 8 }, day % 2 ? 5 : 9);
  await rate(6, { score: 6, rubricVersion: '1 e2', provider: 'openai', modelScore: 6 }, 6);
  const { rows, all } = await seen();
  assert.deepEqual(
    rows.map(({ kind, rubricVersion, withModel, scores, stands, disputed, agreement }) => [
      kind,
      rubricVersion,
      withModel,
      scores,
      stands,
      disputed,
      agreement?.scores,
      agreement?.meanDifference,
    ]),
    [
      ['proficiency', '1', false, 22, 1, 1, undefined, undefined],
      ['proficiency', '1 e2', true, 1, 0, 0, undefined, undefined],
      ['investment', '1', false, 22, 0, 0, 20, 1],
      ['investment', '1 e2', true, 1, 0, 0, 1, 0],
    ],
  );
  const kappas = rows.map(({ agreement }) => agreement?.kappa?.toFixed(4) ?? null);
  assert.deepEqual(kappas, [null, null, (1 - 1 / 9).toFixed(4), null], 'of one score nothing is said');
  assert.equal(all.scores, 21, 'what is older than a year is over');
  const client = await login(app, 'manager');
  const { text } = await client.get('/school/evaluator');
  assert.match(text, /Rubric 1, by rules alone[\s\S]*Rubric 1 e2, an AI had a say/);
  const { json } = await client.get('/api/v1/school/evaluator');
  assert.deepEqual((json as { all: unknown }).all, all);
});

databaseTest(
  'that people and the evaluator have come apart is told from chance, and from too few scores',
  async (db, t) => {
    const { app, rate, seen } = await school(db, t);
    const page = async () => (await (await login(app, 'manager')).get('/school/evaluator')).text;
    for (let day = 1; day <= 10; day += 1) await rate(30 + day, { score: 6 }, day % 2 ? 6 : 7);
    for (let day = 1; day <= 9; day += 1) await rate(day, { score: 6 }, day % 2 ? 8 : 9);
    assert.equal((await seen()).drift.verdict, 'too few');
    assert.match(await page(), /Too few to say whether that is a change/);
    await rate(10, { score: 6 }, 9);
    const { drift } = await seen();
    assert.ok(drift.verdict === 'moved' && drift.change === 2 && drift.from > 0, JSON.stringify(drift));
    assert.match(
      await page(),
      /your people gave 2\.5 points more[\s\S]*0\.5 points more[\s\S]*more than chance brings about/,
    );
  },
);

databaseTest('another school and everybody else sees nothing of it', async (db, t) => {
  const { app, rate, director } = await school(db, t);
  await rate(3, { score: 5 }, 6);
  const elsewhere = { ...director, schoolId: 999 };
  assert.deepEqual((await app.services.scoreAgreement.ofSchool(elsewhere)).rows, []);
  for (const role of ['student', 'parent', 'class manager', 'regional supervisor'] as const) {
    await assert.rejects(app.services.scoreAgreement.ofSchool({ ...director, role }), { code: 'forbidden' });
  }
});

test('many scores ask as little of the database as one', async (t) => {
  const { db, count } = await openCounted(t);
  const { rate, seen } = await school(db, t);
  await rate(1, { score: 5 }, 6);
  const one = await count(seen);
  for (let day = 2; day < 12; day += 1) await rate(day, { score: (day % 9) + 1, rubricVersion: `${day}` }, 6);
  assert.equal(await count(seen), one);
});
