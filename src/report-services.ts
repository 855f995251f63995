import type { DatabaseManager } from './data/db/database-manager.ts';
import type { AuditRepo } from './data/people/audit.repo.ts';
import { ClassRepo } from './data/people/class.repo.ts';
import type { UserRepo } from './data/people/user.repo.ts';
import { ModelUsageRepo } from './data/reports/model-usage.repo.ts';
import { PupilStandingRepo } from './data/reports/pupil-standing.repo.ts';
import { RegionRepo } from './data/reports/region.repo.ts';
import { StudyTimeRepo } from './data/reports/study-time.repo.ts';
import type { AlertRepo } from './data/safety/alert.repo.ts';
import type { AttemptRepo } from './data/study-session/attempt.repo.ts';
import type { HomeSessionRepo } from './data/study-session/home-session.repo.ts';
import type { MessageRepo } from './data/study-session/message.repo.ts';
import { ClassroomService } from './services/classroom/classroom.service.ts';
import { PupilPagesService } from './services/classroom/pupil-pages.service.ts';
import { ChildPagesService } from './services/family/child-pages.service.ts';
import { RegionService } from './services/region/region.service.ts';
import { AlertsService } from './services/safety/alerts.service.ts';
import { SchoolService } from './services/school/school.service.ts';
import type { Clock } from './shared/instant.ts';
import type { Services } from './web/services.ts';

interface Parts
  extends Pick<Services, 'access' | 'banks' | 'family' | 'history' | 'progress' | 'sessionSummary' | 'tests'> {
  db: DatabaseManager;
  users: UserRepo;
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  attempts: AttemptRepo;
  alerts: AlertRepo;
  audit: AuditRepo;
  clock: Clock;
  timeZone: string;
}

type ReportServices = Pick<Services, 'alerts' | 'childPages' | 'classroom' | 'pupilPages' | 'school' | 'region'>;

/** What parents and staff see of pupils: part of the composition root. */
export function composeReports(parts: Parts): ReportServices {
  const { db, access, users, audit, clock, timeZone, sessionSummary: summaries } = parts;
  const studyTime = new StudyTimeRepo(db);
  const standing = new PupilStandingRepo(db);
  const classes = new ClassRepo(db);
  const alerts = new AlertsService({ db, alerts: parts.alerts, access, users, audit, clock });
  return {
    alerts,
    childPages: new ChildPagesService({
      ...{ access, family: parts.family, alerts, summaries, users, sessions: parts.sessions, attempts: parts.attempts },
      ...{ studyTime, standing, clock, timeZone },
    }),
    classroom: new ClassroomService({ access, classes, studyTime, standing, alerts: parts.alerts, clock, timeZone }),
    pupilPages: new PupilPagesService({ ...parts, studyTime, standing, summaries }),
    school: new SchoolService({
      ...{ access, users, classes, studyTime, alerts: parts.alerts, clock, timeZone },
      usage: new ModelUsageRepo(db),
    }),
    region: new RegionService({ access, users, regions: new RegionRepo(db), studyTime, clock }),
  };
}
