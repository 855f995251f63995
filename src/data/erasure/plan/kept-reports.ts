import type { KEPT_REPORT_TABLES } from '../../db/tables/kept-reports.ts';
import type { PlanFor } from '../fates.ts';

/**
 * Reports of a pupil go with the pupil. Those of a class and more name nobody; what was printed of them does, and goes too: work
 * that is under way finds nothing that it could be kept in.
 */
export const KEPT_REPORT_PLAN: PlanFor<typeof KEPT_REPORT_TABLES> = {
  kept_reports: {
    id: 'no',
    kind: 'no',
    school_id: 'no',
    class_id: 'no',
    student_id: 'gone',
    subject: 'no',
    region: 'no',
    batch_id: 'no',
    period: 'no',
    first_day: 'no',
    last_day: 'no',
    locale: 'no',
    made_by: 'unset',
    request_key: 'no',
    asked_at: 'no',
    state: 'no',
    so_far: 'no',
    in_all: 'no',
    made_at: 'no',
    metrics_version: 'no',
    figures: 'words',
  },
  report_prints: {
    id: 'no',
    report_id: 'no',
    school_id: 'files of the school',
    asked_by: 'gone',
    format: 'no',
    state: 'no',
    so_far: 'no',
    in_all: 'no',
    asked_at: 'no',
    expires_at: 'no',
    report_ids: 'no',
    content: 'own',
  },
};
