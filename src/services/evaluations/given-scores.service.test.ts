import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { lessonOf } from '../../../test/support/held-lesson.ts';
import { actor } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { GivenKind } from '../../domain/evaluation/given-score.ts';

/** A lesson that is over: two were there, the others not. */
async function held(db: DatabaseManager, app: TestApp, pupils = 4) {
  const school = await lessonOf(db, app, pupils);
  const sessions = [await school.work(0, 'hint'), await school.work(1)] as const;
  await school.stop();
  const lines = (await app.services.afterLesson.read(school.manager, school.lesson.id)).lines;
  const wish = (
    place: number,
    kind: GivenKind,
    score: number | null,
    more: { words?: string; seen?: number | null } = {},
  ) => {
    const studentId = school.studentIds[place] ?? 0;
    const sessionId = lines.find((line) => line.studentId === studentId)?.sessionId ?? 0;
    return { sessionId, studentId, kind, score, ...more };
  };
  return { ...school, sessions, wish };
}

databaseTest(
  'scores of many pupils are given at once; what cannot be is named with the reason, and the rest is saved',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { givenScores, afterLesson } = app.services;
    const { manager, lesson, wish, ids } = await held(db, app);
    const { saved, refused } = await givenScores.give(manager, [
      wish(0, 'investment', 8, { words: ' Came back to it by herself. ', seen: null }),
      wish(0, 'social', 6, { seen: null }),
      wish(1, 'investment', 11),
      wish(2, 'social', 5),
      { ...wish(1, 'social', 5), sessionId: 987_654_321 },
    ]);
    assert.deepEqual(
      saved.map(({ studentId, kind, score, words }) => [studentId, kind, score, words]),
      [
        [ids[0], 'investment', 8, 'Came back to it by herself.'],
        [ids[0], 'social', 6, ''],
      ],
    );
    assert.deepEqual(
      refused.map(({ studentId, why, name }) => [studentId, why, name !== null]),
      [
        [ids[1], 'no score', true],
        [ids[2], 'absent', true],
        [ids[1], 'not found', false],
      ],
    );
    const { lines } = await afterLesson.read(manager, lesson.id);
    const own = lines.find(({ studentId }) => studentId === ids[0])?.own;
    assert.deepEqual([own?.investment.score, own?.social.score], [8, 6]);
  },
);

databaseTest(
  'to give a score again changes nothing, another one in between is told, and every one stays on record',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { givenScores } = app.services;
    const { manager, wish, make, schoolId, classId, ids, sessions } = await held(db, app);
    const other = actor(await make.classManager('other-manager', schoolId, [classId]), 'class manager', schoolId);
    const first = await givenScores.give(manager, [wish(0, 'social', 6, { seen: null })]);
    const again = await givenScores.give(manager, [wish(0, 'social', 6, { seen: null })]);
    assert.deepEqual(again, first, 'what was acknowledged and lost on the way may be sent again');
    const seen = first.saved[0]?.lastChange ?? null;
    await givenScores.give(other, [wish(0, 'social', 4, { seen, words: 'Talked over others.' })]);
    const late = await givenScores.give(manager, [wish(0, 'social', 9, { seen })]);
    assert.deepEqual(
      late.refused.map(({ why, score, words }) => [why, score, words]),
      [['changed', 4, 'Talked over others.']],
    );
    await givenScores.give(manager, [wish(0, 'social', null, { seen: late.refused[0]?.lastChange ?? null })]);
    const place = { sessionId: sessions[0], studentId: ids[0] };
    const history = await givenScores.historyOf(manager, place);
    assert.deepEqual(
      history.map(({ score, by }) => [score, by !== null]),
      [
        [6, true],
        [4, true],
        [null, true],
      ],
    );
    assert.notEqual(history[0]?.by, history[1]?.by);
    const lesson = await app.services.schoolHours.session(manager, ids[0], sessions[0]);
    assert.ok(!lesson.evaluations.some(({ kind }) => kind === 'social'), 'what was taken back stands nowhere else');
  },
);

databaseTest('of two who score the same pupil at the same moment one is told', async (db, t) => {
  const app = await startTestApp(t, db);
  const { givenScores } = app.services;
  const { manager, wish, make, schoolId, classId } = await held(db, app);
  const other = actor(await make.classManager('other-manager', schoolId, [classId]), 'class manager', schoolId);
  const both = await Promise.all([
    givenScores.give(manager, [wish(0, 'investment', 3, { seen: null }), wish(1, 'investment', 3, { seen: null })]),
    givenScores.give(other, [wish(1, 'investment', 9, { seen: null }), wish(0, 'investment', 9, { seen: null })]),
  ]);
  assert.deepEqual(both.map(({ saved, refused }) => [saved.length, refused.length]).sort(), [
    [0, 2],
    [2, 0],
  ]);
});

databaseTest('nobody scores pupils of other classes, and who has left the class is scored no more', async (db, t) => {
  const app = await startTestApp(t, db);
  const { givenScores } = app.services;
  const { manager, wish, make, schoolId, ids, sessions } = await held(db, app);
  const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
  const one = wish(0, 'social', 6);
  await assert.rejects(givenScores.give(stranger, [one]), { kind: 'not-found' });
  await assert.rejects(givenScores.give(actor(ids[0], 'student', schoolId), [one]), { kind: 'forbidden' });
  await assert.rejects(givenScores.give(manager, [one, one]), { kind: 'invalid-input' });
  assert.deepEqual(await givenScores.historyOf(stranger, { sessionId: sessions[0], studentId: ids[0] }), []);
  await db.run((handle) => handle.deleteFrom('classes_students').where('student_id', '=', ids[0]).execute());
  await assert.rejects(givenScores.give(manager, [one]), { kind: 'not-found' });
});

databaseTest(
  'what a class manager gave is read by the pupil and by the parents, with what the evaluator gave',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { givenScores, attendance } = app.services;
    const { manager, lesson, wish, pupilId, sessions, ids } = await held(db, app);
    const words = 'Explained it to the whole table.';
    await givenScores.give(manager, [wish(0, 'social', 9, { words }), wish(0, 'investment', 7)]);
    const [parent, pupil] = [await login(app, 'parent'), await login(app, 'pupil')];
    const theirs = (await parent.get(`/children/${pupilId}/lessons/${sessions[0]}`)).text;
    const own = (await pupil.get(`/study/school/${sessions[0]}`)).text;
    for (const text of [theirs, own]) {
      assert.match(text, /Explained it to the whole table\./);
      assert.match(text, /9 of 10[\s\S]*was there|was there[\s\S]*9 of 10/);
      assert.match(text, /Proficiency/);
      assert.doesNotMatch(text, /What was given/, 'what was given before is for class managers');
    }
    await attendance.setAttendance(manager, lesson.id, [{ studentId: ids[0], attended: false, reason: 'excused' }]);
    assert.match((await parent.get(`/children/${pupilId}/lessons/${sessions[0]}`)).text, /away: excused/);
  },
);

databaseTest(
  'the page of a lesson takes all scores in one form; one that is none keeps what was typed, and the others are saved',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { lesson, manager, ids } = await held(db, app);
    const page = await login(app, 'class-manager');
    const at = `/classroom/lessons/${lesson.id}/after`;
    const submit = (fields: Record<string, string>) =>
      page.post(at, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    const shown = (await page.get(at)).text;
    assert.match(shown, new RegExp(`name="investment-${ids[0]}"`));
    assert.doesNotMatch(shown, new RegExp(`name="investment-${ids[2]}"`), 'of who was away there is nothing to score');
    const [first, second] = ids;
    const wrong = await submit({
      [`investment-${first}`]: '8',
      [`words-investment-${first}`]: 'Kept at it.',
      [`seen-investment-${first}`]: '',
      [`social-${first}`]: 'seven',
      [`investment-${second}`]: '',
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /Not all scores could be saved/);
    assert.match(wrong.text, /value="seven"/);
    const own = async () =>
      (await app.services.afterLesson.read(manager, lesson.id)).lines.find(({ studentId }) => studentId === first)?.own;
    assert.deepEqual([(await own())?.investment.score, (await own())?.investment.words], [8, 'Kept at it.']);
    const seen = String((await own())?.investment.lastChange);
    const shownNow = {
      [`was-investment-${first}`]: '["8","Kept at it."]',
      [`words-investment-${first}`]: 'Kept at it.',
    };
    const untouched = await submit({ ...shownNow, [`investment-${first}`]: '8', [`seen-investment-${first}`]: '' });
    assert.equal(untouched.status, 303);
    const stale = await submit({ ...shownNow, [`investment-${first}`]: '5', [`seen-investment-${first}`]: '' });
    assert.equal(stale.status, 409);
    assert.match(stale.text, /Somebody else has scored meanwhile\. Now it is 8 of 10/);
    assert.match(stale.text, new RegExp(`value="${seen}"`), 'saved again, it is meant');
    assert.equal((await own())?.investment.score, 8);
  },
);

test('a class of 40 asks the database as often as a class of 4, to look back on a lesson and to score it', async (t) => {
  const counts: Record<string, number>[] = [];
  for (const pupils of [4, 40]) {
    const { db, count } = await openCounted(t);
    const app = await startTestApp(t, db);
    const { lesson, manager, join, stop, studentIds } = await lessonOf(db, app, pupils);
    for (const place of studentIds.keys()) await join(place);
    await stop();
    const page = await login(app, 'class-manager');
    const { afterLesson, givenScores } = app.services;
    const { lines } = await afterLesson.read(manager, lesson.id);
    const wishes = lines.flatMap(({ sessionId, studentId }) =>
      (['investment', 'social'] as const).map((kind) => ({ sessionId, studentId, kind, score: 7, seen: null })),
    );
    counts.push({
      read: await count(() => page.get(`/classroom/lessons/${lesson.id}/after`)),
      given: await count(() => givenScores.give(manager, wishes)),
      takenBack: await count(() =>
        givenScores.give(
          manager,
          wishes.map(({ sessionId, studentId, kind }) => ({ sessionId, studentId, kind, score: null })),
        ),
      ),
    });
  }
  assert.deepEqual(counts[0], counts[1]);
  t.diagnostic(JSON.stringify(counts[1]));
});
