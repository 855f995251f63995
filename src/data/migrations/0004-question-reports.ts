import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const oneOf = (column: string, words: readonly string[]) =>
  `check (${column} in (${words.map((w) => `'${w}'`).join(', ')}))`;

const REASONS = ['answer', 'unclear', 'text', 'other'];
const STATES = ['open', 'corrected', 'dismissed'];
const VERDICTS = ['correct', 'incorrect', 'cannot judge'];

/**
 * What people say about questions, and what became of it. `open_key` names question and reporter while the report is open: each
 * has one open report of a question. `attempt_regrades` only grows: what a verdict was before a question was corrected.
 */
const TABLES: Record<string, string> = {
  question_reports: `id {id}, qa_id {ref} not null, revision_id {ref} not null, reporter_id {ref} not null, home_session_id {ref},
    reason {key} not null, comment {text} not null, created_at {instant} not null, state {key} not null default 'open',
    open_key {key} unique, answered_by {ref}, answered_at {instant}, answer {text},
    ${oneOf('reason', REASONS)}, ${oneOf('state', STATES)}, check ((state = 'open') = (answered_at is null)),
    foreign key (qa_id) references qas (id) on delete cascade,
    foreign key (revision_id) references qa_revisions (id) on delete cascade,
    foreign key (reporter_id) references users (id) on delete cascade,
    foreign key (home_session_id) references home_hours_study_sessions (id) on delete set null,
    foreign key (answered_by) references users (id) on delete set null`,
  attempt_regrades: `id {id}, attempt_id {ref} not null, revision_id {ref} not null, verdict_before {key} not null,
    verdict_after {key} not null, at {instant} not null, unique (attempt_id, revision_id),
    ${oneOf('verdict_before', VERDICTS)}, ${oneOf('verdict_after', VERDICTS)},
    foreign key (attempt_id) references attempts (id) on delete cascade,
    foreign key (revision_id) references qa_revisions (id) on delete cascade`,
};

const INDEXES: Record<string, string> = {
  ix_question_reports_qa: 'question_reports (qa_id, state)',
  ix_question_reports_state: 'question_reports (state, created_at)',
  ix_question_reports_reporter: 'question_reports (reporter_id, created_at)',
  ix_attempts_qa: 'attempts (qa_id, student_id)',
};

/** Reports of questions, and verdicts that changed because a question was corrected. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
};
