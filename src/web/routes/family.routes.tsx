import type { FastifyInstance } from 'fastify';
import { actorOf } from '../access.ts';
import { ChildPage } from '../pages/child.page.tsx';
import { ChildSessionPage } from '../pages/child-session.page.tsx';
import { ChildrenPage } from '../pages/children.page.tsx';
import { SchoolSessionPage } from '../pages/school-session.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { beforeIn, idIn, lessonsBeforeIn, sessionIdIn } from './ids.ts';

/** What parents see of their children. */
export function familyRoutes(
  app: FastifyInstance,
  services: Pick<Services, 'childPages' | 'schoolHours' | 'guardianRequests' | 'consents' | 'weeklyLetters'>,
): void {
  const child = { config: { access: 'view child progress' as const } };

  app.get('/children', child, async (request, reply) => {
    const actor = actorOf(request);
    const requests = await services.guardianRequests.open(actor);
    const view = await services.childPages.children(actor);
    return sendPage(
      request,
      reply,
      <ChildrenPage view={view} requests={requests} asked={await services.consents.openFor(actor)} />,
    );
  });

  for (const [event, answer] of [
    ['accept', 'accepted'],
    ['refuse', 'refused'],
  ] as const) {
    app.post(`/children/requests/:id/${event}`, child, async (request, reply) => {
      await services.guardianRequests.answer(actorOf(request), idIn(request.params, 'request'), answer);
      return reply.redirect('/children', 303);
    });
  }

  app.get('/children/:id', child, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const actor = actorOf(request);
    const view = await services.childPages.child(actor, id, beforeIn(request.query));
    const atSchool = await services.schoolHours.overview(actor, id, lessonsBeforeIn(request.query));
    const letter = await services.weeklyLetters.latest(actor, id);
    const asked = await services.consents.openFor(actor);
    return sendPage(request, reply, <ChildPage {...{ view, atSchool, letter, asked }} />);
  });

  app.get('/children/:id/lessons/:sessionId', child, async (request, reply) => {
    const [id, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const view = await services.schoolHours.session(actorOf(request), id, sessionId);
    return sendPage(request, reply, <SchoolSessionPage view={view} />);
  });

  app.get('/children/:id/sessions/:sessionId', child, async (request, reply) => {
    const [id, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const view = await services.childPages.session(actorOf(request), id, sessionId);
    return sendPage(request, reply, <ChildSessionPage view={view} />);
  });
}
