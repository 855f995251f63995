import { id, instant, integer, optional, text, word } from '../columns.ts';

/** Who is told of alerts, and what moderation notices. */
export const SAFETY_TABLES = {
  school_safeguards: { school_id: integer, user_id: integer, step: integer },
  alert_rehearsals: {
    id,
    school_id: integer,
    started_by: optional.integer,
    severity: integer,
    created_at: instant,
    ends_at: instant,
    round: integer,
    next_round_at: optional.instant,
    escalated_at: optional.instant,
    acknowledged_at: optional.instant,
    acknowledged_by: optional.integer,
    note: optional.text,
  },
  alert_tellings: {
    id,
    alert_id: optional.integer,
    rehearsal_id: optional.integer,
    user_id: optional.integer,
    round: integer,
    at: instant,
    mail_key: optional.text,
  },
  moderation_flags: {
    id,
    student_id: integer,
    school_id: integer,
    home_session_id: optional.integer,
    school_session_id: optional.integer,
    message_id: optional.integer,
    direction: word<'input' | 'output'>(),
    source: word<'rules' | 'provider'>(),
    category: text,
    severity: integer,
    at: instant,
  },
};
