import type { RowOf } from './columns.ts';
import { ANALYTICS_TABLES, BUDGET_TABLES } from './tables/analytics.ts';
import { CURRICULUM_TABLES } from './tables/curriculum.ts';
import { ERASURE_TABLES } from './tables/erasure.ts';
import { FAMILY_TABLES } from './tables/family.ts';
import { GUIDANCE_TABLES } from './tables/guidance.ts';
import { KEPT_REPORT_TABLES } from './tables/kept-reports.ts';
import { MODEL_TABLES } from './tables/models.ts';
import { NOTICE_TABLES } from './tables/notices.ts';
import { OVERSIGHT_TABLES } from './tables/oversight.ts';
import { PEOPLE_TABLES } from './tables/people.ts';
import { PUBLISHING_TABLES } from './tables/publishing.ts';
import { QUARTER_TABLES } from './tables/quarters.ts';
import { RECORD_TABLES } from './tables/records.ts';
import { SAFETY_TABLES } from './tables/safety.ts';
import { STUDY_TABLES } from './tables/study.ts';
import { TEST_TABLES } from './tables/tests.ts';

/**
 * Every table as it is after the last migration; `schema.test.ts` holds it against both real databases. In an order in which
 * each refers only to earlier ones: emptying goes backwards.
 */
export const TABLES = {
  ...MODEL_TABLES,
  ...PEOPLE_TABLES,
  ...CURRICULUM_TABLES,
  ...PUBLISHING_TABLES,
  ...TEST_TABLES,
  ...STUDY_TABLES,
  ...OVERSIGHT_TABLES,
  ...RECORD_TABLES,
  ...QUARTER_TABLES,
  ...ANALYTICS_TABLES,
  ...BUDGET_TABLES,
  ...NOTICE_TABLES,
  ...GUIDANCE_TABLES,
  ...FAMILY_TABLES,
  ...ERASURE_TABLES,
  ...SAFETY_TABLES,
  ...KEPT_REPORT_TABLES,
};

export type Tables = { [Name in keyof typeof TABLES]: RowOf<(typeof TABLES)[Name]> };
