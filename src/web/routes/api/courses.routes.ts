import * as z from 'zod';
import { planChangeInEnglish } from '../../../domain/planning/plan-change-words.ts';
import {
  assignment,
  assignmentQuery,
  course,
  prioritizedCourse,
  progress,
  whatIf,
  whatIfQuery,
} from '../../../shared/courses.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import {
  toAssignmentView,
  toCourseView,
  toPrioritizedView,
  toStudyPlanView,
} from '../../presenters/course.presenter.ts';
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
      return toAssignmentView(await services.assignment.assignFor(actorOf(request), request.params.id, minutes));
    },
  );

  api.get(
    '/study-plan',
    {
      schema: {
        tags,
        summary: 'My plan, and what it would be with a test on another day or another time',
        querystring: whatIfQuery,
        response: { 200: whatIf, ...failures },
      },
      config: own,
    },
    async (request) => {
      const { course: courseId, minutes, test: sittingId, date: day } = request.query;
      const view = await services.whatIf.whatIf(actorOf(request), { courseId, minutes, move: { sittingId, day } });
      return {
        planned: toStudyPlanView(view.planned),
        imagined: view.imagined && toStudyPlanView(view.imagined),
        changes: view.changes.map(planChangeInEnglish),
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
