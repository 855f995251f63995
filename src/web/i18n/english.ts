import { accounts } from './en/accounts.ts';
import { afterLesson } from './en/after-lesson.ts';
import { alerts } from './en/alerts.ts';
import { analytics } from './en/analytics.ts';
import { attendance } from './en/attendance.ts';
import { attention } from './en/attention.ts';
import { audit } from './en/audit.ts';
import { begin } from './en/begin.ts';
import { chat } from './en/chat.ts';
import { classTests } from './en/class-tests.ts';
import { classroom } from './en/classroom.ts';
import { common } from './en/common.ts';
import { consents } from './en/consents.ts';
import { courses } from './en/courses.ts';
import { curriculum } from './en/curriculum.ts';
import { curriculumExport } from './en/curriculum-export.ts';
import { curriculumImport } from './en/curriculum-import.ts';
import { desk } from './en/desk.ts';
import { devices } from './en/devices.ts';
import { erasure } from './en/erasure.ts';
import { fileImport } from './en/file-import.ts';
import { groupPlan } from './en/group-plan.ts';
import { guidance } from './en/guidance.ts';
import { howCounted } from './en/how-counted.ts';
import { insight } from './en/insight.ts';
import { keptReports } from './en/kept-reports.ts';
import { notifications } from './en/notifications.ts';
import { parent } from './en/parent.ts';
import { people } from './en/people.ts';
import { peopleImport } from './en/people-import.ts';
import { plan } from './en/plan.ts';
import { policies } from './en/policies.ts';
import { profile } from './en/profile.ts';
import { progress } from './en/progress.ts';
import { quarters } from './en/quarters.ts';
import { regionSubject } from './en/region-subject.ts';
import { report } from './en/report.ts';
import { reports } from './en/reports.ts';
import { schoolAi } from './en/school-ai.ts';
import { schoolHours } from './en/school-hours.ts';
import { scoreAgreement } from './en/score-agreement.ts';
import { scores } from './en/scores.ts';
import { setup } from './en/setup.ts';
import { staff } from './en/staff.ts';
import { study } from './en/study.ts';
import { tests } from './en/tests.ts';
import { today } from './en/today.ts';
import { words } from './en/words.ts';
import type { Translated } from './translated.ts';

/** Every word of the pages, by area. English is the pattern: another language has the same keys, checked by the compiler. */
export const english = {
  fileImport,
  curriculumImport,
  curriculumExport,
  accounts,
  alerts,
  analytics,
  howCounted,
  insight,
  schoolAi,
  common,
  words,
  today,
  consents,
  courses,
  begin,
  study,
  chat,
  report,
  notifications,
  parent,
  people,
  plan,
  groupPlan,
  guidance,
  regionSubject,
  audit,
  policies,
  keptReports,
  profile,
  quarters,
  progress,
  schoolHours,
  setup,
  staff,
  desk,
  devices,
  reports,
  scoreAgreement,
  scores,
  tests,
  classTests,
  classroom,
  attendance,
  attention,
  afterLesson,
  peopleImport,
  erasure,
  curriculum,
};

/** The words of a language. */
export type Messages = Translated<typeof english>;
