import type { ContentKind } from '../../../shared/curriculum-content.ts';
import { id, instant, integer, json, optional, text, word } from '../columns.ts';

/** What supervisors are writing, and what was published. */
export const PUBLISHING_TABLES = {
  curriculum_drafts: {
    id,
    course_id: integer,
    kind: word<ContentKind>(),
    target_key: text,
    content: json,
    version: integer,
    base: text,
    updated_by: optional.integer,
    updated_at: instant,
  },
  curriculum_publications: {
    id,
    course_id: integer,
    number: integer,
    published_at: instant,
    published_by: optional.integer,
    origin: word<'editor' | 'import'>(),
    note: text,
    summary: json,
  },
  curriculum_publication_changes: {
    id,
    publication_id: integer,
    kind: word<ContentKind>(),
    target_key: text,
    name: text,
    before_content: optional.json,
    after_content: optional.json,
  },
};
