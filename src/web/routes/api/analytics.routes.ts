import type { FastifyRequest } from 'fastify';
import {
  classAnalytics,
  classQuery,
  daysQuery,
  regionAnalytics,
  schoolAnalytics,
  subjectQuery,
} from '../../../shared/analytics.ts';
import { actorOf } from '../../access.ts';
import { toAnalytics } from '../../presenters/analytics.presenter.ts';
import type { Services } from '../../services.ts';
import { sendAnalytics, sendClassAnalytics, sendSchoolAnalytics } from '../send-analytics.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['analytics'];
const asFile = '`Accept: text/csv` gives the table as a file.';

/** Figures, each defined once, over the days that are asked for. */
export function analyticsApi(
  api: Api,
  services: Pick<Services, 'classAnalytics' | 'schoolAnalytics' | 'regionAnalytics'>,
): void {
  api.get(
    '/class/analytics',
    {
      schema: {
        tags,
        summary: 'What a class came to in some days, by week and by pupil',
        description: `Of whoever is in the class now, from their sessions that are over. ${asFile}`,
        querystring: classQuery,
        response: { 200: classAnalytics, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request, reply) => {
      const view = await services.classAnalytics.ofClass(actorOf(request), request.query);
      if (wantsFile(request)) return sendClassAnalytics(request, reply, view) as never;
      const { units, knowing, questions, taught } = view;
      return { ...toAnalytics(view), units, knowing, questions, taught };
    },
  );

  api.get(
    '/school/analytics',
    {
      schema: {
        tags,
        summary: 'What the school came to in some days, by week and by class',
        description: `Of whoever is its pupil now, from their sessions that are over. ${asFile}`,
        querystring: daysQuery,
        response: { 200: schoolAnalytics, ...failures },
      },
      config: { access: 'view school analytics' },
    },
    async (request, reply) => {
      const view = await services.schoolAnalytics.ofSchool(actorOf(request), request.query);
      if (wantsFile(request)) return sendSchoolAnalytics(request, reply, view) as never;
      const { compared, struggling, doingWell, coverage } = view;
      return { ...toAnalytics(view), compared, struggling, doingWell, coverage };
    },
  );

  api.get(
    '/region/analytics',
    {
      schema: {
        tags,
        summary: 'What a subject came to in the schools of a region in some days',
        description: `Without pupils' names and without schools in which fewer than ten pupils studied it. ${asFile}`,
        querystring: subjectQuery,
        response: { 200: regionAnalytics, ...failures },
      },
      config: { access: 'view subject analytics' },
    },
    async (request, reply) => {
      const view = await services.regionAnalytics.ofSubject(actorOf(request), request.query);
      const { subject, region, hidden, grid, overTime } = view;
      if (wantsFile(request)) return sendAnalytics(request, reply, view, 'school', `${subject} ${region}`) as never;
      return { ...toAnalytics(view), subject, region, hidden, grid, overTime };
    },
  );
}

export const wantsFile = ({ headers }: FastifyRequest): boolean => /\btext\/csv\b/.test(headers.accept ?? '');
