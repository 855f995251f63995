import type { FastifyInstance } from 'fastify';
import type { Role } from '../../domain/access/permission-matrix.ts';
import { actorOf } from '../access.ts';
import { TodayPage } from '../pages/today.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** Where the others begin. */
const HOMES: Record<Exclude<Role, 'student'>, string> = {
  parent: '/children',
  'class manager': '/class',
  'school manager': '/school',
  'regional supervisor': '/region',
};

/** The first page of whoever is logged in. */
export function todayRoutes(app: FastifyInstance, services: Pick<Services, 'today'>): void {
  app.get('/', { config: { access: 'anyone logged in' } }, async (request, reply) => {
    const actor = actorOf(request);
    if (actor.role !== 'student') return reply.redirect(HOMES[actor.role], 303);
    return sendPage(request, reply, <TodayPage view={await services.today.today(actor)} />);
  });
}
