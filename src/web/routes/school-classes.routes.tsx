import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { JoinResult } from '../../services/people/school-classes.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf, idsOf } from '../forms/fields.ts';
import { originOf } from '../origin.ts';
import { CardsPage } from '../pages/people/cards.page.tsx';
import { type ClassProblem, SchoolClassPage } from '../pages/people/school-class.page.tsx';
import { ClassFormPage, SchoolClassesPage } from '../pages/people/school-classes.page.tsx';
import { tried } from '../refusal.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';
import { ADMINISTER } from './people.routes.tsx';
import { numberIn } from './pupil-place.routes.tsx';

type Used = Pick<Services, 'schoolClasses' | 'classCourses' | 'loginCards'>;

/** The classes of a school. */
export function schoolClassRoutes(app: FastifyInstance, services: Used): void {
  app.get('/school/people/classes', ADMINISTER, async (request, reply) => {
    return sendPage(request, reply, <SchoolClassesPage view={await services.schoolClasses.list(actorOf(request))} />);
  });

  app.get('/school/people/classes/new', ADMINISTER, async (request, reply) => {
    const sent = services.schoolClasses.usual(actorOf(request));
    return sendPage(request, reply, <ClassFormPage form={{ sent, problems: {}, id: null }} />);
  });

  app.post('/school/people/classes/new', ADMINISTER, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const saved = await services.schoolClasses.create(actorOf(request), sent);
    if (saved.ok) return reply.redirect(`/school/people/classes/${saved.id}`, 303);
    return sendPage(request, reply.code(400), <ClassFormPage form={{ sent, problems: saved.problems, id: null }} />);
  });

  app.get('/school/people/classes/:id', ADMINISTER, async (request, reply) => sendClass(request, reply, services));

  app.get('/school/people/classes/:id/edit', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    const { one } = await services.schoolClasses.page(actorOf(request), id);
    const sent = {
      ...one,
      year: String(one.year),
      capacity: String(one.capacity),
      id: undefined,
      archivedAt: undefined,
    };
    return sendPage(request, reply, <ClassFormPage form={{ sent, problems: {}, id }} />);
  });

  app.post('/school/people/classes/:id/edit', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    const sent = fieldsOf(request.body);
    const saved = await services.schoolClasses.edit(actorOf(request), id, sent);
    if (saved.ok) return reply.redirect(`/school/people/classes/${id}`, 303);
    return sendPage(request, reply.code(400), <ClassFormPage form={{ sent, problems: saved.problems, id }} />);
  });

  for (const event of ['archive', 'restore'] as const) {
    app.post(`/school/people/classes/:id/${event}`, ADMINISTER, async (request, reply) => {
      const id = idIn(request.params, 'class');
      await services.schoolClasses[event](actorOf(request), id);
      return reply.redirect(`/school/people/classes/${id}`, 303);
    });
  }
  membershipRoutes(app, services);
}

function membershipRoutes(app: FastifyInstance, services: Used): void {
  const { schoolClasses, classCourses, loginCards } = services;
  const classAt = (id: number, anchor = '') => `/school/people/classes/${id}${anchor}`;

  app.post('/school/people/classes/:id/join', ADMINISTER, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'class')];
    const chosen = idsOf(request.body, 'pupil');
    return withChosen(request, reply, services, chosen, async () => {
      const joined = await schoolClasses.join(actor, id, chosen, isKnowing(request));
      return afterJoin(request, reply, services, { joined, chosen, goTo: id, event: 'join', fields: {} });
    });
  });

  app.post('/school/people/classes/:id/move', ADMINISTER, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'class')];
    const chosen = await chosenIn(request, services);
    return withChosen(request, reply, services, chosen, async () => {
      const to = numberIn(request.body, 'to', 'class');
      const joined = await schoolClasses.move(actor, { from: id, to }, chosen, isKnowing(request));
      const fields = { to: String(to) };
      return afterJoin(request, reply, services, { joined, chosen, goTo: to, event: 'move', fields });
    });
  });

  app.post('/school/people/classes/:id/courses', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    const chosen = await chosenIn(request, services);
    return withChosen(request, reply, services, chosen, async () => {
      await classCourses.enrol(actorOf(request), id, numberIn(request.body, 'course', 'course'), chosen);
      return reply.redirect(classAt(id, '#courses'), 303);
    });
  });

  app.post('/school/people/classes/:id/courses/withdraw', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    return orAgain(request, reply, services, [], async () => {
      await classCourses.withdraw(actorOf(request), id, numberIn(request.body, 'course', 'course'));
      return reply.redirect(classAt(id, '#courses'), 303);
    });
  });

  app.post('/school/people/classes/:id/leave', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    const chosen = await chosenIn(request, services);
    return withChosen(request, reply, services, chosen, async () => {
      await schoolClasses.leave(actorOf(request), id, chosen);
      return reply.redirect(classAt(id), 303);
    });
  });

  app.post('/school/people/classes/:id/managers', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'class');
    return orAgain(request, reply, services, [], async () => {
      await schoolClasses.setManagers(actorOf(request), id, idsOf(request.body, 'manager'));
      return reply.redirect(classAt(id), 303);
    });
  });

  for (const kind of ['link', 'card'] as const) {
    app.post(`/school/people/classes/:id/cards/${kind}`, ADMINISTER, async (request, reply) => {
      const classId = idIn(request.params, 'class');
      const userIds = await chosenIn(request, services);
      return withChosen(request, reply, services, userIds, async () => {
        const sheet = await loginCards.print(actorOf(request), kind, { classId, userIds });
        const page = <CardsPage sheet={sheet} origin={originOf(request)} back={classAt(classId)} />;
        return sendPage(request, reply, page);
      });
    });
  }
}

const isKnowing = (request: FastifyRequest): boolean => fieldsOf(request.body).knowingly === 'yes';

/** The pupils who were ticked, or the whole class. */
async function chosenIn(request: FastifyRequest, { schoolClasses }: Used): Promise<number[]> {
  const { members } = await schoolClasses.page(actorOf(request), idIn(request.params, 'class'));
  if (fieldsOf(request.body).everybody === 'yes') return members.map(({ userId }) => userId);
  return idsOf(request.body, 'pupil');
}

interface Joining {
  joined: JoinResult;
  chosen: number[];
  goTo: number;
  event: 'join' | 'move';
  /** To send again when it is done knowingly. */
  fields: Record<string, string>;
}

/** On to the class, or back with the question whether it may be more than it has places for. */
async function afterJoin(request: FastifyRequest, reply: FastifyReply, services: Used, joining: Joining) {
  const { joined, chosen, goTo, event, fields } = joining;
  if (joined.ok) return reply.redirect(`/school/people/classes/${goTo}`, 303);
  const action = `/school/people/classes/${idIn(request.params, 'class')}/${event}`;
  return sendClass(request, reply.code(409), services, { chosen, full: { ...joined.full, action, fields } });
}

/** Does something with pupils who were chosen, or shows the class again with what is in the way and the same ticks. */
async function withChosen(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  chosen: readonly number[],
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  if (chosen.length > 0) return orAgain(request, reply, services, chosen, work);
  const problem = pageContextOf(request).t.people.chooseSome;
  return sendClass(request, reply.code(400), services, { chosen, problem });
}

async function orAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  chosen: readonly number[],
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const done = await tried(work);
  if (done.ok) return done.value;
  const { status, message } = done.refusal;
  return sendClass(request, reply.code(status), services, { chosen, problem: message, isStale: true });
}

const classQuery = z.object({ free: z.string().max(100).catch('') });

async function sendClass(request: FastifyRequest, reply: FastifyReply, services: Used, problem?: ClassProblem) {
  const { free } = classQuery.parse(request.query);
  const view = await services.schoolClasses.page(actorOf(request), idIn(request.params, 'class'), free);
  return sendPage(request, reply, <SchoolClassPage view={view} {...(problem ? { problem } : {})} />);
}
