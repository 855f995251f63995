import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { rightAnswer, setTest, takeTest, testSchool } from '../../../test/support/test-school.ts';
import { AgentRepo } from '../../data/agents/agent.repo.ts';
import { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { JobRepo } from '../../data/jobs/job.repo.ts';
import { UserRepo } from '../../data/people/user.repo.ts';
import { SittingRepo } from '../../data/tests/sitting.repo.ts';
import { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import { JobWorker } from '../jobs/job-worker.service.ts';
import { MarkingService } from './marking.service.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];

/** A test that was handed in, all of it right by the keys of that moment, and a worker that marks it. */
async function handedIn(db: DatabaseManager, t: Test, meanwhile: (app: TestApp) => Promise<void>) {
  let calls = 0;
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const marking = new MarkingService({
    db,
    sittings: new SittingRepo(db),
    answers: new TestAnswerRepo(db),
    items: new ItemRepo(db),
    users: new UserRepo(db),
    agents: new AgentRepo(db),
    remoteCalls: app.services.remoteCalls,
    // Asked for twice: before the keys are read, and when all is judged and nothing written yet.
    checker: async () => {
      calls += 1;
      if (calls === 2) await meanwhile(app);
      return {
        ...plainChecker,
        check: (key, given, wrong) => plainChecker.check(key, { text: given.choiceId ?? given.text }, wrong),
      };
    },
    marker: null,
    clock: app.clock,
  });
  const worker = new JobWorker({ jobs: new JobRepo(db), clock: app.clock, handlers: [marking], log: () => {} });
  const id = await setTest(app, school);
  await takeTest(app, school.pupil, id, (question) => rightAnswer(question));
  await app.services.testTaking.submit(school.pupil, id);
  const answers = () =>
    db
      .handle()
      .selectFrom('test_answers')
      .select(['qa_id', 'position', 'answer', 'verdict', 'marked_by', 'revision_id'])
      .where('sitting_id', '=', id)
      .orderBy('position')
      .execute();
  return { app, worker, answers };
}

databaseTest('a key that was corrected after the test began decides how it is marked', async (db, t) => {
  const { app, worker, answers } = await handedIn(db, t, async () => {});
  const [first, second] = await answers();
  assert.ok(first && second);
  await correctKey(db, first.qa_id, { answer: 'quite another' }, app.clock.now());
  // Another question in the place of the old one is no correction: what was asked is judged by its own key.
  await correctKey(db, second.qa_id, { answer: 'quite another', question: 'Something else?' }, app.clock.now());
  await worker.runDue();
  const after = await answers();
  assert.deepEqual(
    after.slice(0, 2).map(({ verdict, revision_id }) => [verdict, revision_id]),
    [
      ['incorrect', first.revision_id],
      ['correct', second.revision_id],
    ],
    'what was asked stays what was asked',
  );
});

databaseTest('a key that is corrected while a test is being marked decides, whoever comes first', async (db, t) => {
  let qaId = 0;
  const { worker, answers } = await handedIn(db, t, async (app) => {
    await correctKey(db, qaId, { answer: 'quite another' }, app.clock.now());
  });
  const [first, ...others] = await answers();
  qaId = first?.qa_id ?? 0;
  await worker.runDue();
  const after = await answers();
  assert.deepEqual([after[0]?.verdict, after[0]?.marked_by], ['incorrect', 'checker']);
  assert.ok(after.slice(1).every(({ verdict }) => verdict === 'correct'));
  assert.equal(after.length, others.length + 1);
});
