import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../db/database-manager.ts';
import { addColumn, createIndex, createTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const oneOf = (column: string, words: readonly string[]) =>
  `check (${column} in (${words.map((w) => `'${w}'`).join(', ')}))`;

const KINDS = ['course', 'order', 'unit', 'problem', 'test'];
const course = 'foreign key (course_id) references courses (id) on delete cascade';

/**
 * What supervisors are writing, and what was published, by whom and when. `number` is the course's content version since then.
 * `base` names what was published when a draft was begun.
 */
const TABLES: Record<string, string> = {
  curriculum_drafts: `id {id}, course_id {ref} not null, kind {key} not null, target_key {key} not null, content {json} not null,
    version {integer} not null, base {key} not null, updated_by {ref}, updated_at {instant} not null,
    unique (course_id, kind, target_key), ${oneOf('kind', KINDS)}, ${course}`,
  curriculum_publications: `id {id}, course_id {ref} not null, number {integer} not null, published_at {instant} not null,
    published_by {ref}, origin {key} not null, note {text} not null, summary {json} not null, unique (course_id, number),
    ${oneOf('origin', ['editor', 'import'])}, ${course}`,
  curriculum_publication_changes: `id {id}, publication_id {ref} not null, kind {key} not null, target_key {key} not null,
    name {name} not null, before_content {json}, after_content {json}, ${oneOf('kind', KINDS)},
    foreign key (publication_id) references curriculum_publications (id) on delete cascade`,
};

/** `draft_since`: never published so far. */
const COLUMNS: Record<string, { name: string; type: string }[]> = {
  courses: [
    { name: 'draft_since', type: '{instant}' },
    { name: 'archived_at', type: '{instant}' },
  ],
  learning_units: [
    { name: 'draft_since', type: '{instant}' },
    { name: 'archived_at', type: '{instant}' },
  ],
  tests: [
    { name: 'draft_since', type: '{instant}' },
    { name: 'archived_at', type: '{instant}' },
  ],
  problems: [
    { name: 'draft_since', type: '{instant}' },
    { name: 'archived_at', type: '{instant}' },
  ],
  qa_revisions: [{ name: 'publication_id', type: '{ref}' }],
};

const INDEXES: Record<string, string> = {
  ix_publication_changes: 'curriculum_publication_changes (publication_id)',
  ix_publication_targets: 'curriculum_publication_changes (kind, target_key)',
  ix_attempts_unit: 'attempts (course_id, unit_name)',
  ix_home_sessions_course: 'home_hours_study_sessions (course_id, status)',
  ix_tests_units_unit: 'tests_learning_units (course_id, unit_name)',
  ix_prerequisites_course: 'courses_prerequisites (prerequisite_id)',
};

/** Drafts, publications, archives, and the full text of questions. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await createTable(db, dialect, name, body);
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await addColumn(db, dialect, table, column);
  }
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
  await addFullText(db, dialect);
};

const SEARCHED = ['question', 'answer', 'aliases'];

async function addFullText(db: Kysely<never>, dialect: DialectName): Promise<void> {
  for (const statement of dialect === 'sqlite' ? SQLITE_SEARCH : []) await sql.raw(statement).execute(db);
  if (dialect === 'sqlite') return;
  const there = await sql`select 1 from information_schema.statistics where table_schema = database()
    and table_name = 'qas' and index_name = 'ft_qas' limit 1`.execute(db);
  if (there.rows.length > 0) return;
  // Keys are compared byte by byte, but who searches for "Energy" means "energy" too.
  const prose = SEARCHED.map(
    (column) => `modify ${column} mediumtext character set utf8mb4 collate utf8mb4_unicode_ci not null`,
  );
  await sql.raw(`alter table qas ${prose.join(', ')}`).execute(db);
  await sql.raw(`create fulltext index ft_qas on qas (${SEARCHED.join(', ')})`).execute(db);
}

const columns = SEARCHED.join(', ');
const values = (row: string) => SEARCHED.map((column) => `${row}.${column}`).join(', ');
const forget = `insert into qas_search (qas_search, rowid, ${columns}) values ('delete', old.id, ${values('old')});`;
const learn = `insert into qas_search (rowid, ${columns}) values (new.id, ${values('new')});`;

/** The index holds no text of its own: it reads the rows of `qas`, and triggers keep it in step. */
const SQLITE_SEARCH = [
  `create virtual table if not exists qas_search using fts5 (${columns}, content = 'qas', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
  `create trigger if not exists qas_search_insert after insert on qas begin ${learn} end`,
  `create trigger if not exists qas_search_delete after delete on qas begin ${forget} end`,
  `create trigger if not exists qas_search_update after update of ${columns} on qas begin ${forget} ${learn} end`,
  `insert into qas_search (qas_search) values ('rebuild')`,
];
