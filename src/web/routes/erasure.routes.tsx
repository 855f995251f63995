import type { FastifyInstance } from 'fastify';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { ErasePage } from '../pages/erasure/erase.page.tsx';
import { ErasuresPage } from '../pages/erasure/erasures.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const access = { config: { access: 'erase a person' as const } };

/** A school manager has somebody erased, after a look at what goes and what stays. */
export function erasureRoutes(app: FastifyInstance, { erasure }: Pick<Services, 'erasure'>): void {
  app.get('/school/erasures', access, async (request, reply) => {
    const erasures = await erasure.list(actorOf(request));
    return sendPage(
      request,
      reply,
      <ErasuresPage erasures={erasures} asked={fieldsOf(request.query).done === 'asked'} />,
    );
  });

  app.get('/school/people/:id/erase', access, async (request, reply) => {
    const view = await erasure.look(actorOf(request), idIn(request.params, 'person'));
    return sendPage(request, reply, <ErasePage view={view} />);
  });

  app.post('/school/people/:id/erase', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'person')];
    const { username = '' } = fieldsOf(request.body);
    if (await erasure.erase(actor, id, username)) return reply.redirect('/school/erasures?done=asked', 303);
    const { t } = pageContextOf(request);
    const view = await erasure.look(actor, id);
    return sendPage(request, reply.code(400), <ErasePage view={view} problem={t.erasure.wrong} />);
  });
}
