import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, invalidInput } from '../../../domain/errors/app-error.ts';
import { actorOf } from '../../access.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { ClassGuidancePage } from '../../pages/guidance/class-guidance.page.tsx';
import { ClassGuidanceListPage } from '../../pages/guidance/class-guidance-list.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

type Used = Pick<Services, 'classGuidance'>;

/** Guidance as class managers read it and take it up. */
export function classGuidanceRoutes(app: FastifyInstance, services: Used): void {
  const { classGuidance } = services;
  const read = { config: { access: 'read guidance' as const } };

  app.get('/class/guidance', read, async (request, reply) => {
    const all = await classGuidance.list(actorOf(request));
    return sendPage(request, reply, <ClassGuidanceListPage all={all} />);
  });

  app.get('/class/guidance/:id', read, async (request, reply) => sendOne(services, request, reply));

  app.post('/class/guidance/:id', read, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'guidance')];
    const classId = idChosenIn(request.body, 'class') ?? 0;
    const { said, [`word-${classId}`]: word } = fieldsOf(request.body);
    if (said === 'read') await classGuidance.read(actor, id);
    else if (said === 'take back') await classGuidance.takeUp(actor, id, { classId, takenUp: false });
    else if (said === 'take up') {
      try {
        await classGuidance.takeUp(actor, id, { classId, takenUp: true, word });
      } catch (error) {
        if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
        return sendOne(services, request, reply.code(400), { classId, word: word ?? '' });
      }
    } else throw invalidInput('Say what became of it.', { said: 'read, take up or take back' });
    return reply.redirect(`/class/guidance/${id}?done=${encodeURIComponent(said)}`, 303);
  });
}

async function sendOne(
  { classGuidance }: Used,
  request: FastifyRequest,
  reply: FastifyReply,
  form?: { classId: number; word: string },
) {
  const one = await classGuidance.find(actorOf(request), idIn(request.params, 'guidance'));
  const done = fieldsOf(request.query).done ?? '';
  return sendPage(request, reply, <ClassGuidancePage {...{ guidance: one, done, form }} />);
}
