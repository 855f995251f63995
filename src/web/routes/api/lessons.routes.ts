import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { childSessionParams } from '../../../shared/family.ts';
import { lesson, pastLessons } from '../../../shared/lessons.ts';
import { idParams, pageQuery } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toLessonView, toPastLessonView } from '../../presenters/lesson.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';
import { linkNext } from './link-next.ts';

const tags = ['lessons'];
const description = 'Older ones are named in the `Link` header (rel="next").';
const answers = { 200: pastLessons, ...failures };
const oneLesson = { 200: lesson, ...failures };

/** Lessons at school that are over: for the pupil, the parents, and staff, each as far as they may read. */
export function lessonApi(api: Api, { schoolHours }: Pick<Services, 'schoolHours'>): void {
  const list = async (
    request: FastifyRequest,
    reply: FastifyReply,
    studentId: number,
    { before, limit }: z.infer<typeof pageQuery>,
  ) => {
    const page = await schoolHours.overview(actorOf(request), studentId, before, limit);
    linkNext(request, reply, page.before);
    return page.sessions.map(toPastLessonView);
  };
  const read = async (request: FastifyRequest, studentId: number, sessionId: number) =>
    toLessonView(await schoolHours.session(actorOf(request), studentId, sessionId));

  const own = { access: 'view own progress' } as const;
  api.get(
    '/lessons',
    {
      schema: {
        tags,
        summary: 'My lessons at school, the newest first',
        description,
        querystring: pageQuery,
        response: answers,
      },
      config: own,
    },
    (request, reply) => list(request, reply, actorOf(request).userId, request.query),
  );
  api.get(
    '/lessons/:id',
    { schema: { tags, summary: 'A lesson of mine', params: idParams, response: oneLesson }, config: own },
    (request) => read(request, actorOf(request).userId, request.params.id),
  );

  for (const [base, who, access] of [
    ['/children', 'a child', 'view child progress'],
    ['/class/students', 'a pupil', 'view a pupil'],
  ] as const) {
    api.get(
      `${base}/:id/lessons`,
      {
        schema: {
          tags,
          summary: `Lessons at school of ${who}, the newest first`,
          description,
          params: idParams,
          querystring: pageQuery,
          response: answers,
        },
        config: access === 'view a pupil' ? { access, showsPupil: true } : { access },
      },
      (request, reply) => list(request, reply, request.params.id, request.query),
    );
    api.get(
      `${base}/:id/lessons/:sessionId`,
      {
        schema: {
          tags,
          summary: `A lesson of ${who}; reading what was said is noted in the audit log`,
          params: childSessionParams,
          response: oneLesson,
        },
        config: access === 'view a pupil' ? { access, showsPupil: true } : { access },
      },
      (request) => read(request, request.params.id, request.params.sessionId),
    );
  }
}
