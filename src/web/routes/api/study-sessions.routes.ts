import type { FastifyRequest } from 'fastify';
import { evaluations } from '../../../shared/evaluations.ts';
import { newHomeSession, session, sessionEnd } from '../../../shared/study-session.ts';
import { actorOf } from '../../access.ts';
import { toEvaluationsView } from '../../presenters/history.presenter.ts';
import { toSessionView } from '../../presenters/session.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';
import { sessionParams } from './study-session-params.ts';

const tags = ['study sessions'];
const change = { access: 'change session state' } as const;

/** The life of a pupil's own study sessions. */
export function studySessionApi(api: Api, services: Services): void {
  const { studySessions, conversation, sessionView } = services;
  const present = async (request: FastifyRequest, { id }: { id: number }) =>
    toSessionView(await sessionView.overviewOf(actorOf(request), id));
  const answers = { params: sessionParams, response: { 200: session, ...failures } };

  api.post(
    '/study-sessions/home',
    {
      schema: {
        tags,
        summary: 'Create a session; it waits to be started',
        body: newHomeSession,
        response: { 201: session, ...failures },
      },
      config: { access: 'study at home' },
    },
    async (request, reply) => {
      const created = await studySessions.createHomeStudySession(actorOf(request), request.body);
      return reply.code(201).send(await present(request, created));
    },
  );

  api.get(
    '/study-sessions/:kind/:id',
    { schema: { tags, summary: 'How a session stands', ...answers }, config: { access: 'view own progress' } },
    async (request) => present(request, request.params),
  );

  api.post(
    '/study-sessions/:kind/:id/start',
    { schema: { tags, summary: 'Start; the welcome follows', ...answers }, config: change },
    async (request) => present(request, await conversation.begin(actorOf(request), request.params.id)),
  );

  api.post(
    '/study-sessions/:kind/:id/pause',
    { schema: { tags, summary: 'Pause', ...answers }, config: change },
    async (request) => present(request, await studySessions.pauseSession(actorOf(request), request.params.id)),
  );

  api.post(
    '/study-sessions/:kind/:id/resume',
    { schema: { tags, summary: 'Go on', ...answers }, config: change },
    async (request) => present(request, await conversation.resume(actorOf(request), request.params.id)),
  );

  api.post(
    '/study-sessions/:kind/:id/cancel',
    { schema: { tags, summary: 'Give up a session that was not started', ...answers }, config: change },
    async (request) => present(request, await studySessions.cancelSession(actorOf(request), request.params.id)),
  );

  api.post(
    '/study-sessions/:kind/:id/end',
    { schema: { tags, summary: 'End, and say how it was', body: sessionEnd, ...answers }, config: change },
    async (request) => {
      const { emotionalStateAfter: feelingAfter, difficulty, understanding, feedback = null } = request.body;
      const said = { feelingAfter, difficulty, understanding, feedback };
      return present(request, await studySessions.endSession(actorOf(request), request.params.id, said));
    },
  );
}

/** What the evaluator makes of a session. */
export function evaluationApi(api: Api, { sessionView }: Services): void {
  api.get(
    '/study-sessions/:kind/:id/evaluations',
    {
      schema: {
        tags,
        summary: 'Scores of a session, when they are there',
        params: sessionParams,
        response: { 200: evaluations, ...failures },
      },
      config: { access: 'view own progress' },
    },
    async (request) => toEvaluationsView(await sessionView.evaluationsOf(actorOf(request), request.params.id)),
  );
}
