import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feeling } from '../../shared/study-session.ts';
import { actorOf } from '../access.ts';
import { readEndForm } from '../forms/end-session.form.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type EndForm, EndSessionPage } from '../pages/end-session.page.tsx';
import { JoinLessonPage } from '../pages/join-lesson.page.tsx';
import { SchoolSessionPage } from '../pages/school-session.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { joinLesson, sessionViewOf } from '../talk.ts';
import { idIn } from './ids.ts';
import { sendTalk, takeWords } from './talk-page.tsx';

const own = { config: { access: 'view own progress' as const } };
const chat = { config: { access: 'chat with AI teacher' as const } };
const change = { config: { access: 'change session state' as const } };
const EMPTY: EndForm = { feeling: '', difficulty: '', understanding: '', feedback: '', problems: {} };

const placeOf = (request: FastifyRequest) => ({ kind: 'school' as const, id: idIn(request.params, 'study session') });
const addressOf = (request: FastifyRequest): string => `/study/school/${placeOf(request).id}`;

/** A pupil's part in a lesson at school: joined, studied in, ended, and looked back on. */
export function lessonSessionRoutes(app: FastifyInstance, services: Services): void {
  const { lessonAttendance, lessonTalk } = services;
  const viewOf = (request: FastifyRequest) => sessionViewOf(services, actorOf(request), placeOf(request));

  app.get('/study/school/:id', own, async (request, reply) => {
    const [actor, place] = [actorOf(request), placeOf(request)];
    // Read first: what changes meanwhile makes the page old, and it is loaded anew.
    const lesson = (await lessonAttendance.current(actor)) ?? null;
    const { status, joinedAt } = await lessonAttendance.getSession(actor, place.id);
    if (status === 'completed' || status === 'cancelled') {
      const view = await services.schoolHours.session(actor, actor.userId, place.id);
      const { mayReflect } = await lessonAttendance.factsOf(actor, place.id);
      return sendPage(request, reply, <SchoolSessionPage view={view} mayReflect={mayReflect} />);
    }
    if (joinedAt === null) {
      return sendPage(request, reply, <JoinLessonPage session={await viewOf(request)} place={lesson} />);
    }
    return sendTalk(services, request, reply, place, lesson);
  });

  app.post('/study/school/:id/join', change, async (request, reply) => {
    const said = feeling.safeParse(fieldsOf(request.body).feeling);
    const { joinedAt } = await lessonAttendance.getSession(actorOf(request), placeOf(request).id);
    if (joinedAt === null && !said.success) {
      const place = (await lessonAttendance.current(actorOf(request))) ?? null;
      const page = <JoinLessonPage session={await viewOf(request)} place={place} missing />;
      return sendPage(request, reply.code(400), page);
    }
    await joinLesson(services, actorOf(request), placeOf(request).id, said.data);
    return reply.redirect(addressOf(request), 303);
  });

  app.post('/study/school/:id/messages', chat, (request, reply) =>
    takeWords(services, request, reply, placeOf(request)),
  );

  const carryOut = (path: string, work: (request: FastifyRequest) => Promise<unknown>) => {
    app.post(`/study/school/:id/${path}`, change, async (request, reply) => {
      await work(request);
      return reply.redirect(addressOf(request), 303);
    });
  };
  carryOut('pause', (request) => lessonAttendance.pauseSession(actorOf(request), placeOf(request).id));
  carryOut('resume', (request) => lessonTalk.resume(actorOf(request), placeOf(request).id));
  carryOut('hand', (request) =>
    lessonAttendance.raiseHand(actorOf(request), placeOf(request).id, fieldsOf(request.body).up === 'yes'),
  );

  app.get('/study/school/:id/end', change, async (request, reply) => {
    const session = await viewOf(request);
    const isUnderWay = session.lesson?.joined && (session.status === 'active' || session.status === 'paused');
    if (!isUnderWay && !session.lesson?.mayReflect) return reply.redirect(addressOf(request), 303);
    return sendPage(request, reply, <EndSessionPage session={session} form={EMPTY} />);
  });

  app.post('/study/school/:id/end', change, async (request, reply) => {
    const [actor, { id }] = [actorOf(request), placeOf(request)];
    const read = readEndForm(request.body, pageContextOf(request).t.study);
    if (!read.ok) {
      await lessonAttendance.hearFeedback(actor, id, read.form.feedback);
      return sendPage(request, reply.code(400), <EndSessionPage session={await viewOf(request)} form={read.form} />);
    }
    await lessonAttendance.endSession(actor, id, read.feedback);
    return reply.redirect(addressOf(request), 303);
  });
}
