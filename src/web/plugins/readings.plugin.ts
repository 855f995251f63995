import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';

/**
 * Whoever opens the page of a pupil is written down before it is sent: a page that could not be written down is not shown. Routes
 * say `showsPupil` where their `:id` is the pupil.
 */
export function registerReadings(app: FastifyInstance, { readings }: Pick<Services, 'readings'>): void {
  app.addHook('onSend', async ({ actor, routeOptions, params, method }, reply) => {
    if (!actor || !routeOptions.config.showsPupil || reply.statusCode !== 200 || method === 'HEAD') return;
    const { id } = params as { id: string | number };
    await readings.noteView(actor, Number(id));
  });
}
