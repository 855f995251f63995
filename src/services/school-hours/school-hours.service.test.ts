import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSchoolLesson } from '../../../test/support/school-lesson.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

databaseTest(
  'a lesson at school and a session at home with the same id never show in each other’s place',
  async (db, t) => {
    const { pupilId, mateId, parentId, classManagerId, classId, schoolId, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const start = app.clock.now() - DAY;
    const home = await addPast(db, {
      studentId: pupilId,
      courseId,
      teacherId,
      start,
      minutes: 40,
      talk: [{ from: 'student', content: 'SAID AT HOME' }],
      attempts: [{ verdict: 'correct' }],
      evaluation: { score: 9, description: 'ABOUT HOME' },
    });
    const lesson = { classId, classManagerId, teacherId, courseId, unitName: 'Adding', start };
    const talk = [{ by: pupilId, content: 'SAID AT SCHOOL' }];
    const { id } = home;
    await addSchoolLesson(db, { ...lesson, id, studentIds: [pupilId], talk, description: 'ABOUT SCHOOL' });
    const pupil = actor(pupilId, 'student', schoolId);
    const { schoolHours, history, sessionSummary, sessionView, family, childPages } = app.services;
    const atSchool = await schoolHours.session(pupil, pupilId, id);
    assert.match(JSON.stringify(atSchool), /SAID AT SCHOOL.*/);
    assert.doesNotMatch(JSON.stringify(atSchool), /HOME/);
    assert.deepEqual(atSchool.questions, [], 'an answer at home is none at school');
    const list = await schoolHours.overview(pupil, pupilId);
    assert.deepEqual(
      list.sessions.map((session) => session.evaluations.map(({ kind, score }) => [kind, score])),
      [
        [
          ['proficiency', 6],
          ['social', 6],
        ],
      ],
    );
    const atHome = {
      history: await history.ownHistory(pupil, { limit: 10 }),
      summary: await sessionSummary.summaryOf(pupil, id),
      words: await sessionView.messagesOf(pupil, id, 0),
      child: await childPages.child(actor(parentId, 'parent'), pupilId),
      transcript: await family.transcript(actor(parentId, 'parent'), pupilId, id),
    };
    assert.doesNotMatch(JSON.stringify(atHome), /SCHOOL/);
    assert.equal(atHome.history.sessions.length, 1);
    assert.deepEqual(
      atHome.summary.evaluation.evaluations.map(({ score }) => score),
      [9, 9],
    );
    // A session that exists at school only is none at home, and the other way round.
    const only = await addSchoolLesson(db, { ...lesson, studentIds: [mateId], start: start + HOUR });
    await assert.rejects(sessionSummary.summaryOf(actor(mateId, 'student', schoolId), only), { kind: 'not-found' });
    await assert.rejects(schoolHours.session(pupil, pupilId, only), { kind: 'not-found' });
  },
);

databaseTest(
  'parents read no group’s words, by no policy, and their own child’s only where the policy is full',
  async (db, t) => {
    const { pupilId, mateId, parentId, classManagerId, classId, schoolId, courseId, teacherId, managerId } =
      await smallSchool(db);
    const app = await startTestApp(t, db);
    const start = app.clock.now() - DAY;
    const lesson = { classId, classManagerId, teacherId, courseId, unitName: 'Adding', start };
    const talk = [
      { by: mateId, content: 'WORDS OF DAN' },
      { by: pupilId, content: 'WORDS OF NOA' },
      { by: pupilId, content: 'A SECRET', hidden: true },
    ];
    const together = await addSchoolLesson(db, { ...lesson, type: 'group', studentIds: [pupilId, mateId], talk });
    const alone = await addSchoolLesson(db, { ...lesson, studentIds: [pupilId], talk: talk.slice(1) });
    const { schoolHours } = app.services;
    const parent = actor(parentId, 'parent');
    const read = async (who: typeof parent, id: number) => {
      const view = await schoolHours.session(who, pupilId, id);
      return {
        words: view.words.open ? view.words.messages.map(({ content }) => content) : view.words.because,
        others: view.others,
      };
    };
    assert.deepEqual(await read(parent, alone), { words: 'policy', others: [] });
    await db.run((handle) => handle.updateTable('schools').set({ transcript_policy: 'full' }).execute());
    assert.deepEqual(await read(parent, alone), { words: ['WORDS OF NOA'], others: [] });
    assert.deepEqual(await read(parent, together), { words: 'words of others', others: [] });
    const everything = ['WORDS OF DAN', 'WORDS OF NOA', 'A SECRET'];
    assert.deepEqual(await read(actor(pupilId, 'student', schoolId), together), { words: everything, others: ['Dan'] });
    const staff = actor(classManagerId, 'class manager', schoolId);
    assert.deepEqual(await read(staff, together), { words: everything, others: ['Dan'] });
    const ruth = actor(managerId, 'school manager', schoolId);
    assert.deepEqual(await read(ruth, together), { words: 'staff of the class', others: ['Dan'] });
    const audit = await db
      .handle()
      .selectFrom('audit_log')
      .select(['actor_id', 'student_id'])
      .where('action', '=', 'read a transcript')
      .orderBy('id')
      .execute();
    assert.deepEqual(audit, [
      { actor_id: parentId, student_id: pupilId },
      { actor_id: classManagerId, student_id: mateId },
      { actor_id: classManagerId, student_id: pupilId },
    ]);
    await db.run((handle) => handle.updateTable('parents_students').set({ status: 'blocked' }).execute());
    await assert.rejects(schoolHours.session(parent, pupilId, alone), { kind: 'not-found' });
    await assert.rejects(schoolHours.overview(parent, pupilId), { kind: 'not-found' });
  },
);

databaseTest(
  'a lesson that was missed says so and has nothing to read, and the newest lessons come first',
  async (db, t) => {
    const { pupilId, mateId, classManagerId, classId, schoolId, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const lesson = { classId, classManagerId, teacherId, courseId, unitName: 'Adding' };
    const now = app.clock.now();
    const ids: number[] = [];
    for (let week = 7; week > 0; week -= 1) {
      const start = now - week * 7 * DAY;
      const who = week === 1 ? { studentIds: [mateId], absentIds: [pupilId] } : { studentIds: [pupilId] };
      ids.push(await addSchoolLesson(db, { ...lesson, ...who, start, talk: [{ by: mateId, content: 'hello' }] }));
    }
    const pupil = actor(pupilId, 'student', schoolId);
    const { schoolHours } = app.services;
    const first = await schoolHours.overview(pupil, pupilId);
    assert.deepEqual(
      first.sessions.map(({ id }) => id),
      ids.toReversed().slice(0, 5),
    );
    assert.deepEqual([first.sessions[0]?.attended, first.sessions[0]?.absence], [false, 'sick']);
    const rest = await schoolHours.overview(pupil, pupilId, first.before ?? 0);
    assert.deepEqual([rest.sessions.map(({ id }) => id), rest.before], [[ids[1], ids[0]], null]);
    const missed = await schoolHours.session(pupil, pupilId, ids.at(-1) ?? 0);
    assert.deepEqual(
      [missed.words, missed.activeMs, missed.evaluations],
      [{ open: false, because: 'not there' }, 0, []],
    );
  },
);
