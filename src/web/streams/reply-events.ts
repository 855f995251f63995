import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Sent } from '../../services/study-session/conversation.service.ts';
import type { MessageOverview } from '../../services/study-session/session-view.service.ts';
import type { ReplyEvents } from '../../shared/study-session.ts';
import { messagesFor, toLocale } from '../i18n/messages.ts';
import { toMessageView, toOpenItemView, toUnitView } from '../presenters/session.presenter.ts';
import { toHtml } from '../rich-text.ts';
import type { talkOf } from '../talk.ts';
import type { ServerEvent } from './event-stream.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';

type Talk = Pick<ReturnType<typeof talkOf>, 'conversation' | 'view'>;

/** An event of the conversation, typed by its name. Only whole messages carry an id: there a stream can be taken up again. */
function event<Name extends keyof ReplyEvents>(name: Name, data: ReplyEvents[Name], id?: number): ServerEvent {
  return { event: name, data, ...(id === undefined ? {} : { id }) };
}

/** A message that was taken, and the reply as it is written. A reply that broke off ends with its message marked so. */
export async function* replyEvents(talk: Talk, actor: Actor, sent: Sent): AsyncGenerator<ServerEvent> {
  const { view } = talk;
  if (sent.prompt) {
    const prompt = await view.messageOf(actor, sent.prompt);
    yield event('prompt', { message: toMessageView(prompt) }, sent.prompt.id);
  }
  if (!sent.answered) {
    yield event('kept', {});
    return;
  }
  yield event('text-start', { id: sent.reply.id });
  yield* textEvents(sent);
  const reply = await sent.done();
  yield await standingNow(talk, actor, reply.sessionId);
  yield event('text-end', { message: toMessageView(await view.messageOf(actor, reply)) }, reply.id);
}

/** What is open, how the units stand, and who teaches. */
async function standingNow({ view }: Talk, actor: Actor, sessionId: number): Promise<ServerEvent> {
  const { openItem, units, offers, teacher } = await view.standingOf(actor, sessionId);
  const { words } = messagesFor(toLocale(actor.locale));
  return event('item', {
    openItem: openItem && toOpenItemView(openItem),
    units: units.map((unit) => toUnitView(unit, words)),
    offers,
    teacher,
  });
}

/** The text as it comes, and each markdown block as HTML once it is finished. */
async function* textEvents(sent: Sent): AsyncGenerator<ServerEvent> {
  const blocks = new MarkdownBlocks();
  let index = 0;
  for await (const piece of sent.follow()) {
    if (piece.type === 'end') break;
    for (const { text, block } of blocks.push(piece.text)) {
      if (text !== '') yield event('text-delta', { text });
      if (block === undefined) continue;
      yield event('block', { index, html: toHtml(block) });
      index += 1;
    }
  }
  const last = blocks.end();
  if (last !== null) yield event('block', { index, html: toHtml(last) });
}

/** What a reader missed: whole messages one by one, then the reply that is being written, as it is written. */
export async function* missedEvents(
  talk: Talk,
  actor: Actor,
  missed: readonly MessageOverview[],
): AsyncGenerator<ServerEvent> {
  for (const [at, overview] of missed.entries()) {
    const { message } = overview;
    const view = toMessageView(overview);
    // What is open now comes before the last word, as it does with a reply that is followed.
    const isLast = at === missed.length - 1 && message.state !== 'streaming';
    if (isLast) yield await standingNow(talk, actor, message.sessionId);
    if (message.from === 'student') yield event('prompt', { message: view }, message.id);
    else if (message.state !== 'streaming') yield event('text-end', { message: view }, message.id);
    else yield* replyEvents(talk, actor, await talk.conversation.followReply(actor, message));
  }
}
