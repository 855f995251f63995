import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { REGRADE } from '../../data/jobs/job-kinds.ts';
import { HOUR } from '../../shared/instant.ts';
import { questionReportQueue } from '../../shared/question-reports.ts';

/** A session in which the first question of the course was asked, by the pupil who answered it with `answer`. */
async function asked(t: TestContext, db: DatabaseManager, answer = '5') {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilId, courseId, teacherId, schoolId } = school;
  const question = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
      .select(['qas.id as qaId', 'qas.unit_name as unitName', 'qa_revisions.id as revisionId'])
      .where('qas.course_id', '=', courseId)
      .orderBy('qas.id')
      .executeTakeFirstOrThrow(),
  );
  const { qaId, revisionId, unitName } = question;
  const past = { studentId: pupilId, courseId, teacherId, minutes: 20, start: app.clock.now() - HOUR };
  const session = await addPast(db, {
    ...past,
    talk: [
      { from: 'student', content: answer },
      { from: 'teacher', content: 'Look again.' },
    ],
    attempts: [{ verdict: 'incorrect', qaId, revisionId, unitName, answer, counts: true, unaided: true }],
  });
  await db.run((handle) =>
    handle
      .updateTable('messages')
      .set({ posed_revision_id: revisionId })
      .where('home_session_id', '=', session.id)
      .where('message_type', '=', 'response')
      .execute(),
  );
  return { ...school, ...question, app, sessionId: session.id, pupil: actor(pupilId, 'student', schoolId) };
}

databaseTest('a pupil reports a question of an own session, once, and reads the answer', async (db, t) => {
  const { app, make, pupil, sessionId, revisionId, qaId, mateId, schoolId } = await asked(t, db);
  const { questionReports } = app.services;
  const question = await questionReports.asked(pupil, { at: 'home session', sessionId }, revisionId);
  await questionReports.report(pupil, question, { reason: 'unclear', comment: 'Which one is meant?' });
  await questionReports.report(pupil, question, { reason: 'text', comment: 'again' });
  const yossi = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
  const { questions, total } = await questionReports.queue(yossi);
  assert.deepEqual([total, questions.length, questions[0]?.reports], [1, 1, 1]);
  assert.deepEqual(
    questions[0]?.open.map(({ reason, comment, byPupil }) => [reason, comment, byPupil]),
    [['unclear', 'Which one is meant?', true]],
  );
  assert.equal(questions[0]?.record, null, 'one pupil is too few to tell how it went');
  assert.equal(JSON.stringify(questions).includes('Noa'), false, 'no names');

  const client = await login(app, 'yossi');
  const place = '/api/v1/curriculum/question-reports';
  const body = questionReportQueue.parse((await client.get(place)).json);
  assert.deepEqual(
    body.questions.map(({ questionId, reports }) => [questionId, reports.map(({ comment, by }) => [comment, by])]),
    [[qaId, [['Which one is meant?', 'pupil']]]],
  );
  assert.equal(JSON.stringify(body).includes('Noa'), false, 'no names there either');
  const early = await client.post(`${place}/${qaId}/answer`, { state: 'corrected', reply: 'Done.' });
  assert.equal(early.status, 409);
  assert.match(early.text, /"not-corrected"/);
  await assert.rejects(questionReports.answer(yossi, qaId, { state: 'corrected', reply: 'Done.' }), {
    code: 'not-corrected',
  });
  assert.equal(await questionReports.answer(yossi, qaId, { state: 'dismissed', reply: 'The second one.' }), 1);
  const [own] = await questionReports.ownReports(pupil);
  assert.deepEqual([own?.state, own?.answer], ['dismissed', 'The second one.']);
  assert.equal((await questionReports.queue(yossi)).total, 0);
  const late = await client.post(`${place}/${qaId}/answer`, { state: 'dismissed', reply: 'Again.' });
  assert.match(late.text, /"not-open"/);
  assert.deepEqual(await questionReports.ownReports(actor(mateId, 'student', schoolId)), []);
});

databaseTest('sessions, questions and subjects out of reach are not there', async (db, t) => {
  const { app, make, pupil, sessionId, revisionId, qaId, mateId, schoolId, classId } = await asked(t, db);
  const { questionReports } = app.services;
  const mate = actor(mateId, 'student', schoolId);
  const amir = actor(await make.classManager('amir', schoolId, [classId]), 'class manager', schoolId);
  const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
  await assert.rejects(questionReports.asked(mate, { at: 'home session', sessionId }, revisionId), {
    kind: 'not-found',
  });
  await assert.rejects(questionReports.asked(stranger, { at: 'home session', sessionId }, revisionId), {
    kind: 'not-found',
  });
  await assert.rejects(questionReports.asked(pupil, { at: 'home session', sessionId }, revisionId + 1), {
    kind: 'not-found',
  });
  await questionReports.report(amir, await questionReports.asked(amir, { at: 'home session', sessionId }, revisionId), {
    reason: 'answer',
    comment: '',
  });
  await make.subject('history');
  const other = actor(await make.supervisor('other', 'history', 'north'), 'regional supervisor');
  assert.deepEqual((await questionReports.queue(other)).questions, []);
  await assert.rejects(questionReports.answer(other, qaId, { state: 'dismissed', reply: 'No.' }), {
    kind: 'not-found',
  });
});

databaseTest('words of need in a report reach the staff', async (db, t) => {
  const { app, pupil, sessionId, revisionId } = await asked(t, db);
  const { questionReports } = app.services;
  const question = await questionReports.asked(pupil, { at: 'home session', sessionId }, revisionId);
  await questionReports.report(pupil, question, { reason: 'other', comment: 'I want to kill myself' });
  const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').select('home_session_id').execute());
  assert.deepEqual(alerts, [{ home_session_id: sessionId }]);
});

databaseTest('a corrected key makes right what was right, once, and mastery and progress follow', async (db, t) => {
  const { app, make, pupil, sessionId, revisionId, qaId, courseId, unitName } = await asked(t, db, '777');
  const { questionReports, courses } = app.services;
  const question = await questionReports.asked(pupil, { at: 'home session', sessionId }, revisionId);
  await questionReports.report(pupil, question, { reason: 'answer', comment: '' });
  await correctKey(db, qaId, { answer: '777' }, app.clock.now());
  await app.worker.runDue();
  const attempts = () => db.run((handle) => handle.selectFrom('attempts').select(['verdict', 'revision_id']).execute());
  assert.deepEqual(await attempts(), [{ verdict: 'correct', revision_id: revisionId }], 'the past keeps its revision');
  const kept = await db.run((handle) =>
    handle.selectFrom('attempt_regrades').select(['verdict_before', 'verdict_after']).execute(),
  );
  assert.deepEqual(kept, [{ verdict_before: 'incorrect', verdict_after: 'correct' }]);
  const view = await courses.getOwn(pupil, courseId);
  const unit = view.units.find(({ name }) => name === unitName);
  assert.ok(unit && unit.progress > 0, 'the unit has moved');
  const term = await db.run((handle) =>
    handle.selectFrom('mastery_student_units').select(['successes', 'failures', 'recent']).execute(),
  );
  assert.deepEqual(term, [{ successes: 1, failures: 0, recent: '1' }]);
  const [own] = await questionReports.ownReports(pupil);
  assert.equal(own?.state, 'corrected');
  assert.match(own?.answer ?? '', /judged again/);
  const yossi = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
  assert.equal((await questionReports.queue(yossi)).total, 0);
});

databaseTest('where the question itself was changed, old answers stay as they were judged', async (db, t) => {
  const { app, qaId } = await asked(t, db, '777');
  await correctKey(db, qaId, { answer: '777', question: 'What is 700 + 77?' }, app.clock.now());
  await app.worker.runDue();
  const verdicts = await db.run((handle) => handle.selectFrom('attempts').select('verdict').execute());
  assert.deepEqual(verdicts, [{ verdict: 'incorrect' }]);
  const jobs = await db.run((handle) =>
    handle.selectFrom('jobs').select('state').where('kind', '=', REGRADE).execute(),
  );
  assert.deepEqual(jobs, [{ state: 'done' }]);
});
