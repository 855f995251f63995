import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnalyticsView } from '../../services/analytics/analytics-view.ts';
import type { ClassAnalytics } from '../../services/analytics/class-analytics.service.ts';
import type { SchoolAnalytics } from '../../services/analytics/school-analytics.service.ts';
import { fieldsOf } from '../forms/fields.ts';
import { analyticsTable, TABLES_OF_FIGURES } from '../presenters/analytics.presenter.ts';
import { CLASS_TABLES, classTable, SCHOOL_TABLES, schoolTable } from '../presenters/insight.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf } from '../send-page.tsx';

/** What the rows of the table are, as the messages name it. */
type AnalyticsHeading = 'pupil' | 'whichClass' | 'school' | 'grade';

/** Sends another table of the page of a class, where `table` names one. */
export function sendClassAnalytics(request: FastifyRequest, reply: FastifyReply, view: ClassAnalytics): FastifyReply {
  const table = CLASS_TABLES.find((one) => one === fieldsOf(request.query).table);
  if (!table) return sendAnalytics(request, reply, view, 'pupil');
  const { t, format } = pageContextOf(request);
  const { columns, rows } = classTable(view, table, t, format);
  return sendCsv(reply, `${table} ${view.of.name}`, columns, rows);
}

/** The same of a school. */
export function sendSchoolAnalytics(request: FastifyRequest, reply: FastifyReply, view: SchoolAnalytics): FastifyReply {
  const table = SCHOOL_TABLES.find((one) => one === fieldsOf(request.query).table);
  if (!table) return sendAnalytics(request, reply, view, 'whichClass');
  const { t, format } = pageContextOf(request);
  const { columns, rows } = schoolTable(view, table, t, format);
  return sendCsv(reply, `${table} ${view.of.name}`, columns, rows);
}

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
