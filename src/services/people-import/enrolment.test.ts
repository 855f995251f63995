import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { importFiles } from '../../../test/support/district/import.ts';
import { Factory } from '../../../test/support/factory.ts';
import { addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { changesNothing } from '../../domain/roster/report.ts';
import { reportLines } from './report-lines.ts';

/** A school with courses of two grades, and courses that nobody is put into. */
async function school(db: DatabaseManager) {
  const make = new Factory(db);
  await make.region('north');
  await make.subject('math');
  const schoolId = await make.school('Hillside School', 'north');
  const teacherId = await make.teacher('math');
  const nine = await make.course({ name: 'Nine' });
  await make.course({ name: 'Nine more' });
  await make.course({ name: 'Ten', gradeLevel: '10th' });
  await make.course({ name: 'Chess', type: 'optional' });
  const archived = await make.course({ name: 'Old nine' });
  const draft = await make.course({ name: 'Nine to come' });
  await db.run(async (handle) => {
    const longAgo = toStored(Date.UTC(2026, 0, 5));
    await handle.updateTable('courses').set({ archived_at: longAgo }).where('id', '=', archived).execute();
    await handle.updateTable('courses').set({ draft_since: longAgo }).where('id', '=', draft).execute();
  });
  const bring = (rows: string[], more: Parameters<typeof importFiles>[3] = {}) => {
    const text = ['id,first name,last name,class,grade', ...rows].join('\n');
    return importFiles(db, 'csv', { 'pupils.csv': text }, { schoolId, ...more });
  };
  const courses = async () => {
    const rows = await db.run((handle) =>
      handle
        .selectFrom('courses_students')
        .innerJoin('courses', 'courses.id', 'course_id')
        .innerJoin('users', 'users.id', 'student_id')
        .select(['first_name', 'name'])
        .orderBy('first_name')
        .orderBy('name')
        .execute(),
    );
    return rows.map((row) => `${row.first_name}: ${row.name}`);
  };
  const idOf = async (firstName: string) => {
    const row = await db.run((handle) =>
      handle.selectFrom('users').select('id').where('first_name', '=', firstName).executeTakeFirstOrThrow(),
    );
    return row.id;
  };
  return { schoolId, teacherId, nine, bring, courses, idOf };
}

const DAN = '2,Dan,Katz,9a,9';
const NOA = '1,Noa,Levi,9a,9';

databaseTest('who comes into a class by a file takes the mandatory courses of its grade', async (db) => {
  const { bring, courses } = await school(db);
  const tried = await bring([NOA, DAN], { dryRun: true });
  assert.deepEqual(tried.enrolled, [
    { name: 'Noa Levi', courses: ['Nine', 'Nine more'] },
    { name: 'Dan Katz', courses: ['Nine', 'Nine more'] },
  ]);
  assert.deepEqual(await courses(), []);
  const { dryRun: _, ...done } = await bring([NOA, DAN]);
  assert.deepEqual({ ...done, dryRun: true }, tried);
  const both = ['Dan: Nine', 'Dan: Nine more', 'Noa: Nine', 'Noa: Nine more'];
  assert.deepEqual(await courses(), both);
  assert.ok(changesNothing(await bring([NOA, DAN])));
  assert.deepEqual(await courses(), both);
});

databaseTest('who goes up a grade takes its courses, keeps what was studied and leaves the rest', async (db) => {
  const { bring, courses, idOf, nine, teacherId } = await school(db);
  await bring([NOA, DAN]);
  const attempts = [{ verdict: 'correct' as const }];
  const start = Date.UTC(2026, 5, 1);
  await addPast(db, { studentId: await idOf('Noa'), courseId: nine, teacherId, start, minutes: 20, attempts });
  const up = ['1,Noa,Levi,10a,10', '2,Dan,Katz,10a,10'];
  const tried = await bring(up, { dryRun: true, confirmLargeChange: true });
  assert.deepEqual(tried.enrolled, [
    { name: 'Noa Levi', courses: ['Ten'] },
    { name: 'Dan Katz', courses: ['Ten'] },
  ]);
  assert.deepEqual(tried.unenrolled, [
    { name: 'Noa Levi', courses: ['Nine more'] },
    { name: 'Dan Katz', courses: ['Nine', 'Nine more'] },
  ]);
  await bring(up, { confirmLargeChange: true });
  assert.deepEqual(await courses(), ['Dan: Ten', 'Noa: Nine', 'Noa: Ten']);
  const sessions = await db.run((handle) => handle.selectFrom('home_sessions_students').selectAll().execute());
  assert.equal(sessions.length, 1, 'the history stays');
  assert.ok(changesNothing(await bring(up)));
});

databaseTest(
  'a class that gets another grade takes its pupils along, and another class of the grade none',
  async (db) => {
    const { bring, courses, schoolId } = await school(db);
    await bring([NOA, DAN]);
    const files = (grade: string) => ({ 'classes.csv': `id,class,grade,year\nA,9a,${grade},2026\n` });
    await importFiles(db, 'csv', files('9'), { schoolId });
    const report = await importFiles(db, 'csv', files('10'), { schoolId });
    assert.deepEqual(report.unenrolled.length, 2);
    assert.deepEqual(await courses(), ['Dan: Ten', 'Noa: Ten']);
    const sideways = await bring(['1,Noa,Levi,10b,10']);
    assert.deepEqual([sideways.moved.length, sideways.enrolled, sideways.unenrolled], [1, [], []]);
    assert.deepEqual(await courses(), ['Dan: Ten', 'Noa: Ten']);
  },
);

test('a report in words says who takes which courses', async (t) => {
  const db = await openSqlite(t);
  const { bring } = await school(db);
  const lines = reportLines(await bring([NOA], { dryRun: true }));
  assert.ok(lines.includes('  Noa Levi: Nine, Nine more'), lines.join('\n'));
});
