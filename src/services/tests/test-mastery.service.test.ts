import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { rightAnswer, setTest, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];

/** A marked test of five questions, in which $20 + 21$ was answered with 40 and all else right. */
async function marked(db: DatabaseManager, t: Test) {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  // All eight questions of the bank, so that the one with the wrong key is among them.
  await db.run((handle) => handle.updateTable('tests').set({ question_count: 16 }).execute());
  const id = await setTest(app, school);
  await takeTest(app, school.pupil, id, (question) => (question.includes('20 + 21') ? '40' : rightAnswer(question)));
  await app.services.testTaking.submit(school.pupil, id);
  await app.worker.runDue();
  const { qa_id: qaId } = await db.run((handle) =>
    handle
      .selectFrom('test_answers')
      .select('qa_id')
      .where('sitting_id', '=', id)
      .where('verdict', '=', 'incorrect')
      .where('unit_name', '=', 'Leaves')
      .executeTakeFirstOrThrow(),
  );
  const release = () => app.services.classTests.release(school.manager, school.classId, school.testId, [id]);
  const counted = async () => {
    const rows = await db.run((handle) =>
      handle.selectFrom('mastery_student_units').select(['unaided', 'successes', 'failures']).execute(),
    );
    const sum = (of: keyof (typeof rows)[number]) => rows.reduce((all, row) => all + row[of], 0);
    return { unaided: sum('unaided'), successes: sum('successes'), failures: sum('failures') };
  };
  return { school, app, id, qaId, release, counted };
}

databaseTest('a test that is counted again before it counted is counted once', async (db, t) => {
  const { app, qaId, release, counted } = await marked(db, t);
  await release();
  const left = await db.run((handle) => handle.selectFrom('jobs').selectAll().where('state', '=', 'queued').execute());
  assert.deepEqual(
    left.map(({ kind }) => kind),
    ['learn-from-test'],
    'not learnt yet',
  );
  // The correction is seen to first, as on a server whose worker has taken it up before.
  await db.run((handle) =>
    handle.updateTable('jobs').set({ state: 'failed' }).where('kind', '=', 'learn-from-test').execute(),
  );
  await correctKey(db, qaId, { answer: '40' }, app.clock.now());
  await app.worker.runDue();
  assert.deepEqual(await counted(), { unaided: 0, successes: 0, failures: 0 }, 'left to its own job');
  await db.run((handle) =>
    handle.updateTable('jobs').set({ state: 'queued' }).where('kind', '=', 'learn-from-test').execute(),
  );
  await app.worker.runDue();
  assert.deepEqual(await counted(), { unaided: 8, successes: 7, failures: 1 }, 'once, by the corrected key');
});

databaseTest('a test that counted is counted again by the corrected key, and still once', async (db, t) => {
  const { app, qaId, release, counted } = await marked(db, t);
  await release();
  await app.worker.runDue();
  assert.deepEqual(await counted(), { unaided: 8, successes: 6, failures: 2 });
  await correctKey(db, qaId, { answer: '40' }, app.clock.now());
  await app.worker.runDue();
  assert.deepEqual(await counted(), { unaided: 8, successes: 7, failures: 1 });
});

databaseTest(
  'what a pupil is taken to know follows a corrected test, should all else break off behind it',
  async (db, t) => {
    const { app, qaId, release, counted } = await marked(db, t);
    await release();
    await app.worker.runDue();
    await correctKey(db, qaId, { answer: '40' }, app.clock.now());
    await app.services.testRegrading.regradeSittings(qaId);
    assert.deepEqual(await counted(), { unaided: 8, successes: 7, failures: 1 });
  },
);

databaseTest(
  'a mark that a person changes after the release changes what the pupil is taken to know',
  async (db, t) => {
    const { app, school, id, release, counted } = await marked(db, t);
    await release();
    await app.worker.runDue();
    const { questions } = await app.services.classTests.sitting(school.manager, id);
    const wrong = questions.find(({ verdict }) => verdict === 'incorrect');
    const mark = { share: 1, comment: '', reason: 'It was meant right.' };
    await app.services.classMarking.mark(school.manager, id, wrong?.position ?? 0, mark);
    assert.deepEqual(await counted(), { unaided: 8, successes: 7, failures: 1 });
  },
);
