import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { StopLettersPage } from '../pages/stop-letters.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

const params = z.object({ token: z.string().max(200) });

/** Where the links of weekly letters lead. Looking changes nothing: mail programs look at links by themselves. */
export function letterRoutes(app: FastifyInstance, { weeklyLetters }: Pick<Services, 'weeklyLetters'>): void {
  const open = { config: { access: 'public' as const } };

  app.get('/letters/stop/:token', open, async (request, reply) => {
    const { token } = params.parse(request.params);
    await weeklyLetters.openStop(token);
    return sendPage(request, reply, <StopLettersPage token={token} />);
  });

  app.post('/letters/stop/:token', open, async (request, reply) => {
    await weeklyLetters.stop(params.parse(request.params).token);
    return sendPage(request, reply, <StopLettersPage token={null} />);
  });
}
