import type { FAMILY_TABLES } from '../../db/tables/family.ts';
import type { PlanFor } from '../fates.ts';

/** A letter goes with the parent to whom it was written, and with the pupil whom it is about. */
export const FAMILY_PLAN: PlanFor<typeof FAMILY_TABLES> = {
  weekly_letter_wishes: { parent_id: 'gone', may_reword: 'own', wished_at: 'own' },
  weekly_letters: {
    id: 'no',
    parent_id: 'gone',
    student_id: 'gone',
    last_day: 'own',
    locale: 'own',
    text: 'own',
    wording: 'no',
    metrics_version: 'no',
    stop_hash: 'no',
    at: 'own',
  },
};
