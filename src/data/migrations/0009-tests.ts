import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const oneOf = (column: string, words: readonly string[]) =>
  `check (${column} in (${words.map((w) => `'${w}'`).join(', ')}))`;

const FEELINGS = ['positive', 'neutral', 'negative', 'extreme'];
const MARKERS = ['checker', 'teacher', 'class manager', 'regrade'];
const sitting = 'foreign key (sitting_id) references tests_students (id) on delete cascade';

/**
 * What a sitting is made of. Each question is pinned to the revision that was asked, with the points that it is worth: later
 * changes of the curriculum alter neither. `test_marks` only grows: who gave which mark when, and why it was changed.
 */
const TABLES: Record<string, string> = {
  test_answers: `sitting_id {ref} not null, position {integer} not null, qa_id {ref} not null, revision_id {ref} not null,
    course_id {ref} not null, unit_name {key} not null, points {real} not null, answer {text} not null, seq {integer} not null
    default 0, saved_by {key}, saved_at {instant}, verdict {key}, share {real}, understood {text}, marked_by {key},
    marker_id {ref}, comment {text}, marked_at {instant}, primary key (sitting_id, position), unique (sitting_id, qa_id),
    ${oneOf('verdict', ['correct', 'partly', 'incorrect', 'unanswered'])}, check (share between 0 and 1),
    check ((verdict is null) = (share is null)), check (points >= 0), ${oneOf('marked_by', MARKERS)}, ${sitting},
    foreign key (qa_id) references qas (id), foreign key (revision_id) references qa_revisions (id),
    foreign key (course_id, unit_name) references learning_units (course_id, name) on update cascade,
    foreign key (marker_id) references users (id) on delete set null`,
  test_marks: `id {id}, sitting_id {ref} not null, position {integer} not null, verdict {key} not null, share {real} not null,
    source {key} not null, marker_id {ref}, reason {text}, created_at {instant} not null, ${oneOf('source', MARKERS)},
    check (share between 0 and 1), ${sitting}, foreign key (marker_id) references users (id) on delete set null`,
  test_reflections: `sitting_id {ref} not null, moment {key} not null, emotional_state {key} not null, difficulty {integer} not null,
    created_at {instant} not null, primary key (sitting_id, moment), ${oneOf('moment', ['handed in', 'reviewed'])},
    ${oneOf('emotional_state', FEELINGS)}, check (difficulty between 1 and 10), ${sitting}`,
};

/**
 * table → the columns that it lacked. `deadline` is the end of the window, `ends_at` the end of this pupil's own time;
 * `checked_at` says when everything was marked that needs no person.
 */
const COLUMNS: Record<string, { name: string; type: string; references?: string }[]> = {
  safety_alerts: [{ name: 'sitting_id', type: '{ref}', references: 'tests_students (id) on delete set null' }],
  tests: [{ name: 'question_count', type: '{integer} check (question_count between 1 and 60)' }],
  tests_students: [
    { name: 'extra_minutes', type: '{integer} not null default 0 check (extra_minutes between 0 and 240)' },
    { name: 'seed', type: '{key}' },
    { name: 'begun_at', type: '{instant}' },
    { name: 'ends_at', type: '{instant}' },
    { name: 'submitted_at', type: '{instant}' },
    { name: 'submitted_by', type: `{key} ${oneOf('submitted_by', ['pupil', 'time'])}` },
    { name: 'checked_at', type: '{instant}' },
    { name: 'marked_at', type: '{instant}' },
    { name: 'released_at', type: '{instant}' },
    { name: 'regraded_at', type: '{instant}' },
    { name: 'delay_reason', type: '{text}' },
    { name: 'scheduled_by', type: '{ref}', references: 'users (id) on delete set null' },
  ],
};

const INDEXES: Record<string, string> = {
  ix_test_answers_qa: 'test_answers (qa_id)',
  ix_test_marks_sitting: 'test_marks (sitting_id, position)',
  ix_tests_students_test: 'tests_students (test_id)',
  ix_tests_students_phase: 'tests_students (phase, ends_at)',
};

/** Tests that are taken here: the questions of each sitting, their answers and marks, and how it felt. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await addColumn(db, dialect, table, column);
  }
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
};
