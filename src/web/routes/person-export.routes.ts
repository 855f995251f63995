import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../access.ts';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

/** Everything that is stored about a pupil as a file: for the pupil, a parent, the school. */
export function personExportRoutes(app: FastifyInstance, { personExport }: Pick<Services, 'personExport'>): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, studentId: number) => {
    const bytes = await personExport.export(actorOf(request), studentId);
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="stored-about-me.zip"')
      .header('cache-control', 'no-store')
      .send(bytes);
  };

  app.get('/profile/export', { config: { access: 'view own progress' } }, async (request, reply) =>
    send(request, reply, actorOf(request).userId),
  );
  app.get('/children/:id/export', { config: { access: 'view child progress' } }, async (request, reply) =>
    send(request, reply, idIn(request.params, 'pupil')),
  );
  app.get('/school/people/:id/export', { config: { access: 'administer the school' } }, async (request, reply) =>
    send(request, reply, idIn(request.params, 'pupil')),
  );
}
