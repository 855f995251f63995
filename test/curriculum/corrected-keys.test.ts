import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { insertedId } from '../../src/data/db/sql.ts';
import { REGRADE } from '../../src/data/jobs/job-kinds.ts';
import type { CurriculumDocument } from '../../src/domain/curriculum/import/json-shape.ts';
import { createAnswerChecker } from '../../src/domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../src/domain/tutoring/answer-checking/math-engine.ts';
import { reportLines } from '../../src/services/curriculum-import/import-report.ts';
import { HOUR } from '../../src/shared/instant.ts';
import { startTestApp } from '../support/app.ts';
import { openCounted } from '../support/count-queries.ts';
import { exportedFile, importedFile } from '../support/curriculum-files.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { course, NOW, problem, qa, run } from '../support/import-drafts.ts';
import { addPast } from '../support/past.ts';

type Problem = NonNullable<CurriculumDocument['courses'][number]['units'][number]['problems']>[number];
type Step = Problem['steps'][number];

/** A school in which a pupil wrote 777 for an answer to the first question, and a way to bring its course in with changes. */
async function open(t: TestContext, db: DatabaseManager) {
  const { pupilId, mateId, courseId, teacherId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const checker = createAnswerChecker(await loadMathEngine());
  const questions = await db.run((handle) =>
    handle
      .selectFrom('qas')
      .select(['id as qaId', 'revision_id as revisionId', 'unit_name as unitName', 'question'])
      .where('course_id', '=', courseId)
      .orderBy('id')
      .execute(),
  );
  const [first, second] = questions;
  assert.ok(first?.revisionId && second?.revisionId);
  const given = { verdict: 'incorrect', answer: '777', counts: true, unaided: true } as const;
  await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    minutes: 20,
    start: app.clock.now() - HOUR,
    talk: [{ from: 'student', content: '777' }],
    attempts: [{ ...given, qaId: first.qaId, revisionId: first.revisionId, unitName: first.unitName }],
  });
  const bringIn = async (change: (step: Step) => Partial<Step>, { dryRun = false } = {}) => {
    const file = await exportedFile(db, { format: 'json', courseId });
    const document = JSON.parse(file.bytes.toString('utf8')) as CurriculumDocument;
    for (const problem of document.courses.flatMap(({ units }) => units.flatMap(({ problems = [] }) => problems)))
      problem.steps = problem.steps.map((step) => ({ ...step, ...change(step) }));
    return importedFile(db, 'json', { ...file, bytes: Buffer.from(JSON.stringify(document)) }, { checker, dryRun });
  };
  const jobs = () =>
    db.run((handle) => handle.selectFrom('jobs').select('subject_key').where('kind', '=', REGRADE).execute());
  const verdicts = () => db.run((handle) => handle.selectFrom('attempts').select(['verdict', 'revision_id']).execute());
  return { app, first, second, questions, pupilId, mateId, courseId, teacherId, bringIn, jobs, verdicts };
}

const revisionOf = async (db: DatabaseManager, qaId: number) =>
  (
    await db.run((handle) =>
      handle.selectFrom('qas').select('revision_id').where('id', '=', qaId).executeTakeFirstOrThrow(),
    )
  ).revision_id;

databaseTest('a file with another key makes right what a pupil had right, once', async (db, t) => {
  const { app, first, bringIn, jobs, verdicts } = await open(t, db);
  const corrected = (step: Step) => (step.question === first.question ? { answer: '777' } : {});
  const report = await bringIn(corrected);
  assert.deepEqual(
    report.courses[0]?.changed.map(({ what, after }) => [what, after]),
    [['answer', '777']],
  );
  const revision = await revisionOf(db, first.qaId);
  assert.notEqual(revision, first.revisionId);
  assert.deepEqual(await jobs(), [{ subject_key: `qa:${first.qaId}:${revision}` }]);
  await app.worker.runDue();
  assert.deepEqual(
    await verdicts(),
    [{ verdict: 'correct', revision_id: first.revisionId }],
    'the past keeps what it was',
  );
  const kept = await db.run((handle) =>
    handle.selectFrom('attempt_regrades').select(['verdict_before', 'verdict_after', 'revision_id']).execute(),
  );
  assert.deepEqual(kept, [{ verdict_before: 'incorrect', verdict_after: 'correct', revision_id: revision }]);
  const mastery = await db.run((handle) =>
    handle.selectFrom('mastery_student_units').select(['successes', 'failures']).execute(),
  );
  assert.deepEqual(mastery, [{ successes: 1, failures: 0 }]);

  await bringIn(corrected);
  assert.equal((await jobs()).length, 1, 'the same file again changes no key');
});

databaseTest('of a course whose keys all change, only what was answered is judged again', async (db, t) => {
  const { first, second, questions, pupilId, courseId, bringIn, jobs } = await open(t, db);
  const now = toStored(Date.UTC(2026, 8, 1));
  await db.run(async (handle) => {
    const test = { course_id: courseId, name: 'Quiz', type: 'quiz', duration_minutes: 20 } as const;
    const testId = insertedId(await handle.insertInto('tests').values(test).executeTakeFirstOrThrow());
    const taken = {
      test_id: testId,
      student_id: pupilId,
      sitting: 1,
      status: 'passed',
      phase: 'released',
      date: now,
    } as const;
    const sittingId = insertedId(await handle.insertInto('tests_students').values(taken).executeTakeFirstOrThrow());
    await handle
      .insertInto('test_answers')
      .values({
        sitting_id: sittingId,
        position: 0,
        qa_id: second.qaId,
        revision_id: second.revisionId ?? 0,
        course_id: courseId,
        unit_name: second.unitName,
        points: 1,
        answer: '5',
        seq: 1,
      })
      .execute();
  });
  await bringIn(({ answer }) => ({ answer: String(Number(answer) + 1) }));
  const asked = [first, second].map(({ qaId }) => `qa:${qaId}`).sort();
  assert.deepEqual((await jobs()).map(({ subject_key: key }) => key.split(':', 2).join(':')).sort(), asked);
  assert.ok(questions.length > asked.length);
});

databaseTest('a file that changes words but no key, or is not brought in, has nothing judged again', async (db, t) => {
  const { first, bringIn, jobs } = await open(t, db);
  await bringIn(() => ({ explanation: 'Said better.' }));
  const revision = await revisionOf(db, first.qaId);
  assert.notEqual(revision, first.revisionId);
  assert.deepEqual(await jobs(), []);
  const breaksOff = db.tx(async () => {
    await bringIn(() => ({ answer: '777' }));
    throw new Error('the disk is full');
  });
  await assert.rejects(breaksOff, /the disk is full/);
  assert.deepEqual([await jobs(), await revisionOf(db, first.qaId)], [[], revision]);
});

databaseTest('before a file is brought in it is said whose answers its new keys judge again', async (db, t) => {
  const { app, first, second, pupilId, mateId, courseId, teacherId, bringIn } = await open(t, db);
  const trial = async (change: (step: Step) => Partial<Step>) => (await bringIn(change, { dryRun: true })).judgedAgain;
  const nextKey = ({ answer }: Step) => ({ answer: String(Number(answer) + 1) });
  assert.deepEqual(await trial(nextKey), { answers: 1, pupils: 1 });
  const given = { verdict: 'correct', counts: true, unaided: true } as const;
  const past = { courseId, teacherId, minutes: 20, start: app.clock.now() - HOUR };
  const answerTo = ({ qaId, revisionId, unitName }: typeof first) => ({
    ...given,
    qaId,
    revisionId: revisionId ?? 0,
    unitName,
    answer: '5',
  });
  const skipped = { ...answerTo(second), verdict: 'skipped' } as const;
  await addPast(db, { ...past, studentId: pupilId, attempts: [answerTo(second), skipped] });
  await addPast(db, { ...past, studentId: mateId, attempts: [answerTo(second)] });
  assert.deepEqual(await trial(nextKey), { answers: 3, pupils: 2 });
  assert.deepEqual(await trial((step) => (step.question === first.question ? nextKey(step) : {})), {
    answers: 1,
    pupils: 1,
  });
  const others = (step: Step) => ({ ...nextKey(step), question: `${step.question} Look well.` });
  assert.deepEqual(await trial(others), { answers: 0, pupils: 0 }, 'another question judges no old answer');
  assert.deepEqual(await trial(() => ({ explanation: 'Said better.' })), { answers: 0, pupils: 0 });
  const report = await bringIn(nextKey, { dryRun: true });
  assert.match(reportLines(report).join('\n'), /^3 answers of 2 pupils would be judged again by the new keys\.$/m);
});

test('to say whose answers are judged again takes no more queries for forty keys and two pupils than for one', async (t) => {
  const queriesFor = async (keys: number, pupils: number): Promise<number> => {
    const { db, count } = await openCounted(t);
    const { mateId, pupilId, courseId, teacherId } = await smallSchool(db);
    const answered = (answer: string) =>
      course(Array.from({ length: keys }, (_, n) => problem(`p${n}`, [qa({ question: `Is it $${n}$?`, answer })])));
    await run(db, [answered('7')]);
    const rows = await db.run((handle) =>
      handle.selectFrom('qas').select(['id', 'revision_id']).orderBy('id').execute(),
    );
    const attempts = rows.slice(-keys).map(({ id, revision_id }) => ({
      verdict: 'correct' as const,
      answer: '7',
      qaId: id,
      revisionId: revision_id ?? 0,
    }));
    for (const studentId of [pupilId, mateId].slice(0, pupils)) {
      await addPast(db, { studentId, courseId, teacherId, minutes: 20, start: NOW, attempts });
    }
    let report: Awaited<ReturnType<typeof run>> | undefined;
    const queries = await count(async () => {
      report = await run(db, [answered('8')], { dryRun: true });
    });
    assert.deepEqual(report?.judgedAgain, { answers: keys * pupils, pupils });
    return queries;
  };
  assert.equal(await queriesFor(40, 2), await queriesFor(1, 1));
});
