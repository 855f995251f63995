import type { SAFETY_TABLES } from '../../db/tables/safety.ts';
import type { PlanFor } from '../fates.ts';

/** Who is told of alerts, and what moderation noticed. That somebody was told hangs on the alert, which goes with the pupil. */
export const SAFETY_PLAN: PlanFor<typeof SAFETY_TABLES> = {
  school_safeguards: { school_id: 'no', user_id: 'gone', step: 'no' },
  alert_rehearsals: {
    id: 'no',
    school_id: 'no',
    started_by: 'staff',
    severity: 'no',
    created_at: 'no',
    ends_at: 'no',
    round: 'no',
    next_round_at: 'no',
    escalated_at: 'no',
    acknowledged_at: 'no',
    acknowledged_by: 'staff',
    note: 'words',
  },
  alert_tellings: {
    id: 'no',
    alert_id: 'no',
    rehearsal_id: 'no',
    user_id: 'staff',
    round: 'no',
    at: 'no',
    mail_key: 'no',
  },
  moderation_flags: {
    id: 'no',
    student_id: 'gone',
    school_id: 'no',
    home_session_id: 'with home session',
    school_session_id: 'with own school session',
    message_id: 'with message',
    direction: 'own',
    source: 'no',
    category: 'own',
    severity: 'own',
    at: 'own',
  },
};
