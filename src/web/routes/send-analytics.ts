import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnalyticsView } from '../../services/analytics/analytics-view.ts';
import { fieldsOf } from '../forms/fields.ts';
import { analyticsTable, TABLES_OF_FIGURES } from '../presenters/analytics.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf } from '../send-page.tsx';

/** What the rows of the table are, as the messages name it. */
export type AnalyticsHeading = 'pupil' | 'whichClass' | 'school';

/** Sends a table of a page of figures as a file: that of its parts, or the one that `table` names. */
export function sendAnalytics(
  request: FastifyRequest,
  reply: FastifyReply,
  view: AnalyticsView,
  heading: AnalyticsHeading,
  name = view.of.name,
): FastifyReply {
  const { t } = pageContextOf(request);
  const asked = fieldsOf(request.query).table;
  const table = TABLES_OF_FIGURES.find((one) => one === asked) ?? 'parts';
  const { columns, rows } = analyticsTable(view, table, t, t.analytics[heading]);
  return sendCsv(reply, `analytics ${name}${table === 'parts' ? '' : ` ${table}`}`, columns, rows);
}
