import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/errors/app-error.ts';
import { actorOf } from '../../access.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { type LessonForm, readLessonForm, wishOf, withProblems } from '../../forms/lesson.form.ts';
import { ClassroomPage } from '../../pages/classroom/classroom.page.tsx';
import { NewLessonPage } from '../../pages/classroom/new-lesson.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';

type Used = Pick<Services, 'lessonPlanning' | 'groupProposals'>;

const OVER_SHOWN = 10;
const leftOut = z.object({ leftOut: z.array(z.object({ studentId: z.number(), why: z.string() })) });

/** Lessons as class managers plan and begin them. */
export function lessonPlanRoutes(app: FastifyInstance, services: Used): void {
  const { lessonPlanning } = services;

  app.get('/classroom', { config: { access: 'view class analytics' } }, async (request, reply) => {
    const actor = actorOf(request);
    const [ahead, over] = [await lessonPlanning.listAhead(actor), await lessonPlanning.listOver(actor, OVER_SHOWN)];
    return sendPage(request, reply, <ClassroomPage ahead={ahead} over={over} />);
  });

  app.get('/classroom/new', { config: { access: 'give a lesson' } }, async (request, reply) => {
    return sendForm(services, request, reply, request.query, readLessonForm(request.query));
  });

  app.post('/classroom/new', { config: { access: 'give a lesson' } }, async (request, reply) => {
    const form = readLessonForm(request.body);
    const words = pageContextOf(request).t.classroom;
    const classId = idChosenIn(request.body, 'class') ?? 0;
    try {
      const wish = { ...wishOf(form, words.fields.group), classId };
      const { lesson } = await lessonPlanning.createLesson(actorOf(request), wish);
      return reply.redirect(`/classroom/lessons/${lesson.id}`, 303);
    } catch (error) {
      if (!(error instanceof AppError && (error.kind === 'invalid-input' || error.kind === 'conflict'))) throw error;
      const wrong = withProblems(form, error, words.problems);
      const refused = leftOut.safeParse(error.details);
      const status = reply.code(error.kind === 'conflict' ? 409 : 400);
      return sendForm(services, request, status, request.body, wrong, refused.success ? refused.data.leftOut : []);
    }
  });
}

async function sendForm(
  { lessonPlanning, groupProposals }: Used,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: unknown,
  form: LessonForm,
  refused: { studentId: number; why: string }[] = [],
) {
  const actor = actorOf(request);
  const classes = await lessonPlanning.ownClasses(actor);
  const classId = idChosenIn(sent, 'class') ?? classes[0]?.id;
  if (classId === undefined) return sendPage(request, reply, <NewLessonPage classes={[]} choices={null} form={form} />);
  const courseId = /^[1-9]\d{0,14}$/.test(form.course) ? Number(form.course) : undefined;
  const choices = await groupProposals.propose(actor, { classId, courseId, size: form.size, grouping: form.grouping });
  return sendPage(request, reply, <NewLessonPage {...{ classes, choices, form, refused }} />);
}
