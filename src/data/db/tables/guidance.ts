import { flag, id, instant, integer, json, optional, text } from '../columns.ts';

/** What supervisors publish for class managers, and what these make of it. */
export const GUIDANCE_TABLES = {
  guidances: {
    id,
    subject_name: text,
    created_by: optional.integer,
    created_at: instant,
    withdrawn_at: optional.instant,
    withdrawn_by: optional.integer,
    withdrawn_why: optional.text,
  },
  guidance_versions: {
    id,
    guidance_id: integer,
    number: integer,
    edits: integer,
    title: text,
    body: text,
    course_id: optional.integer,
    replaces_order: flag,
    grades: json,
    written_by: optional.integer,
    written_at: instant,
    published_by: optional.integer,
    published_at: optional.instant,
  },
  guidance_regions: { version_id: integer, region: text },
  guidance_units: { version_id: integer, course_id: integer, unit_name: text, position: integer },
  guidance_tests: { version_id: integer, test_id: integer },
  guidance_standings: {
    guidance_id: integer,
    class_id: integer,
    read_number: integer,
    read_at: instant,
    read_by: optional.integer,
    taken_up_at: optional.instant,
    taken_up_by: optional.integer,
    word: text,
  },
};
