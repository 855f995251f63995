import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalidInput } from '../../../domain/errors/app-error.ts';
import { actorOf } from '../../access.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { LessonTalkPage } from '../../pages/classroom/lesson-talk.page.tsx';
import { WallPage } from '../../pages/classroom/wall.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn, sessionIdIn } from '../ids.ts';

const look = { config: { access: 'view class analytics' as const } };
const give = { config: { access: 'give a lesson' as const } };
/** By so many minutes the button moves the end. */
const EXTENSION = 5;

/** A lesson while it runs: the wall, what can be done about it, and the talk of one session. */
export function lessonWallRoutes(
  app: FastifyInstance,
  {
    lessonWall,
    lessonTranscripts,
    lessonPlanning,
    runningLessons,
  }: Pick<Services, 'lessonWall' | 'lessonTranscripts' | 'lessonPlanning' | 'runningLessons'>,
): void {
  app.get('/classroom/lessons/:id', look, async (request, reply) => {
    return sendPage(request, reply, <WallPage wall={await lessonWall.wallOf(actorOf(request), idOf(request))} />);
  });

  app.get('/classroom/lessons/:id/sessions/:sessionId', look, async (request, reply) => {
    const talk = await lessonTranscripts.read(actorOf(request), idOf(request), sessionIdIn(request.params));
    return sendPage(request, reply, <LessonTalkPage talk={talk} />);
  });

  const change = (path: string, carryOut: (request: FastifyRequest) => Promise<unknown>) => {
    app.post(`/classroom/lessons/:id/${path}`, give, async (request, reply) => {
      await carryOut(request);
      return reply.redirect(`/classroom/lessons/${idOf(request)}`, 303);
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
  change('extend', (request) => runningLessons.extend(actorOf(request), idOf(request), EXTENSION));
}

const idOf = (request: FastifyRequest): number => idIn(request.params, 'lesson');

/** The whole lesson, or the session that the form names. */
function reachOf(request: FastifyRequest): { sessionId?: number } {
  const { sessionId } = fieldsOf(request.body);
  if (sessionId === undefined) return {};
  if (!/^[1-9]\d{0,14}$/.test(sessionId)) throw invalidInput('There is no such session.', { sessionId: 'an id' });
  return { sessionId: Number(sessionId) };
}
