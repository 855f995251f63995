import { sql } from 'kysely';
import { createIndex, createTable, hasTable, rebuildTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** The state of the talk in a session, at home or at school. */
const DIALOGUES = `id {id}, home_session_id {ref} unique, school_session_id {ref} unique, state {json} not null,
  version {integer} not null, replying_message_id {ref}, check ((home_session_id is null) <> (school_session_id is null)),
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade,
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade`;

/** As it was, but that several pupils may be in one session at school. */
const LIVE = `student_id {ref} not null, kind {key} not null check (kind in ('home', 'school')), session_id {ref} not null,
  active_student_id {ref} unique, primary key (student_id, kind),
  check (active_student_id is null or active_student_id = student_id),
  foreign key (student_id) references students (user_id) on delete cascade`;

/** Talks with the teacher at school are kept like those at home, and a group has one together. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'session_dialogues', DIALOGUES);
  if (await hasTable(db, dialect, 'home_session_dialogues')) {
    await sql`delete from session_dialogues`.execute(db);
    await sql`insert into session_dialogues (home_session_id, state, version, replying_message_id)
      select home_session_id, state, version, replying_message_id from home_session_dialogues`.execute(db);
    await sql`drop table home_session_dialogues`.execute(db);
  }
  await rebuildTable(db, dialect, 'live_sessions', LIVE);
  await createIndex(db, dialect, 'ix_live_sessions_session', 'live_sessions (kind, session_id)');
};
