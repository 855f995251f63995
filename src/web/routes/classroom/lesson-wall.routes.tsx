import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import { actorOf } from '../../access.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { LessonTalkPage } from '../../pages/classroom/lesson-talk.page.tsx';
import { type Said, WallPage } from '../../pages/classroom/wall.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn, sessionIdIn } from '../ids.ts';

const look = { config: { access: 'view class analytics' as const } };
const give = { config: { access: 'give a lesson' as const } };
/** By so many minutes the end is moved where nobody chose. */
const EXTENSION = 5;

/** A lesson while it runs: the wall, what can be done about it, and the talk of one session. */
export function lessonWallRoutes(
  app: FastifyInstance,
  {
    lessonWall,
    lessonTranscripts,
    lessonPlanning,
    runningLessons,
    whispers,
  }: Pick<Services, 'lessonWall' | 'lessonTranscripts' | 'lessonPlanning' | 'runningLessons' | 'whispers'>,
): void {
  app.get('/classroom/lessons/:id', look, async (request, reply) => {
    const [actor, id] = [actorOf(request), idOf(request)];
    const wall = await lessonWall.wallOf(actor, id);
    const props = { wall, whispers: await whispers.listOf(actor, id), said: saidIn(request.query) };
    return sendPage(request, reply, <WallPage {...props} />);
  });

  app.get('/classroom/lessons/:id/sessions/:sessionId', look, async (request, reply) => {
    const [actor, id, sessionId] = [actorOf(request), idOf(request), sessionIdIn(request.params)];
    const talk = await lessonTranscripts.read(actor, id, sessionId);
    const all = await whispers.listOf(actor, id);
    const own = all.filter((one) => one.sessionId === null || one.sessionId === sessionId);
    return sendPage(request, reply, <LessonTalkPage talk={talk} whispers={own} />);
  });

  const change = (path: string, carryOut: (request: FastifyRequest) => Promise<unknown>) => {
    app.post(`/classroom/lessons/:id/${path}`, give, async (request, reply) => {
      await carryOut(request);
      // What was done on the page of a session leads back there.
      const { back, sessionId } = fieldsOf(request.body);
      const page = back === 'session' && sessionId ? `/sessions/${sessionId}` : '';
      return reply.redirect(`/classroom/lessons/${idOf(request)}${page}`, 303);
    });
  };
  change('start', (request) => lessonPlanning.startLesson(actorOf(request), idOf(request)));
  change('cancel', (request) => lessonPlanning.cancelLesson(actorOf(request), idOf(request)));
  change('pause', (request) => {
    const eyesUp = fieldsOf(request.body).eyesUp === 'yes';
    return runningLessons.pause(actorOf(request), idOf(request), { ...reachOf(request), eyesUp });
  });
  change('resume', (request) => runningLessons.resume(actorOf(request), idOf(request), reachOf(request)));
  change('stop', (request) => runningLessons.stop(actorOf(request), idOf(request), reachOf(request)));
  change('extend', (request) => runningLessons.extend(actorOf(request), idOf(request), minutesIn(request)));
}

/** What no number is, is for the service to refuse. */
function minutesIn(request: FastifyRequest): number {
  const { minutes } = fieldsOf(request.body);
  return minutes === undefined || minutes === '' ? EXTENSION : Number(minutes);
}

const count = z.coerce.number().int().min(1).max(1000);

/** What the last form on the page did. */
function saidIn(query: unknown): Said {
  const { sent, noted, empty } = fieldsOf(query);
  const sessions = count.safeParse(sent);
  if (sessions.success) return { kind: 'sent', sessions: sessions.data };
  return noted ? { kind: 'noted' } : empty ? { kind: 'empty' } : null;
}

const idOf = (request: FastifyRequest): number => idIn(request.params, 'lesson');

/** The whole lesson, or the session that the form names. */
function reachOf(request: FastifyRequest): { sessionId?: number } {
  const { sessionId } = fieldsOf(request.body);
  if (sessionId === undefined) return {};
  if (!/^[1-9]\d{0,14}$/.test(sessionId)) throw invalidInput('There is no such session.', { sessionId: 'an id' });
  return { sessionId: Number(sessionId) };
}
