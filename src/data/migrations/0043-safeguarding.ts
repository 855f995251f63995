import { sql } from 'kysely';
import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** The staff whom a school tells of alerts first: at once (step 0), or with the first or second escalation. */
const SAFEGUARDS = `school_id {ref} not null, user_id {ref} not null, step {integer} not null, primary key (school_id, user_id),
  check (step between 0 and 2),
  foreign key (school_id) references schools (id) on delete cascade,
  foreign key (user_id) references users (id) on delete cascade`;

/** An alert about nobody, to see whether alerts reach people. It is no alert anywhere else: nothing that counts alerts finds it. */
const REHEARSALS = `id {id}, school_id {ref} not null, started_by {ref}, severity {integer} not null, created_at {instant} not null,
  ends_at {instant} not null, round {integer} not null, next_round_at {instant}, escalated_at {instant},
  acknowledged_at {instant}, acknowledged_by {ref}, note {text},
  foreign key (school_id) references schools (id) on delete cascade,
  foreign key (started_by) references users (id) on delete set null,
  foreign key (acknowledged_by) references users (id) on delete set null`;

/** Who was told of an alert or a rehearsal, when, in which round; `mail_key`: by which letter besides. */
const TELLINGS = `id {id}, alert_id {ref}, rehearsal_id {ref}, user_id {ref}, round {integer} not null, at {instant} not null, mail_key {key},
  check ((alert_id is null) <> (rehearsal_id is null)),
  foreign key (alert_id) references safety_alerts (id) on delete cascade,
  foreign key (rehearsal_id) references alert_rehearsals (id) on delete cascade,
  foreign key (user_id) references users (id) on delete set null`;

/** What moderation noticed in words of a pupil (input) or of a teacher (output). */
const FLAGS = `id {id}, student_id {ref} not null, school_id {ref} not null, home_session_id {ref}, school_session_id {ref}, message_id {ref},
  direction {key} not null, source {key} not null, category {key} not null, severity {integer} not null, at {instant} not null,
  check (direction in ('input', 'output')), check (source in ('rules', 'provider')), check (severity between 1 and 3),
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (school_id) references schools (id) on delete cascade,
  foreign key (home_session_id) references home_hours_study_sessions (id) on delete cascade,
  foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade,
  foreign key (message_id) references messages (id) on delete cascade`;

const OF_ALERTS = [
  { name: 'round', type: '{integer} not null default 0' },
  { name: 'next_round_at', type: '{instant}' },
  { name: 'false_alarm_at', type: '{instant}' },
  { name: 'false_alarm_by', type: '{ref}', references: 'users (id) on delete set null' },
  { name: 'false_alarm_reason', type: '{text}' },
];

/** Alerts go to adults whom the school names, on and on until staff take them on; false alarms are marked, and moderation leaves flags. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'school_safeguards', SAFEGUARDS);
  await createTable(db, dialect, 'alert_rehearsals', REHEARSALS);
  await createIndex(db, dialect, 'ix_rehearsals_school', 'alert_rehearsals (school_id, id)');
  await createTable(db, dialect, 'alert_tellings', TELLINGS);
  await createIndex(db, dialect, 'ix_tellings_alert', 'alert_tellings (alert_id)');
  await createTable(db, dialect, 'moderation_flags', FLAGS);
  await createIndex(db, dialect, 'ix_flags_school', 'moderation_flags (school_id, at)');
  await createIndex(db, dialect, 'ix_notifications_event', 'notifications (event_key)');
  for (const column of OF_ALERTS) await addColumn(db, dialect, 'safety_alerts', column);
  await createIndex(db, dialect, 'ix_alerts_due', 'safety_alerts (acknowledged_at, next_round_at)');
  // What is open now reaches the adults with the next escalation.
  await sql`update safety_alerts set next_round_at = created_at where acknowledged_at is null`.execute(db);
};
