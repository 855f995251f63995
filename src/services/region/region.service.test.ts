import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { type Factory, smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

interface Wish {
  name: string;
  region?: string;
  enrolled: number;
  studied: number;
}

/** A school with so many pupils in a course, of whom so many have studied twenty minutes. */
async function addSchool(
  app: TestApp,
  make: Factory,
  { courseId, teacherId }: { courseId: number; teacherId: number },
  { name, region = 'north', enrolled, studied }: Wish,
): Promise<number> {
  const schoolId = await make.school(name, region);
  for (let n = 0; n < enrolled; n += 1) {
    const studentId = await make.student(`${name}-${n}`, schoolId, { firstName: `Secret${n}` });
    await make.enrol(studentId, courseId);
    const past = { studentId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 };
    if (n < studied) await addPast(app.db, past);
  }
  return schoolId;
}

databaseTest('numbers of groups under ten are not shown, nor can they be worked out', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const course = { courseId, teacherId };
  await addSchool(app, make, course, { name: 'Large', enrolled: 14, studied: 11 });
  await addSchool(app, make, course, { name: 'Quiet', enrolled: 10, studied: 4 });
  await addSchool(app, make, course, { name: 'Small', enrolled: 9, studied: 9 });
  await addSchool(app, make, course, { name: 'Without', enrolled: 0, studied: 0 });
  await make.region('south');
  await addSchool(app, make, course, { name: 'Far', region: 'south', enrolled: 12, studied: 12 });
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const { parts } = await app.services.region.overview(supervisor);
  assert.equal(parts.length, 1);
  const [part] = parts;
  const { lastPublished, ...content } = part?.content ?? {};
  const nothing = { drafts: 0, reported: 0 };
  assert.deepEqual(content, { courses: 1, units: 2, studyQuestions: 16, testQuestions: 0, ...nothing });
  assert.ok(lastPublished, 'the course was published when it was brought in');
  assert.deepEqual(
    part?.schools.map(({ name, pupils, active, sessions, activeMs }) => ({ name, pupils, active, sessions, activeMs })),
    [
      { name: 'First School', pupils: null, active: null, sessions: null, activeMs: null },
      { name: 'Large', pupils: 14, active: 11, sessions: 11, activeMs: 11 * 20 * MINUTE },
      { name: 'Quiet', pupils: 10, active: null, sessions: null, activeMs: null },
      { name: 'Small', pupils: null, active: null, sessions: null, activeMs: null },
    ],
  );
  assert.equal(part?.withoutPupils, 1);
  assert.deepEqual(part?.shown, { schools: 2, pupils: 24, sessions: 11, activeMs: 11 * 20 * MINUTE });
  const all = JSON.stringify(parts);
  assert.ok(!all.includes('Secret') && !all.includes('Noa'), 'no names of pupils');
});

databaseTest('a supervisor sees own subjects in own regions, in the last thirty days', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  await make.subject('history');
  const schoolId = await addSchool(app, make, { courseId, teacherId }, { name: 'Large', enrolled: 10, studied: 10 });
  const late = await make.student('late', schoolId);
  await make.enrol(late, courseId);
  await addPast(db, { studentId: late, courseId, teacherId, start: app.clock.now() - 31 * DAY, minutes: 20 });
  const historian = actor(await make.supervisor('historian', 'history', 'north'), 'regional supervisor');
  const [history] = (await app.services.region.overview(historian)).parts;
  assert.deepEqual([history?.content.courses, history?.schools], [0, []]);
  const mathematician = actor(await make.supervisor('mathematician', 'math', 'north'), 'regional supervisor');
  const [math] = (await app.services.region.overview(mathematician)).parts;
  const large = math?.schools.find(({ name }) => name === 'Large');
  assert.deepEqual([large?.pupils, large?.active, large?.sessions], [11, 10, 10]);
  await assert.rejects(app.services.region.overview(actor(1, 'school manager', schoolId)), { code: 'forbidden' });
});

test('the page of a region asks as little of the database for many schools as for one', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const few = await count(() => app.services.region.overview(supervisor));
  for (let n = 0; n < 12; n += 1) {
    await addSchool(app, make, { courseId, teacherId }, { name: `School ${n}`, enrolled: 3, studied: 2 });
  }
  assert.equal(await count(() => app.services.region.overview(supervisor)), few);
  assert.ok(few <= 12, `${few} queries`);
});
