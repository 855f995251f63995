import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { lessonOf } from '../../../test/support/held-lesson.ts';
import { actor } from '../../../test/support/past.ts';
import { MINUTE } from '../../shared/instant.ts';

const away = (studentId: number, reason: 'sick' | 'excused' | 'unexcused' | null, seen?: number | null) => {
  return { studentId, attended: false, reason, seen };
};

databaseTest(
  'who joins is there, late or in time; reasons of the others are said at once, and what was said stays',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { attendance, runningLessons } = app.services;
    const { lesson, manager, join, ids } = await lessonOf(db, app);
    const [first, second, third, fourth] = ids;
    const sheet = async () => {
      const { lines, changes } = await attendance.sheetOf(manager, lesson.id);
      return { of: new Map(lines.map((line) => [line.studentId, line])), lines, changes };
    };
    assert.deepEqual(new Set((await sheet()).lines.map(({ state }) => state)), new Set(['expected']));
    await join(0);
    app.clock.advance(7 * MINUTE);
    await join(1);
    const refused = await attendance.setAttendance(manager, lesson.id, [
      away(first, 'sick'),
      away(third, 'sick', null),
      away(fourth, 'unexcused', null),
      away(987_654_321, 'sick'),
    ]);
    assert.deepEqual(
      refused.map(({ studentId, why }) => [studentId, why]),
      [
        [first, 'at work'],
        [987_654_321, 'no place'],
      ],
      'the rest is saved',
    );
    const { of, changes } = await sheet();
    assert.deepEqual(
      ids.map((id) => [of.get(id)?.state, of.get(id)?.reason, of.get(id)?.minutesLate]),
      [
        ['there', null, 0],
        ['late', null, 7],
        ['absent', 'sick', 0],
        ['absent', 'unexcused', 0],
      ],
    );
    assert.deepEqual(
      changes.map(({ studentId, by }) => [studentId, by === null]).slice(2),
      [
        [second, true],
        [first, true],
      ],
      'who joined said so by that',
    );
    await runningLessons.stop(manager, lesson.id);
    await attendance.setAttendance(manager, lesson.id, [away(fourth, 'excused')]);
    await attendance.setAttendance(manager, lesson.id, [away(fourth, 'excused')]);
    const own = (await sheet()).changes.filter(({ studentId }) => studentId === fourth);
    assert.deepEqual(
      own.map(({ reason, by }) => [reason, by !== null]),
      [
        ['excused', true],
        ['unexcused', true],
      ],
      'the newest first, and to say it again adds nothing',
    );
  },
);

databaseTest('who was said to be away and comes after all is there, and both stand in the history', async (db, t) => {
  const app = await startTestApp(t, db);
  const { attendance, lessonWall } = app.services;
  const { lesson, manager, join, ids } = await lessonOf(db, app);
  const [pupil] = ids;
  await attendance.setAttendance(manager, lesson.id, [away(pupil, 'sick')]);
  app.clock.advance(10 * MINUTE);
  const card = async () =>
    (await lessonWall.wallOf(manager, lesson.id)).cards.find(({ studentId }) => studentId === pupil);
  assert.deepEqual([(await card())?.place, (await card())?.reasons], ['absent', []], 'nobody waits for them');
  const seen = (await attendance.sheetOf(manager, lesson.id)).lines.find(({ studentId }) => studentId === pupil);
  await join(0);
  const { lines, changes } = await attendance.sheetOf(manager, lesson.id);
  const line = lines.find(({ studentId }) => studentId === pupil);
  assert.deepEqual([line?.state, line?.minutesLate, line?.reason], ['late', 10, null]);
  assert.deepEqual(
    changes.map(({ attended, reason }) => [attended, reason]),
    [
      [true, null],
      [false, 'sick'],
    ],
  );
  const refused = await attendance.setAttendance(manager, lesson.id, [away(pupil, 'excused', seen?.lastChange)]);
  assert.deepEqual(
    refused.map(({ why }) => why),
    ['changed'],
    'the class manager is told that it was changed since they looked',
  );
});

databaseTest('only class managers of the class take attendance, of a lesson that has begun', async (db, t) => {
  const app = await startTestApp(t, db);
  const { attendance, lessonPlanning } = app.services;
  const { lesson, manager, classId, ids, make, schoolId, classManagerId } = await lessonOf(db, app);
  const stranger = actor(await make.classManager('stranger', schoolId, []), 'class manager', schoolId);
  await assert.rejects(attendance.sheetOf(stranger, lesson.id), { kind: 'not-found' });
  await assert.rejects(attendance.setAttendance(stranger, lesson.id, [away(ids[0], 'sick')]), { kind: 'not-found' });
  await assert.rejects(attendance.ofClass(stranger, classId), { kind: 'not-found' });
  await assert.rejects(attendance.sheetOf(actor(ids[0], 'student', schoolId), lesson.id), { kind: 'forbidden' });
  const startAt = app.clock.now() + 60 * MINUTE;
  const { lesson: ahead } = await lessonPlanning.createLesson(manager, {
    classId,
    type: 'individual',
    minutes: 45,
    startAt,
  });
  await assert.rejects(attendance.sheetOf(manager, ahead.id), { code: 'invalid-session-state' });
  const twice = [away(ids[0], 'sick'), away(ids[0], 'excused')];
  await assert.rejects(attendance.setAttendance(manager, lesson.id, twice), { kind: 'invalid-input' });
  await db.run((handle) =>
    handle.deleteFrom('classess_class_managers').where('class_manager_id', '=', classManagerId).execute(),
  );
  await assert.rejects(attendance.sheetOf(manager, lesson.id), { kind: 'not-found' }, 'a class that was left');
});

databaseTest('who has left the class stands in no sheet of it any more', async (db, t) => {
  const app = await startTestApp(t, db);
  const { attendance } = app.services;
  const { lesson, manager, ids } = await lessonOf(db, app);
  await db.run((handle) => handle.deleteFrom('classes_students').where('student_id', '=', ids[3]).execute());
  const { lines } = await attendance.sheetOf(manager, lesson.id);
  assert.deepEqual(new Set(lines.map(({ studentId }) => studentId)), new Set(ids.slice(0, 3)));
  const refused = await attendance.setAttendance(manager, lesson.id, [away(ids[3], 'sick')]);
  assert.deepEqual(refused, [{ studentId: ids[3], name: null, why: 'no place' }]);
});

databaseTest('a class over the weeks: a column a lesson, and what the term comes to for each', async (db, t) => {
  const app = await startTestApp(t, db);
  const { attendance, runningLessons } = app.services;
  const { lesson, manager, classId, give, join, ids } = await lessonOf(db, app);
  const hold = async (id: number, reason: 'sick' | null) => {
    await join(0);
    app.clock.advance(5 * MINUTE);
    await join(1);
    if (reason !== null) await attendance.setAttendance(manager, id, [away(ids[2], reason)]);
    await runningLessons.stop(manager, id);
    app.clock.advance(MINUTE);
  };
  await hold(lesson.id, 'sick');
  const second = await give();
  await hold(second.id, null);
  const { lessons, pupils, before } = await attendance.ofClass(manager, classId);
  assert.deepEqual(
    lessons.map(({ id }) => id),
    [second.id, lesson.id],
  );
  assert.equal(before, null);
  const line = (place: 0 | 1 | 2) => pupils.find(({ studentId }) => studentId === ids[place]);
  const { studentId: _, ...counted } = line(2)?.count ?? assert.fail();
  assert.deepEqual(counted, { places: 2, there: 0, late: 0, sick: 1, excused: 0, unexcused: 0 });
  assert.deepEqual([line(0)?.count?.there, line(0)?.count?.late], [2, 0]);
  assert.deepEqual([line(1)?.count?.there, line(1)?.count?.late], [2, 2]);
  assert.deepEqual(
    line(1)?.cells.map((cell) => cell?.minutesLate),
    [5, 5],
  );
  assert.deepEqual(
    line(2)?.cells.map((cell) => cell?.reason),
    [null, 'sick'],
  );
  const newest = await attendance.ofClass(manager, classId, undefined, 1);
  assert.equal(newest.before, newest.lessons[0]?.start);
  const older = await attendance.ofClass(manager, classId, newest.before ?? 0, 1);
  assert.deepEqual(
    older.lessons.map(({ id }) => id),
    [lesson.id],
  );
});

test('a class of 40 asks the database as often as a class of 4, to read it, to set it, and over the weeks', async (t) => {
  const counts: Record<string, number>[] = [];
  for (const pupils of [4, 40]) {
    const { db, count } = await openCounted(t);
    const app = await startTestApp(t, db);
    const { lesson, manager, classId, studentIds } = await lessonOf(db, app, pupils);
    const page = await login(app, 'class-manager');
    const { attendance, runningLessons } = app.services;
    const set = () =>
      attendance.setAttendance(
        manager,
        lesson.id,
        studentIds.map((id) => away(id, 'sick')),
      );
    const saved = await count(set);
    await runningLessons.stop(manager, lesson.id);
    counts.push({
      saved,
      sheet: await count(() => page.get(`/classroom/lessons/${lesson.id}/attendance`)),
      weeks: await count(() => page.get(`/classroom/attendance?class=${classId}`)),
    });
  }
  assert.deepEqual(counts[0], counts[1]);
  t.diagnostic(JSON.stringify(counts[1]));
});

databaseTest(
  'the page sets one, the ticked ones, or all who are away; what was refused keeps what was chosen',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const { lesson, join, ids, manager } = await lessonOf(db, app);
    const page = await login(app, 'class-manager');
    const at = `/classroom/lessons/${lesson.id}/attendance`;
    const submit = (fields: Record<string, string | string[]>) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
      return page.post(at, new URLSearchParams(pairs).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
    };
    const reasons = async () => {
      const { lines } = await app.services.attendance.sheetOf(manager, lesson.id);
      const of = new Map(lines.map((line) => [line.studentId, line]));
      return ids.map((id) => (of.get(id)?.attended ? 'there' : of.get(id)?.reason));
    };
    const [first, second, third, fourth] = ids;
    const whole = { [`was-${first}`]: 'absent', [`was-${second}`]: 'absent', [`seen-${second}`]: '' };
    await submit({ ...whole, do: 'ticked', tickedMark: 'excused', ticked: [`${first}`, `${second}`] });
    assert.deepEqual(await reasons(), ['excused', 'excused', null, null]);
    const all = Object.fromEntries(
      ids.map((id) => [`was-${id}`, id === first || id === second ? 'excused' : 'absent']),
    );
    const marks = Object.fromEntries(ids.map((id) => [`mark-${id}`, all[`was-${id}`] ?? '']));
    const sent = await submit({ ...all, ...marks, [`mark-${first}`]: 'there', do: 'away', awayMark: 'sick' });
    assert.equal(sent.headers.location, `${at}?done=saved`);
    assert.deepEqual(
      await reasons(),
      ['there', 'excused', 'sick', 'sick'],
      'and what was changed beside it is saved, too',
    );
    await join(3);
    const late = { [`was-${fourth}`]: 'sick', [`seen-${fourth}`]: '1', [`mark-${fourth}`]: 'excused' };
    const wrong = await submit({ ...late, [`was-${third}`]: 'sick', [`mark-${third}`]: 'unexcused', do: 'save' });
    assert.equal(wrong.status, 409);
    assert.match(wrong.text, /Not all of it could be saved[\s\S]*was changed meanwhile/);
    assert.deepEqual(await reasons(), ['there', 'excused', 'unexcused', 'there']);
  },
);
