import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/errors/app-error.ts';
import { InvalidSessionStateError } from '../../../domain/study-session/study-session.errors.ts';
import type { Lesson } from '../../../services/lessons/lessons.service.ts';
import { actorOf } from '../../access.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { formOf, type LessonForm, readLessonForm, wishOf, withProblems } from '../../forms/lesson.form.ts';
import { ClassroomPage } from '../../pages/classroom/classroom.page.tsx';
import { NewLessonPage } from '../../pages/classroom/new-lesson.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

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

/** A lesson that is planned and has not begun: its plan, and another one. */
export function replanRoutes(app: FastifyInstance, services: Used): void {
  const { lessonPlanning } = services;
  const give = { config: { access: 'give a lesson' as const } };

  app.get('/classroom/lessons/:id/plan', give, async (request, reply) => {
    const lesson = await lessonPlanning.getLesson(actorOf(request), idIn(request.params, 'lesson'));
    const asked = Object.keys(fieldsOf(request.query)).length > 0;
    return sendPlan(services, request, reply, lesson, asked ? readLessonForm(request.query) : formOf(lesson));
  });

  app.post('/classroom/lessons/:id/plan', give, async (request, reply) => {
    const actor = actorOf(request);
    const lesson = await lessonPlanning.getLesson(actor, idIn(request.params, 'lesson'));
    const form = readLessonForm(request.body);
    const { classroom: words } = pageContextOf(request).t;
    const { groups: before, strategy } = lesson.plan;
    const nameOf = (group: number) => before[group - 1]?.name ?? words.fields.group(group);
    const { type: _, ...wish } = wishOf({ ...form, type: lesson.type }, nameOf);
    try {
      await lessonPlanning.replanLesson(actor, lesson.id, { ...wish, strategy: strategy ?? undefined });
      return reply.redirect(`/classroom/lessons/${lesson.id}`, 303);
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      return sendPlan(services, request, reply.code(400), lesson, withProblems(form, error, words.problems));
    }
  });
}

async function sendPlan(
  { groupProposals }: Used,
  request: FastifyRequest,
  reply: FastifyReply,
  lesson: Lesson,
  form: LessonForm,
) {
  if (lesson.state !== 'pending') throw new InvalidSessionStateError(lesson.state, 'be planned anew');
  const { size, grouping } = form;
  const courseId = /^[1-9]\d{0,14}$/.test(form.course) ? Number(form.course) : undefined;
  const choices = await groupProposals.propose(actorOf(request), { classId: lesson.classId, courseId, size, grouping });
  return sendPage(request, reply, <NewLessonPage {...{ classes: [], choices, form, planned: lesson }} />);
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
