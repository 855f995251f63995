import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { LivePlace } from '../../services/lessons/lesson-places.service.ts';
import type { MessageOverview } from '../../services/study-session/session-view.service.ts';
import { actorOf } from '../access.ts';
import { lines } from '../forms/lines.ts';
import { StudySessionPage } from '../pages/study-session.page.tsx';
import { toMessageView } from '../presenters/session.presenter.ts';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { sessionViewOf, talkOf } from '../talk.ts';

const messageForm = z.object({
  clientId: z.string().min(1).max(100),
  content: lines.pipe(z.string().max(4000)).default(''),
  wish: z.string().max(4000).optional(),
  choiceId: z.string().max(20).optional(),
  picked: z.union([z.string(), z.array(z.string())]).optional(),
});

/** How long a form without JavaScript waits for the reply before the page is shown again, in ms. */
const LONGEST_WAIT = 25_000;

interface Place {
  kind: SessionKind;
  id: number;
}

/** The chat of a pupil's own session that is not over, `lesson` being where they are expected, as read before the session; sees to the teacher's first words where they are missing. */
export async function sendTalk(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  lesson?: LivePlace | null,
) {
  const actor = actorOf(request);
  const { conversation, view } = talkOf(services, place.kind);
  let messages = await view.messagesOf(actor, place.id, 0);
  let session = await sessionViewOf(services, actor, place);
  if (session.status === 'active' && lacksWelcome(messages)) {
    await conversation.begin(actor, place.id);
    session = await sessionViewOf(services, actor, place);
    messages = await view.messagesOf(actor, place.id, 0);
  }
  const props = { session, messages: messages.map(toMessageView), clientId: randomUUID(), place: lesson };
  return sendPage(request, reply, <StudySessionPage {...props} />);
}

/** What a form without JavaScript says to the teacher; the page is shown again with the reply. */
export async function takeWords(services: Services, request: FastifyRequest, reply: FastifyReply, place: Place) {
  const { clientId, content, wish, choiceId, picked } = messageForm.parse(request.body ?? {});
  const words = wish ?? (content.trim() === '' ? [picked ?? []].flat().join(', ') : content);
  const { conversation } = talkOf(services, place.kind);
  const sent = await conversation.sendMessage(actorOf(request), place.id, { clientId, content: words, choiceId });
  await noLongerThan(LONGEST_WAIT, sent.done());
  return reply.redirect(`/study/${place.kind}/${place.id}#m${sent.reply.id}`, 303);
}

/** Waits for something, but not longer than this, in ms. */
async function noLongerThan(most: number, something: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, most);
  });
  await Promise.race([something, enough]).finally(() => clearTimeout(timer));
}

/** The server died after the session was started and before its first words were whole. */
function lacksWelcome(messages: readonly MessageOverview[]): boolean {
  const [first, second] = messages.filter(({ message }) => message.move !== 'crisis');
  return first === undefined || (second === undefined && first.message.state === 'interrupted');
}
