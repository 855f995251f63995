import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../domain/errors/app-error.ts';
import { AI_TABLES, type SchoolAi } from '../../services/analytics/school-ai.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { SchoolAiPage } from '../pages/analytics/school-ai.page.tsx';
import { aiColumns } from '../presenters/school-ai.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { wishIn } from './days-wish.ts';

const doneQuery = z.object({ saved: z.coerce.number().int().min(0).max(9).optional().catch(undefined) });

/** What a school used of the configured models, and the same as files. */
export function schoolAiRoutes(
  app: FastifyInstance,
  { schoolAi, aiLimits }: Pick<Services, 'schoolAi' | 'aiLimits'>,
): void {
  const look = { config: { access: 'view school analytics' as const } };

  app.get('/school/ai', look, async (request, reply) => {
    let view: SchoolAi | null = null;
    try {
      view = await schoolAi.ofSchool(actorOf(request), wishIn(request.query));
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
    }
    const standing = await aiLimits.standing(actorOf(request));
    const { saved } = doneQuery.parse(request.query);
    const done = saved === undefined ? null : pageContextOf(request).t.policies.saved(saved);
    const page = <SchoolAiPage view={view} standing={standing} done={done} />;
    return sendPage(request, view === null ? reply.code(400) : reply, page);
  });

  app.post('/school/ai/limits', { config: { access: 'administer the school' } }, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const saved = await aiLimits.save(actorOf(request), sent);
    if (saved.ok) return reply.redirect(`/school/ai?saved=${saved.changed}`, 303);
    const view = await schoolAi.ofSchool(actorOf(request), {});
    const standing = await aiLimits.standing(actorOf(request));
    const form = { sent, problems: saved.problems };
    return sendPage(request, reply.code(400), <SchoolAiPage view={view} standing={standing} form={form} />);
  });

  app.get('/school/ai.csv', look, async (request, reply) => {
    const view = await schoolAi.ofSchool(actorOf(request), wishIn(request.query));
    const table = AI_TABLES.find((one) => one === fieldsOf(request.query).table) ?? 'day';
    const { t, format } = pageContextOf(request);
    return sendCsv(reply, `ai ${table} ${view.of.name}`, aiColumns(view, table, t, format), view.tables[table]);
  });
}
