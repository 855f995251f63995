import { analyticsQuery, classAnalytics } from '../../../shared/analytics.ts';
import { actorOf } from '../../access.ts';
import { analyticsTable, toClassAnalytics } from '../../presenters/analytics.presenter.ts';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

/** Figures, each defined once, over the days that are asked for. */
export function analyticsApi(api: Api, services: Pick<Services, 'classAnalytics'>): void {
  api.get(
    '/class/analytics',
    {
      schema: {
        tags: ['analytics'],
        summary: 'What a class came to in some days, by week and by pupil',
        description:
          'Of whoever is in the class now, from their sessions that are over. `Accept: text/csv` gives the table of pupils as a file.',
        querystring: analyticsQuery,
        response: { 200: classAnalytics, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request, reply) => {
      const view = await services.classAnalytics.ofClass(actorOf(request), request.query);
      if (!/\btext\/csv\b/.test(request.headers.accept ?? '')) return toClassAnalytics(view);
      const { columns, rows } = analyticsTable(view, pageContextOf(request).t.analytics);
      return sendCsv(reply, `analytics ${view.class.name}`, columns, rows) as never;
    },
  );
}
