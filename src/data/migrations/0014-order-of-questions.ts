import { createIndex, rebuildTable } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

const KINDS = `check (kind in ('course', 'order', 'unit', 'sequence', 'problem', 'test'))`;

/** The tables of 0003, which take one kind more: `sequence`, the order of the questions of a unit. */
const TABLES: Record<string, string> = {
  curriculum_drafts: `id {id}, course_id {ref} not null, kind {key} not null, target_key {key} not null, content {json} not null,
    version {integer} not null, base {key} not null, updated_by {ref}, updated_at {instant} not null,
    unique (course_id, kind, target_key), ${KINDS}, foreign key (course_id) references courses (id) on delete cascade`,
  curriculum_publication_changes: `id {id}, publication_id {ref} not null, kind {key} not null, target_key {key} not null,
    name {name} not null, before_content {json}, after_content {json}, ${KINDS},
    foreign key (publication_id) references curriculum_publications (id) on delete cascade`,
};

const INDEXES: Record<string, string> = {
  ix_publication_changes: 'curriculum_publication_changes (publication_id)',
  ix_publication_targets: 'curriculum_publication_changes (kind, target_key)',
};

/** Drafts and the history of the order of questions. */
export const up: MigrationBody = async (db, dialect) => {
  for (const [name, body] of Object.entries(TABLES)) await rebuildTable(db, dialect, name, body);
  for (const [name, on] of Object.entries(INDEXES)) await createIndex(db, dialect, name, on);
};
