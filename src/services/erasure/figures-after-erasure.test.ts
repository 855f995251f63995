// A process of its own: it makes a region and erases half of it.
import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { dumpOf } from '../../../test/support/dump.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { ClassInsightRepo } from '../../data/analytics/class-insight.repo.ts';
import { FactSumsRepo } from '../../data/analytics/fact-sums.repo.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import { UnitSumsRepo } from '../../data/analytics/unit-sums.repo.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { RegionWrongAnswerRepo } from '../../data/curriculum/region-wrong-answer.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { erasePerson } from '../../data/erasure/erase-person.ts';
import { TestRowsRepo } from '../../data/kept-reports/test-rows.repo.ts';
import { ClassRepo } from '../../data/people/class.repo.ts';
import { UserRepo } from '../../data/people/user.repo.ts';
import { populateSampleRegion } from '../../sample-region.ts';
import { civilDay, machineTimeZone, startOfDay } from '../../shared/calendar.ts';
import { DAY } from '../../shared/instant.ts';
import { PeriodFiguresService } from '../analytics/period-figures.service.ts';

const FORMER = { firstName: 'Former', lastName: 'class manager' };
/** Four weeks, and a week of them. */
const WISHES = [{}, { period: 'week' }];

/** A list of pupils shows whoever is there. */
const withoutPupils = <View extends { parts: unknown }>(view: View) => ({ ...view, parts: [] });

/** In an order of their own: queries answer in any. */
const byPlace = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

/** From the beginning of a day: whoever was erased is counted by whole days. */
const lastDays = (app: TestApp) => {
  const zone = machineTimeZone();
  return { from: startOfDay(civilDay(app.clock.now() - 60 * DAY, zone), zone), to: app.clock.now() };
};

async function figuresOfSchool(app: TestApp, { id, managerId }: { id: number; managerId: number }) {
  const { schoolAnalytics, classAnalytics } = app.services;
  const db = app.db;
  const periodFigures = new PeriodFiguresService({
    users: new UserRepo(db),
    factSums: new FactSumsRepo(db),
    curriculum: new CurriculumRepo(db),
    clock: app.clock,
    timeZone: machineTimeZone(),
  });
  const head = actor(managerId, 'school manager', id);
  const time = lastDays(app);
  const tests = new TestRowsRepo(db);
  const insight = new ClassInsightRepo(db);
  const figures: Record<string, unknown> = {};
  for (const wish of WISHES) {
    const name = `${id} ${JSON.stringify(wish)}`;
    const { struggling: _, doingWell: __, ...school } = await schoolAnalytics.ofSchool(head, wish);
    figures[`school ${name}`] = school;
    for (const { name: subject } of school.subjects) {
      figures[`subject ${subject} ${name}`] = await periodFigures.ofSubjectInSchool(id, subject, wish);
    }
    for (const room of school.parts) {
      const members = await new ClassRepo(db).listMembers([room.id]);
      const own = { classId: room.id, studentIds: members.map(({ studentId }) => studentId) };
      figures[`class ${room.name} ${name}`] = [
        withoutPupils(await classAnalytics.ofRoom({ id: room.id, name: room.name }, wish)),
        await periodFigures.ofCourses(own, wish),
        await insight.hardestQuestions(own, time, { least: 2, limit: 500 }),
        await tests.inPeriod(own, time),
      ];
    }
  }
  figures[`tests ${id}`] = await tests.inPeriod({ schoolId: id }, time);
  return figures;
}

async function figuresOfRegion(app: TestApp, supervisorId: number, schoolIds: readonly number[]) {
  const unitSums = new UnitSumsRepo(app.db);
  const wrongAnswers = new RegionWrongAnswerRepo(app.db);
  const time = lastDays(app);
  const { regionAnalytics, regionSchools, hardUnits, misconceptions } = app.services;
  const supervisor = actor(supervisorId, 'regional supervisor');
  const figures: Record<string, unknown> = {};
  for (const { subject, region } of await regionAnalytics.ownSubjects(supervisor)) {
    const of = { subject, region };
    const name = `${subject} ${region}`;
    figures[`region ${name}`] = await regionAnalytics.ofSubject(supervisor, of);
    figures[`told of units ${name}`] = await hardUnits.units(supervisor, of);
    figures[`told of wrong answers ${name}`] = await misconceptions.ofSubject(supervisor, of);
    const units = await unitSums.byUnit(schoolIds, subject, time);
    figures[`units ${name}`] = byPlace(units);
    for (const unit of units) {
      figures[`questions ${unit.unitName}`] = byPlace(await unitSums.byQuestion(schoolIds, unit, time));
    }
    const wrong = await wrongAnswers.often(schoolIds, subject, time, 2);
    figures[`wrongly answered ${name}`] = byPlace(wrong.map(({ qaId, answered }) => ({ qaId, answered })));
    for (const id of schoolIds) {
      figures[`grades ${id} ${name}`] = await regionSchools.ofSchool(supervisor, id, of).then(
        (view) => ({ ...view, grades: [...view.grades] }),
        () => 'too few',
      );
    }
  }
  return figures;
}

/** Every figure that is no list of pupils, to ten digits: sums in another order end another way. */
async function figuresOf(app: TestApp): Promise<Record<string, unknown>> {
  const db = app.db.handle();
  const schools = await db.selectFrom('schools').select(['id', 'school_manager_id as managerId']).execute();
  const supervisors = await db.selectFrom('users').select('id').where('role', '=', 'regional supervisor').execute();
  let figures = {};
  for (const { id, managerId } of schools) {
    if (managerId !== null) figures = { ...figures, ...(await figuresOfSchool(app, { id, managerId })) };
  }
  const ids = schools.map(({ id }) => id);
  for (const { id } of supervisors) figures = { ...figures, ...(await figuresOfRegion(app, id, ids)) };
  return JSON.parse(JSON.stringify(figures), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value,
  );
}

const pupilsOf = async (db: DatabaseManager) =>
  (await db.handle().selectFrom('students').select('user_id').orderBy('user_id').execute()).map(
    ({ user_id }) => user_id,
  );

databaseTest(
  'figures of classes, subjects, grades, schools and regions are the same when half are erased',
  async (db, t) => {
    const app = await startTestApp(t, db);
    const now = app.clock.now();
    await populateSampleRegion(db, { now, words: () => 'Well done.', hash: async () => 'x', students: 24, days: 30 });
    const options = { timeZone: machineTimeZone(), now, former: FORMER, wasDisabled: false };
    const [shut = 0, ...pupils] = await pupilsOf(db);
    // Whose account is disabled counts nowhere, and goes as if they had never been.
    await db
      .handle()
      .updateTable('users')
      .set({ disabled_at: '2026-11-01 08:00:00.000' as never })
      .where('id', '=', shut)
      .execute();
    const before = await figuresOf(app);
    for (const kind of [
      'school',
      'subject',
      'class',
      'tests',
      'region',
      'units',
      'questions',
      'wrongly answered',
      'grades',
    ]) {
      const found = Object.entries(before).filter(([name]) => name.startsWith(kind));
      assert.ok(
        found.some(([, value]) => JSON.stringify(value).length > 40),
        `there is something of: ${kind}`,
      );
    }
    await erasePerson(db, shut, { ...options, wasDisabled: true });
    for (const [place, id] of pupils.entries()) if (place % 2 === 0) await erasePerson(db, id, options);
    const after = await figuresOf(app);
    for (const [name, value] of Object.entries(before)) assert.deepEqual(after[name], value, name);
  },
);

databaseTest('wrong answers of many stay what they were, and nothing that few have written stays', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const schoolId = await make.school('Large', 'north');
  const pupils: number[] = [];
  for (let n = 0; n < 13; n += 1) {
    const studentId = await make.student(`large-${n}`, schoolId);
    pupils.push(studentId);
    const said = [
      '7',
      ...(n < 3 ? ['Ruti told me'] : []),
      ...(n === 0 ? ['my number is 0501234'] : []),
      ...(n < 2 ? ['7'] : []),
    ];
    const attempts = said.map((understood) => ({ verdict: 'incorrect' as const, understood, hintsUsed: 1 }));
    const right = [
      { verdict: 'correct' as const, understood: '1001' },
      { verdict: 'given up' as const, counts: false },
    ];
    await addPast(db, {
      studentId,
      courseId,
      teacherId,
      start: app.clock.now() - (1 + (n % 3)) * DAY,
      minutes: 20,
      attempts: [...attempts, ...right],
    });
  }
  await countAllSessions(db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const { misconceptions, hardUnits } = app.services;
  const figures = async () => {
    const { hidden: _, ...told } = await misconceptions.ofSubject(supervisor, {});
    const units = await hardUnits.units(supervisor, {});
    return { told, units, questions: await hardUnits.questions(supervisor, {}, { courseId, unitName: 'Adding' }) };
  };
  const before = await figures();
  assert.deepEqual(
    before.told.units[0]?.questions[0]?.wrong.map(({ answer, pupils: gave, schools }) => [answer, gave, schools]),
    [['7', 13, 1]],
  );
  const options = { timeZone: machineTimeZone(), now: app.clock.now(), former: FORMER, wasDisabled: false };
  for (const id of pupils) {
    await erasePerson(db, id, options);
    assert.deepEqual(await figures(), before);
  }
  const rows = await db.handle().selectFrom('erased_answers').selectAll().execute();
  assert.deepEqual([...new Set(rows.map(({ understood }) => understood))].sort(), ['7', null]);
  for (const [table, text] of await dumpOf(db)) assert.ok(!text.includes('Ruti') && !text.includes('0501234'), table);
});
