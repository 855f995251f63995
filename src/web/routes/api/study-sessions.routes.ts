import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { SessionRef } from '../../../domain/study-session/study-session.ts';
import { evaluations } from '../../../shared/evaluations.ts';
import { hand, newHomeSession, session, sessionEnd, sessionStart } from '../../../shared/study-session.ts';
import { actorOf } from '../../access.ts';
import { toEvaluationsView } from '../../presenters/history.presenter.ts';
import type { Services } from '../../services.ts';
import { joinLesson, sessionViewOf, talkOf } from '../../talk.ts';
import { type Api, failures } from './api-scope.ts';
import { homeParams, lessonParams, sessionParams } from './study-session-params.ts';

const tags = ['study sessions'];
const change = { access: 'change session state' } as const;

/** What the routes of sessions share. */
const around = (services: Services) => ({
  present: (request: FastifyRequest, of: SessionRef) => sessionViewOf(services, actorOf(request), of),
  talk: (request: { params: z.infer<typeof sessionParams> }) => talkOf(services, request.params.kind),
  answers: { params: sessionParams, response: { 200: session, ...failures } },
});

/** How a pupil's own study sessions begin, and how they stand. */
export function studySessionApi(api: Api, services: Services): void {
  const { present, talk, answers } = around(services);

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
      const created = await services.studySessions.createHomeStudySession(actorOf(request), request.body);
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
    {
      schema: {
        tags,
        summary: 'Start, or join a lesson at school; the welcome follows',
        description:
          'Of a lesson at school the body says how the pupil feels; at home it was said when the session was made.',
        body: sessionStart,
        ...answers,
      },
      config: change,
    },
    async (request) => {
      const [actor, { kind, id }] = [actorOf(request), request.params];
      if (kind === 'school') await joinLesson(services, actor, id, request.body?.emotionalStateBefore);
      // In a pause of the class manager the teacher waits with the welcome.
      const isWaiting =
        kind === 'school' && (await services.lessonAttendance.getSession(actor, id)).status === 'paused';
      if (!isWaiting) await talk(request).conversation.begin(actor, id);
      return present(request, request.params);
    },
  );
}

/** Sessions that are under way: paused, gone on with, given up, ended. */
export function sessionChangeApi(api: Api, services: Services): void {
  const { present, talk, answers } = around(services);

  api.post(
    '/study-sessions/:kind/:id/pause',
    { schema: { tags, summary: 'Pause', ...answers }, config: change },
    async (request) => {
      await talk(request).lifecycle.pauseSession(actorOf(request), request.params.id);
      return present(request, request.params);
    },
  );

  api.post(
    '/study-sessions/:kind/:id/resume',
    { schema: { tags, summary: 'Go on', ...answers }, config: change },
    async (request) => {
      await talk(request).conversation.resume(actorOf(request), request.params.id);
      return present(request, request.params);
    },
  );

  api.post(
    '/study-sessions/:kind/:id/cancel',
    {
      schema: {
        tags,
        summary: 'Give up a session that was not started',
        params: homeParams,
        response: answers.response,
      },
      config: change,
    },
    async (request) => {
      await services.studySessions.cancelSession(actorOf(request), request.params.id);
      return present(request, request.params);
    },
  );

  api.post(
    '/study-sessions/:kind/:id/end',
    {
      schema: {
        tags,
        summary: 'End, and say how it was',
        description: 'Of a lesson at school also after its end, until the end of the next day.',
        body: sessionEnd,
        ...answers,
      },
      config: change,
    },
    async (request) => {
      const { emotionalStateAfter: feelingAfter, difficulty, understanding, feedback = null } = request.body;
      const said = { feelingAfter, difficulty, understanding, feedback };
      await talk(request).lifecycle.endSession(actorOf(request), request.params.id, said);
      return present(request, request.params);
    },
  );

  api.post(
    '/study-sessions/:kind/:id/hand',
    {
      schema: {
        tags,
        summary: 'Raise a hand in a lesson, or take it down',
        params: lessonParams,
        body: hand,
        response: answers.response,
      },
      config: change,
    },
    async (request) => {
      await services.lessonAttendance.raiseHand(actorOf(request), request.params.id, request.body.up);
      return present(request, request.params);
    },
  );
}

/** What the evaluator makes of a session. */
export function evaluationApi(api: Api, services: Services): void {
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
    async (request) => {
      const { kind, id } = request.params;
      return toEvaluationsView(await talkOf(services, kind).view.evaluationsOf(actorOf(request), id));
    },
  );
}
