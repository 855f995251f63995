import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnalyticsView } from '../../services/analytics/analytics-view.ts';
import { analyticsTable } from '../presenters/analytics.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf } from '../send-page.tsx';

/** What the rows of the table are, as the messages name it. */
export type AnalyticsHeading = 'pupil' | 'whichClass' | 'school';

/** Sends the table of a page of figures as a file. */
export function sendAnalytics(
  request: FastifyRequest,
  reply: FastifyReply,
  view: AnalyticsView,
  heading: AnalyticsHeading,
  name = view.of.name,
): FastifyReply {
  const words = pageContextOf(request).t.analytics;
  const { columns, rows } = analyticsTable(view, words, words[heading]);
  return sendCsv(reply, `analytics ${name}`, columns, rows);
}
