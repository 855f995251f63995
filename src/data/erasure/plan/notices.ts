import type { NOTICE_TABLES } from '../../db/tables/notices.ts';
import type { PlanFor } from '../fates.ts';

/** What people are told: it goes with whom it was said to, and with the pupil whom it is about. */
export const NOTICE_PLAN: PlanFor<typeof NOTICE_TABLES> = {
  mails: {
    id: 'no',
    mail_key: 'no',
    user_id: 'gone',
    student_id: 'gone',
    school_id: 'no',
    recipient: 'own',
    subject: 'own',
    body: 'own',
    state: 'no',
    created_at: 'own',
    ended_at: 'own',
    last_error: 'own',
  },
  notifications: {
    id: 'no',
    user_id: 'gone',
    event_key: 'no',
    student_id: 'gone',
    kind: 'own',
    data: 'own',
    at: 'own',
    read_at: 'own',
  },
};
