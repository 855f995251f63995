import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { rightAnswer, SECRET, setTest, sittingOf, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const html = { accept: 'text/html' };
const form = { ...html, 'content-type': 'application/x-www-form-urlencoded' };

/** Noa has begun a test, of which one question wants a number; `hrefIn` is the link of that question to its report on a page. */
async function begun(db: DatabaseManager, t: TestContext) {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const sittingId = await setTest(app, school);
  const say = (question: string) => {
    if (question.includes('why do plants')) return 'It looks better.';
    return question.includes('Leaves: $20 + 21') ? '777' : rightAnswer(question);
  };
  await takeTest(app, school.pupil, sittingId, say);
  const answer = await db.run((handle) =>
    handle
      .selectFrom('test_answers')
      .select(['qa_id as qaId', 'revision_id as revisionId'])
      .where('sitting_id', '=', sittingId)
      .where('answer', '=', '777')
      .executeTakeFirstOrThrow(),
  );
  const { testTaking, classMarking, classTests } = app.services;
  const handIn = async () => {
    await testTaking.submit(school.pupil, sittingId);
    await app.worker.runDue();
    for (const { position } of (await classMarking.queue(school.manager)).answers) {
      await classMarking.mark(school.manager, sittingId, position, { share: 1, comment: '', reason: '' });
    }
  };
  const release = () => classTests.release(school.manager, school.classId, school.testId, null);
  const hrefIn = (page: string) =>
    [...page.matchAll(/href="(\/reports\/new[^"]*)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .find((href) => href.endsWith(`question=${answer.revisionId}`)) ?? '';
  return {
    ...school,
    ...answer,
    app,
    sittingId,
    handIn,
    release,
    hrefIn,
    place: { at: 'sitting', sittingId } as const,
  };
}

databaseTest('a pupil reports a question of a test from its review, and never before the release', async (db, t) => {
  const { app, make, sittingId, qaId, revisionId, place, pupil, testId, handIn, release, hrefIn } = await begun(db, t);
  const noa = await login(app, 'pupil');
  const address = `/reports/new/test?sitting=${sittingId}&question=${revisionId}`;
  const assertClosed = async (when: string) => {
    assert.equal(hrefIn((await noa.get(`/tests/${sittingId}`, html)).text), '', when);
    const asked = await noa.get(address, html);
    assert.equal(asked.status, 404, when);
    assert.doesNotMatch(asked.text, new RegExp(SECRET), when);
    assert.equal((await noa.post(address, 'reason=answer&comment=', form)).status, 404, when);
  };
  await assertClosed('under way');
  await handIn();
  await assertClosed('marked and not released');
  await release();
  const href = hrefIn((await noa.get(`/tests/${sittingId}`, html)).text);
  assert.equal(href, address);
  const review = await noa.get(`/api/v1/tests/${sittingId}/review`);
  assert.ok(review.text.includes(`"revisionId":${revisionId},`), 'a program can name the question');
  assert.match((await noa.get(href, html)).text, /Back to the test/);
  assert.equal((await noa.post(href, 'reason=answer&comment=It+is+777', form)).status, 303);
  assert.equal((await noa.post(href, 'reason=text&comment=again', form)).status, 303, 'once is enough');
  assert.match((await noa.get('/reports', html)).text, /Met in a test, reported/);
  await make.supervisor('yossi', 'math', 'north');
  const queue = (await (await login(app, 'yossi')).get('/region/curriculum/reports', html)).text;
  assert.match(queue, /A pupil, in the test “Quiz of lights”, today: The answer is wrong/);
  assert.match(queue, /1 report</);
  assert.doesNotMatch(queue, /Noa/);

  const rows = await db.run((handle) => handle.selectFrom('question_reports').select(['origin', 'test_id']).execute());
  assert.deepEqual(rows, [{ origin: 'test', test_id: testId }]);
  const [{ finalGrade: before } = { finalGrade: null }] = await app.services.tests.ownTests(pupil);
  await correctKey(db, qaId, { answer: '777' }, app.clock.now());
  await app.worker.runDue();
  const [{ finalGrade } = { finalGrade: null }] = await app.services.tests.ownTests(pupil);
  assert.ok(before !== null && before < 100 && finalGrade === 100, `${before} → ${finalGrade}`);
  const [own] = await app.services.questionReports.ownReports(pupil);
  assert.deepEqual([own?.state, own?.origin], ['corrected', 'test']);
  await assert.rejects(app.services.questionReports.asked(pupil, place, revisionId + 1_000), { kind: 'not-found' });
});

databaseTest(
  'a class manager reports a question from the results, the answers and the queue of own classes',
  async (db, t) => {
    const { app, make, sittingId, revisionId, qaId, classId, testId, schoolId, manager, mate, mateId, ...school } =
      await begun(db, t);
    const { questionReports } = app.services;
    const amir = await login(app, 'class-manager');
    const ofClass = { at: 'results', classId, testId } as const;
    const ofPupil = { at: 'sitting', sittingId } as const;
    const gone = { kind: 'not-found' };
    await assert.rejects(questionReports.asked(manager, ofPupil, revisionId), gone, 'under way');
    await assert.rejects(questionReports.asked(manager, ofClass, revisionId), gone, 'under way');
    const { testTaking } = app.services;
    await testTaking.submit(school.pupil, sittingId);
    await app.worker.runDue();
    const marking = await amir.get('/class/tests/marking', html);
    assert.match(marking.text, new RegExp(`/reports/new/test\\?sitting=${sittingId}&amp;question=\\d+`));
    await school.handIn();
    const results = school.hrefIn((await amir.get(`/class/tests/${classId}/${testId}/results`, html)).text);
    assert.equal(results, `/reports/new/results?class=${classId}&test=${testId}&question=${revisionId}`);
    assert.match((await amir.get(results, html)).text, /Back to the results/);
    const sitting = school.hrefIn((await amir.get(`/class/tests/sittings/${sittingId}`, html)).text);
    assert.equal((await amir.post(sitting, 'reason=answer&comment=', form)).status, 303);
    assert.equal((await amir.post(results, 'reason=text&comment=', form)).status, 303);

    const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
    for (const place of [ofClass, ofPupil]) {
      await assert.rejects(questionReports.asked(stranger, place, revisionId), gone);
      await assert.rejects(questionReports.asked(mate, place, revisionId), gone, 'another pupil');
      await assert.rejects(questionReports.asked(manager, place, revisionId + 1_000), gone);
    }
    await assert.rejects(questionReports.asked(school.pupil, ofClass, revisionId), gone, 'a pupil has no class');
    const other = await sittingOf(app, testId, mateId);
    await assert.rejects(
      questionReports.asked(manager, { at: 'sitting', sittingId: other }, revisionId),
      gone,
      'not begun',
    );

    const yossi = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
    const { questions } = await questionReports.queue(yossi);
    assert.deepEqual(
      questions.map(({ qaId: id, open }) => [id, open.map(({ byPupil, origin, test }) => [byPupil, origin, test?.id])]),
      [[qaId, [[false, 'test', testId]]]],
      'once, from whichever page',
    );
  },
);

databaseTest(
  'how a question of a test went is told to its supervisor once ten pupils have answered it',
  async (db, t) => {
    const { app, make, qaId, revisionId, place, pupil, handIn, release, sittingId } = await begun(db, t);
    const { questionReports } = app.services;
    await handIn();
    await release();
    await questionReports.report(pupil, await questionReports.asked(pupil, place, revisionId), {
      reason: 'answer',
      comment: '',
    });
    const yossi = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
    const record = async () => (await questionReports.queue(yossi)).questions.find((one) => one.qaId === qaId)?.record;
    assert.equal(await record(), null);
    await db.run(async (handle) => {
      const { id: _, ...sitting } = await handle
        .selectFrom('tests_students')
        .selectAll()
        .where('id', '=', sittingId)
        .executeTakeFirstOrThrow();
      const answer = await handle
        .selectFrom('test_answers')
        .selectAll()
        .where('sitting_id', '=', sittingId)
        .where('qa_id', '=', qaId)
        .executeTakeFirstOrThrow();
      for (let index = 0; index < 9; index += 1) {
        const student_id = await make.student(`more-${index}`, pupil.schoolId ?? 0);
        const added = await handle
          .insertInto('tests_students')
          .values({ ...sitting, student_id })
          .executeTakeFirstOrThrow();
        const verdict = index < 4 ? ('correct' as const) : ('incorrect' as const);
        await handle
          .insertInto('test_answers')
          .values({ ...answer, sitting_id: Number(added.insertId), verdict })
          .execute();
      }
    });
    assert.deepEqual(await record(), { pupils: 10, rightShare: 0.4 });
  },
);
