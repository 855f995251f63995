import * as z from 'zod';
import { notFound } from '../../../domain/errors/app-error.ts';
import { keptReport, keptReportList } from '../../../shared/kept-reports.ts';
import { actorOf } from '../../access.ts';
import { toReport, toReportLine } from '../../presenters/kept-report-api.presenter.ts';
import type { Services } from '../../services.ts';
import { REPORT_PLACES } from '../report-places.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['reports'];
const id = z.coerce.number().int().positive();

/** Reports that were made, where each role has its own, as on the pages. */
export function keptReportApi(api: Api, { reportReading }: Pick<Services, 'reportReading'>): void {
  for (const place of REPORT_PLACES) {
    const isOfChild = place.path.includes(':id');
    const config = { access: place.access };

    api.get(
      place.path,
      {
        schema: {
          tags,
          summary: 'Reports that are kept, the newest first',
          params: isOfChild ? z.object({ id }) : z.object({}),
          response: { 200: keptReportList, ...failures },
        },
        config,
      },
      async (request) => {
        const actor = actorOf(request);
        const reports = await reportReading.list(actor, place.pupilIn(request.params, actor) ?? undefined);
        return reports.map(toReportLine);
      },
    );

    api.get(
      `${place.path}/:reportId`,
      {
        schema: {
          tags,
          summary: 'One of them, with its figures as they were made',
          params: isOfChild ? z.object({ id, reportId: id }) : z.object({ reportId: id }),
          response: { 200: keptReport, ...failures },
        },
        config,
      },
      async (request) => {
        const [actor, reportId] = [actorOf(request), request.params.reportId];
        const studentId = place.pupilIn(request.params, actor);
        const line = await reportReading.line(actor, reportId);
        if (studentId !== null && line.studentId !== studentId) throw notFound('report');
        return toReport(await reportReading.open(actor, reportId));
      },
    );
  }
}
