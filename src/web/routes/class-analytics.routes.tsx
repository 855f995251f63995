import type { FastifyInstance } from 'fastify';
import { AppError } from '../../domain/errors/app-error.ts';
import { actorOf } from '../access.ts';
import { idChosenIn } from '../forms/chosen.ts';
import { fieldsOf } from '../forms/fields.ts';
import { ClassAnalyticsPage } from '../pages/class-analytics.page.tsx';
import { analyticsTable } from '../presenters/analytics.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** What a class came to over some days, and the same as a file. */
export function classAnalyticsRoutes(app: FastifyInstance, services: Pick<Services, 'classAnalytics'>): void {
  const { classAnalytics } = services;
  const look = { config: { access: 'view class analytics' as const } };

  app.get('/class/analytics', look, async (request, reply) => {
    const actor = actorOf(request);
    const classes = await classAnalytics.ownClasses(actor);
    const wish = wishIn(request.query);
    if (classes.length === 0)
      return sendPage(request, reply, <ClassAnalyticsPage {...{ classes, view: null, wish }} />);
    try {
      const view = await classAnalytics.ofClass(actor, wish);
      return sendPage(request, reply, <ClassAnalyticsPage {...{ classes, view, wish }} />);
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      return sendPage(
        request,
        reply.code(400),
        <ClassAnalyticsPage {...{ classes, view: null, wish, problem: true }} />,
      );
    }
  });

  app.get('/class/analytics.csv', look, async (request, reply) => {
    const view = await classAnalytics.ofClass(actorOf(request), wishIn(request.query));
    const { columns, rows } = analyticsTable(view, pageContextOf(request).t.analytics);
    return sendCsv(reply, `analytics ${view.class.name}`, columns, rows);
  });
}

function wishIn(query: unknown) {
  const { from, to } = fieldsOf(query);
  return { classId: idChosenIn(query, 'class'), from: from || undefined, to: to || undefined };
}
