import * as z from 'zod';
import type { Actor } from '../../../domain/access/permission-matrix.ts';
import { credentials, currentUser } from '../../../shared/accounts.ts';
import { actorOf } from '../../access.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

/** Who is logged in, and how one gets in and out. */
export function accountRoutes(api: Api, services: Services): void {
  const tags = ['accounts'];

  api.post(
    '/auth/login',
    {
      schema: { tags, summary: 'Log in', body: credentials, response: { 200: currentUser, ...failures } },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const { username, password } = request.body;
      const actor = await services.accounts.login(username, password, request.ip);
      await api.logins.begin(request, reply, actor.userId);
      return toCurrentUser(actor);
    },
  );

  api.post(
    '/auth/logout',
    {
      schema: { tags, summary: 'Log out', response: { 204: z.null(), ...failures } },
      config: { access: 'public' },
    },
    async (request, reply) => {
      await api.logins.end(request, reply);
      return reply.code(204).send(null);
    },
  );

  api.get(
    '/me',
    {
      schema: { tags, summary: 'Who is logged in', response: { 200: currentUser, ...failures } },
      config: { access: 'anyone logged in' },
    },
    async (request) => toCurrentUser(actorOf(request)),
  );
}

function toCurrentUser({ userId, role, name, firstName, locale }: Actor) {
  return { user: { id: userId, role, name, firstName, locale } };
}
