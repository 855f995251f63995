import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { toStored } from '../../src/data/db/instants.ts';
import { LEARN_FROM_TEST, MARK_TEST } from '../../src/data/jobs/job-kinds.ts';
import { MINUTE } from '../../src/shared/instant.ts';
import { DATABASES } from '../support/databases.ts';
import { MortalSchool } from '../support/mortal-school.ts';

/** What a pupil types into one field, bit by bit; each is a save. */
const TYPED = ['4', '41', '410'];

interface Sat {
  studentId: number;
  sittingId: number;
}

const sittingOf = async (school: MortalSchool, { sittingId }: Sat) =>
  school.db.run((db) =>
    db.selectFrom('tests_students').selectAll().where('id', '=', sittingId).executeTakeFirstOrThrow(),
  );

const answersOf = async (school: MortalSchool, { sittingId }: Sat) =>
  school.db.run((db) =>
    db
      .selectFrom('test_answers')
      .innerJoin('qa_revisions', 'qa_revisions.id', 'test_answers.revision_id')
      .select(['position', 'test_answers.answer', 'seq', 'kind'])
      .where('sitting_id', '=', sittingId)
      .orderBy('position')
      .execute(),
  );

const jobsOf = (school: MortalSchool, { sittingId }: Sat, kind: string) =>
  school.count(sql`select count(*) as n from jobs where kind = ${kind} and subject_key = ${`sitting:${sittingId}`}`);

/** A test that a pupil has begun, with a question that is answered with a number. */
async function begun(school: MortalSchool) {
  const sat = await school.newSitting();
  const endsAt = await school.server.call('beginTest', sat);
  const written = (await answersOf(school, sat)).find(({ kind }) => kind === 'number');
  assert.ok(written);
  return { ...sat, endsAt, position: written.position, acknowledged: 0 };
}

/** Begun, and one answer given. */
async function answered(school: MortalSchool): Promise<Sat> {
  const { studentId, sittingId, position } = await begun(school);
  await school.server.call('answerTest', { studentId, sittingId, position, seq: 1, value: '41' });
  return { studentId, sittingId };
}

/** All of it is marked, once each, whoever died on the way. */
async function assertMarkedOnce(school: MortalSchool, sat: Sat): Promise<void> {
  const { length } = await answersOf(school, sat);
  const marks = await school.db.run((db) =>
    db.selectFrom('test_marks').select('position').where('sitting_id', '=', sat.sittingId).execute(),
  );
  assert.deepEqual(
    marks.map(({ position }) => position).sort((a, b) => a - b),
    Array.from({ length }, (_, index) => index + 1),
    'one mark an answer',
  );
}

for (const { database, skip } of DATABASES) {
  test(`killed while a test begins: it has begun with all its questions, or not at all (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      () => school.newSitting(),
      (sat) => school.server.call('beginTest', sat),
      async (sat) => {
        const before = await sittingOf(school, sat);
        const drawn = await answersOf(school, sat);
        assert.equal(drawn.length, before.phase === 'begun' ? 5 : 0, before.phase);
        const endsAt = await school.server.call('beginTest', sat);
        const after = await sittingOf(school, sat);
        if (before.phase === 'begun')
          assert.deepEqual([after.begun_at, after.ends_at], [before.begun_at, before.ends_at]);
        assert.equal(toStored(endsAt), after.ends_at);
        assert.equal(Date.parse(`${after.ends_at}Z`) - Date.parse(`${after.begun_at}Z`), 20 * MINUTE);
        assert.equal((await answersOf(school, sat)).length, 5);
      },
    );
  });

  test(`killed while answers are saved: none that was acknowledged is lost, and no time with it (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      () => begun(school),
      async (sat) => {
        for (const [index, value] of TYPED.entries()) {
          await school.server.call('answerTest', { ...sat, seq: index + 1, value });
          sat.acknowledged = index + 1;
        }
      },
      async (sat) => {
        const kept = (await answersOf(school, sat)).find(({ position }) => position === sat.position);
        assert.ok(kept && kept.seq >= sat.acknowledged, `${kept?.seq} of ${sat.acknowledged} that were acknowledged`);
        assert.equal(kept.answer, TYPED[kept.seq - 1] ?? '', 'whole, and not a mixture');
        assert.equal(await school.server.call('beginTest', sat), sat.endsAt, 'the time ends when it was to end');
        // What was on its way is sent again, as the page does.
        for (let seq = sat.acknowledged + 1; seq <= TYPED.length; seq += 1) {
          await school.server.call('answerTest', { ...sat, seq, value: TYPED[seq - 1] ?? '' });
        }
        await school.server.call('handIn', sat);
        const handedIn = (await answersOf(school, sat)).find(({ position }) => position === sat.position);
        assert.equal(handedIn?.answer, TYPED.at(-1));
      },
    );
  });

  test(`killed while a test is handed in: it is handed in once, and its marking is queued once (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      () => answered(school),
      (sat) => school.server.call('handIn', sat),
      async (sat) => {
        const left = await sittingOf(school, sat);
        assert.equal(await jobsOf(school, sat, MARK_TEST), left.phase === 'submitted' ? 1 : 0, left.phase);
        await school.server.call('handIn', sat);
        const after = await sittingOf(school, sat);
        assert.deepEqual([after.phase, after.submitted_by], ['submitted', 'pupil']);
        if (left.phase === 'submitted') assert.equal(after.submitted_at, left.submitted_at, 'the first time counts');
        assert.equal(await jobsOf(school, sat, MARK_TEST), 1);
        assert.equal((await answersOf(school, sat)).filter(({ answer }) => answer === '41').length, 1);
      },
    );
  });

  test(`killed while the end of the time hands tests in: each is handed in once, as of its end (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    const past = toStored(Date.now() - 5 * MINUTE);
    await school.killAtEachStep(
      async () => {
        const sat = await answered(school);
        await school.db.run((db) =>
          db.updateTable('tests_students').set({ ends_at: past }).where('id', '=', sat.sittingId).execute(),
        );
        return sat;
      },
      () => school.server.call('handInOverdue', null),
      async (sat) => {
        await school.server.call('handInOverdue', null);
        const { phase, submitted_at: at, submitted_by: by } = await sittingOf(school, sat);
        assert.deepEqual([phase, at, by], ['submitted', past, 'time']);
        assert.equal(await jobsOf(school, sat, MARK_TEST), 1);
      },
    );
  });

  test(`killed while a test is marked: within a minute every answer has one mark (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      async () => {
        await school.server.call('evaluate', null);
        const sat = await answered(school);
        await school.server.call('handIn', sat);
        return sat;
      },
      () => school.server.call('evaluate', null),
      async (sat) => {
        await school.server.call('evaluate', null);
        await assertMarkedOnce(school, sat);
        assert.equal((await sittingOf(school, sat)).phase, 'marked');
      },
    );
  });

  test(`killed while mastery learns from a released test: each answer is counted once (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      async () => {
        const sat = await answered(school);
        await school.server.call('handIn', sat);
        await school.server.call('evaluate', null);
        await school.release(sat.sittingId);
        return sat;
      },
      () => school.server.call('evaluate', null),
      async (sat) => {
        await school.server.call('evaluate', null);
        assert.equal(await jobsOf(school, sat, LEARN_FROM_TEST), 1);
        const counted = sql<{ n: number }>`select coalesce(sum(successes + failures), 0) as n
          from mastery_student_units where student_id = ${sat.studentId}`;
        assert.equal(await school.count(counted), 1, 'the one answer that was given');
      },
    );
  });
}
