import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { databaseTest } from '../../../../../test/support/databases.ts';
import { countEvidence } from '../../../../domain/evaluation/count-evidence.ts';
import { describeInEnglish } from '../../../../domain/evaluation/evaluation-words.ts';
import { investment } from '../../../../domain/evaluation/investment.ts';
import { proficiency } from '../../../../domain/evaluation/proficiency.ts';
import { MINUTE } from '../../../../shared/instant.ts';
import type { DatabaseManager } from '../../../db/database-manager.ts';
import { SchoolEvaluationRepo } from '../../../evaluations/school-evaluation.repo.ts';
import { AttemptRepo } from '../../../study-session/attempt.repo.ts';
import { SchoolSessionRepo } from '../../../study-session/school-session.repo.ts';
import { populateSampleData } from '../../populate.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

async function fill(manager: DatabaseManager): Promise<void> {
  const words = ({ move, turn }: { move: { kind: string }; turn: number }) => `${move.kind} in turn ${turn}`;
  await populateSampleData(manager, { now: NOW, students: 9, days: 35, words, hash: async () => 'hash' });
}

/** Every part that a pupil has in a session at school. */
async function parts(manager: DatabaseManager) {
  const rows = await manager.handle().selectFrom('school_sessions_students').selectAll().execute();
  const sessions = new SchoolSessionRepo(manager);
  return Promise.all(
    rows.map(async ({ school_session_id: id, student_id: studentId }) => {
      const session = await sessions.find(id, studentId);
      assert.ok(session);
      return session;
    }),
  );
}

databaseTest('the lessons of the sample region', async (manager, t) => {
  await fill(manager);

  await t.test(
    'what the evaluator says of a lesson at school is what its rows give when they are counted',
    async () => {
      const sessions = new SchoolSessionRepo(manager);
      const evaluations = new SchoolEvaluationRepo(manager);
      const seen = new Set<string>();
      for (const { id, studentId, type, attended, start, end, plannedMinutes } of await parts(manager)) {
        const saved = (await evaluations.ofSessions(studentId, [id])).get(id) ?? [];
        const own = saved.filter(({ source }) => source === 'evaluator');
        if (!attended || type === 'social') {
          assert.deepEqual(own, [], 'nobody is taught in a talk, or away from school');
          continue;
        }
        const evidence = countEvidence(
          {
            start,
            end,
            plannedMs: plannedMinutes * MINUTE,
            pauses: await sessions.pausesOf(id),
            messages: await sessions.messagesOf(id),
            attempts: await new AttemptRepo(manager).listOfSchoolSession(id, studentId),
            units: await sessions.standingsOf(id, studentId),
          },
          studentId,
        );
        for (const evaluation of [proficiency(evidence), investment(evidence)]) {
          const row = own.find(({ kind }) => kind === evaluation.kind);
          assert.deepEqual(
            [row?.score, row?.reason, row?.description, row?.evidence],
            [evaluation.score, evaluation.reason, describeInEnglish(evaluation), evaluation.evidence],
          );
          seen.add(`${type} ${evaluation.score === null ? 'without' : 'with'} a score`);
        }
      }
      assert.ok(seen.has('group with a score'), [...seen].join());
    },
  );

  await t.test('lessons are whole: in the morning, on time, with everybody of the class, nothing live', async () => {
    const db = manager.handle();
    const lessons = await db.selectFrom('lessons').selectAll().execute();
    assert.ok(lessons.length >= 6);
    const all = await parts(manager);
    const types = new Set<string>();
    for (const session of all) {
      types.add(session.type);
      const { start, end, joined, status, attended, absence } = session;
      assert.equal(status === 'completed', start !== null && end !== null);
      assert.equal(attended, absence === null && joined !== null);
      if (start === null || end === null) continue;
      assert.ok(end > start && end - start <= session.plannedMinutes * MINUTE && end <= NOW);
      assert.equal(new Date(start).getUTCHours(), 6);
      assert.ok(new Date(start).getUTCDay() <= 4, 'on a day of school');
      assert.ok(joined === null || (joined >= start && joined < end));
    }
    assert.ok(types.has('group') && types.has('social'), [...types].join());
    for (const lesson of lessons) {
      const { rows } = await sql<{ there: number; pupils: number }>`select
      (select count(*) from school_sessions_students p join school_hours_study_sessions s on s.id = p.school_session_id
        where s.lesson_id = ${lesson.id}) as there,
      (select count(*) from classes_students where class_id = ${lesson.class_id}) as pupils`.execute(db);
      assert.equal(Number(rows[0]?.there), Number(rows[0]?.pupils), 'each pupil of the class once');
    }
    assert.equal((await db.selectFrom('live_sessions').selectAll().execute()).length, 0);
  });

  await t.test('nobody is at home and at school at once, and each message has one session and one writer', async () => {
    const db = manager.handle();
    const overlapping = await sql<{ n: number }>`select count(*) as n
    from home_sessions_students h
    join home_hours_study_sessions x on x.id = h.home_session_id
    join school_sessions_students s on s.student_id = h.student_id and s.is_attendant = 1
    join school_hours_study_sessions y on y.id = s.school_session_id
    join messages m on m.home_session_id = x.id
    where m.timestamp >= y.start_time and m.timestamp <= y.end_time`.execute(db);
    assert.equal(Number(overlapping.rows[0]?.n), 0);
    const messages = await db.selectFrom('messages').selectAll().where('school_session_id', 'is not', null).execute();
    assert.ok(messages.length > 50);
    for (const row of messages) {
      assert.equal(row.home_session_id, null);
      assert.equal([row.student_id, row.teacher_id, row.class_manager_id].filter((one) => one !== null).length, 1);
    }
    assert.ok(
      messages.some((row) => row.class_manager_id !== null),
      'the class manager asks in a talk',
    );
    const groups = Map.groupBy(messages, (row) => row.school_session_id);
    for (const own of groups.values()) {
      for (const [index, row] of own.entries()) {
        assert.equal(row.previous_message_id, own[index - 1]?.id ?? null);
        assert.equal(row.next_message_id, own[index + 1]?.id ?? null);
      }
    }
  });

  await t.test(
    'class managers say of a pupil only what the session shows, and social scores exist at school alone',
    async () => {
      const db = manager.handle();
      const social = await db.selectFrom('sessional_social_evaluations').selectAll().execute();
      assert.ok(social.length > 5);
      for (const { source, student_id, evidence, score, school_session_id } of social) {
        assert.equal(source, 'class manager');
        assert.ok(score !== null);
        const { messageIds }: { messageIds: number[] } = JSON.parse(evidence);
        assert.ok(messageIds.length > 0);
        const own = await db
          .selectFrom('messages')
          .select(['student_id', 'school_session_id'])
          .where('id', 'in', messageIds)
          .execute();
        for (const row of own) assert.deepEqual(row, { student_id, school_session_id });
      }
    },
  );
});
