import type { FastifyInstance } from 'fastify';
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

/** What a school used of the configured models, and the same as files. */
export function schoolAiRoutes(app: FastifyInstance, { schoolAi }: Pick<Services, 'schoolAi'>): void {
  const look = { config: { access: 'view school analytics' as const } };

  app.get('/school/ai', look, async (request, reply) => {
    let view: SchoolAi | null = null;
    try {
      view = await schoolAi.ofSchool(actorOf(request), wishIn(request.query));
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
    }
    return sendPage(request, view === null ? reply.code(400) : reply, <SchoolAiPage view={view} />);
  });

  app.get('/school/ai.csv', look, async (request, reply) => {
    const view = await schoolAi.ofSchool(actorOf(request), wishIn(request.query));
    const table = AI_TABLES.find((one) => one === fieldsOf(request.query).table) ?? 'day';
    const { t, format } = pageContextOf(request);
    return sendCsv(reply, `ai ${table} ${view.of.name}`, aiColumns(view, table, t, format), view.tables[table]);
  });
}
