import { sql } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { TABLES } from '../../src/data/db/schema.ts';
import { ERASURE_PLAN } from '../../src/data/erasure/erasure-plan.ts';
import type { Fate } from '../../src/data/erasure/fates.ts';

const PLAN: Record<string, Record<string, Fate>> = ERASURE_PLAN;

/**
 * Writes a canary into every text of every row that is a pupil's, as far as the database takes it, and into what others wrote of them: a
 * reply that quotes them, the state of a talk, a note, the record of who did what.
 */
export async function markAll(db: DatabaseManager, studentId: number, canary: string): Promise<void> {
  const handle = db.handle();
  const run = (query: ReturnType<typeof sql>) => query.execute(handle);
  for (const [table, columns] of Object.entries(PLAN)) {
    const person = Object.entries(columns).find(([, fate]) => fate === 'gone' || fate === 'gone unless staff')?.[0];
    // Words of the program, of which no text is made.
    if (person === undefined || table === 'session_facts') continue;
    for (const [column, { kind }] of Object.entries(TABLES[table as keyof typeof TABLES])) {
      if (kind !== 'text' || !['own', 'words', 'authored'].includes(columns[column] ?? '')) continue;
      const value = /^(move|brief|evidence|data|options)/.test(column)
        ? JSON.stringify({ said: canary })
        : `${canary} ${column}`;
      // A column with words of its own takes no other.
      await run(
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${sql.ref(person)} = ${studentId}`,
      ).catch(() => {});
    }
  }
  const { rows } = await sql<{ id: number }>`select school_session_id as id from school_sessions_students
    where student_id = ${studentId}`.execute(handle);
  for (const { id } of rows) {
    const [quote] = (
      await sql<{ content: string }>`select content from messages where school_session_id = ${id}
        and student_id = ${studentId}`.execute(handle)
    ).rows;
    if (!quote) continue;
    await run(sql`update messages set content = ${`You said "${quote.content}"?`}, brief = ${JSON.stringify({ last: [quote.content] })}
      where school_session_id = ${id} and student_id is null and class_manager_id is null`);
    await run(sql`update session_dialogues set state = ${JSON.stringify({ open: { said: [quote.content] } })}
      where school_session_id = ${id}`);
  }
  const [name] = (
    await sql<{ first: string; last: string; username: string }>`select first_name as first, last_name as last, username
      from users where id = ${studentId}`.execute(handle)
  ).rows;
  await run(
    sql`update question_reports set answer = ${`${name?.first} ${name?.last} was right`} where reporter_id <> ${studentId}`,
  );
  await run(sql`insert into audit_log (at, action, details) values ('2026-11-29 10:00:00.000', 'invite guardian',
    ${JSON.stringify({ username: name?.username, userId: studentId, note: `${name?.first} ${name?.last}` })})`);
  await run(sql`insert into login_throttles (subject, failures, last_failure_at)
    values (${`account:${name?.username}`}, 2, '2026-11-29 10:00:00.000')`);
  await run(sql`insert into jobs (kind, subject_key, payload, state, run_at, tries, created_at)
    values ('mark', ${`canary:${studentId}`}, ${JSON.stringify({ studentId, canary })}, 'queued', '2027-11-29 10:00:00.000', 0, '2026-11-29 10:00:00.000')`);
}
