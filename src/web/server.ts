import { join } from 'node:path';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, LogController, type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Assets } from './assets.ts';
import { loggedError } from './log-error.ts';
import { STANDARD_LOG } from './log-lines.ts';
import type { SampleLogin } from './pages/login.page.tsx';
import { demandAccess, registerAccess } from './plugins/access.plugin.ts';
import { registerCompression } from './plugins/compression.plugin.ts';
import { registerErrors, registerNotFound } from './plugins/errors.plugin.tsx';
import { answerParserError, answerRouterError } from './plugins/protocol-errors.ts';
import { RATE_LIMITS, type RateLimits, registerRateLimits } from './plugins/rate-limit.plugin.ts';
import { registerReadings } from './plugins/readings.plugin.ts';
import { registerRequestLog } from './plugins/request-log.plugin.ts';
import { registerSecurity } from './plugins/security.plugin.ts';
import { registerSessions } from './plugins/session.plugin.ts';
import { registerSockets } from './plugins/sockets.plugin.ts';
import { analyticsRoutes } from './routes/analytics.routes.tsx';
import { apiRoutes } from './routes/api/api.routes.ts';
import { attentionRoutes } from './routes/attention.routes.tsx';
import { auditRoutes } from './routes/audit.routes.tsx';
import { authRoutes } from './routes/auth.routes.tsx';
import { beginRoutes } from './routes/begin.routes.tsx';
import { classTestRoutes } from './routes/class-tests.routes.tsx';
import { afterLessonRoutes } from './routes/classroom/after-lesson.routes.tsx';
import { attendanceRoutes } from './routes/classroom/attendance.routes.tsx';
import { coTeachingRoutes } from './routes/classroom/co-teaching.routes.tsx';
import { lessonPlanRoutes, replanRoutes } from './routes/classroom/lesson-plan.routes.tsx';
import { lessonWallRoutes } from './routes/classroom/lesson-wall.routes.tsx';
import { consentRoutes } from './routes/consents.routes.tsx';
import { courseRoutes } from './routes/courses.routes.tsx';
import { curriculumRoutes } from './routes/curriculum/curriculum.routes.ts';
import { curriculumImportRoutes } from './routes/curriculum/import.routes.tsx';
import { deviceRoutes } from './routes/devices.routes.tsx';
import { erasureRoutes } from './routes/erasure.routes.tsx';
import { familyRoutes } from './routes/family.routes.tsx';
import { figureRoutes } from './routes/figures.routes.ts';
import { groupPlanRoutes } from './routes/group-plans.routes.tsx';
import { classGuidanceRoutes } from './routes/guidance/class-guidance.routes.tsx';
import { regionGuidanceRoutes } from './routes/guidance/region-guidance.routes.tsx';
import { healthRoutes } from './routes/health.routes.ts';
import { keptReportRoutes } from './routes/kept-reports.routes.tsx';
import { lessonSessionRoutes } from './routes/lesson-session.routes.tsx';
import { letterRoutes } from './routes/letters.routes.tsx';
import { liveRoutes } from './routes/live.routes.ts';
import { notificationRoutes } from './routes/notifications.routes.tsx';
import { peopleRoutes } from './routes/people.routes.tsx';
import { peopleImportRoutes } from './routes/people-import.routes.tsx';
import { personExportRoutes } from './routes/person-export.routes.tsx';
import { policyRoutes } from './routes/policies.routes.tsx';
import { profileRoutes } from './routes/profile.routes.tsx';
import { progressRoutes } from './routes/progress.routes.tsx';
import { pupilPlaceRoutes } from './routes/pupil-place.routes.tsx';
import { contestQuarterRoutes } from './routes/quarters/contest-quarter.routes.tsx';
import { quarterRoutes } from './routes/quarters/quarters.routes.tsx';
import { regionSubjectRoutes } from './routes/region/region-subject.routes.tsx';
import { reportRoutes } from './routes/reports.routes.tsx';
import { alertPageRoutes } from './routes/safety/alert-pages.routes.tsx';
import { alertRoutes } from './routes/safety/alerts.routes.tsx';
import { safeguardingRoutes } from './routes/safety/safeguarding.routes.tsx';
import { schoolAiRoutes } from './routes/school-ai.routes.tsx';
import { schoolClassRoutes } from './routes/school-classes.routes.tsx';
import { scoreRoutes } from './routes/scores.routes.tsx';
import { setupRoutes } from './routes/setup.routes.tsx';
import { staffRoutes } from './routes/staff.routes.tsx';
import { studyPlanRoutes } from './routes/study-plan.routes.tsx';
import { studySessionRoutes } from './routes/study-session.routes.tsx';
import { testRoutes } from './routes/tests.routes.tsx';
import { todayRoutes } from './routes/today.routes.tsx';
import { welcomeRoutes } from './routes/welcome.routes.tsx';
import type { Services } from './services.ts';

declare module 'fastify' {
  interface FastifyInstance {
    assets: Assets;
  }
}

export interface ServerOptions {
  assets: Assets;
  secret: string;
  /** Served over TLS. */
  secure: boolean;
  trustProxy: boolean | string[];
  logLevel: string;
  sampleLogins: SampleLogin[];
  rateLimits?: RateLimits;
  /** Told of every route before it is added. */
  onRoute?: (route: RouteOptions) => void;
}

/** The largest request that is read at all, in bytes. */
const BODY_LIMIT = 256 * 1024;

/** How long a request may take to arrive, in ms: whoever dribbles one in does not hold a connection for ever. */
const ARRIVES_WITHIN = 30_000;

/** The HTTP server with all its routes, not yet listening. */
export async function buildServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: {
      level: options.logLevel,
      stream: STANDARD_LOG,
      serializers: { err: (error: Error) => ({ ...loggedError(error) }) },
    },
    // One line a request, without its address: see registerRequestLog.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVES_WITHIN,
    http: { connectionsCheckingInterval: 5000 },
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerParserError,
    frameworkErrors: answerRouterError,
  });
  app.decorate('assets', options.assets);
  app.decorate('secure', options.secure);
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  app.decorateRequest('actor', null);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerSecurity(app, options);
  registerErrors(app, (actor, words) => services.watch.hearRefused(actor, words));
  registerCompression(app);
  registerRequestLog(app);
  await registerSockets(app, services);
  await app.register(fastifyStatic, {
    root: join(options.assets.folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
  });
  // Asked every few seconds by machines that are nobody: no session, no limit.
  await app.register(async (scope) => {
    demandAccess(scope);
    healthRoutes(scope, services);
  });
  await app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: BODY_LIMIT });
    registerSessions(scope, services, options);
    await registerRateLimits(scope, options.rateLimits ?? RATE_LIMITS);
    registerAccess(scope);
    registerReadings(scope, services);
    registerNotFound(scope);
    liveRoutes(scope);
    await scope.register(apiRoutes, { prefix: '/api', services });
    await pageRoutes(scope, services, options.sampleLogins);
  });
  return app;
}

/** Every page and form. */
async function pageRoutes(scope: FastifyInstance, services: Services, sampleLogins: SampleLogin[]): Promise<void> {
  authRoutes(scope, services, sampleLogins);
  welcomeRoutes(scope, services);
  setupRoutes(scope, services);
  profileRoutes(scope, services);
  peopleRoutes(scope, services);
  erasureRoutes(scope, services);
  personExportRoutes(scope, services);
  pupilPlaceRoutes(scope, services);
  schoolClassRoutes(scope, services);
  todayRoutes(scope, services);
  courseRoutes(scope, services);
  beginRoutes(scope, services);
  studyPlanRoutes(scope, services);
  groupPlanRoutes(scope, services);
  studySessionRoutes(scope, services);
  lessonSessionRoutes(scope, services);
  testRoutes(scope, services);
  classTestRoutes(scope, services);
  familyRoutes(scope, services);
  progressRoutes(scope, services);
  consentRoutes(scope, services);
  policyRoutes(scope, services);
  auditRoutes(scope, services);
  letterRoutes(scope, services);
  staffRoutes(scope, services);
  lessonPlanRoutes(scope, services);
  replanRoutes(scope, services);
  lessonWallRoutes(scope, services);
  coTeachingRoutes(scope, services);
  attendanceRoutes(scope, services);
  analyticsRoutes(scope, services);
  schoolAiRoutes(scope, services);
  attentionRoutes(scope, services);
  quarterRoutes(scope, services);
  contestQuarterRoutes(scope, services);
  keptReportRoutes(scope, services);
  afterLessonRoutes(scope, services);
  regionSubjectRoutes(scope, services);
  regionGuidanceRoutes(scope, services);
  classGuidanceRoutes(scope, services);
  deviceRoutes(scope, services);
  reportRoutes(scope, services);
  scoreRoutes(scope, services);
  await scope.register(peopleImportRoutes, { services });
  await scope.register(curriculumImportRoutes, { services });
  await curriculumRoutes(scope, services);
  alertRoutes(scope, services);
  alertPageRoutes(scope, services);
  safeguardingRoutes(scope, services);
  notificationRoutes(scope, services);
  figureRoutes(scope, services);
}
