import type { TeacherAgent } from '../agents/teacher/teacher.agent.ts';
import type { Config } from '../config.ts';
import type { DatabaseManager } from '../data/db/database-manager.ts';
import type { RedisBus } from '../data/live/redis-bus.ts';
import { pingRedis } from '../data/live/redis-ping.ts';
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
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import type { LiveRelay } from '../services/live/live-relay.service.ts';
import { ProgressService } from '../services/progress/progress.service.ts';
import { RegradeService } from '../services/question-reports/regrade.service.ts';
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
import { composeLessons } from './lessons.ts';
import { composeLive } from './live.ts';
import { composeReports } from './reports.ts';
import { createRepositories, type Repositories } from './repositories.ts';
import { composeTeaching, type Teaching } from './teaching.ts';
import { composeTests } from './tests.ts';

type Log = (details: object, message: string) => void;

export interface Outside {
  config: Pick<Config, 'remoteModel' | 'secretKey'> & Partial<Pick<Config, 'redisUrl'>>;
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
}

export interface Composition extends Pick<Teaching, 'tutoring'> {
  /** Of sessions at home and at school. */
  replies: ReplyRunner[];
  services: Services;
  worker: JobWorker;
  /** Reads files of questions and brings them in. */
  importWorker: JobWorker;
  /** Null: there are no other processes. */
  relay: LiveRelay | null;
}

/** Makes every service and hands it what it depends on; each takes the few things that its constructor names. */
export function compose({ config, db, clock, log, listen, bus = null }: Outside): Composition {
  const base: Base = { ...createRepositories(db), db, clock, log, timeZone: machineTimeZone() };
  const { curriculum, testRows, relations } = base;
  const { redisUrl } = config;
  const made = composeTeaching(base, config.remoteModel, listen);
  const { mastery, replies, tutoring, marker, parts: _, hasModel: __, ...teaching } = made;
  const access = new AccessService(relations);
  const { signals, lessonReplies, talkStates, ...lessons } = composeLessons({ ...base, access }, made);
  const live = composeLive(base, { ...lessons, signals, talkStates, bus });
  const progress = new ProgressService(curriculum, mastery);
  const tests = new TestsService(testRows, curriculum, clock);
  const history = new HistoryService({ ...base, ...teaching });
  const family = new FamilyService({ ...base, ...teaching, access, progress, history, tests });
  const ownCourses = new OwnCoursesService(curriculum);
  const prioritization = new CoursePrioritizationService({ ...base, tests: testRows, ownCourses });
  const checker = async () => (await tutoring()).checker;
  const { handlers, recounts, ...testServices } = composeTests({
    ...base,
    ...teaching,
    access,
    mastery,
    checker,
    marker,
  });
  const { importWorker, ...curriculumServices } = composeCurriculum({ ...base, access, tutoring });
  const services: Services = {
    ...teaching,
    ...testServices,
    ...lessons,
    ...live.services,
    ...composeReports({ ...base, ...teaching, mastery, access, family, history, progress, tests }),
    ...curriculumServices,
    ...composeAccounts({ ...base, access, secretKey: config.secretKey }),
    access,
    family,
    groupPlans: new GroupPlanService({ ...base, access }),
    health: new HealthService({
      ...base,
      remote: config.remoteModel,
      redis: redisUrl ? () => pingRedis(redisUrl) : null,
    }),
    history,
    prioritization,
    progress,
    tests,
    today: new TodayService({ ...base, ...teaching, prioritization }),
    courses: new CoursesService({ ...base, tests: testRows, results: tests, mastery, ownCourses }),
    whatIf: new WhatIfService({ ...base, ...teaching, prioritization }),
    studyStart: new StudyStartService({ ...base, ...teaching }),
  };
  const regrading = new RegradeService({
    ...base,
    checker,
    recounts,
    evaluationRecounts: new EvaluationRecountService({ ...base, evaluations: base.evaluationRows }),
    tests: testServices.testRegrading,
    reports: base.reportRows,
  });
  const worker = new JobWorker({
    ...base,
    handlers: [teaching.evaluations, regrading, new CountSessionsHandler(base), ...handlers],
    log: ({ what, ...details }) => log(details, what),
  });
  return { services, worker, importWorker, replies: [replies, lessonReplies], tutoring, relay: live.relay };
}
