import * as z from 'zod';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import { newQuestionReport, questionReports as ownReports } from '../../../shared/question-reports.ts';
import { actorOf } from '../../access.ts';
import { iso } from '../../presenters/moment.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['question reports'];
const config = { access: 'report a question' } as const;

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
