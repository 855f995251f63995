import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { loginNeeded } from '../access.ts';

/**
 * Deny by default: a route without `config.access` fails the start; the others are held against the permission matrix before
 * their handler runs. Whose data it is about is the services' question.
 */
export function registerAccess(app: FastifyInstance): void {
  demandAccess(app);
  app.addHook('preValidation', async (request) => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    if (request.actor === null) throw loginNeeded();
    if (access === 'anyone logged in') return;
    if (scopeOf(request.actor.role, access) === null) {
      throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
    }
  });
}

/** Every route from here on says who may use it, or the server does not start. */
export function demandAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may use it.`);
  });
}
