import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';

/** For load balancers and operators: alive, and ready to serve. */
export function healthRoutes(app: FastifyInstance, services: Pick<Services, 'health'>): void {
  app.get('/healthz', { config: { access: 'public' } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { config: { access: 'public' } }, async (_request, reply) => {
    const { ready, problems } = await services.health.readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', problems });
  });
}
