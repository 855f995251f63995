import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';
import { ActiveSessionExistsError, OutsideStudyHoursError } from '../../domain/study-session/study-session.errors.ts';
import type { StudyRequest } from '../../services/study-start/study-start.service.ts';
import { actorOf } from '../access.ts';
import { type BeginForm, readBeginForm } from '../forms/begin.form.ts';
import { OneAtATimePage } from '../pages/one-at-a-time.page.tsx';
import { ClosedHoursPage } from '../pages/oversight/closed-hours.page.tsx';
import { ChooseCoursePage, ChooseSessionPage } from '../pages/study-new.page.tsx';
import { StudyNowPage } from '../pages/study-now.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

type Used = Pick<Services, 'today' | 'courses' | 'prioritization' | 'studyStart'>;

/** The ways into a session: "study now" in two clicks, or the full choice. */
export function beginRoutes(app: FastifyInstance, services: Used): void {
  const create = { config: { access: 'study at home' as const } };

  app.get('/study', create, async (request, reply) => {
    const actor = actorOf(request);
    const live = await services.today.live(actor);
    if (live) return sendPage(request, reply, <OneAtATimePage live={live} />);
    const closed = await services.studyStart.closedNow(actor);
    if (closed) return sendPage(request, reply, <ClosedHoursPage hours={closed} />);
    const suggestion = await services.today.suggest(actor, courseIn(request.query));
    return sendPage(request, reply, <StudyNowPage suggestion={suggestion} />);
  });

  app.post('/study', create, async (request, reply) => sendChoice(request, reply, services));

  app.get('/study/new', create, async (request, reply) => {
    const actor = actorOf(request);
    const courseId = courseIn(request.query);
    const closed = await services.studyStart.closedNow(actor);
    if (closed) return sendPage(request, reply, <ClosedHoursPage hours={closed} />);
    if (courseId === undefined) {
      return sendPage(
        request,
        reply,
        <ChooseCoursePage courses={await services.prioritization.prioritizeOwn(actor)} />,
      );
    }
    const view = await services.courses.getOwn(actor, courseId);
    const near = view.card.nextTest !== null && view.card.nextTest.days <= 7;
    const form = { ...EMPTY, type: near ? 'test preparation' : 'homework' };
    return sendPage(request, reply, <ChooseSessionPage view={view} form={form} />);
  });

  app.post('/study/new', create, async (request, reply) => sendChoice(request, reply, services));
}

const EMPTY: BeginForm = { type: '', units: [], minutes: '30', feeling: '', problems: {} };

/** Both forms ask for the same: one begins a session, or comes back with the reasons. */
async function sendChoice(request: FastifyRequest, reply: FastifyReply, services: Used): Promise<FastifyReply> {
  const actor = actorOf(request);
  const courseId = courseIn(request.body);
  if (courseId === undefined) throw notFound('course');
  const view = await services.courses.getOwn(actor, courseId);
  const course = { id: courseId, units: view.units.map(({ name }) => name) };
  const read = readBeginForm(request.body, course, pageContextOf(request).t.begin.problems);
  if (!read.ok) return sendPage(request, reply.code(400), <ChooseSessionPage view={view} form={read.form} />);
  return beginAndGo(request, reply, services, read.request);
}

async function beginAndGo(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  wanted: StudyRequest,
): Promise<FastifyReply> {
  try {
    const session = await services.studyStart.begin(actorOf(request), wanted);
    return reply.redirect(`/study/home/${session.id}`, 303);
  } catch (error) {
    const closed = error instanceof OutsideStudyHoursError && (await services.studyStart.closedNow(actorOf(request)));
    if (closed) return sendPage(request, reply.code(409), <ClosedHoursPage hours={closed} />);
    const live = error instanceof ActiveSessionExistsError ? await services.today.live(actorOf(request)) : null;
    if (!live) throw error;
    return sendPage(request, reply.code(409), <OneAtATimePage live={live} />);
  }
}

const course = z.object({ course: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional() });

/** The course that is asked for; undefined where none is. Throws `not-found` for what cannot be one. */
function courseIn(sent: unknown): number | undefined {
  const read = course.safeParse(sent ?? {});
  if (!read.success) throw notFound('course');
  return read.data.course;
}
