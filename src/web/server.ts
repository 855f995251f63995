import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Assets } from './assets.ts';
import type { SampleLogin } from './pages/login.page.tsx';
import { registerAccess } from './plugins/access.plugin.ts';
import { registerErrors, registerNotFound } from './plugins/errors.plugin.tsx';
import { answerParserError, answerRouterError } from './plugins/protocol-errors.ts';
import { RATE_LIMITS, type RateLimits, registerRateLimits } from './plugins/rate-limit.plugin.ts';
import { registerSecurity } from './plugins/security.plugin.ts';
import { registerSessions } from './plugins/session.plugin.ts';
import { alertRoutes } from './routes/alerts.routes.tsx';
import { apiRoutes } from './routes/api/api.routes.ts';
import { authRoutes } from './routes/auth.routes.tsx';
import { beginRoutes } from './routes/begin.routes.tsx';
import { courseRoutes } from './routes/courses.routes.tsx';
import { familyRoutes } from './routes/family.routes.tsx';
import { figureRoutes } from './routes/figures.routes.ts';
import { healthRoutes } from './routes/health.routes.ts';
import { staffRoutes } from './routes/staff.routes.tsx';
import { studySessionRoutes } from './routes/study-session.routes.tsx';
import { todayRoutes } from './routes/today.routes.tsx';
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

/** The HTTP server with all its routes, not yet listening. */
export async function buildServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel },
    trustProxy: options.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerParserError,
    frameworkErrors: answerRouterError,
  });
  app.decorate('assets', options.assets);
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  app.decorateRequest('actor', null);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerSecurity(app, options);
  registerErrors(app);
  await app.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  await app.register(fastifyStatic, {
    root: join(options.assets.folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
  });
  await app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: BODY_LIMIT });
    await registerSessions(scope, services, options);
    await registerRateLimits(scope, options.rateLimits ?? RATE_LIMITS);
    registerAccess(scope, services);
    registerNotFound(scope);
    await scope.register(apiRoutes, { prefix: '/api', services });
    healthRoutes(scope, services);
    authRoutes(scope, services, options.sampleLogins);
    todayRoutes(scope, services);
    courseRoutes(scope, services);
    beginRoutes(scope, services);
    studySessionRoutes(scope, services);
    familyRoutes(scope, services);
    staffRoutes(scope, services);
    alertRoutes(scope, services);
    figureRoutes(scope, services);
  });
  return app;
}
