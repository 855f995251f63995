import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, invalidInput } from '../../../domain/errors/app-error.ts';
import type { PersonProblems } from '../../../domain/people/person-fields.ts';
import type { Saved } from '../../../services/people/person-editing.service.ts';
import { idParams } from '../../../shared/paging.ts';
import {
  guardianChange,
  guardianParams,
  guardians,
  newGuardian,
  newPerson,
  oneTimeLink,
  peopleList,
  peopleQuery,
  person,
  personChange,
  release,
} from '../../../shared/people.ts';
import { actorOf } from '../../access.ts';
import { changedFields, toFields } from '../../forms/person-fields.ts';
import { originOf } from '../../origin.ts';
import { toPeopleList, toPerson } from '../../presenters/people.presenter.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['people'];
const administer = { access: 'administer the school' } as const;
const done = { 204: z.null(), ...failures };
const onePerson = { 200: person, ...failures };

type Used = Pick<Services, 'people' | 'personEditing' | 'guardianships' | 'transfers'>;

/** The people of a school: who there is, new ones, changes, and shutting an account. */
export function peopleApi(api: Api, services: Used): void {
  const { people, personEditing } = services;

  api.get(
    '/school/people',
    {
      schema: {
        tags,
        summary: 'The people of my school, by last name',
        querystring: peopleQuery,
        response: { 200: peopleList, ...failures },
      },
      config: administer,
    },
    async (request) => {
      const { q: search, ...wishes } = request.query;
      return toPeopleList(await people.list(actorOf(request), { search, ...wishes }));
    },
  );

  api.post(
    '/school/people',
    {
      schema: {
        tags,
        summary: 'Make an account, without a password',
        body: newPerson,
        response: { 201: person, ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      const { role, childId, ...written } = request.body;
      const saved = await personEditing.create(actorOf(request), role, changedFields(written), childId);
      return reply.code(201).send(await savedPerson(request, services, saved));
    },
  );

  api.get(
    '/school/people/:id',
    {
      schema: { tags, summary: 'One person', params: idParams, response: onePerson },
      config: { ...administer, showsPupil: true },
    },
    async (request) => toPerson(await people.person(actorOf(request), request.params.id)),
  );

  api.patch(
    '/school/people/:id',
    {
      schema: {
        tags,
        summary: 'Change a person; what is not named stays',
        params: idParams,
        body: personChange,
        response: onePerson,
      },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      const before = toFields((await people.person(actor, id)).person);
      const saved = await personEditing.edit(actor, id, { ...before, ...changedFields(request.body) });
      return savedPerson(request, services, saved);
    },
  );

  accountApi(api, services);
  guardianApi(api, services);
  releaseApi(api, services);
}

/** The person who was saved. Throws what was wrong, by field, where nothing was. */
async function savedPerson(request: FastifyRequest, { people }: Pick<Used, 'people'>, saved: Saved) {
  if (!saved.ok) throw refusedPerson(request, saved.problems);
  return toPerson(await people.person(actorOf(request), saved.id));
}

function refusedPerson(request: FastifyRequest, problems: PersonProblems): AppError {
  const { people: words } = pageContextOf(request).t;
  const fields = Object.entries(problems).map(([name, problem]) => [
    name.replace(/^street(\d)$/, 'addresses.$1').replace(/^(city|postalCode)(\d)$/, 'addresses.$2.$1'),
    words.problem(problem),
  ]);
  return invalidInput(words.formProblems(fields.length), Object.fromEntries(fields));
}

function accountApi(api: Api, { people, personEditing }: Used): void {
  for (const [event, summary] of [
    ['disable', 'Shut an account at once'],
    ['enable', 'Open an account again'],
  ] as const) {
    api.post(
      `/school/people/:id/${event}`,
      { schema: { tags, summary, params: idParams, response: onePerson }, config: administer },
      async (request) => {
        await personEditing[event](actorOf(request), request.params.id);
        return toPerson(await people.person(actorOf(request), request.params.id));
      },
    );
  }

  api.post(
    '/school/people/:id/one-time-link',
    {
      schema: {
        tags,
        summary: 'A link with which the person sets a password; an older one stops working',
        params: idParams,
        response: { 201: oneTimeLink, ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      const { token, expiresAt } = await personEditing.issueLink(actorOf(request), request.params.id);
      const url = `${originOf(request)}/welcome/${token}`;
      return reply.code(201).send({ url, expiresAt: new Date(expiresAt).toISOString() });
    },
  );
}

function guardianApi(api: Api, { people, guardianships }: Used): void {
  api.post(
    '/school/people/:id/guardians',
    {
      schema: {
        tags,
        summary: 'Link a parent of the school to a pupil (201); for any other username a request is left (202)',
        params: idParams,
        body: newGuardian,
        response: { 201: guardians, 202: guardians, ...failures },
      },
      config: administer,
    },
    async (request, reply) => {
      const [actor, { id }] = [actorOf(request), request.params];
      const linked = await guardianships.link(actor, id, request.body.username);
      if (!linked.ok) {
        const said = pageContextOf(request).t.people.linkProblems[linked.problem];
        if (linked.problem === 'length') throw invalidInput(said, { username: said });
        throw new AppError('conflict', 'linked-already', said);
      }
      return reply.code(linked.asked ? 202 : 201).send(toPerson(await people.person(actor, id)).guardians);
    },
  );

  api.put(
    '/school/people/:id/guardians/:parentId',
    {
      schema: {
        tags,
        summary: 'Verify a parent, or block one',
        params: guardianParams,
        body: guardianChange,
        response: done,
      },
      config: administer,
    },
    async (request, reply) => {
      const { id: studentId, parentId } = request.params;
      const { status, note } = request.body;
      await guardianships.setStatus(actorOf(request), { studentId, parentId }, status, note);
      return reply.code(204).send(null);
    },
  );

  api.delete(
    '/school/people/:id/guardians/:parentId',
    {
      schema: { tags, summary: 'Take away a link that was a mistake', params: guardianParams, response: done },
      config: administer,
    },
    async (request, reply) => {
      const { id: studentId, parentId } = request.params;
      await guardianships.unlink(actorOf(request), { studentId, parentId });
      return reply.code(204).send(null);
    },
  );
}

function releaseApi(api: Api, { people, transfers }: Used): void {
  api.post(
    '/school/people/:id/release',
    {
      schema: {
        tags,
        summary: 'Release a pupil to another school',
        params: idParams,
        body: release,
        response: onePerson,
      },
      config: administer,
    },
    async (request) => {
      const [actor, { id }] = [actorOf(request), request.params];
      await transfers.release(actor, id, request.body.schoolId);
      return toPerson(await people.person(actor, id));
    },
  );

  for (const [event, summary] of [
    ['withdraw', 'Take a release back'],
    ['decline', 'Leave a pupil where they are who was released to my school'],
  ] as const) {
    api.post(
      `/school/people/:id/${event}`,
      { schema: { tags, summary, params: idParams, response: done }, config: administer },
      async (request, reply) => {
        await transfers[event](actorOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  }

  api.post(
    '/school/people/:id/accept',
    {
      schema: { tags, summary: 'Take a pupil in who was released to my school', params: idParams, response: onePerson },
      config: administer,
    },
    async (request) => {
      await transfers.accept(actorOf(request), request.params.id);
      return toPerson(await people.person(actorOf(request), request.params.id));
    },
  );
}
