import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { PROBLEMS_A_PAGE } from '../../../services/curriculum-editor/curriculum-catalogue.service.ts';
import type { Move } from '../../../services/curriculum-editor/curriculum-order.service.ts';
import { actorOf } from '../../access.ts';
import { one, readFields, type SentFields } from '../../forms/curriculum/sent-fields.ts';
import { courseHref, unitHref } from '../../pages/curriculum/addresses.ts';
import { CataloguePage } from '../../pages/curriculum/catalogue.page.tsx';
import { CourseDeskPage } from '../../pages/curriculum/course-desk.page.tsx';
import { UnitDeskPage } from '../../pages/curriculum/unit-desk.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';
import { listIn, unitIn } from './draft-forms.ts';

const filter = z.object({
  subject: z.string().max(200).catch(''),
  grade: z.enum(GRADE_LEVELS).or(z.literal('')).catch(''),
  q: z.string().max(400).catch(''),
});

const moveIn = (fields: SentFields): Move => (one(fields, 'move') === 'up' ? -1 : 1);

/** Looking through a curriculum: courses, a course, a unit; search; and putting units and questions in order. */
export function curriculumDeskRoutes(
  app: FastifyInstance,
  { curriculumCatalogue: catalogue, curriculumOrder: order }: Pick<Services, 'curriculumCatalogue' | 'curriculumOrder'>,
): void {
  const access = { config: { access: 'manage curriculum' as const } };

  app.get('/region/curriculum', access, async (request, reply) => {
    const actor = actorOf(request);
    const { subject, grade, q } = filter.parse(request.query ?? {});
    const { page, archived } = listIn(request.query);
    const found = q.trim() === '' ? null : await catalogue.search(actor, q, page);
    const view = found
      ? { subjects: await catalogue.subjects(actor), courses: [], page, hasMore: false }
      : await catalogue.courses(actor, {
          archived,
          page,
          ...(subject === '' ? {} : { subject }),
          ...(grade === '' ? {} : { gradeLevel: grade }),
        });
    const shown = { subject, grade, archived, words: q };
    return sendPage(request, reply, <CataloguePage view={view} filter={shown} found={found} />);
  });

  app.get('/region/curriculum/courses/:id', access, async (request, reply) => {
    const desk = await catalogue.course(actorOf(request), idIn(request.params, 'course'));
    const words = pageContextOf(request).t.curriculum;
    const said = z.object({ saved: z.enum(['yes', 'published']) }).safeParse(request.query);
    const notice = said.success ? { yes: words.saved, published: words.published }[said.data.saved] : null;
    return sendPage(request, reply, <CourseDeskPage desk={desk} notice={notice} />);
  });

  app.get('/region/curriculum/courses/:id/unit', access, async (request, reply) => {
    const { page, archived, saved } = listIn(request.query);
    const place = [idIn(request.params, 'course'), unitIn(request.query)] as const;
    const desk = await catalogue.unit(actorOf(request), ...place, { page, archived });
    const notice = saved ? pageContextOf(request).t.curriculum.saved : null;
    return sendPage(request, reply, <UnitDeskPage desk={desk} notice={notice} />);
  });

  app.post('/region/curriculum/courses/:id/order', access, async (request, reply) => {
    const courseId = idIn(request.params, 'course');
    const fields = readFields(request.body);
    const at = await order.moveUnit(actorOf(request), courseId, one(fields, 'unit'), moveIn(fields));
    return reply.redirect(`${courseHref(courseId)}#unit-${at + 1}`, 303);
  });

  app.post('/region/curriculum/problems/:id/move', access, async (request, reply) => {
    const problemId = idIn(request.params, 'question');
    const { courseId, unit, at } = await order.moveProblem(
      actorOf(request),
      problemId,
      moveIn(readFields(request.body)),
    );
    const page = Math.floor(at / PROBLEMS_A_PAGE) + 1;
    return reply.redirect(`${unitHref(courseId, unit)}&page=${page}#problem-${problemId}`, 303);
  });
}
