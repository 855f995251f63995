import { notFound } from '../../../domain/errors/app-error.ts';
import { requireQuarter } from '../../../domain/evaluation/quarter-closing.ts';
import { nameOfQuarter } from '../../../domain/evaluation/school-quarter.ts';
import { idParams } from '../../../shared/paging.ts';
import { classQuarter, pupilQuarters, quarterQuery } from '../../../shared/quarters.ts';
import { actorOf } from '../../access.ts';
import { quarterColumns, toClassQuarter, toPupilQuarters } from '../../presenters/quarter.presenter.ts';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['quarters'];

/** What quarters came to, for pupils, their parents and their class managers. */
export function quarterApi(api: Api, services: Pick<Services, 'pupilQuarters' | 'classQuarters'>): void {
  api.get(
    '/quarters',
    {
      schema: {
        tags,
        summary: 'What my quarters came to, as far as they are shown',
        response: { 200: pupilQuarters, ...failures },
      },
      config: { access: 'view own progress' },
    },
    async (request) => {
      const actor = actorOf(request);
      return toPupilQuarters(await services.pupilQuarters.ofPupil(actor, actor.userId));
    },
  );

  api.get(
    '/children/:id/quarters',
    {
      schema: {
        tags,
        summary: 'What a child’s quarters came to, as far as they are shown',
        params: idParams,
        response: { 200: pupilQuarters, ...failures },
      },
      config: { access: 'view child progress' },
    },
    async (request) => toPupilQuarters(await services.pupilQuarters.ofPupil(actorOf(request), request.params.id)),
  );

  api.get(
    '/class/quarter',
    {
      schema: {
        tags,
        summary: 'What a quarter came to for a class',
        description: '`Accept: text/csv` gives the table as a file.',
        querystring: quarterQuery,
        response: { 200: classQuarter, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request, reply) => {
      const { classId, quarter } = request.query;
      const wish = { classId, quarter: quarter === undefined ? undefined : requireQuarter(quarter) };
      const view = await services.classQuarters.board(actorOf(request), wish);
      if (view === null) throw notFound('class');
      if (!/\btext\/csv\b/.test(request.headers.accept ?? '')) return toClassQuarter(view);
      const { t, format } = pageContextOf(request);
      const name = `quarter ${view.class.name} ${nameOfQuarter(view.quarter)}`;
      return sendCsv(reply, name, quarterColumns(t, format), view.lines) as never;
    },
  );
}
