import type { GUIDANCE_TABLES } from '../../db/tables/guidance.ts';
import type { PlanFor } from '../fates.ts';

/** What supervisors tell class managers, and what these say of it in their classes. */
export const GUIDANCE_PLAN: PlanFor<typeof GUIDANCE_TABLES> = {
  guidances: {
    id: 'no',
    subject_name: 'no',
    created_by: 'staff',
    created_at: 'no',
    withdrawn_at: 'no',
    withdrawn_by: 'staff',
    withdrawn_why: 'words',
  },
  guidance_versions: {
    id: 'no',
    guidance_id: 'no',
    number: 'no',
    edits: 'no',
    title: 'words',
    body: 'words',
    course_id: 'no',
    replaces_order: 'no',
    grades: 'no',
    written_by: 'staff',
    written_at: 'no',
    published_by: 'staff',
    published_at: 'no',
  },
  guidance_regions: { version_id: 'no', region: 'no' },
  guidance_units: { version_id: 'no', course_id: 'no', unit_name: 'no', position: 'no' },
  guidance_tests: { version_id: 'no', test_id: 'no' },
  guidance_standings: {
    guidance_id: 'no',
    class_id: 'no',
    read_number: 'no',
    read_at: 'no',
    read_by: 'staff',
    taken_up_at: 'no',
    taken_up_by: 'staff',
    word: 'words',
  },
};
