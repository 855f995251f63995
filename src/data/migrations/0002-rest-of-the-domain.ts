import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const oneOf = (column: string, words: readonly string[]) =>
  `check (${column} in (${words.map((w) => `'${w}'`).join(', ')}))`;

const FEELINGS = ['positive', 'neutral', 'negative', 'extreme'];
const FILES = ['image', 'document', 'audio', 'video', 'text', 'pdf', 'spreadsheet', 'presentation'];
const KINDS = ['individual', 'group', 'social'];
const STATUS = ['pending', 'active', 'paused', 'completed', 'cancelled'];
const student = 'foreign key (student_id) references students (user_id) on delete cascade';
const session = 'foreign key (school_session_id) references school_hours_study_sessions (id) on delete cascade';

/**
 * What the school owns and lends. A tablet is with one pupil at a time: `lent_tablet_id` names it while the loan lasts. `condition`
 * is a word of MySQL's own, so it is quoted.
 */
const DEVICES: Record<string, string> = {
  tablets: `id {id}, school_id {ref} not null, serial_number {key} not null, os {key} not null, model {key} not null,
    purchase_date {key}, \`condition\` {key} not null, ${oneOf('os', ['ios', 'android', 'windows', 'chrome os'])},
    ${oneOf('`condition`', ['functional', 'defective', 'non-functional'])},
    unique (school_id, serial_number), foreign key (school_id) references schools (id)`,
  tablets_students: `id {id}, tablet_id {ref} not null, student_id {ref} not null, start_time {instant} not null,
    end_time {instant}, lent_tablet_id {ref} unique, check (lent_tablet_id is null or lent_tablet_id = tablet_id),
    foreign key (tablet_id) references tablets (id), ${student}`,
};

/** School hours beside home hours, and what a message may carry. */
const STUDY: Record<string, string> = {
  school_sessions_students: `school_session_id {ref} not null, student_id {ref} not null, emotional_state_before {key},
    emotional_state_after {key}, is_attendant {flag} not null default 0, attendance_reason {key},
    difficulty_feedback {integer}, understanding_feedback {integer}, textual_feedback {text}, joined_at {instant},
    primary key (school_session_id, student_id), ${oneOf('emotional_state_before', FEELINGS)},
    ${oneOf('emotional_state_after', FEELINGS)}, ${oneOf('attendance_reason', ['sick', 'excused', 'unexcused'])},
    check (difficulty_feedback between 1 and 10), check (understanding_feedback between 1 and 10), ${session}, ${student}`,
  learning_units_school_sessions: `school_session_id {ref} not null, course_id {ref} not null, unit_name {key} not null,
    position {integer} not null, primary key (school_session_id, course_id, unit_name), ${session},
    foreign key (course_id, unit_name) references learning_units (course_id, name) on update cascade`,
  school_hours_study_session_pauses: `id {id}, school_session_id {ref} not null, start_time {instant} not null,
    end_time {instant}, ${session}`,
  attachments: `id {id}, message_id {ref} not null, file_type {key} not null, name {name} not null, media_type {key} not null,
    size {integer} not null, content_hash {key} not null, storage_key {key} not null, created_at {instant} not null,
    ${oneOf('file_type', FILES)}, check (size >= 0), foreign key (message_id) references messages (id) on delete cascade`,
};

const quarterEvaluation = `id {id}, student_id {ref} not null, subject_name {key} not null, school_year {integer} not null,
    quarter {integer} not null, score {real}, reason {key}, description {text} not null, evidence {json} not null,
    source {key} not null, rubric_version {key} not null, confidence {real} not null, created_at {instant} not null,
    unique (student_id, subject_name, school_year, quarter, source), ${oneOf('source', ['evaluator', 'class manager'])},
    check (quarter between 1 and 4), check (score between 1 and 10), check ((score is null) <> (reason is null)),
    ${student}, foreign key (subject_name) references subjects (name)`;

/** Social evaluations belong to school sessions only. */
const EVALUATIONS: Record<string, string> = {
  sessional_social_evaluations: `id {id}, student_id {ref} not null, home_session_id {ref}, school_session_id {ref} not null,
    score {integer}, reason {key}, description {text} not null, evidence {json} not null, source {key} not null,
    rubric_version {key} not null, confidence {real} not null, model_score {integer}, flagged {flag} not null default 0,
    provider {key} not null, created_at {instant} not null, unique (school_session_id, student_id, source),
    ${oneOf('source', ['evaluator', 'class manager'])}, check (score between 1 and 10),
    check ((score is null) <> (reason is null)), check (home_session_id is null), ${session}, ${student}`,
  quarter_proficiency_evaluations: quarterEvaluation,
  quarter_investment_evaluations: quarterEvaluation,
  quarter_social_evaluations: quarterEvaluation,
};

/** table → the columns that it lacked. A lesson is what a class manager started or scheduled: class, plan, clock, state. */
const COLUMNS: Record<string, { name: string; type: string; references?: string }[]> = {
  subjects: [{ name: 'ai_model_id', type: '{ref}', references: 'ai_models (id) on delete set null' }],
  lessons: [
    { name: 'type', type: `{key} not null default 'individual' ${oneOf('type', KINDS)}` },
    { name: 'state', type: `{key} not null default 'pending' ${oneOf('state', STATUS)}` },
    { name: 'course_id', type: '{ref}', references: 'courses (id)' },
    { name: 'planned_duration_minutes', type: '{integer} not null default 45 check (planned_duration_minutes > 0)' },
    { name: 'planned_start', type: '{instant}' },
    { name: 'start_time', type: '{instant}' },
    { name: 'end_time', type: '{instant}' },
    { name: 'plan', type: "{json} not null default ('{}')" },
  ],
  school_hours_study_sessions: [{ name: 'course_id', type: '{ref}', references: 'courses (id)' }],
};

const INDEXES: Record<string, string> = {
  ix_tablets_school: 'tablets (school_id)',
  ix_tablets_students_tablet: 'tablets_students (tablet_id, start_time)',
  ix_tablets_students_student: 'tablets_students (student_id)',
  ix_lessons_class: 'lessons (class_id, created_at)',
  ix_school_sessions_lesson: 'school_hours_study_sessions (lesson_id)',
  ix_school_sessions_students_student: 'school_sessions_students (student_id, school_session_id)',
  ix_school_pauses_session: 'school_hours_study_session_pauses (school_session_id)',
  ix_attachments_message: 'attachments (message_id)',
  ix_social_student: 'sessional_social_evaluations (student_id, created_at)',
};

/** Devices, school hours, social and quarter evaluations, attachments; the model of a subject; the plan of a lesson. */
export const up: MigrationBody = async (db, dialect) => {
  for (const tables of [DEVICES, STUDY, EVALUATIONS]) {
    for (const [name, body] of Object.entries(tables)) await createTable(db, dialect, name, body);
  }
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await addColumn(db, dialect, table, column);
  }
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
};
