import type { ErasurePlan } from './fates.ts';
import { CURRICULUM_PLAN, MODEL_PLAN, PUBLISHING_PLAN } from './plan/curriculum.ts';
import { OWN_PLAN } from './plan/erasure.ts';
import { FAMILY_PLAN } from './plan/family.ts';
import { GUIDANCE_PLAN } from './plan/guidance.ts';
import { KEPT_REPORT_PLAN } from './plan/kept-reports.ts';
import { NOTICE_PLAN } from './plan/notices.ts';
import { OVERSIGHT_PLAN } from './plan/oversight.ts';
import { PEOPLE_PLAN } from './plan/people.ts';
import { QUARTER_PLAN } from './plan/quarters.ts';
import { ANALYTICS_PLAN, BUDGET_PLAN, RECORD_PLAN } from './plan/records.ts';
import { SAFETY_PLAN } from './plan/safety.ts';
import { STUDY_PLAN } from './plan/study.ts';
import { TEST_PLAN } from './plan/tests.ts';

/**
 * What becomes of every column of every table when somebody is erased, and so also what is somebody's own when they take it out. A
 * new table or column is named here before it can be used; `erasure-plan.test.ts` holds it against both real databases.
 */
export const ERASURE_PLAN: ErasurePlan = {
  ...MODEL_PLAN,
  ...PEOPLE_PLAN,
  ...CURRICULUM_PLAN,
  ...PUBLISHING_PLAN,
  ...TEST_PLAN,
  ...STUDY_PLAN,
  ...OVERSIGHT_PLAN,
  ...RECORD_PLAN,
  ...QUARTER_PLAN,
  ...ANALYTICS_PLAN,
  ...BUDGET_PLAN,
  ...NOTICE_PLAN,
  ...GUIDANCE_PLAN,
  ...FAMILY_PLAN,
  ...OWN_PLAN,
  ...SAFETY_PLAN,
  ...KEPT_REPORT_PLAN,
};
