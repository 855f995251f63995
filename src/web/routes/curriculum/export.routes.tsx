import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { EXPORT_FORMATS } from '../../../domain/curriculum/exchange/left-out.ts';
import { actorOf } from '../../access.ts';
import { chosenIn, idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { CurriculumExportPage } from '../../pages/curriculum-export/export.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';

const manage = { config: { access: 'manage curriculum' as const } };
/** Curricula into files. */
export function curriculumExportRoutes(
  app: FastifyInstance,
  { curriculumTakeOut }: Pick<Services, 'curriculumTakeOut'>,
): void {
  app.get('/region/curriculum/export', manage, async (request, reply) => {
    const actor = actorOf(request);
    const format = chosenIn(request.query, 'format', EXPORT_FORMATS) ?? 'json';
    const course = idChosenIn(request.query, 'course');
    const courses = await curriculumTakeOut.courses(actor);
    const leftOut = await curriculumTakeOut.leftOut(actor, format, course);
    const chosen = { format, courseId: course };
    return sendPage(request, reply, <CurriculumExportPage {...{ courses, chosen, leftOut }} />);
  });

  app.get('/region/curriculum/export/file', manage, async (request, reply) => {
    const [actor, { query }] = [actorOf(request), request];
    const which = {
      format: chosenIn(query, 'format', EXPORT_FORMATS) ?? 'json',
      subject: fieldsOf(query).subject || undefined,
      courseId: idChosenIn(query, 'course'),
    };
    const { fileName, mediaType, content } = await curriculumTakeOut.export(actor, which);
    return reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"`)
      .send(Readable.from(content));
  });
}
