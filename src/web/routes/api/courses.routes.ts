import * as z from 'zod';
import { assignmentInEnglish, unitReasonInEnglish } from '../../../domain/planning/assignment-words.ts';
import { assignment, assignmentQuery, course, prioritizedCourse, progress } from '../../../shared/courses.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toCourseView, toPrioritizedView } from '../../presenters/course.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['courses'];
const own = { access: 'view own progress' } as const;

/** The pupil's own courses, and how far they have come in them. */
export function courseRoutes(api: Api, services: Services): void {
  api.get(
    '/courses',
    {
      schema: { tags, summary: 'My courses', response: { 200: z.array(course), ...failures } },
      config: own,
    },
    async (request) => (await services.progress.ownProgress(actorOf(request))).map(toCourseView),
  );

  api.get(
    '/courses/:id',
    {
      schema: { tags, summary: 'One of my courses', params: idParams, response: { 200: course, ...failures } },
      config: own,
    },
    async (request) => toCourseView(await services.progress.ownCourse(actorOf(request), request.params.id)),
  );

  api.get(
    '/courses/prioritized',
    {
      schema: { tags, summary: 'My courses by urgency', response: { 200: z.array(prioritizedCourse), ...failures } },
      config: own,
    },
    async (request) => (await services.prioritization.prioritizeOwn(actorOf(request))).map(toPrioritizedView),
  );

  api.get(
    '/courses/:id/assignment',
    {
      schema: {
        tags,
        summary: 'Units for a session of so many minutes',
        params: idParams,
        querystring: assignmentQuery,
        response: { 200: assignment, ...failures },
      },
      config: own,
    },
    async (request) => {
      const { minutes } = request.query;
      const { units, totalMinutes, reason } = await services.assignment.assignFor(
        actorOf(request),
        request.params.id,
        minutes,
      );
      return {
        units: units.map((unit) => ({ ...unit, why: unitReasonInEnglish(unit.why) })),
        totalMinutes,
        reason: assignmentInEnglish(reason),
      };
    },
  );

  api.get(
    '/progress',
    {
      schema: { tags, summary: 'How far I have come', response: { 200: progress, ...failures } },
      config: own,
    },
    async (request) => ({ courses: (await services.progress.ownProgress(actorOf(request))).map(toCourseView) }),
  );
}
