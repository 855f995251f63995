import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../domain/errors/app-error.ts';
import { LoginPage, type LoginView, type SampleLogin } from '../pages/login.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** What cannot be read is as good as nothing: the form comes back with what is wrong. */
const loginForm = z
  .object({
    username: z.string().max(200).catch(''),
    password: z.string().max(2000).catch(''),
    next: z.string().catch('/'),
  })
  .catch({ username: '', password: '', next: '/' });

/** Login and logout as pages; the API has its own. */
export function authRoutes(app: FastifyInstance, services: Services, samples: SampleLogin[]): void {
  app.get('/login', { config: { access: 'public' } }, async (request, reply) => {
    const { next } = z.object({ next: z.string().catch('/') }).parse(request.query);
    if (request.actor) return reply.redirect(inside(next), 303);
    const isEmpty = await services.firstRun.isOpen();
    const view: LoginView = { next: inside(next), username: '', problem: null, samples, isEmpty };
    return sendPage(request, reply, <LoginPage view={view} />);
  });

  app.post('/login', { config: { access: 'public' } }, async (request, reply) => {
    const { username, password, next } = loginForm.parse(request.body ?? {});
    try {
      const actor = await services.accounts.login(username, password, request.ip);
      await app.logins.begin(request, reply, actor.userId);
      return reply.redirect(inside(next), 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const problem = pageContextOf(request).t.common.errors.message(error.code, error.message);
      const view: LoginView = { next: inside(next), username, problem, samples, isEmpty: false };
      return sendPage(request, reply.code(error.kind === 'too-many' ? 429 : 400), <LoginPage view={view} />);
    }
  });

  app.post('/logout', { config: { access: 'public' } }, async (request, reply) => {
    await app.logins.end(request, reply);
    return reply.redirect('/login', 303);
  });
}

/** Longer addresses than any page has lead to the first page. */
const LONGEST_ADDRESS = 4000;

/** Only addresses of this site, as they stand in a header: never another host, never a scheme, no space, nothing but ASCII. */
function inside(next: string): string {
  return next.length <= LONGEST_ADDRESS && /^\/(?!\/)[!-[\]-~]*$/.test(next) ? next : '/';
}
