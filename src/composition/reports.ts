import { ClassAnalyticsService } from '../services/analytics/class-analytics.service.ts';
import { FiguresCheckService } from '../services/analytics/figures-check.service.ts';
import { PupilAnalyticsService } from '../services/analytics/pupil-analytics.service.ts';
import { RegionAnalyticsService } from '../services/analytics/region-analytics.service.ts';
import { SchoolAiService } from '../services/analytics/school-ai.service.ts';
import { SchoolAnalyticsService } from '../services/analytics/school-analytics.service.ts';
import { ClassroomService } from '../services/classroom/classroom.service.ts';
import { PupilPagesService } from '../services/classroom/pupil-pages.service.ts';
import { DevicesService } from '../services/devices/devices.service.ts';
import { GivenScoresService } from '../services/evaluations/given-scores.service.ts';
import { ScoreAgreementService } from '../services/evaluations/score-agreement.service.ts';
import { ScoreReviewsService } from '../services/evaluations/score-reviews.service.ts';
import { ChildPagesService } from '../services/family/child-pages.service.ts';
import { PupilWeekService } from '../services/family/pupil-week.service.ts';
import type { MasteryService } from '../services/mastery/mastery.service.ts';
import { PeopleExportService } from '../services/people-import/people-export.service.ts';
import { PeopleImportService } from '../services/people-import/people-import.service.ts';
import { PeopleUploadsService } from '../services/people-import/people-uploads.service.ts';
import { QuestionReportsService } from '../services/question-reports/question-reports.service.ts';
import { RegionService } from '../services/region/region.service.ts';
import { SchoolService } from '../services/school/school.service.ts';
import { SchoolHoursService } from '../services/school-hours/school-hours.service.ts';
import type { Services } from '../web/services.ts';
import type { Base, Outside } from './compose.ts';
import { composeKeptReports, type ReportWorkers } from './kept-reports.ts';

type Parts = Base & { mastery: MasteryService } & Pick<
    Services,
    | 'access'
    | 'pupilQuarters'
    | 'alerts'
    | 'banks'
    | 'family'
    | 'history'
    | 'progress'
    | 'readings'
    | 'sessionSummary'
    | 'tests'
    | 'watch'
  >;
type PrintSettings = Pick<Outside['config'], 'chromiumPath'>;
type ReportServices = Pick<
  Services,
  | 'childPages'
  | 'classroom'
  | 'classAnalytics'
  | 'figuresCheck'
  | 'schoolAi'
  | 'schoolAnalytics'
  | 'regionAnalytics'
  | 'pupilAnalytics'
  | 'pupilPages'
  | 'school'
  | 'schoolHours'
  | 'region'
  | 'devices'
  | 'questionReports'
  | 'scoreAgreement'
  | 'scoreReviews'
  | 'givenScores'
  | 'peopleUploads'
  | 'keptReports'
  | 'reportReading'
  | 'reportPrinting'
> &
  ReportWorkers;

/** What parents and staff see of pupils. */
export function composeReports(parts: Parts, { chromiumPath = null }: PrintSettings): ReportServices {
  const { alertRows, sessionSummary: summaries } = parts;
  const analytics = {
    classAnalytics: new ClassAnalyticsService(parts),
    schoolAnalytics: new SchoolAnalyticsService(parts),
    pupilAnalytics: new PupilAnalyticsService(parts),
    regionAnalytics: new RegionAnalyticsService(parts),
  };
  return {
    ...analytics,
    ...composeKeptReports({ ...parts, ...analytics, chromiumPath }),
    schoolAi: new SchoolAiService(parts),
    figuresCheck: new FiguresCheckService(parts),
    childPages: new ChildPagesService({ ...parts, summaries, pupilWeek: new PupilWeekService(parts) }),
    classroom: new ClassroomService({ ...parts, alerts: alertRows }),
    pupilPages: new PupilPagesService({ ...parts, alerts: alertRows, summaries }),
    school: new SchoolService({
      ...parts,
      alerts: alertRows,
      holdings: parts.schoolHoldings,
      desk: parts.schoolDesk,
    }),
    schoolHours: new SchoolHoursService(parts),
    region: new RegionService({ ...parts, desk: parts.subjectDesk }),
    devices: new DevicesService({ ...parts, devices: parts.deviceRows }),
    questionReports: new QuestionReportsService({
      ...parts,
      reports: parts.reportRows,
      answers: parts.testAnswers,
      crisisWatch: parts.watch,
    }),
    scoreAgreement: new ScoreAgreementService({ ...parts, scoreAgreement: parts.scoreAgreementRows }),
    givenScores: new GivenScoresService(parts),
    scoreReviews: new ScoreReviewsService({
      ...parts,
      evaluations: parts.evaluationRows,
      reviews: parts.scoreReviewRows,
      crisisWatch: parts.watch,
    }),
    peopleUploads: new PeopleUploadsService({
      ...parts,
      imports: new PeopleImportService(parts),
      exports: new PeopleExportService(parts),
    }),
  };
}
