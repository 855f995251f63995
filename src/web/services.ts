import type { AccessService } from '../services/access/access.service.ts';
import type { AccountsService } from '../services/accounts/accounts.service.ts';
import type { WebSessionsService } from '../services/accounts/web-sessions.service.ts';
import type { CoursePrioritizationService } from '../services/course-prioritization/course-prioritization.service.ts';
import type { CoursesService } from '../services/courses/courses.service.ts';
import type { CourseBankService } from '../services/curriculum/course-bank.service.ts';
import type { EvaluationService } from '../services/evaluations/evaluation.service.ts';
import type { FamilyService } from '../services/family/family.service.ts';
import type { HealthService } from '../services/health/health.service.ts';
import type { HistoryService } from '../services/history/history.service.ts';
import type { LearningUnitAssignmentService } from '../services/learning-unit-assignment/learning-unit-assignment.service.ts';
import type { ProgressService } from '../services/progress/progress.service.ts';
import type { ConversationService } from '../services/study-session/conversation.service.ts';
import type { SessionSummaryService } from '../services/study-session/session-summary.service.ts';
import type { SessionViewService } from '../services/study-session/session-view.service.ts';
import type { StudySessionService } from '../services/study-session/study-session.service.ts';
import type { StudyStartService } from '../services/study-start/study-start.service.ts';
import type { TestsService } from '../services/tests/tests.service.ts';
import type { TodayService } from '../services/today/today.service.ts';

/** What pages and the API may call. Made in `app.ts`. */
export interface Services {
  access: AccessService;
  accounts: AccountsService;
  webSessions: WebSessionsService;
  prioritization: CoursePrioritizationService;
  assignment: LearningUnitAssignmentService;
  today: TodayService;
  courses: CoursesService;
  studyStart: StudyStartService;
  studySessions: StudySessionService;
  conversation: ConversationService;
  sessionView: SessionViewService;
  sessionSummary: SessionSummaryService;
  banks: CourseBankService;
  evaluations: EvaluationService;
  progress: ProgressService;
  history: HistoryService;
  tests: TestsService;
  family: FamilyService;
  health: HealthService;
}
