import { id, instant, integer, json, optional, text, word } from '../columns.ts';

/** What people are told: letters by e-mail, and notifications in the program. */
export const NOTICE_TABLES = {
  mails: {
    id,
    mail_key: text,
    user_id: integer,
    student_id: optional.integer,
    school_id: optional.integer,
    recipient: text,
    subject: text,
    body: text,
    state: word<'waiting' | 'sent' | 'failed'>(),
    created_at: instant,
    ended_at: optional.instant,
    last_error: optional.text,
  },
  notifications: {
    id,
    user_id: integer,
    event_key: text,
    student_id: optional.integer,
    kind: text,
    data: json,
    at: instant,
    read_at: optional.instant,
  },
};
