import { daysQuery } from '../../../shared/analytics.ts';
import { idParams } from '../../../shared/paging.ts';
import { pupilFigures } from '../../../shared/pupil-figures.ts';
import { actorOf } from '../../access.ts';
import { toPupilFigures } from '../../presenters/progress.presenter.ts';
import type { Services } from '../../services.ts';
import { sendPupilFigures } from '../send-pupil-figures.ts';
import { wantsFile } from './analytics.routes.ts';
import { type Api, failures } from './api-scope.ts';

const description =
  'From sessions that are over, by week and by course, with the sessions, units, feelings and tests of these days. ' +
  '`Accept: text/csv` gives the table by course as a file.';

/** What a pupil came to in some days, to the pupil and to their parents. */
export function pupilFiguresApi(api: Api, { pupilAnalytics }: Pick<Services, 'pupilAnalytics'>): void {
  const schema = {
    tags: ['analytics'],
    description,
    querystring: daysQuery,
    response: { 200: pupilFigures, ...failures },
  };

  api.get(
    '/progress/figures',
    { schema: { ...schema, summary: 'What I came to in some days' }, config: { access: 'view own progress' } },
    async (request, reply) => {
      const figures = await pupilAnalytics.own(actorOf(request), request.query);
      return wantsFile(request) ? (sendPupilFigures(request, reply, figures) as never) : toPupilFigures(figures);
    },
  );

  api.get(
    '/children/:id/progress/figures',
    {
      schema: { ...schema, summary: 'What a child came to in some days', params: idParams },
      config: { access: 'view child progress' },
    },
    async (request, reply) => {
      const figures = await pupilAnalytics.ofChild(actorOf(request), request.params.id, request.query);
      return wantsFile(request) ? (sendPupilFigures(request, reply, figures) as never) : toPupilFigures(figures);
    },
  );
}
