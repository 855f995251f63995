import type { z } from 'zod';
import type { Actor } from '../../../domain/access/permission-matrix.ts';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import type { LessonWish } from '../../../services/lessons/lessons.service.ts';
import {
  extension,
  newLesson,
  pause,
  plannedLesson,
  reach,
  replannedLesson,
  scheduledLesson,
} from '../../../shared/classroom.ts';
import { lessonWall } from '../../../shared/lesson-wall.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toPlannedLessonView } from '../../presenters/planned-lesson.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['classroom'];
const give = { access: 'give a lesson' } as const;
const answers = { params: idParams, response: { 200: plannedLesson, ...failures } };

/** Lessons as class managers plan and start them. */
export function lessonPlanningApi(api: Api, services: Services): void {
  const { lessonPlanning } = services;

  api.get(
    '/classroom/lessons',
    {
      schema: {
        tags,
        summary: 'Lessons of my classes that are planned or under way',
        response: { 200: plannedLesson.array(), ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request) => (await lessonPlanning.listAhead(actorOf(request))).map(toPlannedLessonView),
  );

  api.get(
    '/classroom/lessons/:id',
    { schema: { tags, summary: 'A lesson of my classes', ...answers }, config: { access: 'view class analytics' } },
    async (request) => toPlannedLessonView(await lessonPlanning.getLesson(actorOf(request), request.params.id)),
  );

  api.post(
    '/classroom/lessons',
    {
      schema: {
        tags,
        summary: 'Plan a lesson, or begin one now',
        description:
          'Without `startAt` it begins at once. Whom it cannot take is named in `leftOut`, and the rest goes ahead.',
        body: newLesson,
        response: { 201: scheduledLesson, ...failures },
      },
      config: give,
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { type, classId = await onlyClass(services, actor), ...wish } = request.body;
      const { lesson, clashes } = await lessonPlanning.createLesson(actor, { type, classId, ...toWish(wish) });
      return reply.code(201).send({ ...toPlannedLessonView(lesson), clashes: clashes.map(({ id }) => id) });
    },
  );
}

/** Lessons that were planned: planned anew, begun, called off. */
export function plannedLessonApi(api: Api, { lessonPlanning }: Services): void {
  api.put(
    '/classroom/lessons/:id',
    {
      schema: {
        tags,
        summary: 'Plan a lesson anew that has not begun',
        params: idParams,
        body: replannedLesson,
        response: { 200: scheduledLesson, ...failures },
      },
      config: give,
    },
    async (request) => {
      const { lesson, clashes } = await lessonPlanning.replanLesson(
        actorOf(request),
        request.params.id,
        toWish(request.body),
      );
      return { ...toPlannedLessonView(lesson), clashes: clashes.map(({ id }) => id) };
    },
  );

  api.post(
    '/classroom/lessons/:id/start',
    { schema: { tags, summary: 'Begin a lesson that was planned', ...answers }, config: give },
    async (request) => toPlannedLessonView(await lessonPlanning.startLesson(actorOf(request), request.params.id)),
  );

  api.post(
    '/classroom/lessons/:id/cancel',
    { schema: { tags, summary: 'Call off a lesson that has not begun', ...answers }, config: give },
    async (request) => toPlannedLessonView(await lessonPlanning.cancelLesson(actorOf(request), request.params.id)),
  );
}

/** Lessons that run. */
export function runningLessonApi(api: Api, { runningLessons, lessonWall: walls }: Services): void {
  api.get(
    '/classroom/lessons/:id/wall',
    {
      schema: {
        tags,
        summary: 'Who is in a lesson and needs a person, whoever needs one most first',
        params: idParams,
        response: { 200: lessonWall, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    (request) => walls.wallOf(actorOf(request), request.params.id),
  );

  api.post(
    '/classroom/lessons/:id/pause',
    { schema: { tags, summary: 'Pause a lesson, or one session of it', body: pause, ...answers }, config: give },
    async (request) => {
      const { sessionId, eyesUp = false } = request.body ?? {};
      return toPlannedLessonView(
        await runningLessons.pause(actorOf(request), request.params.id, { sessionId, eyesUp }),
      );
    },
  );

  api.post(
    '/classroom/lessons/:id/resume',
    { schema: { tags, summary: 'Go on with a lesson, or one session of it', body: reach, ...answers }, config: give },
    async (request) =>
      toPlannedLessonView(await runningLessons.resume(actorOf(request), request.params.id, request.body ?? {})),
  );

  api.post(
    '/classroom/lessons/:id/stop',
    { schema: { tags, summary: 'End a lesson, or one session of it', body: reach, ...answers }, config: give },
    async (request) =>
      toPlannedLessonView(await runningLessons.stop(actorOf(request), request.params.id, request.body ?? {})),
  );

  api.post(
    '/classroom/lessons/:id/extend',
    { schema: { tags, summary: 'Move the end of a lesson', body: extension, ...answers }, config: give },
    async (request) =>
      toPlannedLessonView(await runningLessons.extend(actorOf(request), request.params.id, request.body.minutes)),
  );
}

function toWish({
  startAt,
  learningUnitNames: unitNames,
  groups,
  ...wish
}: z.infer<typeof replannedLesson>): Omit<LessonWish, 'classId' | 'type'> {
  return {
    ...wish,
    unitNames,
    startAt: startAt === undefined ? undefined : Date.parse(startAt),
    groups: groups?.map((group) => (Array.isArray(group) ? { studentIds: group } : group)),
  };
}

/** The class of a class manager who has one. Throws `invalid-input` where it has to be said. */
async function onlyClass({ lessonPlanning }: Services, actor: Actor): Promise<number> {
  const classes = await lessonPlanning.ownClasses(actor);
  const [only, ...others] = classes;
  if (only && others.length === 0) return only.id;
  const allowed = classes.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw invalidInput('Which class the lesson is for has to be said.', { classId: allowed || 'a class of yours' });
}
