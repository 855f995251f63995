import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { TestClock } from '../../../test/support/clock.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { AFTER_QUARTER, noon, quarterSchool } from '../../../test/support/quarter-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { quarterNumbered } from '../../domain/evaluation/school-quarter.ts';
import { DAY, MINUTE } from '../../shared/instant.ts';

const FIRST = quarterNumbered(2026, 1);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The class with its quarter closed, and whoever has to do with it. */
async function closedQuarter(db: DatabaseManager, t: TestContext, pupils = 3) {
  const school = await quarterSchool(db, pupils);
  const clock = new TestClock(AFTER_QUARTER);
  const app = await startTestApp(t, db, { clock });
  await app.services.quarterClosings.close(school.schoolId, FIRST);
  await app.worker.runDue();
  const board = async () => {
    const view = await app.services.classQuarters.board(school.manager, { quarter: FIRST });
    return view ?? assert.fail();
  };
  const [first = 0, second = 0] = school.studentIds;
  const parent = actor(school.parentId, 'parent');
  const pupil = school.pupil(first);
  return { ...school, app, clock, board, first, second, parent, own: pupil };
}

databaseTest('a class manager says what the sessions cannot, and all of it stays on record', async (db, t) => {
  const { app, board, manager, first, second, clock, make, schoolId } = await closedQuarter(db, t);
  const { classQuarters } = app.services;
  assert.deepEqual(
    (await board()).subjects.map(({ subject, pupils, missing }) => [subject, pupils, missing]),
    [['math', 3, 3]],
    'nobody was seen with others',
  );
  const wish = { studentId: first, subject: 'math', kind: 'social' as const, reason: null, words: 'Helps others.' };
  const none = { ...wish, studentId: second, score: null, reason: 'was away' as const, words: '' };
  assert.deepEqual(await classQuarters.give(manager, FIRST, [{ ...wish, score: 8 }, none]), []);
  const lineOf = async (id: number) => (await board()).lines.find(({ studentId }) => studentId === id) ?? assert.fail();
  assert.equal((await lineOf(first)).scores.social.score, 8);
  assert.equal((await lineOf(second)).scores.social.own.reason, 'was away');
  assert.deepEqual((await board()).subjects[0]?.missing, 1);
  const { lastChange } = (await lineOf(first)).scores.social.own;
  clock.advance(MINUTE);
  await classQuarters.give(manager, FIRST, [{ ...wish, score: 9, seen: lastChange }]);
  const late = await classQuarters.give(manager, FIRST, [{ ...wish, score: 2, seen: lastChange }]);
  assert.deepEqual(
    late.map(({ why }) => why),
    ['changed'],
    'somebody else was there before',
  );
  await classQuarters.give(manager, FIRST, [{ ...wish, score: null, words: '' }]);
  assert.equal((await lineOf(first)).scores.social.score, null, 'taken back');
  const kept = await db.handle().selectFrom('quarter_given').selectAll().where('student_id', '=', first).execute();
  assert.deepEqual(
    kept.map(({ score }) => score),
    [8, 9, null],
  );
  const wrong = await classQuarters.give(manager, FIRST, [
    { ...wish, score: 11 },
    { ...wish, kind: 'investment', score: 5, subject: 'art' },
    { ...wish, kind: 'investment', score: 5, words: 'x'.repeat(501) },
  ]);
  assert.deepEqual(
    wrong.map(({ why }) => why),
    ['no score', 'not found', 'too long'],
  );
  const other = actor(await make.classManager('elsewhere', schoolId, []), 'class manager', schoolId);
  await assert.rejects(classQuarters.give(other, FIRST, [{ ...wish, score: 1 }]), { kind: 'not-found' });
});

databaseTest('pupils and parents see a quarter when it is shown, and may contest what it says', async (db, t) => {
  const { app, board, manager, classId, first, own, parent, clock, pupil, second } = await closedQuarter(db, t);
  const { classQuarters, pupilQuarters } = app.services;
  assert.deepEqual(await pupilQuarters.ofPupil(own, first), [], 'not yet');
  const { id } =
    (await board()).lines.find(({ studentId }) => studentId === first)?.scores.proficiency ?? assert.fail();
  await assert.rejects(pupilQuarters.contest(own, 'proficiency', id, 'No.'), { kind: 'not-found' });
  assert.equal(await classQuarters.release(manager, classId, FIRST), 3);
  for (const reader of [own, parent]) {
    const [line] = await pupilQuarters.ofPupil(reader, first);
    assert.deepEqual([line?.subject, line?.scores.proficiency.score], ['math', 6.4]);
  }
  await assert.rejects(pupilQuarters.ofPupil(parent, second), { kind: 'not-found' });
  await assert.rejects(pupilQuarters.contest(pupil(second), 'proficiency', id, 'No.'), { kind: 'not-found' });
  await assert.rejects(pupilQuarters.contest(own, 'proficiency', id, ' '), { kind: 'invalid-input' });
  await pupilQuarters.contest(parent, 'proficiency', id, 'She was ill.', first);
  await pupilQuarters.contest(own, 'proficiency', id, 'Saying it twice adds nothing.');
  const contested = (await board()).lines[0] ?? assert.fail();
  assert.deepEqual([contested.studentId, contested.scores.proficiency.said.contest?.words], [first, 'She was ill.']);
  assert.equal(contested.scores.proficiency.said.history.length, 1);
  clock.advance(DAY);
  const answer = { action: 'disputed', words: 'I think so too.' } as const;
  await classQuarters.answer(manager, { kind: 'proficiency', id }, answer);
  const { said, score } = (await pupilQuarters.ofPupil(own, first))[0]?.scores.proficiency ?? assert.fail();
  assert.deepEqual([said.contest, said.disputed, score], [null, true, 6.4], 'no score is written over');
  const again = { action: 'stands', words: 'Looked at it again.' } as const;
  await classQuarters.answer(manager, { kind: 'proficiency', id }, again);
  await assert.rejects(classQuarters.answer(manager, { kind: 'proficiency', id }, again), {
    code: 'nothing-to-answer',
  });
});

databaseTest(
  'an own score answers who contests investment; what changes after the close is shown as that',
  async (db, t) => {
    const { app, board, manager, classId, first, own, clock, study } = await closedQuarter(db, t);
    const { classQuarters, pupilQuarters } = app.services;
    await classQuarters.release(manager, classId, FIRST);
    const { id } = (await pupilQuarters.ofPupil(own, first))[0]?.scores.investment ?? assert.fail();
    await pupilQuarters.contest(own, 'investment', id, 'I worked more than that.');
    clock.advance(MINUTE);
    const given = {
      studentId: first,
      subject: 'math',
      kind: 'investment' as const,
      score: 9,
      reason: null,
      words: 'True.',
    };
    await classQuarters.give(manager, FIRST, [given]);
    const before = (await pupilQuarters.ofPupil(own, first))[0]?.scores ?? assert.fail();
    assert.deepEqual(
      [before.investment.said.contest, before.investment.score, before.investment.made.score],
      [null, 9, 6.4],
    );
    assert.equal(before.proficiency.since, null);
    await study(first, noon('2026-11-14'), 1);
    const after = (await pupilQuarters.ofPupil(own, first))[0]?.scores ?? assert.fail();
    assert.equal(after.proficiency.score, 6.4, 'not written over');
    assert.ok((after.proficiency.since?.score ?? 9) < 6.4);
    assert.equal((await board()).lines.filter(({ scores }) => scores.proficiency.since !== null).length, 1);
  },
);

databaseTest('the pages, the file and the API say the same of a quarter', async (db, t) => {
  const { app, first, classId, manager } = await closedQuarter(db, t);
  const page = await login(app, 'class-manager');
  const at = `/class/quarter?class=${classId}&quarter=2026/1`;
  const shown = (await page.get(at)).text;
  assert.match(shown, /Made of 4 sessions with scores from 4 to 8/);
  const sent = `class=${classId}&quarter=2026/1&subject=math&social-${first}=7&words-social-${first}=Kind&seen-social-${first}=`;
  const saved = await page.post('/class/quarter', sent, FORM);
  assert.equal(saved.status, 303, saved.text);
  const late = await page.post('/class/quarter', sent.replace('=7', '=3'), FORM);
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody has changed it meanwhile/);
  assert.match(late.text, /value="3" selected/, 'what was chosen stays');
  const bad = await page.post('/class/quarter', sent.replace('=7', '=12'), FORM);
  assert.equal(bad.status, 400);
  const api = await page.get(`/api/v1/class/quarter?classId=${classId}&quarter=2026/1`);
  const body = JSON.parse(api.text);
  const line = body.lines.find((one: { studentId: number }) => one.studentId === first);
  assert.deepEqual(
    line.scores.map((one: { kind: string; score: number | null; source: string }) => [one.kind, one.score, one.source]),
    [
      ['proficiency', 6.4, 'evaluator'],
      ['investment', 6.4, 'evaluator'],
      ['social', 7, 'class manager'],
    ],
  );
  const csv = (await page.get(`${at.replace('quarter?', 'quarter.csv?')}&subject=math`)).text;
  assert.match(csv, /Noa Tester,math,6\.4,,6\.4,,,,,7,Kind,,/i);
  assert.equal((await page.get('/api/v1/class/quarter?quarter=2026/5')).status, 400);
  await app.services.classQuarters.release(manager, classId, FIRST);
  const parent = await login(app, 'parent');
  const child = (await parent.get(`/children/${first}`)).text;
  assert.match(child, /Social: 7 of 10/);
  const quarters = JSON.parse((await parent.get(`/api/v1/children/${first}/quarters`)).text).quarters;
  assert.equal(quarters.length, 1);
  const school = await login(app, 'manager');
  const overview = (await school.get('/school/quarter?quarter=2026/1')).text;
  assert.match(overview, /1 of 6/, 'one of six scores was said by a person');
  assert.match(overview, /3 of 3/, 'everybody sees it');
  const again = await school.post('/school/quarter', 'quarter=2026/1&again=yes', FORM);
  assert.equal(again.status, 303);
  const running = await school.get('/school/quarter?quarter=2026/1');
  assert.equal(running.headers.refresh, '2');
  assert.equal((await school.post('/school/quarter', 'quarter=2026/2', FORM)).status, 409);
});

test('a class’s quarter takes as many queries for many pupils and sessions as for few', async (t) => {
  const queriesFor = async (pupils: number, scores: number[]) => {
    const { db, count } = await openCounted(t);
    const { manager, schoolId } = await quarterSchool(db, pupils, scores);
    const app = await startTestApp(t, db, { clock: new TestClock(AFTER_QUARTER) });
    await app.services.quarterClosings.close(schoolId, FIRST);
    await app.worker.runDue();
    return count(() => app.services.classQuarters.board(manager, { quarter: FIRST }));
  };
  assert.equal(await queriesFor(12, [4, 5, 6, 7, 8]), await queriesFor(3, [4, 6, 8]));
});
