import { API_CASES, type RouteCase } from './cases.ts';
import { CLASSROOM_CASES } from './classroom-cases.ts';
import { CURRICULUM_CASES } from './curriculum-cases.ts';
import { GUIDANCE_CASES } from './guidance-cases.ts';
import { KEPT_REPORT_CASES } from './kept-report-cases.ts';
import { OVERSIGHT_CASES } from './oversight-cases.ts';
import { PAGE_CASES } from './page-cases.ts';
import { PEOPLE_API_CASES } from './people-api-cases.ts';
import { PEOPLE_CASES } from './people-cases.ts';
import { QUARTER_CASES } from './quarter-cases.ts';
import { REPORT_CASES } from './report-cases.ts';
import { SAFETY_CASES } from './safety-cases.ts';

/** Every route that is served, `METHOD /path`, and who may use it. */
export const CASES: Record<string, RouteCase> = {
  ...API_CASES,
  ...CLASSROOM_CASES,
  ...PEOPLE_API_CASES,
  ...PAGE_CASES,
  ...PEOPLE_CASES,
  ...CURRICULUM_CASES,
  ...REPORT_CASES,
  ...SAFETY_CASES,
  ...GUIDANCE_CASES,
  ...QUARTER_CASES,
  ...OVERSIGHT_CASES,
  ...KEPT_REPORT_CASES,
};
