import * as z from 'zod';
import { child, childProgress, childSessionParams, guardianRequests, transcript } from '../../../shared/family.ts';
import { pastSession } from '../../../shared/history.ts';
import { idParams, pageQuery } from '../../../shared/paging.ts';
import { testSitting } from '../../../shared/tests.ts';
import { actorOf } from '../../access.ts';
import { toChildProgressView, toGuardianRequestView, toTranscriptView } from '../../presenters/family.presenter.ts';
import { toPastSessionView, toTestView } from '../../presenters/history.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';
import { linkNext } from './link-next.ts';

/** What was studied and tested: one's own. */
export function historyRoutes(api: Api, services: Services): void {
  const tags = ['history'];
  const config = { access: 'view own progress' } as const;

  api.get(
    '/history',
    {
      schema: {
        tags,
        summary: 'My sessions, the newest first',
        querystring: pageQuery,
        description: 'Older ones are named in the `Link` header (rel="next").',
        response: { 200: z.array(pastSession), ...failures },
      },
      config,
    },
    async (request, reply) => {
      const page = await services.history.ownHistory(actorOf(request), request.query);
      linkNext(request, reply, page.before);
      return page.sessions.map(toPastSessionView);
    },
  );

  api.get(
    '/tests',
    { schema: { tags, summary: 'My tests by date', response: { 200: z.array(testSitting), ...failures } }, config },
    async (request) => (await services.tests.ownTests(actorOf(request))).map(toTestView),
  );
}

/** What parents see of their children. */
export function familyRoutes(api: Api, services: Services): void {
  const tags = ['family'];
  const config = { access: 'view child progress' } as const;

  api.get(
    '/children',
    { schema: { tags, summary: 'My children', response: { 200: z.array(child), ...failures } }, config },
    async (request) => services.family.children(actorOf(request)),
  );

  api.get(
    '/children/:id/progress',
    {
      schema: {
        tags,
        summary: 'Week, courses and tests of a child',
        params: idParams,
        response: { 200: childProgress, ...failures },
      },
      config,
    },
    async (request) => toChildProgressView(await services.family.childProgress(actorOf(request), request.params.id)),
  );

  api.get(
    '/children/:id/sessions',
    {
      schema: {
        tags,
        summary: 'Sessions of a child with their evaluations, the newest first',
        params: idParams,
        querystring: pageQuery,
        description: 'Older ones are named in the `Link` header (rel="next").',
        response: { 200: z.array(pastSession), ...failures },
      },
      config,
    },
    async (request, reply) => {
      const page = await services.family.childSessions(actorOf(request), request.params.id, request.query);
      linkNext(request, reply, page.before);
      return page.sessions.map(toPastSessionView);
    },
  );

  api.get(
    '/children/:id/sessions/:sessionId/transcript',
    {
      schema: {
        tags,
        summary: "What the school's policy lets parents read of a session",
        params: childSessionParams,
        response: { 200: transcript, ...failures },
      },
      config,
    },
    async (request) => {
      const { id, sessionId } = request.params;
      return toTranscriptView(await services.family.transcript(actorOf(request), id, sessionId));
    },
  );

  requestApi(api, services);
}

/** What other schools ask of a parent: to be a pupil's guardian there too. */
function requestApi(api: Api, { guardianRequests: requests }: Services): void {
  const tags = ['family'];
  const config = { access: 'view child progress' } as const;

  api.get(
    '/children/requests',
    {
      schema: { tags, summary: 'What schools ask of me', response: { 200: guardianRequests, ...failures } },
      config,
    },
    async (request) => (await requests.open(actorOf(request))).map(toGuardianRequestView),
  );

  for (const [event, answer, summary] of [
    ['accept', 'accepted', 'Be the pupil’s guardian at that school too'],
    ['refuse', 'refused', 'Refuse; the school is told nothing'],
  ] as const) {
    api.post(
      `/children/requests/:id/${event}`,
      { schema: { tags, summary, params: idParams, response: { 204: z.null(), ...failures } }, config },
      async (request, reply) => {
        await requests.answer(actorOf(request), request.params.id, answer);
        return reply.code(204).send(null);
      },
    );
  }
}
