import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { DATABASES } from '../support/databases.ts';
import { openItemOf } from '../support/lesson-key.ts';
import { MortalSchool } from '../support/mortal-school.ts';

for (const { database, skip } of DATABASES) {
  test(`killed while a session begins: there is one session, with one welcome (${database})`, { skip }, async (t) => {
    const school = await MortalSchool.open(t, database);
    const { courseId } = school;
    await school.killAtEachStep(
      async () => ({ studentId: await school.newPupil(), courseId }),
      (wish) => school.server.call('begin', wish),
      async (wish) => {
        const id = await school.server.call('begin', wish);
        const { studentId } = wish;
        assert.equal(
          await school.count(sql`select count(*) as n from live_sessions where student_id = ${studentId}`),
          1,
        );
        assert.equal(
          await school.count(
            sql`select count(*) as n from messages where home_session_id = ${id} and state = 'complete'`,
          ),
          1,
        );
        assert.ok(await openItemOf(school.db, id), 'a question is open');
      },
    );
  });

  test(`killed while a message is sent and answered: one message, one reply, one attempt (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    const prepare = async () => {
      const studentId = await school.newPupil();
      const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
      const item = await openItemOf(school.db, sessionId);
      assert.ok(item);
      return { studentId, sessionId, clientId: 'first', content: item.key.answer };
    };
    const prompts = (sessionId: number) =>
      school.count(
        sql`select count(*) as n from messages where home_session_id = ${sessionId} and client_id = 'first'`,
      );
    await school.killAtEachStep(
      prepare,
      (wish) => school.server.call('send', wish),
      async (wish, died) => {
        const { sessionId } = wish;
        if (died?.acknowledged) assert.equal(await prompts(sessionId), 1, 'acknowledged words are there');
        await school.server.call('send', wish);
        assert.equal(await prompts(sessionId), 1);
        const replies = sql<{ n: number }>`select count(*) as n from messages where home_session_id = ${sessionId}
          and teacher_id is not null and state = 'complete' and content <> ''`;
        assert.equal(await school.count(replies), 2, 'the welcome and one reply, both whole');
        assert.equal(
          await school.count(sql`select count(*) as n from attempts where home_session_id = ${sessionId}`),
          1,
        );
        await school.server.call('send', { ...wish, clientId: 'second', content: 'And now?' });
      },
    );
  });

  test(`killed while a session is ended: it is over once, and its evaluation is queued once (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    const over = sql.raw(`select count(*) as n from home_hours_study_sessions where status = 'completed' and id = `);
    await school.killAtEachStep(
      async () => {
        const studentId = await school.newPupil();
        const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
        await school.server.call('pause', { studentId, sessionId });
        return { studentId, sessionId };
      },
      (wish) => school.server.call('end', wish),
      async (wish, died) => {
        const { studentId, sessionId } = wish;
        if (died?.acknowledged) assert.equal(await school.count(sql`${over} ${sessionId}`), 1, 'acknowledged and over');
        await school.server.call('end', wish);
        assert.equal(await school.count(sql`${over} ${sessionId}`), 1);
        assert.equal(
          await school.count(sql`select count(*) as n from live_sessions where student_id = ${studentId}`),
          0,
        );
        assert.equal(
          await school.count(sql`select count(*) as n from jobs where subject_key = ${`home:${sessionId}`}`),
          1,
        );
        const open = sql<{ n: number }>`select count(*) as n from home_hours_study_session_pauses
          where home_session_id = ${sessionId} and end_time is null`;
        assert.equal(await school.count(open), 0, 'no pause is left open');
      },
    );
  });

  test(`killed while a session is evaluated: within a minute each kind is there once (${database})`, {
    skip,
  }, async (t) => {
    const school = await MortalSchool.open(t, database);
    await school.killAtEachStep(
      async () => {
        await school.server.call('evaluate', null);
        const studentId = await school.newPupil();
        const sessionId = await school.server.call('begin', { studentId, courseId: school.courseId });
        await school.server.call('end', { studentId, sessionId });
        return sessionId;
      },
      () => school.server.call('evaluate', null),
      async (sessionId) => {
        await school.server.call('evaluate', null);
        for (const kind of ['proficiency', 'investment']) {
          const table = sql.table(`sessional_${kind}_evaluations`);
          assert.equal(
            await school.count(sql`select count(*) as n from ${table} where home_session_id = ${sessionId}`),
            1,
            kind,
          );
        }
      },
    );
  });
}
