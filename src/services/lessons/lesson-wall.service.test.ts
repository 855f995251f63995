import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { classOf } from '../../../test/support/class-of.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { actor } from '../../../test/support/past.ts';
import { runningLesson } from '../../../test/support/running-lesson.ts';
import { MINUTE } from '../../shared/instant.ts';

databaseTest('the wall says who is there, what was said and done, and who needs somebody first', async (db, t) => {
  const app = await startTestApp(t, db);
  const { lessonWall, lessonAttendance } = app.services;
  const { manager, lesson, join, studentIds } = await runningLesson(db, app);
  const before = await lessonWall.wallOf(manager, lesson.id);
  assert.deepEqual(
    before.cards.map(({ place, reasons }) => [place, reasons.length]),
    [
      ['expected', 0],
      ['expected', 0],
      ['expected', 0],
    ],
  );
  const one = await join(0);
  const two = await join(1);
  await one.say('999999');
  await two.say('hint');
  await lessonAttendance.raiseHand(two.own, two.sessionId, true);
  app.clock.advance(3 * MINUTE);
  const { cards, lesson: head } = await lessonWall.wallOf(manager, lesson.id);
  assert.deepEqual(
    cards.map(({ studentId, place, reasons }) => [studentId, place, reasons.map(({ kind }) => kind)]),
    [
      [studentIds[1], 'there', ['hand']],
      [studentIds[2], 'late', ['late']],
      [studentIds[0], 'there', []],
    ],
  );
  const [hand, , worked] = cards;
  assert.deepEqual([worked?.lastWords, worked?.attempts, worked?.solved, worked?.misses], ['999999', 1, 0, 1]);
  assert.ok((worked?.mastery ?? 1) < (worked?.masteryBefore ?? 0), 'a wrong answer lowers the estimate');
  assert.deepEqual([hand?.hints, hand?.lastWords], [1, 'hint']);
  assert.deepEqual([head.counts.there, head.counts.expected, head.counts.hands, head.counts.needing], [2, 3, 1, 2]);
});

databaseTest(
  'a wall and a talk are for the class manager of the class alone, and reading a talk is noted',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { lessonWall, lessonTranscripts } = app.services;
    const { manager, make, schoolId, lesson, join, studentIds, managerId } = await runningLesson(db, app);
    const one = await join(0);
    await one.say('hint');
    const stranger = actor(await make.classManager('of-others', schoolId, []), 'class manager', schoolId);
    await assert.rejects(lessonWall.wallOf(stranger, lesson.id), { code: 'not-found' });
    await assert.rejects(lessonTranscripts.read(stranger, lesson.id, one.sessionId), { code: 'not-found' });
    await assert.rejects(lessonWall.wallOf(one.own, lesson.id), { code: 'forbidden' });
    await assert.rejects(lessonWall.wallOf(actor(managerId, 'school manager', schoolId), lesson.id), {
      code: 'forbidden',
    });
    await assert.rejects(lessonTranscripts.read(manager, lesson.id, 987_654), { code: 'not-found' });
    const talk = await lessonTranscripts.read(manager, lesson.id, one.sessionId);
    assert.deepEqual(
      talk.messages.map(({ from }) => from),
      ['teacher', 'student', 'teacher'],
    );
    const noted = await db
      .handle()
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'read a transcript')
      .execute();
    assert.deepEqual(
      noted.map((row) => row.student_id),
      [studentIds[0]],
    );
  },
);

test('a wall asks as little of the database for a class of thirty as for two', async (t) => {
  const count = async (pupils: number) => {
    const { db, count: counted } = await openCounted(t);
    const app = await startTestApp(t, db);
    const { manager, lesson, join } = await runningLesson(db, app, pupils);
    for (let place = 0; place < Math.min(pupils, 4); place += 1) await (await join(place)).say('hint');
    return counted(() => app.services.lessonWall.wallOf(manager, lesson.id));
  };
  const few = await count(2);
  assert.equal(await count(30), few);
  assert.ok(few <= 8, `${few} queries`);
});

databaseTest('groups are proposed for all of the class, and a lesson begins with them', async (db, t) => {
  const app = await startTestApp(t, db);
  const { groupProposals, lessonPlanning, lessonWall } = app.services;
  const { manager, classId } = await classOf(db, 6);
  const choices = await groupProposals.propose(manager, { classId, size: 3, grouping: 'mixed' });
  const groups = [...Map.groupBy(choices.pupils, ({ group }) => group).values()];
  assert.deepEqual(
    groups.map((group) => group.length),
    [3, 3],
  );
  assert.ok(choices.courses.length > 0);
  const wish = { classId, type: 'group', minutes: 30 } as const;
  const { lesson } = await lessonPlanning.createLesson(manager, {
    ...wish,
    groups: groups.map((group) => ({ studentIds: group.map(({ id }) => id) })),
  });
  const wall = await lessonWall.wallOf(manager, lesson.id);
  assert.equal(wall.cards.length, 6, 'a card for each pupil');
  assert.deepEqual([...new Set(wall.cards.map(({ group }) => group))].sort(), ['Group 1', 'Group 2']);
});
