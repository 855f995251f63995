import type { OVERSIGHT_TABLES } from '../../db/tables/oversight.ts';
import type { PlanFor } from '../fates.ts';

/** What was agreed to for a pupil goes with them; a parent or a member of staff who answered is forgotten. */
export const OVERSIGHT_PLAN: PlanFor<typeof OVERSIGHT_TABLES> = {
  consents: {
    id: 'no',
    student_id: 'gone',
    purpose: 'own',
    version: 'own',
    answer: 'own',
    source: 'own',
    by_id: 'unset',
    note: 'words',
    at: 'own',
  },
  consent_versions: { purpose: 'no', version: 'no', since: 'no' },
  school_models: { school_id: 'no', subject_name: 'no', ai_model_id: 'no' },
  audit_openings: { id: 'no', at: 'no' },
};
