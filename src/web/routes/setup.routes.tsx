import type { FastifyInstance } from 'fastify';
import { AppError } from '../../domain/errors/app-error.ts';
import { fieldsOf } from '../forms/fields.ts';
import { SetupPage } from '../pages/setup.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** The first school, while nobody is there yet; whoever makes it goes on to choose a password. */
export function setupRoutes(app: FastifyInstance, { firstRun }: Pick<Services, 'firstRun'>): void {
  const open = { config: { access: 'public' as const } };

  app.get('/setup', open, async (request, reply) => {
    await firstRun.requireOpen();
    return sendPage(request, reply, <SetupPage sent={{}} problems={{}} />);
  });

  app.post('/setup', open, async (request, reply) => {
    const sent = fieldsOf(request.body);
    try {
      const result = await firstRun.setUp(sent, request.ip);
      if (result.ok) return reply.redirect(`/welcome/${result.made.token}`, 303);
      return sendPage(request, reply.code(400), <SetupPage sent={sent} problems={result.problems} />);
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'too-many')) throw error;
      const page = <SetupPage sent={sent} problems={{}} refused={error.message} />;
      return sendPage(request, reply.code(429), page);
    }
  });
}
