import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { AskedQuestion, ReportPlace } from '../../services/question-reports/question-reports.service.ts';
import { actorOf } from '../access.ts';
import { EMPTY_REPORT, type ReportForm, readReplyForm, readReportForm } from '../forms/report.form.ts';
import { OwnReportsPage, ReportQuestionPage } from '../pages/report-question.page.tsx';
import { ReportQueuePage, type ReportQueueProps } from '../pages/report-queue.page.tsx';
import { backFrom, REPORT_PAGES, reportHref } from '../report-address.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

type Used = Pick<Services, 'questionReports'>;

const done = z.object({ done: z.string().optional().catch(undefined) });

/** Saying that something is wrong with a question, and answering those who said it. */
export function reportRoutes(app: FastifyInstance, services: Used): void {
  const report = { config: { access: 'report a question' as const } };
  const manage = { config: { access: 'manage curriculum' as const } };

  app.get('/reports', report, async (request, reply) => {
    const reports = await services.questionReports.ownReports(actorOf(request));
    const sent = done.parse(request.query).done === 'sent';
    return sendPage(request, reply, <OwnReportsPage reports={reports} sent={sent} />);
  });

  for (const [path, place] of Object.entries(REPORT_PAGES)) {
    app.get(path, report, async (request, reply) => {
      return sendForm(request, reply, await askedIn(request, place.safeParse(request.query), services), EMPTY_REPORT);
    });

    app.post(path, report, async (request, reply) => {
      const sent = place.safeParse({ ...queryOf(request), ...bodyOf(request) });
      const asked = await askedIn(request, sent, services);
      const read = readReportForm(request.body, pageContextOf(request).t.reports.problems);
      if (!read.ok) {
        await services.questionReports.hear(actorOf(request), asked, read.form.comment);
        return sendForm(request, reply.code(400), asked, read.form);
      }
      await services.questionReports.report(actorOf(request), asked, read);
      return reply.redirect('/reports?done=sent', 303);
    });
  }

  app.get('/region/curriculum/reports', manage, async (request, reply) => {
    return sendQueue(request, reply, services);
  });

  app.post('/region/curriculum/reports/:id', manage, async (request, reply) => {
    const [actor, qaId] = [actorOf(request), idIn(request.params, 'question')];
    const words = pageContextOf(request).t.reports;
    const read = readReplyForm({ ...bodyOf(request), reply: bodyOf(request)[`reply-${qaId}`] }, words);
    await services.questionReports.requireReach(actor, qaId);
    if (!read.ok) return sendQueue(request, reply.code(400), services, { qaId, ...read.form });
    const form = { qaId, reply: read.reply, state: read.state, problems: {} };
    try {
      const answered = await services.questionReports.answer(actor, qaId, read);
      if (answered === 0) return sendQueue(request, reply.code(409), services, form);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-corrected')) throw error;
      return sendQueue(request, reply.code(409), services, form);
    }
    return reply.redirect('/region/curriculum/reports?done=answered', 303);
  });
}

async function sendQueue(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  form?: ReportQueueProps['form'],
) {
  const queue = await services.questionReports.queue(actorOf(request));
  const answered = done.parse(request.query).done === 'answered';
  return sendPage(request, reply, <ReportQueuePage queue={queue} done={answered} form={form} />);
}

function sendForm(request: FastifyRequest, reply: FastifyReply, asked: AskedQuestion, form: ReportForm) {
  const { place, item } = asked;
  const words = [item.stem, item.question].filter((text) => text.trim() !== '').join('\n\n');
  const action = reportHref(place, item.revisionId);
  const back = backFrom(asked, actorOf(request));
  return sendPage(request, reply, <ReportQuestionPage {...{ asked: words, at: place.at, action, back, form }} />);
}

/** The question that is meant. Throws `not-found` for what names none. */
async function askedIn(
  request: FastifyRequest,
  read: z.ZodSafeParseResult<{ place: ReportPlace; revisionId: number }>,
  { questionReports }: Used,
): Promise<AskedQuestion> {
  if (!read.success) throw notFound('question');
  return questionReports.asked(actorOf(request), read.data.place, read.data.revisionId);
}

const fields = z.record(z.string(), z.unknown()).catch({});
const queryOf = (request: FastifyRequest) => fields.parse(request.query);
const bodyOf = (request: FastifyRequest) => fields.parse(request.body);
