import { sql } from 'kysely';
import { createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const student = 'foreign key (student_id) references students (user_id) on delete cascade';
const subject = 'foreign key (subject_name) references subjects (name)';
const school = 'foreign key (school_id) references schools (id) on delete cascade';
const by = 'foreign key (by_id) references users (id) on delete set null';
/** What a quarter's score is of. */
const of = `kind {key} not null, student_id {ref} not null, subject_name {key} not null, school_year {integer} not null,
  quarter {integer} not null`;
const isKind = "check (kind in ('proficiency', 'investment', 'social')), check (quarter between 1 and 4)";

const TABLES: Record<string, string> = {
  /** Each time that a school's quarter is closed, and how far that is: pupils in the order of their ids. */
  quarter_closings: `id {id}, school_id {ref} not null, school_year {integer} not null, quarter {integer} not null,
    run {integer} not null, state {key} not null, by_id {ref}, asked_at {instant} not null, after_student {integer} not null,
    pupils_done {integer} not null, pupils_all {integer} not null, made {integer} not null, changed {integer} not null,
    finished_at {instant}, release_at {instant} not null, released_at {instant},
    unique (school_id, school_year, quarter, run), check (state in ('running', 'done', 'failed')),
    check (quarter between 1 and 4), ${school}, ${by}`,
  /** What stood there before a quarter was closed again. */
  quarter_versions: `id {id}, ${of}, score {real}, reason {key}, description {text} not null, evidence {json} not null,
    rubric_version {key} not null, confidence {real} not null, made_at {instant} not null, closing_id {ref},
    replaced_at {instant} not null, ${isKind}, ${student}, ${subject},
    foreign key (closing_id) references quarter_closings (id) on delete set null`,
  /** What class managers gave for a quarter, each time a line of its own; without score and reason they took it back. */
  quarter_given: `id {id}, ${of}, score {integer}, reason {key}, words {text} not null, by_id {ref}, at {instant} not null,
    ${isKind}, check (score between 1 and 10), ${student}, ${subject}, ${by}`,
  /** What people say of a quarter's score; it only grows. */
  quarter_reviews: `id {id}, ${of}, action {key} not null, words {text} not null, by_id {ref}, at {instant} not null,
    ${isKind}, check (action in ('contested', 'stands', 'disputed')), ${student}, ${subject}, ${by}`,
  /** Pupils who see a quarter, and with them their parents. */
  quarter_releases: `student_id {ref} not null, school_year {integer} not null, quarter {integer} not null, by_id {ref},
    at {instant} not null, primary key (student_id, school_year, quarter), ${student}, ${by}`,
  /** Why a pupil needs attention. \`open_key\` is there while the alert is open: one for each pupil and kind. */
  attention_alerts: `id {id}, student_id {ref} not null, school_id {ref} not null, kind {key} not null,
    severity {integer} not null, facts {json} not null, open_key {key}, raised_at {instant} not null,
    seen_at {instant} not null, escalated_at {instant}, acknowledged_at {instant}, acknowledged_by {ref}, note {text},
    snoozed_until {instant}, closed_at {instant}, closed_because {key}, false_by {ref}, false_reason {text},
    unique (open_key), check (kind in ('absence', 'decline', 'inactivity', 'no homework', 'low feelings')),
    check (severity between 1 and 3), check (closed_because in ('gone', 'false alarm')), ${student}, ${school},
    foreign key (acknowledged_by) references users (id) on delete set null,
    foreign key (false_by) references users (id) on delete set null`,
  /** One look at a school's pupils, once a day, and how far it is. */
  attention_checks: `school_id {ref} not null, day {key} not null, after_student {integer} not null,
    pupils_done {integer} not null, raised {integer} not null, closed {integer} not null, began_at {instant} not null,
    finished_at {instant}, primary key (school_id, day), ${school}`,
};

const INDEXES: Record<string, string> = {
  ix_quarter_versions: 'quarter_versions (student_id, school_year, quarter)',
  ix_quarter_given: 'quarter_given (student_id, school_year, quarter)',
  ix_quarter_reviews: 'quarter_reviews (student_id, school_year, quarter)',
  ix_attention_student: 'attention_alerts (student_id, kind)',
  ix_attention_school: 'attention_alerts (school_id, closed_at, raised_at)',
};

/** Quarters are closed by a job, completed by class managers and released; pupils who need attention are noticed. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
  // What was made of class managers' scores is made all the same: what they give for the quarter itself stands beside it.
  await sql`update quarter_social_evaluations set source = 'evaluator'
    where source = 'class manager'`.execute(db);
  // What was there to be seen stays so.
  for (const kind of ['proficiency', 'investment', 'social']) {
    await sql`insert into quarter_releases (student_id, school_year, quarter, by_id, at)
      select student_id, school_year, quarter, null, min(created_at) from ${sql.table(`quarter_${kind}_evaluations`)} made
      where not exists (select 1 from quarter_releases there where there.student_id = made.student_id
        and there.school_year = made.school_year and there.quarter = made.quarter)
      group by student_id, school_year, quarter`.execute(db);
  }
};
