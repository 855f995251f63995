import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { InvalidSittingStateError } from '../../../domain/assessment/sitting.errors.ts';
import { idParams } from '../../../shared/paging.ts';
import { newAnswers, newReflection, savedAnswers, testDesk, testReview } from '../../../shared/tests.ts';
import { actorOf } from '../../access.ts';
import { toSavedAnswers, toTestDesk, toTestReview } from '../../presenters/test.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['tests'];
const config = { access: 'take a test' } as const;

/** Taking a test: what it shows now, beginning, saving, handing in. */
export function testApi(api: Api, { testTaking }: Pick<Services, 'testTaking'>): void {
  const desk = { params: idParams, response: { 200: testDesk, ...failures } };
  const show = async (request: FastifyRequest, id: number) => toTestDesk(await testTaking.desk(actorOf(request), id));

  api.get(
    '/tests/:id',
    { schema: { tags, summary: 'A test of mine, with its questions while it is under way', ...desk }, config },
    async (request) => show(request, request.params.id),
  );

  api.post(
    '/tests/:id/begin',
    { schema: { tags, summary: 'Begin; the time runs from now on', ...desk }, config },
    async (request) => {
      await testTaking.begin(actorOf(request), request.params.id);
      return show(request, request.params.id);
    },
  );

  api.put(
    '/tests/:id/answers',
    {
      schema: {
        tags,
        summary: 'Save answers; repeated, late or out of order they change nothing',
        params: idParams,
        body: newAnswers,
        response: { 200: savedAnswers, ...failures },
      },
      config,
    },
    async (request) => toSavedAnswers(await testTaking.save(actorOf(request), request.params.id, request.body)),
  );

  api.post(
    '/tests/:id/submit',
    { schema: { tags, summary: 'Hand in what is saved', ...desk }, config },
    async (request) => {
      await testTaking.submit(actorOf(request), request.params.id);
      return show(request, request.params.id);
    },
  );
}

/** After a test: how it felt, and the review. */
export function testResultApi(api: Api, { testTaking }: Pick<Services, 'testTaking'>): void {
  api.post(
    '/tests/:id/reflection',
    {
      schema: {
        tags,
        summary: 'Say how it felt, after handing in and again at the review',
        params: idParams,
        body: newReflection,
        response: { 204: z.null(), ...failures },
      },
      config,
    },
    async (request, reply) => {
      await testTaking.reflect(actorOf(request), request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );

  api.get(
    '/tests/:id/review',
    {
      schema: {
        tags,
        summary: 'The result with the right answers, once it is released',
        params: idParams,
        response: { 200: testReview, ...failures },
      },
      config,
    },
    async (request) => {
      const found = await testTaking.desk(actorOf(request), request.params.id);
      const review = found.shows === 'handed in' ? found.review : null;
      if (review === null) throw new InvalidSittingStateError(found.state, 'This result is not released yet.');
      return toTestReview(found, review);
    },
  );
}
