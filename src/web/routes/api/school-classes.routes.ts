import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, invalidInput } from '../../../domain/errors/app-error.ts';
import type { JoinResult, SavedClass } from '../../../services/people/school-classes.service.ts';
import { idParams } from '../../../shared/paging.ts';
import {
  classCourseList,
  classCourseParams,
  enrolling,
  joining,
  leaving,
  managing,
  moving,
  schoolClass,
  schoolClassList,
  writtenClass,
} from '../../../shared/people.ts';
import { actorOf } from '../../access.ts';
import { toSchoolClass, toSchoolClassList } from '../../presenters/people.presenter.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['people'];
const administer = { access: 'administer the school' } as const;
const done = { 204: z.null(), ...failures };
const oneClass = { 200: schoolClass, ...failures };

type Used = Pick<Services, 'schoolClasses'>;
type Written = z.infer<typeof writtenClass>;

/** The classes of a school, and who is in them. */
export function schoolClassApi(api: Api, services: Used): void {
  const { schoolClasses } = services;

  api.get(
    '/school/classes',
    {
      schema: { tags, summary: 'The classes of my school', response: { 200: schoolClassList, ...failures } },
      config: administer,
    },
    async (request) => toSchoolClassList(await schoolClasses.list(actorOf(request))),
  );

  api.post(
    '/school/classes',
    {
      schema: { tags, summary: 'Add a class', body: writtenClass, response: { 201: schoolClass, ...failures } },
      config: administer,
    },
    async (request, reply) => {
      const saved = await schoolClasses.create(actorOf(request), toFields(request.body));
      return reply.code(201).send(await savedClass(request, services, saved));
    },
  );

  api.get(
    '/school/classes/:id',
    {
      schema: { tags, summary: 'A class with its pupils', params: idParams, response: oneClass },
      config: administer,
    },
    async (request) => toSchoolClass(await schoolClasses.page(actorOf(request), request.params.id)),
  );

  api.put(
    '/school/classes/:id',
    {
      schema: {
        tags,
        summary: 'Change a class; a new grade moves the mandatory courses of its pupils along',
        params: idParams,
        body: writtenClass,
        response: oneClass,
      },
      config: administer,
    },
    async (request) => {
      const saved = await schoolClasses.edit(actorOf(request), request.params.id, toFields(request.body));
      return savedClass(request, services, saved);
    },
  );

  for (const [event, summary] of [
    ['archive', 'Put a class of an old year away'],
    ['restore', 'Take a class out of the archive'],
  ] as const) {
    api.post(
      `/school/classes/:id/${event}`,
      { schema: { tags, summary, params: idParams, response: done }, config: administer },
      async (request, reply) => {
        await schoolClasses[event](actorOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  }
  membershipApi(api, services);
}

const toFields = ({ name, gradeLevel, year, capacity }: Written) => {
  return { name, gradeLevel, year: String(year), capacity: String(capacity) };
};

/** The class that was saved. Throws what was wrong, by field, where nothing was. */
async function savedClass(request: FastifyRequest, { schoolClasses }: Used, saved: SavedClass) {
  if (saved.ok) return toSchoolClass(await schoolClasses.page(actorOf(request), saved.id));
  const { people: words } = pageContextOf(request).t;
  const fields = Object.entries(saved.problems).map(([name, problem]) => [name, words.classProblem(problem)]);
  throw invalidInput(words.formProblems(fields.length), Object.fromEntries(fields));
}

function membershipApi(api: Api, services: Used): void {
  const { schoolClasses } = services;

  api.post(
    '/school/classes/:id/join',
    {
      schema: { tags, summary: 'Put pupils into a class', params: idParams, body: joining, response: oneClass },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      const { studentIds, knowingly } = request.body;
      requireRoom(request, await schoolClasses.join(actor, id, studentIds, knowingly));
      return toSchoolClass(await schoolClasses.page(actor, id));
    },
  );

  api.post(
    '/school/classes/:id/move',
    {
      schema: {
        tags,
        summary: 'Move pupils to another class; answers with that one',
        params: idParams,
        body: moving,
        response: oneClass,
      },
      config: administer,
    },
    async (request) => {
      const actor = actorOf(request);
      const { studentIds, knowingly, to } = request.body;
      requireRoom(request, await schoolClasses.move(actor, { from: request.params.id, to }, studentIds, knowingly));
      return toSchoolClass(await schoolClasses.page(actor, to));
    },
  );

  api.post(
    '/school/classes/:id/leave',
    {
      schema: { tags, summary: 'Take pupils out of a class', params: idParams, body: leaving, response: oneClass },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      await schoolClasses.leave(actor, id, request.body.studentIds);
      return toSchoolClass(await schoolClasses.page(actor, id));
    },
  );

  api.put(
    '/school/classes/:id/managers',
    {
      schema: {
        tags,
        summary: 'Exactly these look after the class from now on',
        params: idParams,
        body: managing,
        response: oneClass,
      },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      await schoolClasses.setManagers(actor, id, request.body.managerIds);
      return toSchoolClass(await schoolClasses.page(actor, id));
    },
  );
}

/** Throws `class-full`, with the numbers, where the class was not made for so many; `knowingly` lets them in. */
function requireRoom(request: FastifyRequest, joined: JoinResult): void {
  if (joined.ok) return;
  const { would, capacity } = joined.full;
  const said = pageContextOf(request).t.people.fullMore(would, capacity);
  throw new AppError('conflict', 'class-full', said, { details: joined.full });
}

/** Which courses the pupils of a class study besides the mandatory ones of their grade. */
export function classCourseApi(api: Api, { classCourses }: Pick<Services, 'classCourses'>): void {
  api.get(
    '/school/classes/:id/courses',
    {
      schema: {
        tags,
        summary: 'Courses that can be studied, with how many of the class are in each',
        params: idParams,
        response: { 200: classCourseList, ...failures },
      },
      config: administer,
    },
    async (request) => classCourses.list(actorOf(request), request.params.id),
  );

  api.post(
    '/school/classes/:id/courses',
    {
      schema: {
        tags,
        summary: 'Enrol a class in a course, or some of it',
        params: idParams,
        body: enrolling,
        response: { 200: z.object({ enrolled: z.number() }), ...failures },
      },
      config: administer,
    },
    async (request) => {
      const { courseId, studentIds = null } = request.body;
      return { enrolled: await classCourses.enrol(actorOf(request), request.params.id, courseId, studentIds) };
    },
  );

  api.delete(
    '/school/classes/:id/courses/:courseId',
    {
      schema: {
        tags,
        summary: 'Take those of a class out of a course who never touched it',
        params: classCourseParams,
        response: done,
      },
      config: administer,
    },
    async (request, reply) => {
      const { id, courseId } = request.params;
      await classCourses.withdraw(actorOf(request), id, courseId);
      return reply.code(204).send(null);
    },
  );
}
