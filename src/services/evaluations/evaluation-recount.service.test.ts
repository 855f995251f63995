import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { EvaluationRepo } from '../../data/evaluations/evaluation.repo.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { EVALUATE_SESSION } from '../../data/jobs/job-kinds.ts';
import { HOUR } from '../../shared/instant.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];
const WRONG = { verdict: 'incorrect', answer: '777', unaided: true, counts: true } as const;

/** A session of six answers to one question, all judged wrong. */
async function session(db: DatabaseManager, t: Test) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilId: studentId, courseId, teacherId } = school;
  const start = app.clock.now() - HOUR;
  const attempts = Array.from({ length: 6 }, () => WRONG);
  const { id } = await addPast(db, { studentId, courseId, teacherId, start, minutes: 20, attempts });
  const { qa_id: qaId } = await db.run((handle) =>
    handle.selectFrom('attempts').select('qa_id').where('home_session_id', '=', id).executeTakeFirstOrThrow(),
  );
  const evaluate = async () => {
    const job = { kind: EVALUATE_SESSION, subjectKey: `home:${id}`, payload: { sessionId: id } };
    await new JobRepo(db).enqueue({ ...job, runAt: app.clock.now(), now: app.clock.now() });
    await app.worker.runDue();
  };
  const correct = async (answer: string) => {
    await correctKey(db, qaId, { answer }, app.clock.now());
    await app.worker.runDue();
  };
  const given = async () => {
    const all = (await new EvaluationRepo(db).ofSessions([id])).get(id) ?? [];
    return all.find(({ kind, source }) => kind === 'proficiency' && source === 'evaluator');
  };
  const kept = () => db.run((handle) => handle.selectFrom('evaluation_regrades').selectAll().execute());
  return { app, id, studentId, evaluate, correct, given, kept };
}

databaseTest(
  'a corrected key gives a session the evaluation that its answers earn, and keeps the first',
  async (db, t) => {
    const { app, id, evaluate, correct, given, kept } = await session(db, t);
    await evaluate();
    const before = await given();
    assert.ok(before?.score);
    assert.equal(before.recounted, null);
    await correct('777');
    const after = await given();
    assert.ok(after?.score && after.score > before.score, `${before.score} → ${after?.score}`);
    assert.deepEqual(after.recounted, { scoreBefore: before.score, at: app.clock.now() });
    assert.match(after.description, /6 of 6/);
    const { text } = await (await login(app, 'pupil')).get(`/study/home/${id}/summary`);
    assert.ok(text.includes(`The score before was ${before.score}.`), 'the pupil is told');
    assert.equal(after.at, before.at, 'it is the evaluation of that session still');
    const [old] = (await kept()).filter(({ kind }) => kind === 'proficiency');
    assert.deepEqual(
      [old?.score_before, old?.description_before, old?.evidence_before],
      [before.score, before.description, JSON.stringify(before.evidence)],
    );
  },
);

databaseTest(
  'what a class manager gave stands, and a correction that changes no verdict changes nothing',
  async (db, t) => {
    const { id, studentId, evaluate, correct, given, kept } = await session(db, t);
    await evaluate();
    const first = await given();
    assert.ok(first);
    const own = { ...first, source: 'class manager', score: 9, description: 'I was there.', studentId } as const;
    await new EvaluationRepo(db).add(own);
    await correct('888');
    assert.deepEqual(await given(), first);
    assert.deepEqual(await kept(), []);
    await correct('777');
    const all = (await new EvaluationRepo(db).ofSessions([id])).get(id) ?? [];
    const managers = all.find(({ source }) => source === 'class manager');
    assert.deepEqual([managers?.score, managers?.description, managers?.recounted], [9, 'I was there.', null]);
  },
);

databaseTest('a session that is corrected before it is evaluated is evaluated by the corrected key', async (db, t) => {
  const { evaluate, correct, given, kept } = await session(db, t);
  await correct('777');
  assert.equal(await given(), undefined);
  await evaluate();
  assert.match((await given())?.description ?? '', /6 of 6/);
  assert.deepEqual(await kept(), []);
});
