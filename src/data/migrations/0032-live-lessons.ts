import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const STAFF = 'class_managers (user_id)';

/** table → the columns that it lacked for lessons that are under way. */
const COLUMNS: Record<string, { name: string; type: string; references?: string }[]> = {
  lessons: [
    { name: 'planned_end', type: '{instant}' },
    { name: 'eyes_up', type: '{flag} not null default 0' },
    { name: 'end_reason', type: "{key} check (end_reason in ('class manager', 'time'))" },
  ],
  school_hours_study_sessions: [
    { name: 'name', type: "{key} not null default ''" },
    { name: 'last_activity_at', type: '{instant}' },
    { name: 'paused_by', type: "{key} check (paused_by in ('pupil', 'class manager'))" },
    { name: 'taken_over_by', type: '{ref}', references: STAFF },
    { name: 'taken_over_at', type: '{instant}' },
    { name: 'end_reason', type: "{key} check (end_reason in ('pupil', 'class manager', 'time'))" },
  ],
  school_sessions_students: [{ name: 'hand_raised_at', type: '{instant}' }],
};

const pupil = 'foreign key (student_id) references students (user_id) on delete cascade';
const session = 'foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade';

const TABLES: Record<string, string> = {
  /** What became of somebody's attendance, and who said so; null: the pupil joined. */
  attendance_changes: `id {id}, school_session_id {ref} not null, student_id {ref} not null, is_attendant {flag} not null,
    attendance_reason {key} check (attendance_reason in ('sick', 'excused', 'unexcused')), by_id {ref}, at {instant} not null,
    ${session}, ${pupil}, foreign key (by_id) references ${STAFF}`,
  /** A class manager's notes to the teacher of one session, or of all of a lesson. */
  lesson_whispers: `id {id}, lesson_id {ref} not null, school_session_id {ref}, class_manager_id {ref} not null,
    content {text} not null, at {instant} not null, withdrawn_at {instant},
    foreign key (lesson_id) references lessons (id) on delete cascade, ${session},
    foreign key (class_manager_id) references ${STAFF}`,
};

/** Lessons that are started, joined, steered and ended here, not only looked back on. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await addColumn(db, dialect, table, column);
  }
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  await createIndex(db, dialect, 'ix_lessons_state', 'lessons (state, planned_end)');
  await createIndex(db, dialect, 'ix_attendance_changes', 'attendance_changes (school_session_id, student_id)');
  await createIndex(db, dialect, 'ix_lesson_whispers', 'lesson_whispers (lesson_id)');
};
