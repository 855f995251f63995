import * as z from 'zod';
import { contest, scoreAgreement, scoreQueue } from '../../../shared/evaluations.ts';
import { childSessionParams } from '../../../shared/family.ts';
import { evaluationsBody, givenOutcome } from '../../../shared/given-scores.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toScoreAgreementBody } from '../../presenters/score-agreement.presenter.ts';
import { toScoreQueueView } from '../../presenters/score-queue.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';
import { sessionParams } from './study-session-params.ts';

const tags = ['evaluations'];
const done = { 204: z.null(), ...failures };
/** The service asks for 'contest a score' besides. */
const ofOwn = { access: 'view own progress' } as const;
const ofChild = { access: 'view child progress' } as const;
const answering = { access: 'provide investment evaluation' } as const;

/** Contesting a score of the evaluator, and answering whoever does. */
export function scoreApi(api: Api, services: Pick<Services, 'scoreReviews' | 'givenScores'>): void {
  contestApi(api, services);
  answerApi(api, services);
}

function contestApi(api: Api, { scoreReviews }: Pick<Services, 'scoreReviews'>): void {
  api.post(
    '/study-sessions/:kind/:id/contest',
    {
      schema: {
        tags,
        summary: 'Say that a score of my session is not right',
        params: sessionParams,
        body: contest,
        response: done,
      },
      config: ofOwn,
    },
    async (request, reply) => {
      const { kind, words } = request.body;
      await scoreReviews.contest(actorOf(request), { sessionId: request.params.id, kind }, words);
      return reply.code(204).send(null);
    },
  );

  api.post(
    '/lessons/:id/contest',
    {
      schema: {
        tags,
        summary: 'Say that a score of my lesson at school is not right',
        params: idParams,
        body: contest,
        response: done,
      },
      config: ofOwn,
    },
    async (request, reply) => {
      const { kind, words } = request.body;
      await scoreReviews.contest(actorOf(request), { hours: 'school', sessionId: request.params.id, kind }, words);
      return reply.code(204).send(null);
    },
  );

  for (const [sessions, hours, what] of [
    ['sessions', 'home', 'my child'],
    ['lessons', 'school', 'a lesson of my child'],
  ] as const) {
    api.post(
      `/children/:id/${sessions}/:sessionId/contest`,
      {
        schema: {
          tags,
          summary: `Say that a score of ${what} is not right`,
          params: childSessionParams,
          body: contest,
          response: done,
        },
        config: ofChild,
      },
      async (request, reply) => {
        const { id: studentId, sessionId } = request.params;
        const { kind, words } = request.body;
        await scoreReviews.contest(actorOf(request), { hours, studentId, sessionId, kind }, words);
        return reply.code(204).send(null);
      },
    );
  }
}

function answerApi(api: Api, { scoreReviews, givenScores }: Pick<Services, 'scoreReviews' | 'givenScores'>): void {
  api.get(
    '/evaluations',
    {
      schema: { tags, summary: 'Scores of my classes that wait for me', response: { 200: scoreQueue, ...failures } },
      config: answering,
    },
    async (request) => toScoreQueueView(await scoreReviews.queue(actorOf(request))),
  );

  api.post(
    '/evaluations',
    {
      schema: {
        tags,
        summary: 'Give scores after a lesson, many at once; or answer a score of the evaluator',
        description:
          'With `evaluations`: what could not be given is named in `refused` with the reason and what stands there, and the ' +
          'rest is saved. To give again what stands there changes nothing; what stood there before stays on record. With an ' +
          '`action`: the score stands, it is doubtful, or my own beside it.',
        body: evaluationsBody,
        response: { 200: givenOutcome, ...done },
      },
      config: answering,
    },
    async (request, reply) => {
      if ('evaluations' in request.body) return givenScores.give(actorOf(request), request.body.evaluations);
      const { studentId, hours, sessionId, kind, ...given } = request.body;
      await scoreReviews.answer(actorOf(request), { studentId, hours, sessionId, kind }, given);
      return reply.code(204).send(null);
    },
  );
}

/** What a school reads of its evaluator. */
export function scoreAgreementApi(api: Api, services: Pick<Services, 'scoreAgreement'>): void {
  api.get(
    '/school/evaluator',
    {
      schema: {
        tags,
        summary: 'How far the evaluator and the people of my school agree, and whether that changes',
        response: { 200: scoreAgreement, ...failures },
      },
      config: { access: 'view school analytics' },
    },
    async (request) => toScoreAgreementBody(await services.scoreAgreement.ofSchool(actorOf(request))),
  );
}
