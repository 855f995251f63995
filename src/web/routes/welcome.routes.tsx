import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { LinkOwner } from '../../services/accounts/one-time-links.service.ts';
import { fieldsOf } from '../forms/fields.ts';
import { CardPage } from '../pages/card.page.tsx';
import { WelcomePage } from '../pages/welcome.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

const params = z.object({ token: z.string().max(200) });

type Used = Pick<Services, 'oneTimeLinks' | 'loginCards'>;

/**
 * Where a one-time link leads: somebody sets a password of their own and is in. Where a login card leads: one tap, and its pupil is
 * in. Looking at either changes nothing, so that a preview or another site cannot log anybody in.
 */
export function welcomeRoutes(app: FastifyInstance, { oneTimeLinks, loginCards }: Used): void {
  const open = { config: { access: 'public' as const } };

  app.get('/welcome/:token', open, async (request, reply) => {
    const { token } = params.parse(request.params);
    const owner: LinkOwner = await oneTimeLinks.open(token, request.ip);
    return sendPage(request, reply, <WelcomePage owner={owner} token={token} problem={null} />);
  });

  app.post('/welcome/:token', open, async (request, reply) => {
    const { token } = params.parse(request.params);
    const { password = '', again } = fieldsOf(request.body);
    const words = pageContextOf(request).t.accounts;
    if (again !== undefined && again !== password) {
      const owner = await oneTimeLinks.open(token, request.ip);
      const page = <WelcomePage owner={owner} token={token} problem={{ again: words.notTheSame }} />;
      return sendPage(request, reply.code(400), page);
    }
    const set = await oneTimeLinks.setPassword(token, password, request.ip);
    if (!set.ok) {
      const problem = { password: words.passwordProblem(set.problem) };
      return sendPage(request, reply.code(400), <WelcomePage owner={set.owner} token={token} problem={problem} />);
    }
    await app.logins.begin(request, reply, set.userId);
    return reply.redirect('/', 303);
  });

  app.get('/card/:token', open, async (request, reply) => {
    const { token } = params.parse(request.params);
    const owner = await loginCards.open(token, request.ip);
    return sendPage(request, reply, <CardPage owner={owner} token={token} />);
  });

  app.post('/card/:token', open, async (request, reply) => {
    const { token } = params.parse(request.params);
    const { userId } = await loginCards.login(token, request.ip);
    await app.logins.begin(request, reply, userId);
    return reply.redirect('/', 303);
  });
}
