import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { correctKey } from '../../../test/support/correct-key.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { addSchoolLesson } from '../../../test/support/school-lesson.ts';
import { testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { HOUR, MINUTE } from '../../shared/instant.ts';

const html = { accept: 'text/html' };
const form = { ...html, 'content-type': 'application/x-www-form-urlencoded' };

/** A lesson of a group in which the first question of the course was asked, and answered six times with 777 by Noa; Dan was away. */
async function lesson(db: DatabaseManager, t: TestContext) {
  const school = await testSchool(db);
  const { pupilId, mateId, classId, classManagerId, teacherId, testedId: courseId } = school;
  const app = await startTestApp(t, db);
  const [question] = (await app.services.banks.bankOf(courseId)).items;
  assert.ok(question);
  const { qaId, revisionId, unitName } = question;
  const sessionId = await addSchoolLesson(db, {
    classId,
    classManagerId,
    teacherId,
    courseId,
    unitName,
    studentIds: [pupilId],
    absentIds: [mateId],
    type: 'group',
    start: app.clock.now() - HOUR,
    talk: [
      { by: null, content: 'Look at this one.' },
      ...Array.from({ length: 6 }, () => ({ by: pupilId, content: '777' })),
    ],
  });
  await db.run(async (handle) => {
    const said = handle.updateTable('messages').where('school_session_id', '=', sessionId);
    await said.set({ posed_revision_id: revisionId }).where('teacher_id', 'is not', null).execute();
    await said
      .set({ move: JSON.stringify('attempt') })
      .where('student_id', 'is not', null)
      .execute();
    const standing = { school_session_id: sessionId, student_id: pupilId, course_id: courseId, unit_name: unitName };
    await handle
      .insertInto('learning_units_school_sessions_students')
      .values({ ...standing, mastery_before: 0.1 })
      .execute();
    const answer = {
      student_id: pupilId,
      school_session_id: sessionId,
      qa_id: qaId,
      revision_id: revisionId,
      course_id: courseId,
      unit_name: unitName,
      answer: '777',
      verdict: 'incorrect' as const,
      hints_used: 0,
      revealed: 0,
      unaided: 1,
      counts: 1,
      milliseconds: 1000,
      p_before: 0.5,
      mastery_after: 0.1,
    };
    for (let index = 0; index < 6; index += 1) {
      const created_at = toStored(app.clock.now() - HOUR + (2 + index) * MINUTE);
      await handle
        .insertInto('attempts')
        .values({ ...answer, created_at })
        .execute();
    }
  });
  return {
    ...school,
    app,
    qaId,
    revisionId,
    sessionId,
    place: { at: 'lesson', sessionId, studentId: pupilId } as const,
  };
}

databaseTest('a pupil reports a question of a lesson, and reads there and later what comes of it', async (db, t) => {
  const { app, make, sessionId, revisionId, qaId, pupilId, pupil } = await lesson(db, t);
  const noa = await login(app, 'pupil');
  const page = await noa.get(`/study/school/${sessionId}`, html);
  const href = /href="(\/reports\/new\/lesson[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
  assert.equal(href, `/reports/new/lesson?lesson=${sessionId}&pupil=${pupilId}&question=${revisionId}`);
  const asked = await noa.get(href, html);
  assert.match(asked.text, /Back to the lesson/);
  assert.equal((await noa.post(href, 'reason=nothing&comment=', form)).status, 400);
  for (const comment of ['The key is odd', 'again']) {
    const sent = await noa.post(href, new URLSearchParams({ reason: 'answer', comment }).toString(), form);
    assert.equal(sent.status, 303, sent.text.slice(0, 200));
  }
  assert.match((await noa.get('/reports', html)).text, /Met in a lesson, reported/);
  await make.supervisor('yossi', 'math', 'north');
  const yossi = await login(app, 'yossi');
  const queue = (await yossi.get('/region/curriculum/reports', html)).text;
  assert.match(queue, /A pupil, in a lesson, today: The answer is wrong/);
  assert.match(queue, /1 report</, 'one open report of a person');
  assert.match(queue, /\/region\/curriculum\/problems\/\d+/);
  assert.doesNotMatch(queue, /Noa/);
  const answer = new URLSearchParams({ [`reply-${qaId}`]: 'It is right.', state: 'dismissed' }).toString();
  assert.equal((await yossi.post(`/region/curriculum/reports/${qaId}`, answer, form)).status, 303);
  const [own] = await app.services.questionReports.ownReports(pupil);
  assert.deepEqual([own?.state, own?.origin, own?.answer], ['dismissed', 'lesson', 'It is right.']);
});

databaseTest(
  'a lesson and its questions are there for those who were in it and their class manager alone',
  async (db, t) => {
    const { app, make, place, revisionId, sessionId, pupilId, mate, manager, parent, schoolId } = await lesson(db, t);
    const { questionReports } = app.services;
    const gone = { kind: 'not-found' };
    await assert.rejects(questionReports.asked(mate, place, revisionId), gone, 'was away');
    await assert.rejects(questionReports.asked(parent, place, revisionId), { kind: 'forbidden' });
    const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
    await assert.rejects(questionReports.asked(stranger, place, revisionId), gone);
    await assert.rejects(questionReports.asked(manager, place, revisionId + 1), gone, 'was not asked');
    await assert.rejects(questionReports.asked(manager, { ...place, sessionId: sessionId + 1 }, revisionId), gone);
    await assert.rejects(questionReports.asked(manager, { at: 'home session', sessionId }, revisionId), gone);
    const asked = await questionReports.asked(manager, place, revisionId);
    await questionReports.report(manager, asked, { reason: 'unclear', comment: '' });
    const amir = await login(app, 'class-manager');
    const page = await amir.get(`/class/students/${pupilId}/lessons/${sessionId}`, html);
    assert.match(page.text, /Something is wrong with this question/);
    for (const [username, address] of [
      ['parent', `/children/${pupilId}/lessons/${sessionId}`],
      ['manager', `/class/students/${pupilId}/lessons/${sessionId}`],
    ] as const) {
      const other = await (await login(app, username)).get(address, html);
      assert.equal(other.status, 200);
      assert.doesNotMatch(other.text, /Something is wrong with this question/, username);
    }
  },
);

databaseTest('words of need in a report from a lesson are heard', async (db, t) => {
  const { app, pupil, place, revisionId } = await lesson(db, t);
  const { questionReports } = app.services;
  const asked = await questionReports.asked(pupil, place, revisionId);
  await questionReports.report(pupil, asked, { reason: 'other', comment: 'I want to kill myself' });
  const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').select('student_id').execute());
  assert.deepEqual(alerts, [{ student_id: pupil.userId }]);
});

databaseTest(
  'a corrected key judges a lesson again: its answers, what is known, the score, and the report',
  async (db, t) => {
    const { app, pupil, place, revisionId, qaId, sessionId, pupilId } = await lesson(db, t);
    const { questionReports } = app.services;
    const scores = () =>
      db.run((handle) =>
        handle.selectFrom('sessional_proficiency_evaluations').select(['score', 'source', 'description']).execute(),
      );
    await questionReports.report(pupil, await questionReports.asked(pupil, place, revisionId), {
      reason: 'answer',
      comment: '',
    });
    assert.deepEqual(await scores(), [{ score: 6, source: 'evaluator', description: 'Six of ten.' }]);
    await correctKey(db, qaId, { answer: '777' }, app.clock.now());
    await app.worker.runDue();
    const attempts = await db.run((handle) =>
      handle.selectFrom('attempts').select(['verdict', 'mastery_after']).orderBy('id').execute(),
    );
    assert.deepEqual(new Set(attempts.map(({ verdict }) => verdict)), new Set(['correct']));
    const mastery = attempts.map(({ mastery_after }) => mastery_after ?? 0);
    assert.ok(
      mastery.every((after, index) => after > (mastery[index - 1] ?? 0.1)),
      `${mastery}: follows the new verdicts`,
    );
    const [after] = await scores();
    assert.ok(after?.score && after.score > 6, JSON.stringify(after));
    const kept = await db.run((handle) =>
      handle
        .selectFrom('evaluation_regrades')
        .select(['kind', 'home_session_id', 'school_session_id', 'student_id', 'score_before', 'description_before'])
        .execute(),
    );
    assert.deepEqual(kept, [
      {
        kind: 'proficiency',
        home_session_id: null,
        school_session_id: sessionId,
        student_id: pupilId,
        score_before: 6,
        description_before: 'Six of ten.',
      },
    ]);
    const { text } = await (await login(app, 'pupil')).get(`/study/school/${sessionId}`);
    assert.match(text, /Counted again on .* The score before was 6\./, 'the page says what it said before');
    const [own] = await questionReports.ownReports(pupil);
    assert.equal(own?.state, 'corrected');
    await app.worker.runDue();
    assert.deepEqual(await scores(), [after]);
  },
);

databaseTest('a program reports a question of a lesson as the page does', async (db, t) => {
  const { app, place, revisionId, sessionId } = await lesson(db, t);
  const noa = await login(app, 'pupil');
  const read = await noa.get(`/api/v1/lessons/${sessionId}`);
  assert.match(read.text, new RegExp(`"posed":\\{"revisionId":${revisionId},`));
  const send = (more: object) =>
    noa.post('/api/v1/question-reports', { place, revisionId, reason: 'answer', comment: 'It is 777.', ...more });
  const wordless = await send({ reason: 'other', comment: ' ' });
  assert.equal(wordless.status, 400);
  assert.match(wordless.text, /"comment":"some words, where the reason is/);
  assert.equal((await send({ reason: 'odd' })).status, 400);
  assert.equal((await send({ revisionId: revisionId + 1000 })).status, 404);
  assert.equal((await send({ place: { at: 'sitting', sittingId: 1 } })).status, 404);
  for (const _ of [0, 1]) assert.equal((await send({})).status, 204);
  const { json } = await noa.get('/api/v1/question-reports');
  assert.ok(Array.isArray(json) && json.length === 1, 'one open report');
  const { origin, state, comment, answer } = json[0];
  assert.deepEqual([origin, state, comment, answer], ['lesson', 'open', 'It is 777.', null]);
});
