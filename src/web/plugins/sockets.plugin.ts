import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { Services } from '../services.ts';
import { LiveSockets } from '../sockets/live-sockets.ts';
import { isForeign } from './security.plugin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes upgrades to a socket. */
    socket?: true;
  }
  interface FastifyInstance {
    liveSockets: LiveSockets;
  }
}

/** The largest frame that is read, in bytes; a larger one ends the socket with 1009. */
const LARGEST_FRAME = 64 * 1024;

/**
 * Lets routes with `config.socket` be upgraded, by pages of this site alone: browsers send the cookie along whoever opens the socket.
 * Register before the routes.
 */
export async function registerSockets(app: FastifyInstance, services: Pick<Services, 'live' | 'webSessions'>) {
  const sockets = new LiveSockets(services);
  app.decorate('liveSockets', sockets);
  await app.register(websocket, {
    options: { maxPayload: LARGEST_FRAME, perMessageDeflate: false },
    errorHandler: (_error, socket) => socket.close(),
    preClose: async () => sockets.stop(),
  });
  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.ws) return done();
    if (!request.routeOptions.config.socket) return done(notFound('socket'));
    if (!isForeign(request)) return done();
    done(new AppError('forbidden', 'cross-site', 'This socket was opened by another site.'));
  });
}
