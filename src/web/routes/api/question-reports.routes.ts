import * as z from 'zod';
import { AppError, invalidInput } from '../../../domain/errors/app-error.ts';
import { idParams } from '../../../shared/paging.ts';
import {
  newQuestionReport,
  questionReports as ownReports,
  questionReportAnswer,
  questionReportQueue,
} from '../../../shared/question-reports.ts';
import { actorOf } from '../../access.ts';
import { iso } from '../../presenters/moment.ts';
import { toReportQueueBody } from '../../presenters/report-queue.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['question reports'];
const config = { access: 'report a question' } as const;
const manage = { access: 'manage curriculum' } as const;

/** Saying that something is wrong with a question, and what came of it. */
export function questionReportApi(api: Api, { questionReports }: Pick<Services, 'questionReports'>): void {
  api.get(
    '/question-reports',
    {
      schema: {
        tags,
        summary: 'Questions that I reported, the newest first',
        response: { 200: ownReports, ...failures },
      },
      config,
    },
    async (request) => {
      const reports = await questionReports.ownReports(actorOf(request));
      return reports.map(({ at, ...rest }) => ({ ...rest, at: iso(at) }));
    },
  );

  api.post(
    '/question-reports',
    {
      schema: {
        tags,
        summary:
          'Report a question that was met in a session, a lesson or a test; again while it is open changes nothing',
        body: newQuestionReport,
        response: { 204: z.null(), ...failures },
      },
      config,
    },
    async (request, reply) => {
      const { place, revisionId, reason, comment } = request.body;
      const actor = actorOf(request);
      const asked = await questionReports.asked(actor, place, revisionId);
      if (reason === 'other' && comment === '') {
        throw invalidInput('Say what is wrong with the question.', {
          comment: 'some words, where the reason is "other"',
        });
      }
      await questionReports.report(actor, asked, { reason, comment });
      return reply.code(204).send(null);
    },
  );
}

/** The questions of a supervisor's subjects that were reported, and what is answered. */
export function reportQueueApi(api: Api, { questionReports }: Pick<Services, 'questionReports'>): void {
  api.get(
    '/curriculum/question-reports',
    {
      schema: {
        tags,
        summary: 'Reported questions of my subjects, those that wait longest first',
        response: { 200: questionReportQueue, ...failures },
      },
      config: manage,
    },
    async (request) => toReportQueueBody(await questionReports.queue(actorOf(request))),
  );

  api.post(
    '/curriculum/question-reports/:id/answer',
    {
      schema: {
        tags,
        summary: 'Answer all open reports of a question, by the id of the question',
        params: idParams,
        body: questionReportAnswer,
        response: { 204: z.null(), ...failures },
      },
      config: manage,
    },
    async (request, reply) => {
      const answered = await questionReports.answer(actorOf(request), request.params.id, request.body);
      if (answered === 0) throw new AppError('conflict', 'not-open', 'No report of this question is open any more.');
      return reply.code(204).send(null);
    },
  );
}
