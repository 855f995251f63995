import { id, instant, integer, optional, text, word } from '../columns.ts';

/** What parents agreed to, what schools chose, and the key to the audit log. */
export const OVERSIGHT_TABLES = {
  consents: {
    id,
    student_id: integer,
    purpose: text,
    version: integer,
    answer: word<'yes' | 'no'>(),
    source: word<'parent' | 'school'>(),
    by_id: optional.integer,
    note: optional.text,
    at: instant,
  },
  consent_versions: { purpose: text, version: integer, since: instant },
  school_models: { school_id: integer, subject_name: text, ai_model_id: integer },
  audit_openings: { id, at: instant },
};
