import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ALERT_VIEWS } from '../../../services/safety/alerts.service.ts';
import { actorOf } from '../../access.ts';
import { readAlertForm } from '../../forms/alert.form.ts';
import { type AlertForm, AlertsPage } from '../../pages/alerts/alerts.page.tsx';
import { ParentAlertsPage } from '../../pages/alerts/parent-alerts.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { beforeIn, idIn } from '../ids.ts';

const boardQuery = z.object({ show: z.enum(ALERT_VIEWS).catch('open') }).catch({ show: 'open' });

/** Safety alerts: staff take them on; parents confirm what the school has let them know. */
export function alertRoutes(app: FastifyInstance, services: Pick<Services, 'alerts' | 'attention'>): void {
  const access = { config: { access: 'acknowledge a safety alert' as const } };

  const sendBoard = async (request: FastifyRequest, reply: FastifyReply, form?: AlertForm) => {
    const before = beforeIn(request.query);
    const { show } = boardQuery.parse(request.query);
    const board = await services.alerts.board(actorOf(request), before, show);
    const waiting = await services.attention.waiting(actorOf(request));
    return sendPage(
      request,
      reply,
      <AlertsPage board={board} waiting={waiting} paged={before !== undefined} {...(form ? { form } : {})} />,
    );
  };

  app.get('/alerts', access, async (request, reply) => {
    if (actorOf(request).role !== 'parent') return sendBoard(request, reply);
    return sendPage(request, reply, <ParentAlertsPage alerts={await services.alerts.releasedTo(actorOf(request))} />);
  });

  app.post('/alerts/:id/acknowledge', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'alert')];
    if (actor.role === 'parent') {
      await services.alerts.acknowledge(actor, id, { note: '', tellParents: false });
      return reply.redirect('/alerts', 303);
    }
    const read = readAlertForm(request.body, id, pageContextOf(request).t.staff);
    await services.alerts.requireReach(actor, id);
    if (!read.ok) return sendBoard(request, reply.code(400), read.form);
    await services.alerts.acknowledge(actor, id, read.given);
    return reply.redirect(`/alerts#alert-${id}`, 303);
  });

  app.post('/alerts/:id/tell-parents', access, async (request, reply) => {
    const id = idIn(request.params, 'alert');
    await services.alerts.tellParents(actorOf(request), id);
    return reply.redirect(`/alerts#alert-${id}`, 303);
  });
}
