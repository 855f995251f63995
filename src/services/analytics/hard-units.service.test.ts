import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { type Factory, smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { countAllSessions } from '../../data/analytics/session-facts.ts';
import { DAY } from '../../shared/instant.ts';

interface Place {
  app: TestApp;
  make: Factory;
  courseId: number;
  teacherId: number;
}

interface Wish {
  pupils: number;
  /** Of four answers in "Adding" each pupil has so many right. */
  right: number;
  /** So many of them answered in "Taking away" once, wrongly. */
  other?: number;
  wrong?: string;
}

async function addSchool(
  { app, make, ...course }: Place,
  name: string,
  { pupils, right, other = 0, wrong = '7' }: Wish,
) {
  const schoolId = await make.school(name, 'north');
  for (let n = 0; n < pupils; n += 1) {
    const studentId = await make.student(`${name}-${n}`, schoolId, { firstName: `Secret${n}` });
    const first = Array.from({ length: 4 }, (_, place) => ({
      verdict: place < right ? ('correct' as const) : ('incorrect' as const),
      understood: place < right ? '1001' : wrong,
      hintsUsed: 1,
    }));
    const away = n < other ? [{ verdict: 'incorrect' as const, unitName: 'Taking away', understood: wrong }] : [];
    const gaveUp = n === 0 ? [{ verdict: 'given up' as const, counts: false }] : [];
    const attempts = [...first, ...away, ...gaveUp];
    await addPast(app.db, { studentId, ...course, start: app.clock.now() - DAY, minutes: 20, attempts });
  }
  return schoolId;
}

databaseTest('units are told of by what was answered in schools of ten and more, the hardest first', async (db, t) => {
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const place = { app, make, courseId, teacherId };
  await addSchool(place, 'Large', { pupils: 12, right: 3, other: 11 });
  await addSchool(place, 'Other', { pupils: 10, right: 1, other: 10 });
  await addSchool(place, 'Small', { pupils: 9, right: 0, other: 9 });
  await countAllSessions(db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const view = await app.services.hardUnits.units(supervisor, {});
  assert.deepEqual([view.schools, view.hiddenSchools, view.hiddenUnits], [2, 1, 0]);
  const [hard, easy] = view.units;
  assert.deepEqual(
    view.units.map(({ unitName, pupils, answers, givenUp }) => [unitName, pupils, answers, givenUp]),
    [
      ['Taking away', 21, 21, 0],
      ['Adding', 22, 88, 2],
    ],
  );
  assert.equal(hard?.right.value, 0);
  assert.equal(easy?.right.value, (12 * 3 + 10) / 88);
  assert.equal(easy?.hintsPerAnswer, 1);
  const page = await login(app, 'supervisor');
  for (const path of ['/region/hard-units', '/region/hard-units.csv', '/region/wrong-answers']) {
    const { status, text } = await page.get(path);
    assert.equal(status, 200, path);
    assert.ok(!text.includes('Small') && !text.includes('Secret'), path);
  }
  const unit = { courseId, unitName: 'Adding' };
  const { questions } = await app.services.hardUnits.questions(supervisor, {}, unit);
  assert.deepEqual(
    questions.map(({ answers, pupils }) => [answers, pupils]),
    [[88, 22]],
  );
  await assert.rejects(app.services.hardUnits.questions(supervisor, {}, { courseId, unitName: 'None' }), {
    kind: 'not-found',
  });
  await assert.rejects(app.services.hardUnits.units(supervisor, { region: 'south' }), { kind: 'not-found' });
});

databaseTest(
  'a unit that few answered is hidden, and with it the one from which it could be worked out',
  async (db, t) => {
    const { make, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    await addSchool({ app, make, courseId, teacherId }, 'Large', { pupils: 12, right: 3, other: 3 });
    await countAllSessions(db);
    const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
    const view = await app.services.hardUnits.units(supervisor, {});
    assert.deepEqual([view.units, view.hiddenUnits], [[], 2]);
  },
);

databaseTest(
  'wrong answers are one by what they come to, told of from ten pupils on, with what is said of them',
  async (db, t) => {
    const { make, courseId, teacherId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const place = { app, make, courseId, teacherId };
    await addSchool(place, 'Large', { pupils: 12, right: 3, wrong: '7' });
    await addSchool(place, 'Other', { pupils: 11, right: 3, wrong: '7.0' });
    await addSchool(place, 'Rare', { pupils: 10, right: 3, wrong: '9' });
    await addSchool(place, 'Small', { pupils: 9, right: 0, wrong: '7' });
    await countAllSessions(db);
    await db.run((handle) =>
      handle
        .updateTable('qa_revisions')
        .set({ wrong_answers: JSON.stringify([{ answer: '9', feedback: 'Look at the thousand.' }]) })
        .execute(),
    );
    const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
    const { units, hidden } = await app.services.misconceptions.ofSubject(supervisor, {});
    assert.equal(units.length, 1);
    const [question] = units[0]?.questions ?? [];
    assert.equal(question?.answered, 33);
    assert.deepEqual(
      question?.wrong.map(({ answer, pupils, schools, said }) => [answer, pupils, schools, said]),
      [
        ['7', 23, 2, null],
        ['9', 10, 1, 'Look at the thousand.'],
      ],
    );
    assert.equal(hidden, 0);
    const page = await login(app, 'supervisor');
    const { text } = await page.get('/region/wrong-answers');
    assert.ok(text.includes('Look at the thousand.') && text.includes('Write what to say'));
  },
);

test('both pages take as many queries for many answers as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const supervisor = actor(await make.supervisor('supervisor', 'math', 'north'), 'regional supervisor');
  const place = { app, make, courseId, teacherId };
  await addSchool(place, 'A', { pupils: 10, right: 3, other: 10 });
  await countAllSessions(db);
  const unit = { courseId, unitName: 'Adding' };
  const asked = async () => [
    await count(() => app.services.hardUnits.units(supervisor, {})),
    await count(() => app.services.hardUnits.questions(supervisor, {}, unit)),
    await count(() => app.services.misconceptions.ofSubject(supervisor, {})),
  ];
  const few = await asked();
  for (const name of ['B', 'C', 'D']) await addSchool(place, name, { pupils: 12, right: 2, other: 12 });
  await countAllSessions(db);
  assert.deepEqual(await asked(), few);
  assert.deepEqual(few.slice(0, 2), [6, 8]);
});
