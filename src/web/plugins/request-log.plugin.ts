import type { FastifyInstance } from 'fastify';

/**
 * One line for each request: the pattern of the route and never the address, so that no name, no search and no id of a person
 * gets into the log but the id of who asked.
 */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        userId: request.actor?.userId ?? null,
      },
      'request',
    );
    done();
  });
}
