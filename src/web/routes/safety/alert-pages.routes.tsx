import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { type AlertRate, LONGEST_PASSAGE_REASON } from '../../../services/safety/alert-pages.service.ts';
import { LONGEST_NOTE } from '../../../services/safety/alerts.service.ts';
import { actorOf } from '../../access.ts';
import { lines } from '../../forms/lines.ts';
import { AlertPage, RehearsalPage } from '../../pages/alerts/alert.page.tsx';
import { AlertFiguresPage } from '../../pages/alerts/alert-figures.page.tsx';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

const sentFields = z.record(z.string(), z.unknown()).catch({});

/** One alert by itself, what was said around it, false alarms and rehearsals: for staff. */
export function alertPageRoutes(app: FastifyInstance, services: Pick<Services, 'alerts' | 'alertPages'>): void {
  const { alerts, alertPages } = services;
  const access = { config: { access: 'acknowledge a safety alert' as const } };

  app.get('/alerts/figures', access, async (request, reply) => {
    return sendPage(request, reply, <AlertFiguresPage rates={await alertPages.rates(actorOf(request))} />);
  });

  app.get('/alerts/figures.csv', access, async (request, reply) => {
    const { alerts: words, staff } = pageContextOf(request).t;
    const columns = [
      { title: words.month, cell: (row: AlertRate) => row.month },
      { title: words.category, cell: (row: AlertRate) => staff.category(row.category) },
      { title: words.raised, cell: (row: AlertRate) => row.alerts },
      { title: words.judged, cell: (row: AlertRate) => row.judged },
      { title: words.falseOnes, cell: (row: AlertRate) => row.falseAlarms },
      { title: words.share, cell: (row: AlertRate) => (row.judged === 0 ? null : row.falseAlarms / row.judged) },
    ];
    return sendCsv(reply, 'alerts', columns, await alertPages.rates(actorOf(request)));
  });

  app.get('/alerts/:id', access, async (request, reply) => {
    const page = await alertPages.alert(actorOf(request), idIn(request.params, 'alert'));
    return sendPage(request, reply, <AlertPage page={page} />);
  });

  app.post('/alerts/:id/passage', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'alert')];
    const reason = lines.catch('').parse(sentFields.parse(request.body).reason).trim();
    if (reason === '' || reason.length > LONGEST_PASSAGE_REASON) {
      const problem = pageContextOf(request).t.alerts.passageReasonMissing(LONGEST_PASSAGE_REASON);
      const page = await alertPages.alert(actor, id);
      return sendPage(request, reply.code(400), <AlertPage page={page} reason={{ text: reason, problem }} />);
    }
    return sendPage(request, reply, <AlertPage page={await alertPages.openPassage(actor, id, reason)} />);
  });

  app.post('/alerts/:id/false-alarm', access, async (request, reply) => {
    const id = idIn(request.params, 'alert');
    const sent = sentFields.parse(request.body);
    await alerts.markFalse(actorOf(request), id, lines.catch('').parse(sent[`reason-${id}`] ?? sent.reason));
    return reply.redirect(`/alerts/${id}`, 303);
  });

  app.get('/alerts/rehearsals/:id', access, async (request, reply) => sendRehearsal(request, reply));

  app.post('/alerts/rehearsals/:id/acknowledge', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'rehearsal')];
    const note = lines.catch('').parse(sentFields.parse(request.body).note);
    if (note.trim() === '' || note.length > LONGEST_NOTE) {
      const problem = pageContextOf(request).t.staff.noteMissing(LONGEST_NOTE);
      return sendRehearsal(request, reply.code(400), { note, problem });
    }
    await alertPages.acknowledgeRehearsal(actor, id, note);
    return reply.redirect(`/alerts/rehearsals/${id}`, 303);
  });

  async function sendRehearsal(request: FastifyRequest, reply: FastifyReply, form?: { note: string; problem: string }) {
    const page = await alertPages.rehearsal(actorOf(request), idIn(request.params, 'rehearsal'));
    return sendPage(request, reply, <RehearsalPage page={page} {...(form ? { form } : {})} />);
  }
}
