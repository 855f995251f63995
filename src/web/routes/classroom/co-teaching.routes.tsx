import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { notFound } from '../../../domain/errors/app-error.ts';
import { actorOf } from '../../access.ts';
import { fieldsOf, idsOf } from '../../forms/fields.ts';
import type { Services } from '../../services.ts';
import { idIn, sessionIdIn } from '../ids.ts';

const reach = { config: { access: 'message a pupil' as const } };
const whisperParams = z.object({ whisperId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** What class managers say to pupils and to teachers of a lesson that runs, and the talks that they take over: as forms. */
export function coTeachingRoutes(app: FastifyInstance, { whispers, staffWords, takeOvers }: Services): void {
  app.post('/classroom/lessons/:id/reach', reach, async (request, reply) => {
    const [actor, lessonId, content] = [actorOf(request), idOf(request), contentOf(request)];
    const chosen = idsOf(request.body, 'sessionIds');
    const sessionIds = chosen.length > 0 ? chosen : undefined;
    const wall = `/classroom/lessons/${lessonId}`;
    if (content === '') return reply.redirect(`${wall}?empty=1#say`, 303);
    if (fieldsOf(request.body).to === 'teachers') {
      await whispers.whisper(actor, lessonId, { content, sessionIds });
      return reply.redirect(`${wall}?noted=1#whispers`, 303);
    }
    const sent = await staffWords.send(actor, lessonId, { content, sessionIds });
    return reply.redirect(`${wall}?sent=${sent}#say`, 303);
  });

  app.post('/classroom/lessons/:id/whispers/:whisperId/withdraw', reach, async (request, reply) => {
    const params = whisperParams.safeParse(request.params);
    if (!params.success) throw notFound('whisper');
    await whispers.withdraw(actorOf(request), idOf(request), params.data.whisperId);
    return reply.redirect(`${addressOf(request, fieldsOf(request.body).back)}#whispers`, 303);
  });

  const inSession = (path: string, carryOut: (request: FastifyRequest, sessionId: number) => Promise<unknown>) => {
    app.post(`/classroom/lessons/:id/sessions/:sessionId/${path}`, reach, async (request, reply) => {
      const sessionId = sessionIdIn(request.params);
      await carryOut(request, sessionId);
      return reply.redirect(`${addressOf(request, String(sessionId))}#end`, 303);
    });
  };
  inSession('take-over', (request, id) => takeOvers.takeOver(actorOf(request), idOf(request), id));
  inSession('hand-back', (request, id) => takeOvers.handBack(actorOf(request), idOf(request), id));
  inSession('whispers', (request, id) =>
    whispers.whisper(actorOf(request), idOf(request), { content: contentOf(request), sessionIds: [id] }),
  );
  inSession('messages', (request, id) =>
    staffWords.send(actorOf(request), idOf(request), { content: contentOf(request), sessionIds: [id] }),
  );
  inSession('hand', (request, sessionId) => {
    const [studentId] = idsOf(request.body, 'studentId');
    if (studentId === undefined) throw notFound('pupil');
    const content = contentOf(request);
    return staffWords.answerHand(actorOf(request), idOf(request), { sessionId, studentId, content });
  });
}

const idOf = (request: FastifyRequest): number => idIn(request.params, 'lesson');
/** What was written, by the name of its field; `content` is the page itself. */
function contentOf(request: FastifyRequest): string {
  const { words, note } = fieldsOf(request.body);
  return (words ?? note ?? '').trim();
}

/** The wall, or the page of the session that the form names to come back to. */
function addressOf(request: FastifyRequest, back: string | undefined): string {
  const wall = `/classroom/lessons/${idOf(request)}`;
  return back !== undefined && /^[1-9]\d{0,14}$/.test(back) ? `${wall}/sessions/${back}` : wall;
}
