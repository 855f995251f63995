import type { TeacherAgent } from '../agents/teacher/teacher.agent.ts';
import type { Config } from '../config.ts';
import type { DatabaseManager } from '../data/db/database-manager.ts';
import type { RedisBus } from '../data/live/redis-bus.ts';
import { pingRedis } from '../data/live/redis-ping.ts';
import { pingSmtp } from '../data/mail/smtp-ping.ts';
import type { Printer } from '../data/printing/printer.ts';
import { printerName } from '../data/printing/printer-ping.ts';
import { AccessService } from '../services/access/access.service.ts';
import { CountSessionsHandler } from '../services/analytics/count-sessions.handler.ts';
import { CoursePrioritizationService } from '../services/course-prioritization/course-prioritization.service.ts';
import { CoursesService } from '../services/courses/courses.service.ts';
import { OwnCoursesService } from '../services/curriculum/own-courses.service.ts';
import { EvaluationRecountService } from '../services/evaluations/evaluation-recount.service.ts';
import { FamilyService } from '../services/family/family.service.ts';
import { GroupPlanService } from '../services/group-plan/group-plan.service.ts';
import { HealthService } from '../services/health/health.service.ts';
import { HistoryService } from '../services/history/history.service.ts';
import { type JobHandler, JobWorker } from '../services/jobs/job-worker.service.ts';
import type { LiveRelay } from '../services/live/live-relay.service.ts';
import { LiveSignals } from '../services/live/live-signals.service.ts';
import type { MailService } from '../services/mail/mail.service.ts';
import type { MasteryService } from '../services/mastery/mastery.service.ts';
import type { NotificationsService } from '../services/notifications/notifications.service.ts';
import { ProgressService } from '../services/progress/progress.service.ts';
import { RegradeService } from '../services/question-reports/regrade.service.ts';
import type { AlertTellingService } from '../services/safety/alert-telling.service.ts';
import type { ReplyRunner } from '../services/study-session/reply-runner.ts';
import { StudyStartService } from '../services/study-start/study-start.service.ts';
import { TestsService } from '../services/tests/tests.service.ts';
import { TodayService } from '../services/today/today.service.ts';
import { WhatIfService } from '../services/what-if/what-if.service.ts';
import { machineTimeZone } from '../shared/calendar.ts';
import type { Clock } from '../shared/instant.ts';
import type { Services } from '../web/services.ts';
import { composeAccounts } from './accounts.ts';
import { composeCurriculum } from './curriculum.ts';
import { composeErasure } from './erasure.ts';
import { composeLessons } from './lessons.ts';
import { composeLetters } from './letters.ts';
import { composeLive } from './live.ts';
import { composeNotices } from './notices.ts';
import { composeOversight } from './oversight.ts';
import { composeQuarters } from './quarters.ts';
import { composeRegion } from './region.ts';
import { composeReports } from './reports.ts';
import { createRepositories, type Repositories } from './repositories.ts';
import { composeSafety } from './safety.ts';
import { composeTeaching, type Teaching } from './teaching.ts';
import { composeTests } from './tests.ts';

type Log = (details: object, message: string) => void;

export interface Outside {
  config: Pick<Config, 'remoteModel' | 'secretKey'> &
    Partial<Pick<Config, 'redisUrl' | 'mail' | 'publicUrl' | 'erasureLedger' | 'backups' | 'chromiumPath'>>;
  db: DatabaseManager;
  clock: Clock;
  log: Log;
  /** To other processes of the same school. */
  bus?: RedisBus | null;
  /** Listens to the teacher: gets the one that is made and answers with the one to use. */
  listen?: (teacher: TeacherAgent) => TeacherAgent;
}

/** What everything may build on: the repositories, the clock, the log. */
export interface Base extends Repositories {
  db: DatabaseManager;
  clock: Clock;
  timeZone: string;
  log: Log;
  signals: LiveSignals;
  mail: MailService;
  notifications: NotificationsService;
  /** Alerts are raised through it, so that people are told. */
  telling: AlertTellingService;
}

export interface Composition extends Pick<Teaching, 'tutoring'> {
  /** Of sessions at home and at school. */
  replies: ReplyRunner[];
  services: Services;
  worker: JobWorker;
  /** Reads files of questions and brings them in. */
  importWorker: JobWorker;
  /** Write and send letters; none without a mail server. */
  mailWorkers: JobWorker[];
  /** Takes out what is stored about people. */
  exportWorker: JobWorker;
  /** Makes reports and prints them. */
  reportWorker: JobWorker;
  /** Null: there is no program to print with. */
  printer: Printer | null;
  /** Null: there are no other processes. */
  relay: LiveRelay | null;
  /** Erases again whom the ledger names, in a database from a backup; answers how many that were. */
  replayErasures(): Promise<number>;
}

/** The repositories, and what everything tells people through. */
function composeBase({ config, db, clock, log }: Outside): { base: Base; mailWorkers: JobWorker[] } {
  const rows = { ...createRepositories(db), clock, log, signals: new LiveSignals() };
  const { mailWorkers, ...notices } = composeNotices(rows, config.mail ?? null, config.publicUrl ?? NO_ADDRESS);
  return { base: { ...rows, ...notices, timeZone: machineTimeZone() }, mailWorkers };
}

/** Where the address of the site is not set, as in commands. */
const NO_ADDRESS = 'http://localhost';

function composeHealth(base: Base, config: Outside['config']): HealthService {
  const { remoteModel, mail, redisUrl, chromiumPath, erasureLedger = null, backups } = config;
  return new HealthService({
    ...base,
    remote: remoteModel,
    mailServer: mail ? new URL(mail.url).host : null,
    smtp: mail ? () => pingSmtp(mail.url) : null,
    printer: chromiumPath ? () => printerName(chromiumPath) : null,
    erasureLedger,
    backupFolder: backups?.folder ?? null,
    redis: redisUrl ? () => pingRedis(redisUrl) : null,
  });
}

type PupilParts = Base &
  Pick<Services, 'assignment' | 'conversation' | 'evaluations' | 'studySessions'> & {
    mastery: MasteryService;
    results: TestsService;
  };

/** What a pupil sees of their studies, and how they begin. */
function composePupilPages(parts: PupilParts) {
  const { testRows: tests } = parts;
  const ownCourses = new OwnCoursesService(parts.curriculum);
  const prioritization = new CoursePrioritizationService({ ...parts, tests, ownCourses });
  return {
    prioritization,
    today: new TodayService({ ...parts, prioritization }),
    courses: new CoursesService({ ...parts, tests, ownCourses }),
    whatIf: new WhatIfService({ ...parts, prioritization }),
    studyStart: new StudyStartService(parts),
  };
}

type ReadingParts = Base & Pick<Services, 'access' | 'banks' | 'evaluations'> & { mastery: MasteryService };

/** What has been studied and tested, for the pupil and their parents. */
function composeReading(parts: ReadingParts) {
  const progress = new ProgressService(parts.curriculum, parts.mastery);
  const tests = new TestsService(parts.testRows, parts.curriculum, parts.clock);
  const history = new HistoryService(parts);
  return { progress, tests, history, family: new FamilyService({ ...parts, progress, history, tests }) };
}

function workerOf(base: Base, handlers: readonly JobHandler[]): JobWorker {
  return new JobWorker({ ...base, handlers, log: ({ what, ...details }) => base.log(details, what) });
}

/** Makes every service and hands it what it depends on; each takes the few things that its constructor names. */
export function compose({ config, db, clock, log, listen, bus = null }: Outside): Composition {
  const { base, mailWorkers } = composeBase({ config, db, clock, log });
  const made = composeTeaching(base, config.remoteModel, listen);
  const { mastery, replies, tutoring, marker, parts: _, hasModel, ...teaching } = made;
  const access = new AccessService(base.relations);
  const { lessonReplies, talkStates, ...lessons } = composeLessons({ ...base, access }, made);
  const safety = composeSafety({ ...base, access });
  const live = composeLive(base, { ...lessons, ...safety, talkStates, bus });
  const reading = composeReading({ ...base, ...teaching, access, mastery });
  const checker = async () => (await tutoring()).checker;
  const tested = { ...base, ...teaching, access, mastery, checker, marker };
  const { handlers, recounts, ...testServices } = composeTests(tested);
  const { importWorker, ...curriculumServices } = composeCurriculum({ ...base, access, tutoring });
  const { handlers: quarterHandlers, ...quarterServices } = composeQuarters({ ...base, ...teaching, access });
  const erasure = composeErasure({ ...base, access, ledgerPath: config.erasureLedger ?? null });
  const oversight = composeOversight({ ...base, access, hasModel });
  const { readings } = oversight;
  const reportParts = { ...base, ...teaching, ...safety, ...quarterServices, ...reading, readings, mastery, access };
  const { reportWorker, printer, ...reports } = composeReports(reportParts, config);
  const { letterWorker, weeklyLetters } = composeLetters({
    ...base,
    ...teaching,
    access,
    ...reading,
    wording: marker,
    publicUrl: config.publicUrl ?? NO_ADDRESS,
  });
  const services: Services = {
    ...teaching,
    ...testServices,
    ...lessons,
    ...live.services,
    ...safety,
    ...reports,
    ...quarterServices,
    ...erasure.services,
    ...curriculumServices,
    ...composeRegion({ ...base, access, tutoring }),
    ...oversight,
    ...composeAccounts({ ...base, access, secretKey: config.secretKey }),
    access,
    notifications: base.notifications,
    weeklyLetters,
    groupPlans: new GroupPlanService({ ...base, access }),
    health: composeHealth(base, config),
    ...reading,
    ...composePupilPages({ ...base, ...teaching, mastery, results: reading.tests }),
  };
  const evaluationRecounts = new EvaluationRecountService({ ...base, evaluations: base.evaluationRows });
  const judged = { checker, recounts, evaluationRecounts, tests: testServices.testRegrading };
  const regrading = new RegradeService({ ...base, ...judged, reports: base.reportRows });
  const others = [...handlers, ...erasure.handlers, ...quarterHandlers, oversight.retention];
  const worker = workerOf(base, [teaching.evaluations, regrading, new CountSessionsHandler(base), ...others]);
  const letterWorkers = config.mail ? [...mailWorkers, letterWorker] : [];
  const { exportWorker } = erasure;
  const workers = { worker, importWorker, exportWorker, mailWorkers: letterWorkers, reportWorker, printer };
  return {
    services,
    ...workers,
    replies: [replies, lessonReplies],
    tutoring,
    relay: live.relay,
    replayErasures: erasure.replay,
  };
}
