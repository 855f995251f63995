import type { FastifyInstance } from 'fastify';
import { scopeOf } from '../../domain/access/permission-matrix.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { loginNeeded } from '../access.ts';
import type { Services } from '../services.ts';

/**
 * Deny by default: a route without `config.access` fails the start; the others are held against the permission matrix before
 * their handler runs. Whose data it is about is the services' question.
 */
export function registerAccess(app: FastifyInstance, services: Pick<Services, 'accounts'>): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may use it.`);
  });
  app.addHook('preValidation', async (request) => {
    const access = request.routeOptions.config.access;
    const { userId } = request.session;
    if (userId !== undefined) request.actor = (await services.accounts.findActor(userId)) ?? null;
    if (access === undefined || access === 'public') return;
    if (request.actor === null) throw loginNeeded();
    if (access === 'anyone logged in') return;
    if (scopeOf(request.actor.role, access) === null) {
      throw new AppError('forbidden', 'forbidden', 'Your account may not do that.');
    }
  });
}
