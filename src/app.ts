import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { LoginThrottleRepo } from './data/accounts/login-throttle.repo.ts';
import { WebSessionRepo } from './data/accounts/web-session.repo.ts';
import { AgentRepo } from './data/agents/agent.repo.ts';
import { CurriculumRepo } from './data/curriculum/curriculum.repo.ts';
import { ItemRepo } from './data/curriculum/item.repo.ts';
import { TestRepo } from './data/curriculum/test.repo.ts';
import { DatabaseManager } from './data/db/database-manager.ts';
import { EvaluationRepo } from './data/evaluations/evaluation.repo.ts';
import { JobRepo } from './data/jobs/job.repo.ts';
import { MasteryRepo } from './data/mastery/mastery.repo.ts';
import { AccessRepo } from './data/people/access.repo.ts';
import { AuditRepo } from './data/people/audit.repo.ts';
import { UserRepo } from './data/people/user.repo.ts';
import { AlertRepo } from './data/safety/alert.repo.ts';
import { AttemptRepo } from './data/study-session/attempt.repo.ts';
import { DialogueRepo } from './data/study-session/dialogue.repo.ts';
import { HomeSessionRepo } from './data/study-session/home-session.repo.ts';
import { MessageRepo } from './data/study-session/message.repo.ts';
import { connectModels } from './remote-models.ts';
import { composeReports } from './report-services.ts';
import { AccessService } from './services/access/access.service.ts';
import { AccountsService } from './services/accounts/accounts.service.ts';
import { createPasswordHasher } from './services/accounts/passwords.ts';
import { WebSessionsService } from './services/accounts/web-sessions.service.ts';
import { CoursePrioritizationService } from './services/course-prioritization/course-prioritization.service.ts';
import { CoursesService } from './services/courses/courses.service.ts';
import { CourseBankService } from './services/curriculum/course-bank.service.ts';
import { EvaluationService } from './services/evaluations/evaluation.service.ts';
import { FamilyService } from './services/family/family.service.ts';
import { HealthService } from './services/health/health.service.ts';
import { HistoryService } from './services/history/history.service.ts';
import { JobWorker } from './services/jobs/job-worker.service.ts';
import { LearningUnitAssignmentService } from './services/learning-unit-assignment/learning-unit-assignment.service.ts';
import { MasteryService } from './services/mastery/mastery.service.ts';
import { ProgressService } from './services/progress/progress.service.ts';
import { ConversationService } from './services/study-session/conversation.service.ts';
import { createTutoring } from './services/study-session/create-tutoring.ts';
import { ReplyRunner } from './services/study-session/reply-runner.ts';
import { SessionSummaryService } from './services/study-session/session-summary.service.ts';
import { SessionViewService } from './services/study-session/session-view.service.ts';
import { StudySessionService } from './services/study-session/study-session.service.ts';
import type { Tutoring } from './services/study-session/tutoring.ts';
import { StudyStartService } from './services/study-start/study-start.service.ts';
import { TestsService } from './services/tests/tests.service.ts';
import { TodayService } from './services/today/today.service.ts';
import { machineTimeZone } from './shared/calendar.ts';
import { type Clock, MINUTE, SECOND } from './shared/instant.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import type { SampleLogin } from './web/pages/login.page.tsx';
import type { RateLimits } from './web/plugins/rate-limit.plugin.ts';
import { buildServer } from './web/server.ts';
import type { Services } from './web/services.ts';

export interface AppDeps {
  config: Pick<Config, 'secretKey' | 'trustProxy' | 'logLevel' | 'remoteModel' | 'production'>;
  /** Open and migrated. */
  db: DatabaseManager;
  clock?: Clock;
  assets?: Assets;
  sampleLogins?: SampleLogin[];
  rateLimits?: RateLimits;
}

export interface App {
  server: FastifyInstance;
  services: Services;
  worker: JobWorker;
  /** Begins the work that needs nobody to ask for it: jobs, expiry, sweeping. */
  startWork(): Promise<void>;
  /** Finishes or marks what is being written, then stops; at most `milliseconds`. Leaves the database open. */
  stop(milliseconds?: number): Promise<void>;
}

type Log = (details: object, message: string) => void;

/** The services and the worker without a server, for the commands. */
export function buildWorkbench({ config, db, clock = Date }: Pick<AppDeps, 'config' | 'db' | 'clock'>) {
  const { services, worker, tutoring } = compose({ config, db, clock, log: () => {} });
  return { services, worker, tutoring };
}

/** The one composition root: everything is made here and handed what it depends on. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, db } = deps;
  const clock = deps.clock ?? Date;
  let log: Log = () => {};
  const parts = compose({ config, db, clock, log: (details, message) => log(details, message) });
  const server = await buildServer(parts.services, {
    assets: deps.assets ?? loadAssets(),
    secret: config.secretKey,
    secure: config.production,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    sampleLogins: deps.sampleLogins ?? [],
    ...(deps.rateLimits ? { rateLimits: deps.rateLimits } : {}),
  });
  log = (details, message) => server.log.info(details, message);
  const timers: NodeJS.Timeout[] = [];
  const every = (milliseconds: number, work: () => Promise<unknown>, what: string) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => server.log.error({ err: error }, what));
    }, milliseconds);
    timer.unref();
    timers.push(timer);
  };
  return {
    server,
    services: parts.services,
    worker: parts.worker,
    async startWork() {
      void parts
        .tutoring()
        .catch((error: unknown) => server.log.error({ err: error }, 'the tutor could not be loaded'));
      // With SQLite this process is the only writer: whatever is still "streaming" was left by one that died.
      await parts.replies.sweepOrphans({ all: db.dialect === 'sqlite' });
      parts.worker.start();
      every(5 * SECOND, () => parts.replies.sweepOrphans(), 'sweeping replies failed');
      every(15 * SECOND, () => parts.services.studySessions.expireSessions(), 'expiring sessions failed');
      every(30 * SECOND, () => parts.services.alerts.escalateOverdue(), 'escalating alerts failed');
      every(10 * MINUTE, () => parts.services.webSessions.removeExpired(), 'sweeping logins failed');
    },
    async stop(milliseconds = 15 * SECOND) {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([parts.worker.stop(), parts.replies.drain(milliseconds)]);
      await server.close();
    },
  };
}

interface Parts {
  services: Services;
  worker: JobWorker;
  replies: ReplyRunner;
  tutoring: () => Promise<Tutoring>;
}

function compose({
  config,
  db,
  clock,
  log,
}: {
  config: AppDeps['config'];
  db: DatabaseManager;
  clock: Clock;
  log: Log;
}): Parts {
  const users = new UserRepo(db);
  const curriculum = new CurriculumRepo(db);
  const agents = new AgentRepo(db);
  const sessions = new HomeSessionRepo(db);
  const messages = new MessageRepo(db);
  const dialogues = new DialogueRepo(db);
  const attempts = new AttemptRepo(db);
  const jobs = new JobRepo(db);
  const tests = new TestRepo(db);
  const alerts = new AlertRepo(db);
  const mastery = new MasteryService(new MasteryRepo(db), curriculum);
  const banks = new CourseBankService(curriculum, new ItemRepo(db));
  const assignment = new LearningUnitAssignmentService(curriculum, clock);
  const { remoteModel } = config;
  const remote = remoteModel ? once(() => connectModels(remoteModel, log)) : null;
  const tutoring = once(async () => createTutoring(remote ? (await remote()).teaching : null));
  const replies = new ReplyRunner({
    ...{ db, messages, dialogues, agents, tutoring, clock },
    log: ({ what, ...details }) => log(details, what),
  });
  const studySessions = new StudySessionService({
    ...{
      db,
      sessions,
      curriculum,
      agents,
      mastery,
      assignment,
      clock,
      dialogues,
      messages,
      jobs,
      replies,
      users,
      alerts,
    },
  });
  const conversation = new ConversationService({
    ...{ db, sessions, messages, dialogues, attempts, users, curriculum, agents, mastery, banks, tutoring, clock },
    ...{ alerts, tests, replies, lifecycle: studySessions },
  });
  const evaluations = new EvaluationService({
    ...{ db, sessions, messages, attempts, users, curriculum, agents, jobs, clock },
    evaluations: new EvaluationRepo(db),
    evaluator: remote ? async () => (await remote()).evaluator : null,
  });
  const sessionView = new SessionViewService({
    ...{ sessions, messages, dialogues, curriculum, agents, mastery, banks, tutoring, clock },
    ...{ evaluations, hasModel: remote !== null },
  });
  const access = new AccessService(new AccessRepo(db));
  const audit = new AuditRepo(db);
  const progress = new ProgressService(curriculum, mastery);
  const history = new HistoryService({ sessions, curriculum, evaluations, clock });
  const testsService = new TestsService(tests, curriculum);
  const family = new FamilyService({
    ...{ access, users, sessions, messages, attempts, audit, banks, progress, history, clock },
    tests: testsService,
  });
  const timeZone = machineTimeZone();
  const prioritization = new CoursePrioritizationService({ curriculum, tests, sessions, clock, timeZone });
  const sessionSummary = new SessionSummaryService({ sessions, attempts, curriculum, evaluations, clock });
  const reports = composeReports({
    ...{ db, access, users, sessions, messages, attempts, alerts, audit, clock, timeZone },
    ...{ banks, family, history, progress, sessionSummary, tests: testsService },
  });
  const worker = new JobWorker({
    jobs,
    clock,
    handlers: [evaluations],
    log: ({ what, ...details }) => log(details, what),
  });
  const services: Services = {
    access,
    accounts: new AccountsService({
      ...{ users, clock },
      throttles: new LoginThrottleRepo(db),
      audit,
      passwords: createPasswordHasher(),
      webSessions: new WebSessionRepo(db),
    }),
    webSessions: new WebSessionsService(new WebSessionRepo(db), clock),
    health: new HealthService({ db, jobs, agents, remote: config.remoteModel }),
    ...{ assignment, studySessions, conversation, sessionView, evaluations, progress, history, family },
    banks,
    sessionSummary,
    ...reports,
    tests: testsService,
    prioritization,
    today: new TodayService({ prioritization, assignment, evaluations, curriculum, sessions, clock, timeZone }),
    courses: new CoursesService({ curriculum, tests, results: testsService, mastery, clock, timeZone }),
    studyStart: new StudyStartService({ studySessions, conversation, sessions, clock }),
  };
  return { services, worker, replies, tutoring };
}

/** Runs the work once, whoever asks; a failure is forgotten, so that the next one tries again. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return () => {
    running ??= work().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

/** For the commands, which may not reach into `data` themselves. */
export { DatabaseManager };
