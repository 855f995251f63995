import { flag, id, instant, integer, optional, text, word } from '../columns.ts';

/** What parents are written once a week. */
export const FAMILY_TABLES = {
  weekly_letter_wishes: { parent_id: integer, may_reword: flag, wished_at: instant },
  weekly_letters: {
    id,
    parent_id: integer,
    student_id: integer,
    /** The last of the seven days, `YYYY-MM-DD`. */
    last_day: text,
    locale: text,
    text,
    wording: word<'rules' | 'model'>(),
    metrics_version: integer,
    stop_hash: optional.text,
    at: instant,
  },
};
