import { ALERTS_OF_CLASS, ALERTS_OF_SCHOOL } from './pages/alert-figures.ts';
import { CLASS_FIGURES, SCHOOL_FIGURES } from './pages/analytics.ts';
import { ATTENDANCE } from './pages/attendance.ts';
import { COURSE } from './pages/course.ts';
import { CURRICULUM } from './pages/curriculum.ts';
import { EVALUATOR } from './pages/evaluator.ts';
import { CHILD, CHILDREN } from './pages/family.ts';
import { GUIDANCE, GUIDANCE_LIST } from './pages/guidance.ts';
import { HARD_UNITS } from './pages/hard-units.ts';
import { CLASSES_OF_SCHOOL, CONSENTS } from './pages/people-of-school.ts';
import { OWN_PROGRESS, PROGRESS_OF_CHILDREN, PROGRESS_OF_PUPIL } from './pages/progress.ts';
import { COURSES, HISTORY, TODAY } from './pages/pupil.ts';
import { CLASS_QUARTER } from './pages/quarters.ts';
import { REGION } from './pages/region.ts';
import { REGION_ANALYTICS } from './pages/region-analytics.ts';
import { REGION_SCHOOLS } from './pages/region-schools.ts';
import { REPORTS } from './pages/reports.ts';
import { SCHOOL, SCHOOL_AI } from './pages/school.ts';
import { SCHOOL_QUARTER } from './pages/school-quarter.ts';
import { ATTENTION_OF_CLASS, ATTENTION_OF_SCHOOL, CLASS, PUPILS_OF_CLASS } from './pages/staff.ts';
import { WRONG_ANSWERS } from './pages/wrong-answers.ts';
import type { Recount } from './recount.ts';

/** Every page whose figures are held against a count of raw rows. */
export const RECOUNTS: readonly Recount[] = [
  CLASS_FIGURES,
  SCHOOL_FIGURES,
  OWN_PROGRESS,
  PROGRESS_OF_CHILDREN,
  PROGRESS_OF_PUPIL,
  CLASS_QUARTER,
  TODAY,
  COURSES,
  COURSE,
  HISTORY,
  CHILDREN,
  CHILD,
  CLASS,
  ATTENTION_OF_CLASS,
  ATTENTION_OF_SCHOOL,
  PUPILS_OF_CLASS,
  SCHOOL,
  SCHOOL_AI,
  SCHOOL_QUARTER,
  REGION,
  REGION_ANALYTICS,
  REGION_SCHOOLS,
  HARD_UNITS,
  WRONG_ANSWERS,
  CURRICULUM,
  ATTENDANCE,
  CLASSES_OF_SCHOOL,
  CONSENTS,
  EVALUATOR,
  GUIDANCE,
  GUIDANCE_LIST,
  ALERTS_OF_SCHOOL,
  ALERTS_OF_CLASS,
  ...REPORTS,
];
