import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import { DAY } from '../../shared/instant.ts';

databaseTest(
  'a school is told of by grade, none of fewer than ten and none that could be worked out',
  async (db, t) => {
    const { make, courseId, teacherId } = await smallSchool(db);
    await make.region('south');
    const app = await startTestApp(t, db);
    const schoolId = await make.school('Large', 'north');
    const far = await make.school('Far', 'south');
    const grades = ['9th', '10th', '11th'] as const;
    const rooms = await Promise.all(grades.map((grade) => make.class(schoolId, grade)));
    for (const [place, id] of rooms.entries()) {
      const grade = grades[place] ?? '9th';
      await db.run((handle) =>
        handle.updateTable('classes').set({ grade_level: grade }).where('id', '=', id).execute(),
      );
    }
    const study = async (name: string, school: number, classId?: number) => {
      const studentId = await make.student(name, school, { firstName: 'Secret', ...(classId ? { classId } : {}) });
      const attempts = [{ verdict: 'correct' as const }];
      await addPast(db, { studentId, courseId, teacherId, start: app.clock.now() - DAY, minutes: 20, attempts });
    };
    const fill = async (room: number, from: number, to: number) => {
      for (let n = from; n < to; n += 1) await study(`${room}-${n}`, schoolId, rooms[room]);
    };
    await fill(0, 0, 14);
    await fill(1, 0, 11);
    for (let n = 0; n < 10; n += 1) await study(`far-${n}`, far);
    await countAllSessions(db);
    const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
    const { regionSchools } = app.services;
    const names = async () => (await regionSchools.ofSchool(supervisor, schoolId, {})).parts.map(({ name }) => name);
    assert.deepEqual(await names(), ['9th', '10th']);
    const view = await regionSchools.ofSchool(supervisor, schoolId, {});
    assert.deepEqual([view.metrics.sessions.value, view.metrics['active pupils'].value], [25, 25]);
    assert.deepEqual(
      view.parts.map(({ metrics }) => metrics.answers.value),
      [14, 11],
    );
    await fill(2, 0, 4);
    await countAllSessions(db);
    assert.deepEqual(await names(), ['9th'], 'what four did is not 29 less 14 less 11');
    await study('classless', schoolId);
    await countAllSessions(db);
    assert.deepEqual(await names(), ['9th']);
    await assert.rejects(regionSchools.ofSchool(supervisor, far, {}), { kind: 'not-found' });
    const page = await login(app, 'supervisor');
    for (const path of [`/region/schools/${schoolId}`, `/region/schools/${schoolId}/grades.csv`]) {
      const { status, text } = await page.get(path);
      assert.equal(status, 200, text.slice(0, 300));
      assert.ok(!text.includes('Secret') && !text.includes('11th'), path);
    }
    assert.equal((await page.get(`/region/schools/${far}`)).status, 404);
  },
);
