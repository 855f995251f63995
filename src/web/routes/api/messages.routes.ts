import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { SessionRef } from '../../../domain/study-session/study-session.ts';
import { message, newMessage, openItem } from '../../../shared/study-session.ts';
import { actorOf } from '../../access.ts';
import { toMessageView, toOpenItemView } from '../../presenters/session.presenter.ts';
import type { Services } from '../../services.ts';
import { resumeAfter, sendEvents, wantsEvents } from '../../streams/event-stream.ts';
import { missedEvents, replyEvents } from '../../streams/reply-events.ts';
import { talkOf } from '../../talk.ts';
import { type Api, failures } from './api-scope.ts';
import { sessionParams } from './study-session-params.ts';

const tags = ['messages'];
const config = { access: 'chat with AI teacher' } as const;
const afterQuery = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) });
const exchange = z.object({
  prompt: message.nullable(),
  /** Null: the words are kept, and nobody has answered them yet. */
  response: message.nullable(),
  openItem: openItem.nullable(),
  offers: z.array(z.string()),
});

/** What is said in a session: read, and followed as it is written. */
export function messageApi(api: Api, services: Services): void {
  /** What was missed, and the running reply to its end; 204 when there is nothing, which ends a browser's reconnecting. */
  const follow = async (request: FastifyRequest, reply: FastifyReply, { kind, id }: SessionRef, after: number) => {
    const actor = actorOf(request);
    const talk = talkOf(services, kind);
    const missed = await talk.view.messagesOf(actor, id, resumeAfter(request, after));
    if (missed.length === 0) return reply.code(204).send();
    return sendEvents(request, reply, missedEvents(talk, actor, missed));
  };

  api.get(
    '/study-sessions/:kind/:id/messages',
    {
      schema: {
        tags,
        summary: 'Messages after a sequence number',
        params: sessionParams,
        querystring: afterQuery,
        description: 'With `Accept: text/event-stream` the running reply is followed, as under `/stream`.',
        response: { 200: z.array(message), ...failures },
      },
      config,
    },
    async (request, reply) => {
      const { kind, id } = request.params;
      if (wantsEvents(request)) return follow(request, reply, request.params, request.query.after);
      return (await talkOf(services, kind).view.messagesOf(actorOf(request), id, request.query.after)).map(
        toMessageView,
      );
    },
  );

  api.get(
    '/study-sessions/:kind/:id/stream',
    {
      schema: {
        tags,
        summary: 'Follow what is said',
        params: sessionParams,
        querystring: afterQuery,
        description:
          'Server-sent events: `prompt` and `text-end` for each message after `after` (or `Last-Event-ID`), then the running ' +
          'reply as it is written. 204 when there is nothing to send.',
        produces: ['text/event-stream'],
        response: failures,
      },
      config,
    },
    async (request, reply) => follow(request, reply, request.params, request.query.after),
  );
}

/** What the pupil says. */
export function sendingApi(api: Api, services: Services): void {
  api.post(
    '/study-sessions/:kind/:id/messages',
    {
      schema: {
        tags,
        summary: 'Say something to the teacher',
        params: sessionParams,
        body: newMessage,
        description:
          'A repeated `clientId` answers with what it brought the first time. With `Accept: text/event-stream` the reply comes ' +
          'as events: `prompt`, `text-start`, `text-delta`, `block`, `item`, `text-end`, or `error`. Words that a class manager ' +
          'answers in the place of the teacher bring no response, and `kept` after the `prompt`; so do words in a group, ' +
          'whose answer comes in its turn under `/stream`.',
        response: { 200: exchange, ...failures },
      },
      config,
    },
    async (request, reply) => {
      const [actor, { kind, id }] = [actorOf(request), request.params];
      const talk = talkOf(services, kind);
      const sent = await talk.conversation.sendMessage(actor, id, request.body);
      if (wantsEvents(request)) return sendEvents(request, reply, replyEvents(talk, actor, sent));
      const answer = await sent.done();
      const response = answer.from === 'student' ? null : await talk.view.messageOf(actor, answer);
      const prompt = sent.prompt && (await talk.view.messageOf(actor, sent.prompt));
      const standing = await talk.view.standingOf(actor, id);
      return {
        prompt: prompt && toMessageView(prompt),
        response: response && toMessageView(response),
        openItem: standing.openItem && toOpenItemView(standing.openItem),
        offers: standing.offers,
      };
    },
  );
}
