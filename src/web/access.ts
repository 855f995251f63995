import type { FastifyRequest } from 'fastify';
import type { Action, Actor, OpenAccess } from '../domain/access/permission-matrix.ts';
import { AppError } from '../domain/errors/app-error.ts';
import type { Visitor } from '../services/accounts/web-sessions.service.ts';

/** What a route needs: an action of the permission matrix, anybody who is logged in, or nobody at all. */
export type RouteAccess = Action | OpenAccess;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route names it; one without it fails the start. */
    access?: RouteAccess;
    /** Its `:id` is a pupil whose page it shows: whoever opens it is written down. */
    showsPupil?: true;
  }
  interface FastifyRequest {
    /** Who is logged in; set before any other hook of a route runs. */
    actor: Visitor | null;
  }
}

/** The actor of a route that needs one. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw loginNeeded();
  return request.actor;
}

export function loginNeeded(): AppError {
  return new AppError('forbidden', 'login-needed', 'Please log in first.');
}
