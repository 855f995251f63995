import type { FastifyInstance } from 'fastify';
import { type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { loginNeeded, type RouteAccess } from '../access.ts';

/**
 * Deny by default: a route without `config.access` fails the start; the others are held against the permission matrix before
 * their handler runs. Whose data it is about is the services' question.
 */
export function registerAccess(app: FastifyInstance): void {
  demandAccess(app);
  app.addHook('preValidation', ({ actor, routeOptions }, _reply, done) => {
    done(refusal(actor, routeOptions.config.access) ?? undefined);
  });
}

/** Why the route is not for whoever asks; null when it is. */
function refusal(actor: Actor | null, access: RouteAccess | undefined): AppError | null {
  if (access === undefined || access === 'public') return null;
  if (actor === null) return loginNeeded();
  if (access === 'anyone logged in' || scopeOf(actor.role, access) !== null) return null;
  return new AppError('forbidden', 'forbidden', 'Your account may not do that.');
}

/** Every route from here on says who may use it, or the server does not start. */
export function demandAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may use it.`);
  });
}
