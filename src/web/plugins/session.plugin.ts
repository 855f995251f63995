import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { WEB_SESSION_LIFETIME } from '../../services/accounts/web-sessions.service.ts';
import type { Services } from '../services.ts';
import { cookieNamed, SignedCookie } from './signed-cookie.ts';

export interface SessionOptions {
  secret: string;
  /** The site is served over TLS: the cookie is bound to this host and never sent in the clear. */
  secure: boolean;
}

type Sessions = Pick<Services, 'webSessions'>;

/** Logging browsers in and out. */
export interface Logins {
  /** Logs this browser in under a new id, so that an id from before the login is worth nothing. */
  begin(request: FastifyRequest, reply: FastifyReply, userId: number): Promise<void>;
  /** Ends the session of this browser, on the server too. */
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    logins: Logins;
  }
  interface FastifyRequest {
    /** The id of the session that the actor is logged in with. */
    webSessionId: string | null;
  }
}

/**
 * Sessions live in the database, and one query on each request reads who is logged in, as they are now: `request.actor`.
 * Nothing is read without a cookie that this server has signed, and reading writes nothing.
 */
export function registerSessions(app: FastifyInstance, { webSessions }: Sessions, options: SessionOptions): void {
  const name = options.secure ? '__Host-allamda' : 'allamda';
  const signed = new SignedCookie(options.secret);
  const idOf = (request: FastifyRequest) => signed.open(cookieNamed(name, request.headers.cookie));
  const set = (reply: FastifyReply, value: string, seconds: number) => {
    const flags = `Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`;
    reply.header('set-cookie', `${name}=${value}; ${flags}`);
  };
  app.decorateRequest('webSessionId', null);
  app.addHook('onRequest', async (request) => {
    const id = idOf(request);
    if (id === null) return;
    request.actor = (await webSessions.findActor(id)) ?? null;
    request.webSessionId = id;
  });
  app.decorate('logins', {
    async begin(request, reply, userId) {
      const before = idOf(request);
      if (before !== null) await webSessions.remove(before);
      set(reply, signed.seal(await webSessions.begin(userId)), WEB_SESSION_LIFETIME / 1000);
    },
    async end(request, reply) {
      const id = idOf(request);
      if (id !== null) await webSessions.remove(id);
      set(reply, '', 0);
    },
  });
}
