import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_NOTE } from '../../domain/attention/attention.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type AttentionForm, AttentionPage } from '../pages/attention/attention.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

/** Who needs attention, and what staff do about it. */
export function attentionRoutes(app: FastifyInstance, { attention }: Pick<Services, 'attention'>): void {
  const staff = { config: { access: 'view a pupil' as const } };
  const send = async (request: FastifyRequest, reply: FastifyReply, form?: AttentionForm) => {
    const board = await attention.board(actorOf(request));
    const done = fieldsOf(request.query).done === 'saved';
    return sendPage(request, reply, <AttentionPage board={board} done={done} {...(form ? { form } : {})} />);
  };

  app.get('/class/attention', staff, async (request, reply) => send(request, reply));

  app.post('/class/attention/:id', staff, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'alert')];
    const fields = fieldsOf(request.body);
    const note = fields[`note-${id}`] ?? fields.note ?? '';
    try {
      if (fields.answer === 'false') await attention.markFalse(actor, id, note);
      else await attention.acknowledge(actor, id, { note, days: Number(fields[`days-${id}`] ?? fields.days ?? '0') });
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      const problem = pageContextOf(request).t.attention.noteMissing(LONGEST_NOTE);
      return send(request, reply.code(400), { alertId: id, note, problem });
    }
    return reply.redirect(`/class/attention?done=saved#attention-${id}`, 303);
  });
}
