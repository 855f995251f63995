import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { EXPORT_FORMATS } from '../../../domain/curriculum/exchange/left-out.ts';
import { actorOf } from '../../access.ts';
import { CurriculumExportPage } from '../../pages/curriculum-export/export.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';

const manage = { config: { access: 'manage curriculum' as const } };
const courseId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined);
const choice = z.object({ format: z.enum(EXPORT_FORMATS).optional().catch(undefined), course: courseId });
const file = z.object({
  format: z.enum(EXPORT_FORMATS).catch('json'),
  subject: z.string().max(180).optional().catch(undefined),
  course: courseId,
});

/** Curricula into files. */
export function curriculumExportRoutes(
  app: FastifyInstance,
  { curriculumTakeOut }: Pick<Services, 'curriculumTakeOut'>,
): void {
  app.get('/region/curriculum/export', manage, async (request, reply) => {
    const actor = actorOf(request);
    const { format = 'json', course } = choice.parse(request.query);
    const courses = await curriculumTakeOut.courses(actor);
    const leftOut = await curriculumTakeOut.leftOut(actor, format, course);
    const chosen = { format, courseId: course };
    return sendPage(request, reply, <CurriculumExportPage {...{ courses, chosen, leftOut }} />);
  });

  app.get('/region/curriculum/export/file', manage, async (request, reply) => {
    const { format, subject, course } = file.parse(request.query);
    const which = { format, subject, courseId: course };
    const { fileName, mediaType, content } = await curriculumTakeOut.export(actorOf(request), which);
    return reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"`)
      .send(Readable.from(content));
  });
}
