import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PupilFigures } from '../../services/analytics/pupil-analytics.service.ts';
import { analyticsTable } from '../presenters/analytics.presenter.ts';
import { sessionsTable } from '../presenters/progress.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf } from '../send-page.tsx';

/** Sends a pupil's figures, all together and by course, as a file. */
export function sendPupilFigures(request: FastifyRequest, reply: FastifyReply, figures: PupilFigures): FastifyReply {
  const { t } = pageContextOf(request);
  const parts = figures.parts.map((part) => (part.id === 0 ? { ...part, name: t.progress.noCourse } : part));
  const { columns, rows } = analyticsTable({ ...figures, parts }, 'parts', t, t.progress.course);
  return sendCsv(reply, 'progress', columns, rows);
}

/** Sends the sessions behind them as a file. */
export function sendPupilSessions(request: FastifyRequest, reply: FastifyReply, figures: PupilFigures): FastifyReply {
  const { t, format } = pageContextOf(request);
  return sendCsv(reply, 'sessions', sessionsTable(t, format), figures.sessions);
}
