import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import {
  rightAnswer,
  setTest,
  sittingOf,
  type TestSchool,
  takeTest,
  testSchool,
} from '../../../test/support/test-school.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { AppError } from '../../domain/errors/app-error.ts';
import { DAY, HOUR, MINUTE } from '../../shared/instant.ts';

/** Right, but for what is said of the free text. */
const saying = (text: string) => (question: string) =>
  question.includes('why do plants') ? text : rightAnswer(question);

/** Takes the test and lets it be marked. */
async function handedIn(app: TestApp, school: TestSchool, id: number, say: (question: string) => string) {
  const pupil = id === (await sittingOf(app, school.testId, school.pupilId)) ? school.pupil : school.mate;
  await takeTest(app, pupil, id, say);
  await app.services.testTaking.submit(pupil, id);
  await app.worker.runDue();
}

/** All eight questions, so that every test has its two of free text. */
async function everyQuestion(app: TestApp): Promise<void> {
  await app.db.run((db) => db.updateTable('tests').set({ question_count: 16 }).execute());
}

const fieldsOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work;
  } catch (error) {
    const { details } = error as AppError;
    return Object.keys(details?.fields ?? {}).sort();
  }
  return ['nothing was wrong'];
};

databaseTest('a test that cannot be set like this is refused with everything that is wrong at once', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const wish = {
    classId: school.classId,
    testId: school.testId,
    studentIds: null,
    date: now + HOUR,
    deadline: now + 2 * HOUR,
    extraMinutes: 0,
  };
  const { testScheduling } = app.services;
  const schedule = (more: Partial<Parameters<typeof testScheduling.schedule>[1]>) =>
    fieldsOf(testScheduling.schedule(school.manager, { ...wish, ...more }));
  assert.deepEqual(await schedule({ studentIds: [], deadline: now + HOUR + MINUTE, extraMinutes: -1 }), [
    'deadline',
    'extraMinutes',
    'studentIds',
  ]);
  assert.deepEqual(await schedule({ date: Number.NaN }), ['date']);
  assert.deepEqual(await schedule({ date: now - 2 * HOUR, deadline: now - HOUR }), ['deadline']);
  assert.deepEqual(await schedule({ deadline: now + 40 * DAY }), ['deadline']);
  const outside = await school.make.student('outside', school.schoolId, { classId: school.classId });
  assert.deepEqual(await schedule({ studentIds: [outside] }), ['studentIds']);
  const other = await school.make.student('other', school.schoolId, {});
  assert.deepEqual(await schedule({ studentIds: [other, school.pupilId] }), ['studentIds'], 'not of the class');
  assert.equal(await testScheduling.schedule(school.manager, wish), 2);
  assert.deepEqual(await schedule({ studentIds: [school.pupilId] }), ['studentIds'], 'it is set already');
});

databaseTest(
  'units with too few questions are told before a test is set, and one with none stops it',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const { testScheduling } = app.services;
    const plan = () => testScheduling.plan(school.manager, school.classId, school.testId);
    assert.deepEqual((await plan()).shortages, []);
    await everyQuestion(app);
    assert.deepEqual((await plan()).shortages, [{ unitName: 'Leaves', wanted: 12, there: 4 }]);
    await db.run((handle) =>
      handle
        .updateTable('qas')
        .set({ archived_at: null, type: 'for study' })
        .where('unit_name', '=', 'Stems')
        .execute(),
    );
    assert.equal((await plan()).shortages.find(({ unitName }) => unitName === 'Stems')?.there, 0);
    assert.deepEqual(await fieldsOf(setTest(app, school)), ['testId']);
  },
);

databaseTest('a test set twice at once is set once', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const now = app.clock.now();
  const wish = { classId: school.classId, testId: school.testId, studentIds: null, date: now, deadline: now + HOUR };
  const settled = await Promise.allSettled(
    [1, 2, 3].map(() => app.services.testScheduling.schedule(school.manager, { ...wish, extraMinutes: 0 })),
  );
  assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 1);
  const { lines } = await app.services.classTests.board(school.manager, school.classId, school.testId);
  assert.equal(lines.length, 2);
});

databaseTest(
  'before it begins a test can be moved, delayed with a reason and taken away; afterwards it cannot',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const { testScheduling, classTests, testTaking } = app.services;
    const id = await setTest(app, school);
    const now = app.clock.now();
    const window = { date: now + DAY, deadline: now + DAY + HOUR };
    await testScheduling.change(school.manager, id, { ...window, extraMinutes: 15 });
    const page = await classTests.sitting(school.manager, id);
    assert.deepEqual([page.sitting.date, page.sitting.extraMinutes, page.state], [window.date, 15, 'ahead']);
    app.clock.advance(2 * DAY);
    assert.equal((await classTests.sitting(school.manager, id)).state, 'missed');
    const later = { date: app.clock.now(), deadline: app.clock.now() + HOUR };
    assert.deepEqual(await fieldsOf(testScheduling.delay(school.manager, id, { ...later, reason: ' ' })), ['reason']);
    await testScheduling.delay(school.manager, id, { ...later, reason: 'Was ill.' });
    const delayed = await classTests.sitting(school.manager, id);
    assert.deepEqual(
      [delayed.state, delayed.sitting.status, delayed.sitting.delayReason],
      ['open', 'delayed', 'Was ill.'],
    );
    await testTaking.begin(school.pupil, id);
    await assert.rejects(testScheduling.cancel(school.manager, id), { code: 'invalid-sitting-state' });
    const mates = await sittingOf(app, school.testId, school.mateId);
    await testScheduling.cancel(school.manager, mates);
    await assert.rejects(classTests.sitting(school.manager, mates), { kind: 'not-found' });
  },
);

databaseTest('minutes are added to a sitting under way, and never taken from it', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const { testScheduling, testTaking } = app.services;
  const id = await setTest(app, school);
  const { endsAt } = await testTaking.begin(school.pupil, id);
  const change = (extraMinutes: number) =>
    testScheduling.change(school.manager, id, { date: 0, deadline: 0, extraMinutes });
  await change(10);
  assert.equal((await testTaking.desk(school.pupil, id)).endsAt, endsAt + 10 * MINUTE);
  assert.deepEqual(await fieldsOf(change(5)), ['extraMinutes']);
});

databaseTest('free text without a model waits for the class manager, who marks it beside the key', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  await everyQuestion(app);
  const id = await setTest(app, school);
  await handedIn(app, school, id, saying('they cook with it'));
  const { classMarking, classTests, tests } = app.services;
  const queue = await classMarking.queue(school.manager);
  assert.equal(queue.waiting, 2);
  assert.deepEqual(
    queue.answers.map(({ answer, right, studentName }) => [answer, right, studentName]),
    Array.from({ length: 2 }, () => ['they cook with it', 'to make sugar', 'Noa Tester']),
  );
  const [first, second] = queue.answers;
  const give = (position: number, share: number, more: { comment?: string; reason?: string } = {}) =>
    classMarking.mark(school.manager, id, position, { share, comment: '', reason: '', ...more });
  await give(first?.position ?? 0, 1);
  assert.equal((await classTests.sitting(school.manager, id)).state, 'submitted');
  await give(second?.position ?? 0, 0.5, { comment: 'Nearly.' });
  const marked = await classTests.sitting(school.manager, id);
  const lost = (second?.points ?? 0) / 2;
  assert.deepEqual([marked.state, marked.sitting.finalGrade], ['marked', Math.round(100 - lost)]);
  await assert.rejects(give(first?.position ?? 0, 0), { kind: 'invalid-input' }, 'a change needs a reason');
  await give(first?.position ?? 0, 0, { reason: 'Looked again.' });
  const corrected = await classTests.sitting(school.manager, id);
  assert.equal(corrected.sitting.finalGrade, Math.round(100 - lost - (first?.points ?? 0)));
  const record = corrected.marks.filter(({ position }) => position === first?.position);
  assert.deepEqual(
    record.map(({ share, reason }) => [share, reason]),
    [
      [1, null],
      [0, 'Looked again.'],
    ],
  );
  await classTests.release(school.manager, school.classId, school.testId, [id]);
  await give(first?.position ?? 0, 1, { reason: 'It was right after all.' });
  assert.equal((await tests.ownTests(school.pupil))[0]?.finalGrade, Math.round(100 - lost), 'released grades follow');
});

databaseTest(
  'released twice at once a result is released once, and mastery learns from it once and not before',
  async (db, t) => {
    const school = await testSchool(db);
    const app = await startTestApp(t, db);
    const id = await setTest(app, school);
    const say = saying('to make sugar');
    const standing = async () => {
      const rows = await new CurriculumRepo(db).listUnitProgress(school.pupilId, [school.testedId]);
      const answers = await db.run((handle) =>
        handle.selectFrom('mastery_student_units').select(['unaided', 'successes']).execute(),
      );
      const sum = (of: 'unaided' | 'successes') => answers.reduce((all, row) => all + row[of], 0);
      return {
        unaided: sum('unaided'),
        successes: sum('successes'),
        progress: rows.some(({ progress }) => progress > 0),
      };
    };
    await handedIn(app, school, id, say);
    assert.deepEqual(await standing(), { unaided: 0, successes: 0, progress: false });
    const release = () => app.services.classTests.release(school.manager, school.classId, school.testId, null);
    const counts = await Promise.all([release(), release(), release()]);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      1,
    );
    await app.worker.runDue();
    assert.deepEqual(await standing(), { unaided: 5, successes: 5, progress: true });
    assert.equal(await release(), 0);
    await app.worker.runDue();
    assert.equal((await standing()).unaided, 5);
  },
);

databaseTest('what is not marked is not released', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  await app.services.testTaking.begin(school.pupil, id);
  assert.equal(await app.services.classTests.release(school.manager, school.classId, school.testId, null), 0);
  assert.equal(await app.services.classTests.release(school.manager, school.classId, school.testId, [id]), 0);
});

databaseTest('who has a result may sit again, once at a time, and only then', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const { testScheduling } = app.services;
  const now = app.clock.now();
  const again = () => testScheduling.allowResit(school.manager, id, { date: now + DAY, deadline: now + DAY + HOUR });
  await assert.rejects(again(), { code: 'invalid-sitting-state' });
  await handedIn(app, school, id, () => '0');
  const [mark] = (await app.services.classMarking.queue(school.manager)).answers;
  if (mark)
    await app.services.classMarking.mark(school.manager, id, mark.position, { share: 0, comment: '', reason: '' });
  for (const { position } of (await app.services.classMarking.queue(school.manager)).answers) {
    await app.services.classMarking.mark(school.manager, id, position, { share: 0, comment: '', reason: '' });
  }
  assert.equal(await again(), 2);
  await assert.rejects(again(), { kind: 'conflict' });
  const { lines } = await app.services.classTests.board(school.manager, school.classId, school.testId);
  assert.deepEqual(
    lines.filter(({ sitting }) => sitting.studentId === school.pupilId).map(({ sitting }) => sitting.sitting),
    [1, 2],
  );
  await testScheduling.cancel(school.manager, await sittingOf(app, school.testId, school.mateId));
  const [listed] = (await app.services.classTests.list(school.manager)).tests;
  assert.equal(listed?.when, now + DAY, 'the class list says when it is sat again, not when it was');
});

databaseTest('results by question name the hardest first, with the commonest wrong answers', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  await everyQuestion(app);
  const [own, mates] = [await setTest(app, school), await sittingOf(app, school.testId, school.mateId)];
  const wrongSum = (question: string) => (question.includes('20 + 21') ? '40' : saying('to make sugar')(question));
  await handedIn(app, school, own, wrongSum);
  await handedIn(app, school, mates, wrongSum);
  const { questions } = await app.services.classTests.results(school.manager, school.classId, school.testId);
  assert.equal(questions.length, 8);
  for (const hard of questions.slice(0, 2)) {
    assert.match(hard.question.question, /20 \+ 21/);
    assert.deepEqual([hard.asked, hard.share, hard.key, hard.wrong], [2, 0, '41', [{ answer: '40', times: 2 }]]);
  }
  assert.ok(questions.slice(2).every(({ share }) => share === 1));
});

databaseTest('a corrected key regrades every sitting that was asked the question, and only those', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  await everyQuestion(app);
  const [own, mates] = [await setTest(app, school), await sittingOf(app, school.testId, school.mateId)];
  await handedIn(app, school, own, (question) =>
    question.includes('20 + 21') ? '40' : saying('to make sugar')(question),
  );
  await handedIn(app, school, mates, saying('to make sugar'));
  await app.services.classTests.release(school.manager, school.classId, school.testId, [own]);
  const wrong = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
      .selectAll('qa_revisions')
      .where('qas.unit_name', '=', 'Leaves')
      .where('qas.answer', '=', '41')
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(await app.services.testRegrading.regradeSittings(wrong.qa_id), { sittings: 2, changed: 0 });
  await db.run(async (handle) => {
    const { id: _, ...rest } = wrong;
    const { insertId } = await handle
      .insertInto('qa_revisions')
      .values({ ...rest, number: 2, answer: '40' })
      .executeTakeFirstOrThrow();
    await handle
      .updateTable('qas')
      .set({ revision_id: Number(insertId) })
      .where('id', '=', wrong.qa_id)
      .execute();
  });
  const grades = async () => {
    const { lines } = await app.services.classTests.board(school.manager, school.classId, school.testId);
    return lines.map(({ sitting }) => [sitting.studentId, sitting.finalGrade, sitting.phase, sitting.regradedAt]);
  };
  const before = await grades();
  const points = 75 / 4;
  assert.deepEqual(await app.services.testRegrading.regradeSittings(wrong.qa_id), { sittings: 2, changed: 2 });
  const now = app.clock.now();
  assert.deepEqual(
    new Set(before.map(([id, grade]) => `${id} ${grade}`)),
    new Set([`${school.pupilId} ${Math.round(100 - points - 25 / 4)}`, `${school.mateId} 100`]),
  );
  assert.deepEqual(
    new Set((await grades()).map((line) => line.join(' '))),
    new Set([
      [school.pupilId, Math.round(100 - 25 / 4), 'released', now].join(' '),
      [school.mateId, Math.round(100 - points), 'marked', now].join(' '),
    ]),
  );
  assert.deepEqual(await app.services.testRegrading.regradeSittings(wrong.qa_id), { sittings: 2, changed: 0 });
  const desk = await app.services.testTaking.desk(school.pupil, own);
  assert.ok(desk.shows === 'handed in' && desk.review);
  const sitting = await app.services.classTests.sitting(school.manager, mates);
  const results = await app.services.classTests.results(school.manager, school.classId, school.testId);
  const shown = [...desk.review, ...sitting.questions, ...results.questions.map((one) => ({ ...one, right: one.key }))];
  assert.deepEqual(
    shown.filter(({ question }) => question.revisionId === wrong.id).map(({ right }) => right),
    ['40', '40', '40'],
    'whoever reads the marks reads the key that gave them, beside the question as it was asked',
  );
});

databaseTest('for a class manager of other pupils none of it exists', async (db, t) => {
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  const id = await setTest(app, school);
  const otherClass = await school.make.class(school.schoolId, '9b');
  const stranger = {
    ...school.manager,
    userId: await school.make.classManager('stranger', school.schoolId, [otherClass]),
  };
  const now = app.clock.now();
  const window = { date: now, deadline: now + HOUR };
  const { testScheduling, classTests, classMarking } = app.services;
  const mark = { share: 1, comment: '', reason: '' };
  const attempts = [
    () => testScheduling.plan(stranger, school.classId, school.testId),
    () => testScheduling.change(stranger, id, { ...window, extraMinutes: 0 }),
    () => testScheduling.delay(stranger, id, { ...window, reason: 'x' }),
    () => testScheduling.cancel(stranger, id),
    () => testScheduling.allowResit(stranger, id, window),
    () => classTests.board(stranger, school.classId, school.testId),
    () => classTests.board(stranger, otherClass, school.testId),
    () => classTests.sitting(stranger, id),
    () => classTests.results(stranger, school.classId, school.testId),
    () => classTests.release(stranger, school.classId, school.testId, [id]),
    () => classMarking.mark(stranger, id, 1, mark),
  ];
  for (const attempt of attempts) await assert.rejects(attempt(), { kind: 'not-found' });
  assert.deepEqual((await classTests.list(stranger)).tests, []);
  await assert.rejects(classTests.list(school.pupil), { kind: 'forbidden' });
});

test('the list and the board ask as little of the database for many pupils as for few', async (t) => {
  const { db, count } = await openCounted(t);
  const school = await testSchool(db);
  const app = await startTestApp(t, db);
  await setTest(app, school);
  const list = () => app.services.classTests.list(school.manager);
  const board = () => app.services.classTests.board(school.manager, school.classId, school.testId);
  const few = [await count(list), await count(board)];
  for (let n = 0; n < 20; n += 1) {
    const id = await school.make.student(`more${n}`, school.schoolId, { classId: school.classId });
    await school.make.enrol(id, school.testedId);
  }
  await setTest(app, school);
  assert.deepEqual([await count(list), await count(board)], few);
  assert.equal((await board()).lines.length, 22);
});
