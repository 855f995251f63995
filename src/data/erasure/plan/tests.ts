import type { TEST_TABLES } from '../../db/tables/tests.ts';
import type { PlanFor } from '../fates.ts';

/** What a sitting of a test is made of. */
export const TEST_PLAN: PlanFor<typeof TEST_TABLES> = {
  test_answers: {
    sitting_id: 'with sitting',
    position: 'no',
    qa_id: 'no',
    revision_id: 'no',
    course_id: 'no',
    unit_name: 'no',
    points: 'no',
    answer: 'own',
    seq: 'no',
    saved_by: 'own',
    saved_at: 'own',
    verdict: 'own',
    share: 'own',
    understood: 'own',
    marked_by: 'own',
    marker_id: 'staff',
    comment: 'own',
    marked_at: 'own',
    removed_at: 'own',
  },
  test_marks: {
    id: 'no',
    sitting_id: 'with sitting',
    position: 'no',
    verdict: 'own',
    share: 'own',
    source: 'own',
    marker_id: 'staff',
    reason: 'own',
    created_at: 'own',
  },
  test_reflections: {
    sitting_id: 'with sitting',
    moment: 'own',
    emotional_state: 'own',
    difficulty: 'own',
    created_at: 'own',
  },
};
