import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Assets } from './assets.ts';
import type { SampleLogin } from './pages/login.page.tsx';
import { registerAccess } from './plugins/access.plugin.ts';
import { registerErrors, registerNotFound } from './plugins/errors.plugin.tsx';
import { registerSecurity } from './plugins/security.plugin.ts';
import { registerSessions } from './plugins/session.plugin.ts';
import { authRoutes } from './routes/auth.routes.tsx';
import { figureRoutes } from './routes/figures.routes.ts';
import { healthRoutes } from './routes/health.routes.ts';
import { studySessionRoutes } from './routes/study-session.routes.tsx';
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
  });
  app.decorate('assets', options.assets);
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
    registerAccess(scope, services);
    registerNotFound(scope);
    healthRoutes(scope, services);
    authRoutes(scope, services, options.sampleLogins);
    studySessionRoutes(scope, services);
    figureRoutes(scope, services);
  });
  return app;
}
