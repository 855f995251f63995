import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';
import type { Services } from '../services.ts';

const params = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Pictures of questions, by the hash of their content: whoever knows the hash has seen the question. They never change. */
export function figureRoutes(app: FastifyInstance, services: Pick<Services, 'banks'>): void {
  app.get('/figures/:hash', { config: { access: 'anyone logged in' } }, async (request, reply) => {
    const read = params.safeParse(request.params);
    const figure = read.success ? await services.banks.findFigure(read.data.hash) : undefined;
    if (!figure) throw notFound('picture');
    return reply
      .type(figure.mediaType)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(figure.content));
  });
}
