import cookie from '@fastify/cookie';
import session, { type SessionStore } from '@fastify/session';
import type { FastifyInstance } from 'fastify';
import { WEB_SESSION_LIFETIME } from '../../services/accounts/web-sessions.service.ts';
import type { Services } from '../services.ts';

export interface SessionOptions {
  secret: string;
  /** The site is served over TLS: the cookie is bound to this host and never sent in the clear. */
  secure: boolean;
}

type Stored = Parameters<SessionStore['set']>[1];
type Done = (error?: unknown) => void;

/** Sessions live in the database; reading one never writes it. */
export async function registerSessions(
  app: FastifyInstance,
  services: Pick<Services, 'webSessions'>,
  { secret, secure }: SessionOptions,
): Promise<void> {
  await app.register(cookie);
  await app.register(session, {
    secret,
    cookieName: secure ? '__Host-allamda' : 'allamda',
    cookie: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: WEB_SESSION_LIFETIME },
    saveUninitialized: false,
    rolling: false,
    store: storeOf(services),
  });
}

function storeOf({ webSessions }: Pick<Services, 'webSessions'>): SessionStore {
  const settle = (work: Promise<unknown>, done: Done) => {
    work.then(() => done(), done);
  };
  return {
    get(id, done) {
      webSessions.find(id).then(
        (data) => done(null, data === undefined ? null : revive(data)),
        (error: unknown) => done(error),
      );
    },
    set(id, stored, done) {
      settle(webSessions.save(id, stored.userId ?? null, JSON.stringify(stored)), done);
    },
    destroy(id, done) {
      settle(webSessions.remove(id), done);
    },
  };
}

function revive(data: string): Stored {
  const stored: Stored = JSON.parse(data);
  if (stored.cookie?.expires) stored.cookie.expires = new Date(stored.cookie.expires);
  return stored;
}
