import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { actorOf } from '../access.ts';
import { NotificationsPage } from '../pages/notifications/notifications.page.tsx';
import { notificationPath } from '../presenters/notification.presenter.ts';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { beforeIn, idIn } from './ids.ts';

const readForm = z.object({ upTo: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0) });

/** What people are told in the program: everybody's own. */
export function notificationRoutes(app: FastifyInstance, { notifications }: Pick<Services, 'notifications'>): void {
  const access = { config: { access: 'anyone logged in' as const } };

  app.get('/notifications', access, async (request, reply) => {
    const before = beforeIn(request.query);
    const list = await notifications.list(actorOf(request), before);
    return sendPage(request, reply, <NotificationsPage list={list} paged={before !== undefined} />);
  });

  app.post('/notifications/read', access, async (request, reply) => {
    const { upTo } = readForm.catch({ upTo: 0 }).parse(request.body);
    await notifications.readAll(actorOf(request), upTo);
    return reply.redirect('/notifications', 303);
  });

  app.post('/notifications/:id/open', access, async (request, reply) => {
    const { kind, data } = await notifications.read(actorOf(request), idIn(request.params, 'notification'));
    return reply.redirect(notificationPath(kind, data), 303);
  });
}
