import type { FastifyInstance } from 'fastify';
import { actorOf } from '../access.ts';
import { CoursePage } from '../pages/course.page.tsx';
import { CoursesPage } from '../pages/courses.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

/** The pupil's courses. */
export function courseRoutes(app: FastifyInstance, services: Pick<Services, 'courses'>): void {
  const own = { config: { access: 'view own progress' as const } };

  app.get('/courses', own, async (request, reply) => {
    return sendPage(request, reply, <CoursesPage courses={await services.courses.listOwn(actorOf(request))} />);
  });

  app.get('/courses/:id', own, async (request, reply) => {
    const view = await services.courses.getOwn(actorOf(request), idIn(request.params, 'course'));
    return sendPage(request, reply, <CoursePage view={view} />);
  });
}
