import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** Letters on their way. Once one is sent, what it said is taken out; a key is used once. `student_id`: whom it is about. */
const MAILS = `id {id}, mail_key {key} not null unique, user_id {ref} not null, student_id {ref}, school_id {ref},
  recipient {name} not null, subject {text} not null, body {text} not null, state {key} not null,
  created_at {instant} not null, ended_at {instant}, last_error {text},
  check (state in ('waiting', 'sent', 'failed')),
  foreign key (user_id) references users (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade,
  foreign key (school_id) references schools (id) on delete cascade`;

/** What somebody is told in the program. What happened once is told once: `event_key`. `student_id`: whom it is about. */
const NOTIFICATIONS = `id {id}, user_id {ref} not null, event_key {key} not null, student_id {ref}, kind {key} not null, data {json} not null,
  at {instant} not null, read_at {instant}, unique (user_id, event_key),
  foreign key (user_id) references users (id) on delete cascade,
  foreign key (student_id) references students (user_id) on delete cascade`;

/** Letters by e-mail, kept until a mail server has taken them, and notifications in the program. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(db, dialect, 'mails', MAILS);
  await createIndex(db, dialect, 'ix_mails_state', 'mails (state, school_id, created_at)');
  await createTable(db, dialect, 'notifications', NOTIFICATIONS);
  await createIndex(db, dialect, 'ix_notifications_unread', 'notifications (user_id, read_at)');
};
