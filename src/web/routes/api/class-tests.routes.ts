import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { idParams } from '../../../shared/paging.ts';
import {
  classTestList,
  classTestParams,
  markingQueue,
  markParams,
  moment,
  newMark,
  newRelease,
  newTestSchedule,
  testBoard,
  testChange,
  testDelay,
  testWindow,
} from '../../../shared/tests.ts';
import { actorOf } from '../../access.ts';
import { toClassTest, toQueuedAnswer, toTestBoard } from '../../presenters/test.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['class tests'];
const schedule = { access: 'schedule a test' } as const;
const mark = { access: 'mark and release results' } as const;
const done = { 204: z.null(), ...failures };

type Used = Pick<Services, 'testScheduling' | 'classScheduling' | 'classTests' | 'classMarking'>;

/** NaN for what is none: the service says what is allowed. */
const momentIn = (text: string): number => (moment.safeParse(text).success ? Date.parse(text) : Number.NaN);

const windowOf = ({ date, deadline }: z.infer<typeof testWindow>) => {
  return { date: momentIn(date), deadline: momentIn(deadline) };
};

/** Setting tests and watching them. */
export function classTestApi(api: Api, { testScheduling, classScheduling, classTests }: Used): void {
  const board = async (request: FastifyRequest, { classId, testId }: z.infer<typeof classTestParams>) =>
    toTestBoard(await classTests.board(actorOf(request), classId, testId));

  api.get(
    '/class/tests',
    {
      schema: { tags, summary: 'The tests of my classes', response: { 200: classTestList, ...failures } },
      config: schedule,
    },
    async (request) => (await classTests.list(actorOf(request))).tests.map(toClassTest),
  );

  api.post(
    '/class/tests',
    {
      schema: {
        tags,
        summary: 'Set a test for a class, or for some of it',
        body: newTestSchedule,
        response: { 201: testBoard, ...failures },
      },
      config: schedule,
    },
    async (request, reply) => {
      const { classId, testId, studentIds = null, extraMinutes = 0 } = request.body;
      const wish = { classId, testId, studentIds, extraMinutes, ...windowOf(request.body) };
      await testScheduling.schedule(actorOf(request), wish);
      return reply.code(201).send(await board(request, request.body));
    },
  );

  api.get(
    '/class/tests/:classId/:testId',
    {
      schema: {
        tags,
        summary: 'Who is how far',
        params: classTestParams,
        response: { 200: testBoard, ...failures },
      },
      config: schedule,
    },
    async (request) => board(request, request.params),
  );

  wholeClassApi(api, classScheduling);
  sittingApi(api, testScheduling);
}

function wholeClassApi(api: Api, classScheduling: Used['classScheduling']): void {
  api.put(
    '/class/tests/:classId/:testId',
    {
      schema: {
        tags,
        summary: 'Another time for all who have it before them at the time of the class',
        params: classTestParams,
        body: testWindow,
        response: { 200: z.object({ moved: z.number() }), ...failures },
      },
      config: schedule,
    },
    async (request) => {
      const { classId, testId } = request.params;
      return { moved: await classScheduling.move(actorOf(request), classId, testId, windowOf(request.body)) };
    },
  );

  api.delete(
    '/class/tests/:classId/:testId',
    {
      schema: {
        tags,
        summary: 'Take it away from all who have it before them at the time of the class',
        params: classTestParams,
        response: { 200: z.object({ taken: z.number() }), ...failures },
      },
      config: schedule,
    },
    async (request) => {
      const { classId, testId } = request.params;
      return { taken: await classScheduling.cancel(actorOf(request), classId, testId) };
    },
  );
}

function sittingApi(api: Api, testScheduling: Used['testScheduling']): void {
  api.put(
    '/class/sittings/:id',
    {
      schema: {
        tags,
        summary: 'Another time before it begins, or more minutes',
        params: idParams,
        body: testChange,
        response: done,
      },
      config: schedule,
    },
    async (request, reply) => {
      const { extraMinutes } = request.body;
      await testScheduling.change(actorOf(request), request.params.id, { ...windowOf(request.body), extraMinutes });
      return reply.code(204).send(null);
    },
  );

  api.delete(
    '/class/sittings/:id',
    { schema: { tags, summary: 'Take it away before it begins', params: idParams, response: done }, config: schedule },
    async (request, reply) => {
      await testScheduling.cancel(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  api.post(
    '/class/sittings/:id/delay',
    {
      schema: { tags, summary: 'A later time, with the reason', params: idParams, body: testDelay, response: done },
      config: schedule,
    },
    async (request, reply) => {
      const { reason } = request.body;
      await testScheduling.delay(actorOf(request), request.params.id, { ...windowOf(request.body), reason });
      return reply.code(204).send(null);
    },
  );

  api.post(
    '/class/sittings/:id/resit',
    {
      schema: {
        tags,
        summary: 'Allow another sitting',
        params: idParams,
        body: testWindow,
        response: { 201: z.object({ sitting: z.number() }), ...failures },
      },
      config: schedule,
    },
    async (request, reply) => {
      const sitting = await testScheduling.allowResit(actorOf(request), request.params.id, windowOf(request.body));
      return reply.code(201).send({ sitting });
    },
  );
}

/** Marking what waits for a person, and releasing results. */
export function markingApi(api: Api, { classMarking, classTests }: Used): void {
  api.get(
    '/class/marking',
    {
      schema: { tags, summary: 'Answers that wait for me', response: { 200: markingQueue, ...failures } },
      config: mark,
    },
    async (request) => {
      const { answers, waiting } = await classMarking.queue(actorOf(request));
      return { waiting, answers: answers.map(toQueuedAnswer) };
    },
  );

  api.put(
    '/class/sittings/:id/answers/:position/mark',
    {
      schema: { tags, summary: 'Give a mark, or change one', params: markParams, body: newMark, response: done },
      config: mark,
    },
    async (request, reply) => {
      const { id, position } = request.params;
      const { share, comment = '', reason = '' } = request.body;
      await classMarking.mark(actorOf(request), id, position, { share, comment, reason });
      return reply.code(204).send(null);
    },
  );

  api.post(
    '/class/tests/:classId/:testId/release',
    {
      schema: {
        tags,
        summary: 'Release results: these, or all that are marked',
        params: classTestParams,
        body: newRelease,
        response: { 200: z.object({ released: z.number() }), ...failures },
      },
      config: mark,
    },
    async (request) => {
      const { classId, testId } = request.params;
      const { sittingIds = null } = request.body;
      return { released: await classTests.release(actorOf(request), classId, testId, sittingIds) };
    },
  );
}
