import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { MessageOverview } from '../../services/study-session/session-view.service.ts';
import { actorOf } from '../access.ts';
import { readEndForm } from '../forms/end-session.form.ts';
import { lines } from '../forms/lines.ts';
import { type EndForm, EndSessionPage } from '../pages/end-session.page.tsx';
import { HistoryPage } from '../pages/history.page.tsx';
import { SchoolSessionPage } from '../pages/school-session.page.tsx';
import { SessionSummaryPage } from '../pages/session-summary.page.tsx';
import { StudySessionPage } from '../pages/study-session.page.tsx';
import { toMessageView, toSessionView } from '../presenters/session.presenter.ts';
import { toSummaryView } from '../presenters/summary.presenter.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { lessonsBeforeIn } from './ids.ts';

const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const idOf = (request: { params: unknown }): number => params.parse(request.params).id;

const messageForm = z.object({
  clientId: z.string().min(1).max(100),
  content: lines.pipe(z.string().max(4000)).default(''),
  wish: z.string().max(4000).optional(),
  choiceId: z.string().max(20).optional(),
  picked: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Sessions a page of the history. */
const HISTORY_PAGE = 20;

/** How long a form without JavaScript waits for the reply before the page is shown again, in ms. */
const LONGEST_WAIT = 25_000;

const own = { config: { access: 'view own progress' as const } };
const chat = { config: { access: 'chat with AI teacher' as const } };
const change = { config: { access: 'change session state' as const } };

/** A study session as pages that work without JavaScript: the talk, its changes of state, its end, and what came of it. */
export function studySessionRoutes(app: FastifyInstance, services: Services): void {
  talkRoutes(app, services);
  stateRoutes(app, services);
  endRoutes(app, services);
  pastRoutes(app, services);
}

/** The chat, and the form that sends a message. */
function talkRoutes(app: FastifyInstance, services: Services): void {
  app.get('/study/home/:id', chat, async (request, reply) => {
    const [actor, id] = [actorOf(request), idOf(request)];
    let { overview, messages } = await talkOf(services, actor, id);
    const { status } = overview.session;
    if (status === 'completed' || status === 'cancelled') return reply.redirect(`/study/home/${id}/summary`, 303);
    if (status === 'active' && lacksWelcome(messages)) {
      await services.conversation.begin(actor, id);
      ({ overview, messages } = await talkOf(services, actor, id));
    }
    const props = {
      session: toSessionView(overview, pageContextOf(request).t),
      messages: messages.map(toMessageView),
      clientId: randomUUID(),
    };
    return sendPage(request, reply, <StudySessionPage {...props} />);
  });

  app.post('/study/home/:id/messages', chat, async (request, reply) => {
    const id = idOf(request);
    const { clientId, content, wish, choiceId, picked } = messageForm.parse(request.body ?? {});
    const words = wish ?? (content.trim() === '' ? [picked ?? []].flat().join(', ') : content);
    const sent = await services.conversation.sendMessage(actorOf(request), id, { clientId, content: words, choiceId });
    await noLongerThan(LONGEST_WAIT, sent.done());
    return reply.redirect(`/study/home/${id}#m${sent.reply.id}`, 303);
  });
}

/** Waits for something, but not longer than this, in ms. */
async function noLongerThan(most: number, something: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, most);
  });
  await Promise.race([something, enough]).finally(() => clearTimeout(timer));
}

async function talkOf({ sessionView }: Pick<Services, 'sessionView'>, actor: Actor, id: number) {
  const overview = await sessionView.overviewOf(actor, id);
  return { overview, messages: await sessionView.messagesOf(actor, id, 0) };
}

/** The server died after the session was started and before its first words were whole. */
function lacksWelcome(messages: readonly MessageOverview[]): boolean {
  const [first, second] = messages.filter(({ message }) => message.move !== 'crisis');
  return first === undefined || (second === undefined && first.message.state === 'interrupted');
}

/** Start, pause, resume, cancel. */
function stateRoutes(app: FastifyInstance, services: Services): void {
  app.post('/study/home/:id/start', change, async (request, reply) => {
    const session = await services.conversation.begin(actorOf(request), idOf(request));
    return reply.redirect(`/study/home/${session.id}`, 303);
  });

  app.post('/study/home/:id/pause', change, async (request, reply) => {
    const session = await services.studySessions.pauseSession(actorOf(request), idOf(request));
    return reply.redirect(`/study/home/${session.id}`, 303);
  });

  app.post('/study/home/:id/resume', change, async (request, reply) => {
    const session = await services.conversation.resume(actorOf(request), idOf(request));
    return reply.redirect(`/study/home/${session.id}`, 303);
  });

  app.post('/study/home/:id/cancel', change, async (request, reply) => {
    await services.studySessions.cancelSession(actorOf(request), idOf(request));
    return reply.redirect('/', 303);
  });
}

/** The questions at the end. */
function endRoutes(app: FastifyInstance, services: Services): void {
  app.get('/study/home/:id/end', change, async (request, reply) => {
    const overview = await services.sessionView.overviewOf(actorOf(request), idOf(request));
    const { status, id } = overview.session;
    if (status !== 'active' && status !== 'paused') return reply.redirect(`/study/home/${id}/summary`, 303);
    const empty: EndForm = { feeling: '', difficulty: '', understanding: '', feedback: '', problems: {} };
    return sendPage(
      request,
      reply,
      <EndSessionPage session={toSessionView(overview, pageContextOf(request).t)} form={empty} />,
    );
  });

  app.post('/study/home/:id/end', change, async (request, reply) => {
    const read = readEndForm(request.body, pageContextOf(request).t.study);
    if (!read.ok) {
      await services.studySessions.hearFeedback(actorOf(request), idOf(request), read.form.feedback);
      const overview = await services.sessionView.overviewOf(actorOf(request), idOf(request));
      return sendPage(
        request,
        reply.code(400),
        <EndSessionPage session={toSessionView(overview, pageContextOf(request).t)} form={read.form} />,
      );
    }
    const session = await services.studySessions.endSession(actorOf(request), idOf(request), read.feedback);
    return reply.redirect(`/study/home/${session.id}/summary`, 303);
  });
}

/** The summary of a session, and all sessions. */
function pastRoutes(app: FastifyInstance, services: Services): void {
  app.get('/study/home/:id/summary', own, async (request, reply) => {
    const [actor, id] = [actorOf(request), idOf(request)];
    const overview = await services.sessionView.overviewOf(actor, id);
    if (overview.session.status === 'active' || overview.session.status === 'paused') {
      return reply.redirect(`/study/home/${id}`, 303);
    }
    const summary = await services.sessionSummary.summaryOf(actor, id);
    const transcript = await services.sessionView.messagesOf(actor, id, 0);
    const view = toSummaryView(summary, overview, transcript, pageContextOf(request));
    return sendPage(request, reply, <SessionSummaryPage view={view} />);
  });

  app.get('/history', own, async (request, reply) => {
    const { before } = z
      .object({ before: z.coerce.number().int().positive().optional().catch(undefined) })
      .parse(request.query);
    const history = await services.history.ownHistory(actorOf(request), { limit: HISTORY_PAGE, before });
    const actor = actorOf(request);
    const atSchool = await services.schoolHours.overview(actor, actor.userId, lessonsBeforeIn(request.query));
    return sendPage(request, reply, <HistoryPage history={history} atSchool={atSchool} older={before !== undefined} />);
  });

  app.get('/study/school/:id', own, async (request, reply) => {
    const actor = actorOf(request);
    const view = await services.schoolHours.session(actor, actor.userId, idOf(request));
    return sendPage(request, reply, <SchoolSessionPage view={view} />);
  });
}
