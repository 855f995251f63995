import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';
import { DIRECTORY_STATES } from '../../domain/people/directory-state.ts';
import { MANAGED_ROLES, type ManagedRole } from '../../domain/people/person-fields.ts';
import type { PeopleWishes } from '../../services/people/people.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { toFields } from '../forms/person-fields.ts';
import { originOf } from '../origin.ts';
import { LinkPage } from '../pages/people/link.page.tsx';
import { PeoplePage, slugOf } from '../pages/people/people.page.tsx';
import { PersonPage } from '../pages/people/person.page.tsx';
import { type PersonForm, PersonFormPage } from '../pages/people/person-form.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

export const ADMINISTER = { config: { access: 'administer the school' as const } };

type Used = Pick<Services, 'people' | 'personEditing'>;

/** The people of a school: the list, one person, new ones, changes, and shutting an account. */
export function peopleRoutes(app: FastifyInstance, services: Used): void {
  app.get('/school/people', ADMINISTER, async (request, reply) => {
    const view = await services.people.list(actorOf(request), wishesIn(request.query));
    return sendPage(request, reply, <PeoplePage view={view} />);
  });

  app.get('/school/people/new', ADMINISTER, async (request, reply) => {
    const form = await newForm(request, services, fieldsOf(request.query));
    return sendPage(request, reply, <PersonFormPage form={{ ...form, sent: {} }} />);
  });

  app.post('/school/people/new', ADMINISTER, async (request, reply) => {
    const form = await newForm(request, services, fieldsOf(request.body));
    const saved = await services.personEditing.create(actorOf(request), form.role, form.sent, form.child?.id);
    if (saved.ok) return reply.redirect(`/school/people/${saved.id}`, 303);
    return sendPage(request, reply.code(400), <PersonFormPage form={{ ...form, problems: saved.problems }} />);
  });

  app.get('/school/people/:id', { config: { ...ADMINISTER.config, showsPupil: true } }, async (request, reply) => {
    const view = await services.people.person(actorOf(request), idIn(request.params, 'person'));
    return sendPage(request, reply, <PersonPage view={view} />);
  });

  editRoutes(app, services);
  accountRoutes(app, services);
}

function editRoutes(app: FastifyInstance, services: Used): void {
  const formOf = async (request: FastifyRequest): Promise<PersonForm> => {
    const { person } = await services.people.person(actorOf(request), idIn(request.params, 'person'));
    const name = `${person.firstName} ${person.lastName}`;
    return { role: person.role, sent: toFields(person), problems: {}, person: { id: person.id, name }, child: null };
  };

  app.get('/school/people/:id/edit', ADMINISTER, async (request, reply) => {
    return sendPage(request, reply, <PersonFormPage form={await formOf(request)} />);
  });

  app.post('/school/people/:id/edit', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'person');
    const sent = fieldsOf(request.body);
    const saved = await services.personEditing.edit(actorOf(request), id, sent);
    if (saved.ok) return reply.redirect(`/school/people/${id}`, 303);
    const form = { ...(await formOf(request)), sent, problems: saved.problems };
    return sendPage(request, reply.code(400), <PersonFormPage form={form} />);
  });
}

function accountRoutes(app: FastifyInstance, services: Used): void {
  for (const event of ['disable', 'enable'] as const) {
    app.post(`/school/people/:id/${event}`, ADMINISTER, async (request, reply) => {
      const id = idIn(request.params, 'person');
      await services.personEditing[event](actorOf(request), id);
      return reply.redirect(`/school/people/${id}`, 303);
    });
  }

  app.post('/school/people/:id/link', ADMINISTER, async (request, reply) => sendLink(request, reply, services));
}

async function sendLink(request: FastifyRequest, reply: FastifyReply, services: Used): Promise<FastifyReply> {
  const [actor, id] = [actorOf(request), idIn(request.params, 'person')];
  const { token, expiresAt } = await services.personEditing.issueLink(actor, id);
  const { person } = await services.people.person(actor, id);
  const { username } = person;
  const link = { userId: id, name: `${person.firstName} ${person.lastName}`, username, token, expiresAt };
  return sendPage(request, reply, <LinkPage link={link} origin={originOf(request)} />);
}

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const wishes = z.object({
  q: z.string().max(200).catch(''),
  role: z.string().max(40).catch(''),
  class: id.optional().catch(undefined),
  state: z.enum(DIRECTORY_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What is looked for; a wish that cannot be read is none. */
export function wishesIn(query: unknown): PeopleWishes {
  const { q, role, class: classId, state, page } = wishes.parse(query ?? {});
  return { search: q, role: roleIn(role), classId, state, page };
}

function roleIn(slug: string | undefined): ManagedRole | undefined {
  return MANAGED_ROLES.find((role) => slugOf(role) === slug);
}

/** An empty form for somebody new; the child of a new parent is one of the school. */
async function newForm(request: FastifyRequest, services: Used, sent: PersonForm['sent']): Promise<PersonForm> {
  const role = roleIn(sent.role);
  if (role === undefined) throw notFound('role');
  const form = { role, sent, problems: {}, person: null };
  if (role !== 'parent' || !sent.child) return { ...form, child: null };
  const read = id.safeParse(sent.child);
  if (!read.success) throw notFound('pupil');
  const { person } = await services.people.person(actorOf(request), read.data);
  return { ...form, child: { id: person.id, name: `${person.firstName} ${person.lastName}` } };
}
