import type { FastifyInstance } from 'fastify';
import { AppError } from '../../domain/errors/app-error.ts';
import { actorOf } from '../access.ts';

/** The socket of all that is shown live. Whoever is logged in may open it; what they may listen to is asked for each topic. */
export function liveRoutes(app: FastifyInstance): void {
  app.route({
    method: 'GET',
    url: '/live',
    exposeHeadRoute: false,
    config: { access: 'anyone logged in', socket: true },
    preHandler: (request, _reply, done) => {
      if (!app.liveSockets.isFullFor(actorOf(request).userId)) return done();
      done(new AppError('too-many', 'too-many', 'You have too many pages open. Please close some of them.'));
    },
    handler: (_request, reply) => {
      const error = { code: 'upgrade-required', message: 'This address is for sockets.' };
      return reply.code(426).header('upgrade', 'websocket').send({ error });
    },
    wsHandler: (socket, request) => {
      app.liveSockets.add(socket, actorOf(request), request.webSessionId ?? '');
    },
  });
}
