import type { Messages } from './english.ts';
import { accounts } from './he/accounts.ts';
import { afterLesson } from './he/after-lesson.ts';
import { alerts } from './he/alerts.ts';
import { analytics } from './he/analytics.ts';
import { attendance } from './he/attendance.ts';
import { attention } from './he/attention.ts';
import { audit } from './he/audit.ts';
import { begin } from './he/begin.ts';
import { chat } from './he/chat.ts';
import { classTests } from './he/class-tests.ts';
import { classroom } from './he/classroom.ts';
import { common } from './he/common.ts';
import { consents } from './he/consents.ts';
import { courses } from './he/courses.ts';
import { curriculum } from './he/curriculum.ts';
import { curriculumExport } from './he/curriculum-export.ts';
import { curriculumImport } from './he/curriculum-import.ts';
import { desk } from './he/desk.ts';
import { devices } from './he/devices.ts';
import { erasure } from './he/erasure.ts';
import { fileImport } from './he/file-import.ts';
import { groupPlan } from './he/group-plan.ts';
import { guidance } from './he/guidance.ts';
import { howCounted } from './he/how-counted.ts';
import { insight } from './he/insight.ts';
import { keptReports } from './he/kept-reports.ts';
import { notifications } from './he/notifications.ts';
import { parent } from './he/parent.ts';
import { people } from './he/people.ts';
import { peopleImport } from './he/people-import.ts';
import { plan } from './he/plan.ts';
import { policies } from './he/policies.ts';
import { profile } from './he/profile.ts';
import { progress } from './he/progress.ts';
import { quarters } from './he/quarters.ts';
import { regionSubject } from './he/region-subject.ts';
import { report } from './he/report.ts';
import { reports } from './he/reports.ts';
import { schoolAi } from './he/school-ai.ts';
import { schoolHours } from './he/school-hours.ts';
import { scoreAgreement } from './he/score-agreement.ts';
import { scores } from './he/scores.ts';
import { setup } from './he/setup.ts';
import { staff } from './he/staff.ts';
import { study } from './he/study.ts';
import { tests } from './he/tests.ts';
import { today } from './he/today.ts';
import { words } from './he/words.ts';

/** Every word of the pages in Hebrew. */
export const hebrew: Messages = {
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
