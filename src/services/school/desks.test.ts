import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { importFiles } from '../../../test/support/district/import.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { insertedId } from '../../data/db/sql.ts';
import { DAY, type Instant } from '../../shared/instant.ts';

const addTest = (db: DatabaseManager, courseId: number, name: string): Promise<number> =>
  db.run(async (handle) =>
    insertedId(
      await handle
        .insertInto('tests')
        .values({ course_id: courseId, name, type: 'quiz', duration_minutes: 30 })
        .executeTakeFirstOrThrow(),
    ),
  );

interface Sitting {
  testId: number;
  studentId: number;
  phase: 'not begun' | 'submitted' | 'marked' | 'released';
  date: Instant;
  grade?: number;
}

const addSitting = (db: DatabaseManager, { testId, studentId, phase, date, grade }: Sitting) =>
  db.run((handle) =>
    handle
      .insertInto('tests_students')
      .values({
        test_id: testId,
        student_id: studentId,
        sitting: 1,
        status: 'scheduled',
        phase,
        date: toStored(date),
        final_grade: grade ?? null,
      })
      .execute(),
  );

databaseTest(
  'the manager and the supervisor see tests of this term in numbers, and a mean of enough pupils alone',
  async (db, t) => {
    const { make, schoolId, managerId, classId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const now = app.clock.now();
    const small = await make.class(schoolId, '9b');
    const [old, quiz, next] = [
      await addTest(db, courseId, 'Old'),
      await addTest(db, courseId, 'Quiz'),
      await addTest(db, courseId, 'Next'),
    ];
    for (let n = 0; n < 13; n += 1) {
      const studentId = await make.student(`pupil-${n}`, schoolId, { classId: n < 10 ? classId : small });
      await addSitting(db, { testId: quiz, studentId, phase: 'released', date: now - 3 * DAY, grade: 60 + n });
      await addSitting(db, { testId: old, studentId, phase: 'released', date: now - 300 * DAY, grade: 0 });
      const phase = n === 0 ? 'submitted' : n === 1 ? 'marked' : 'not begun';
      await addSitting(db, { testId: next, studentId, phase, date: now + 2 * DAY });
    }
    const far = await make.student('far', await make.school('Far School', 'north'));
    await addSitting(db, { testId: next, studentId: far, phase: 'not begun', date: now + DAY });

    const page = await app.services.school.overview(actor(managerId, 'school manager', schoolId));
    const [first, second] = page.classes.map(({ tests }) => tests);
    assert.deepEqual(first, { tests: 2, coming: 8, toMark: 1, toRelease: 1, graded: 10, average: 64.5 });
    assert.deepEqual(second, { tests: 2, coming: 3, toMark: 0, toRelease: 0, graded: 3, average: null });
    assert.deepEqual(
      page.nextTests.map(({ name, pupils, first: at }) => [name, pupils, at]),
      [['Next', 11, now + 2 * DAY]],
      'of the own school alone',
    );

    const supervisor = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
    const [part] = (await app.services.region.overview(supervisor)).parts;
    assert.deepEqual(part?.tests, { tests: 2, comingPupils: 12, graded: 13, average: 66 });
  },
);

databaseTest('few grades and few sittings are told to no supervisor', async (db, t) => {
  const { make, schoolId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const testId = await addTest(db, courseId, 'Quiz');
  const [one, two] = [await make.student('one', schoolId), await make.student('two', schoolId)];
  await addSitting(db, { testId, studentId: one, phase: 'released', date: now - DAY, grade: 12 });
  await addSitting(db, { testId, studentId: two, phase: 'not begun', date: now + DAY });
  const supervisor = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
  const page = await app.services.region.overview(supervisor);
  assert.deepEqual(page.parts[0]?.tests, { tests: 1, comingPupils: null, graded: null, average: null });
  assert.deepEqual([page.drafts, page.parts[0]?.reports], [[], null]);
});

databaseTest('the manager sees who has no password, and what the last imports of people did', async (db, t) => {
  const { make, schoolId, managerId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const before = (await app.services.school.overview(manager)).withoutPassword;
  const files = { 'pupils.csv': 'id,first name,last name\n1,Yael,Katz\n2,Omer,Levi\n' };
  await importFiles(db, 'csv', files, { schoolId, source: 'pupils.csv', actorId: managerId });
  const far = await make.school('Far School', 'north');
  await importFiles(db, 'csv', files, { schoolId: far, source: 'far.csv' });
  await db.run((handle) =>
    handle
      .insertInto('guardian_requests')
      .values(
        [1, -1].map((days) => ({
          student_id: pupilId,
          school_id: schoolId,
          username: `parent${days}`,
          created_at: toStored(app.clock.now()),
          expires_at: toStored(app.clock.now() + days * DAY),
        })),
      )
      .execute(),
  );
  const page = await app.services.school.overview(manager);
  assert.equal(page.withoutPassword, before + 2);
  assert.deepEqual(
    page.imports.map(({ file, by, counts }) => [file, by !== null, counts.added]),
    [['pupils.csv', true, 2]],
  );
  assert.deepEqual(
    page.requests.map(({ username, pupil }) => [username, pupil.id]),
    [['parent1', pupilId]],
  );
});

databaseTest('the supervisor sees reported questions by how long they wait', async (db, t) => {
  const { make, courseId, pupilId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const rows = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .innerJoin('qa_revisions', 'qa_revisions.qa_id', 'qas.id')
      .select(['qas.id', 'qa_revisions.id as revision'])
      .where('qas.course_id', '=', courseId)
      .orderBy('qas.id')
      .limit(3)
      .execute(),
  );
  for (const [index, days] of [1, 10, 40].entries()) {
    const row = rows[index];
    assert.ok(row);
    for (const again of [0, 1]) {
      await db.run((handle) =>
        handle
          .insertInto('question_reports')
          .values({
            qa_id: row.id,
            revision_id: row.revision,
            reporter_id: pupilId,
            origin: 'home session',
            reason: 'other',
            comment: 'x',
            created_at: toStored(now - (days - again * 0.5) * DAY),
            state: 'open',
          })
          .execute(),
      );
    }
  }
  const supervisor = actor(await make.supervisor('yossi', 'math', 'north'), 'regional supervisor');
  const [part] = (await app.services.region.overview(supervisor)).parts;
  assert.deepEqual(part?.reports, { week: 1, month: 1, older: 1, oldest: now - 40 * DAY });
});

databaseTest('what the manager’s desk counts of pupils is what the list behind it shows', async (db, t) => {
  const { make, schoolId, managerId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(managerId, 'school manager', schoolId);
  const put = await make.class(schoolId, '1z');
  const free = await make.student('free', schoolId);
  const old = await make.student('old', schoolId, { classId: put });
  const gone = await make.student('gone', schoolId, { classId: put });
  await db.run(async (handle) => {
    await handle
      .updateTable('classes')
      .set({ archived_at: toStored(app.clock.now()) })
      .where('id', '=', put)
      .execute();
    await handle
      .updateTable('users')
      .set({ disabled_at: toStored(app.clock.now()) })
      .where('id', '=', gone)
      .execute();
  });
  const { people } = await app.services.school.overview(manager);
  const client = await login(app, 'manager');
  const home = await client.get('/school');
  for (const [state, count] of [
    ['no class', people.withoutClass],
    ['no parent', people.withoutParent],
  ] as const) {
    const place = `/school/people?state=${state.replace(' ', '+')}`;
    assert.ok(home.text.includes(`href="${place}"`), place);
    const list = await app.services.people.list(manager, { search: '', state, page: 1 });
    assert.equal(list.total, count, state);
    const ids = list.people.map(({ id }) => id);
    assert.ok([free, old].every((id) => ids.includes(id)) && !ids.includes(gone), state);
    assert.match((await client.get(place)).text, new RegExp(`<option value="${state}" selected`));
  }
  const [line] = (await app.services.schoolClasses.list(manager)).archived;
  assert.deepEqual([line?.pupils, line?.closed], [1, 1]);
  const { text } = await client.get('/school/people/classes');
  const away = text.slice(text.indexOf('id="archived"'));
  assert.match(away, /1z[\s\S]*Put away on/);
  assert.match(away, /1 of 30 *<span class="quiet"> and 1 with a closed account/);
  assert.doesNotMatch(away, /nobody yet/, 'nobody will come');
});
