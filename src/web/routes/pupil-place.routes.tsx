import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';
import { LONGEST_NOTE } from '../../services/people/guardians.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { originOf } from '../origin.ts';
import { CardsPage } from '../pages/people/cards.page.tsx';
import { PersonPage } from '../pages/people/person.page.tsx';
import { SchoolClassPage } from '../pages/people/school-class.page.tsx';
import { type Refusal, tried } from '../refusal.ts';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';
import { ADMINISTER, wishesIn } from './people.routes.tsx';

type Used = Pick<Services, 'people' | 'guardianships' | 'schoolClasses' | 'loginCards' | 'transfers'>;

/** A pupil's place: parents, a class, a login card, another school. */
export function pupilPlaceRoutes(app: FastifyInstance, services: Used): void {
  guardianRoutes(app, services);
  transferRoutes(app, services);

  app.post('/school/people/:id/classes', ADMINISTER, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'pupil')];
    const classId = Number(fieldsOf(request.body).class);
    const put = await tried(() => services.schoolClasses.join(actor, numberIn(request.body, 'class', 'class'), [id]));
    if (!put.ok) return sendRefused(request, reply, services, put.refusal);
    const joined = put.value;
    if (joined.ok) return reply.redirect(`/school/people/${id}`, 303);
    const full = { ...joined.full, action: `/school/people/classes/${classId}/join`, fields: {} };
    const view = await services.schoolClasses.page(actor, classId);
    return sendPage(request, reply.code(409), <SchoolClassPage view={view} problem={{ chosen: [id], full }} />);
  });

  app.post('/school/people/:id/card', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const sheet = await services.loginCards.printOne(actorOf(request), id);
    const back = `/school/people/${id}`;
    return sendPage(request, reply, <CardsPage sheet={sheet} origin={originOf(request)} back={back} />);
  });

  app.post('/school/people/:id/card/revoke', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    await services.loginCards.revoke(actorOf(request), id);
    return reply.redirect(`/school/people/${id}`, 303);
  });

  app.post('/school/people/cards', ADMINISTER, async (request, reply) => {
    const sheet = await services.loginCards.printNew(actorOf(request), wishesIn(request.body));
    const back = '/school/people?state=no+password';
    return sendPage(request, reply, <CardsPage sheet={sheet} origin={originOf(request)} back={back} />);
  });

  app.post('/school/people/card-policy', ADMINISTER, async (request, reply) => {
    await services.loginCards.setPolicy(actorOf(request), fieldsOf(request.body).allowed === 'yes');
    return reply.redirect('/school/people#card-policy', 303);
  });
}

function guardianRoutes(app: FastifyInstance, services: Used): void {
  app.post('/school/people/:id/guardians', ADMINISTER, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'pupil')];
    const username = fieldsOf(request.body).parent ?? '';
    const linked = await services.guardianships.link(actor, id, username);
    if (linked.ok) return reply.redirect(`/school/people/${id}#guardians`, 303);
    const view = await services.people.person(actor, id);
    const page = <PersonPage view={view} guardianForm={{ link: { username, problem: linked.problem } }} />;
    return sendPage(request, reply.code(400), page);
  });

  const ids = (request: FastifyRequest) => ({
    studentId: idIn(request.params, 'pupil'),
    parentId: numberIn(request.params, 'parentId', 'parent'),
  });
  const back = (reply: FastifyReply, studentId: number) => reply.redirect(`/school/people/${studentId}#guardians`, 303);

  app.post('/school/people/:id/guardian-requests/:requestId/withdraw', ADMINISTER, async (request, reply) => {
    const studentId = idIn(request.params, 'pupil');
    const requestId = numberIn(request.params, 'requestId', 'request');
    await services.guardianships.withdraw(actorOf(request), { studentId, requestId });
    return back(reply, studentId);
  });

  for (const [event, status] of [
    ['verify', 'verified'],
    ['block', 'blocked'],
  ] as const) {
    app.post(`/school/people/:id/guardians/:parentId/${event}`, ADMINISTER, async (request, reply) => {
      const [actor, both] = [actorOf(request), ids(request)];
      const note = (fieldsOf(request.body)[`note-${both.parentId}`] ?? '').trim();
      if (note.length > LONGEST_NOTE) {
        const view = await services.people.person(actor, both.studentId);
        const block = { parentId: both.parentId, note };
        return sendPage(request, reply.code(400), <PersonPage view={view} guardianForm={{ block }} />);
      }
      await services.guardianships.setStatus(actor, both, status, note);
      return back(reply, both.studentId);
    });
  }

  app.post('/school/people/:id/guardians/:parentId/unlink', ADMINISTER, async (request, reply) => {
    await services.guardianships.unlink(actorOf(request), ids(request));
    return back(reply, ids(request).studentId);
  });
}

function transferRoutes(app: FastifyInstance, services: Used): void {
  app.post('/school/people/:id/release', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const released = await tried(() =>
      services.transfers.release(actorOf(request), id, numberIn(request.body, 'school', 'school')),
    );
    if (!released.ok) return sendRefused(request, reply, services, released.refusal);
    return reply.redirect(`/school/people/${id}#transfer`, 303);
  });

  app.post('/school/people/:id/withdraw', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    await services.transfers.withdraw(actorOf(request), id);
    return reply.redirect(`/school/people/${id}`, 303);
  });

  app.post('/school/people/:id/accept', ADMINISTER, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    await services.transfers.accept(actorOf(request), id);
    return reply.redirect(`/school/people/${id}`, 303);
  });

  app.post('/school/people/:id/decline', ADMINISTER, async (request, reply) => {
    await services.transfers.decline(actorOf(request), idIn(request.params, 'pupil'));
    return reply.redirect('/school/people', 303);
  });
}

/** The person again, with what is in the way of what was wished. */
async function sendRefused(
  request: FastifyRequest,
  reply: FastifyReply,
  { people }: Used,
  { status, message }: Refusal,
): Promise<FastifyReply> {
  const view = await people.person(actorOf(request), idIn(request.params, 'pupil'));
  return sendPage(request, reply.code(status), <PersonPage view={view} refused={message} />);
}

const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** An id that was sent under this name. Throws `not-found` for what is no id: nothing can be there. */
export function numberIn(sent: unknown, name: string, what: string): number {
  const read = number.safeParse(fieldsOf(sent)[name]);
  if (!read.success) throw notFound(what);
  return read.data;
}
