import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { actorOf } from '../access.ts';
import { readEndForm } from '../forms/end-session.form.ts';
import { type EndForm, EndSessionPage } from '../pages/end-session.page.tsx';
import { HistoryPage } from '../pages/history.page.tsx';
import { SessionSummaryPage } from '../pages/session-summary.page.tsx';
import { toSessionView } from '../presenters/session.presenter.ts';
import { toSummaryView } from '../presenters/summary.presenter.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { lessonsBeforeIn } from './ids.ts';
import { sendTalk, takeWords } from './talk-page.tsx';

const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const idOf = (request: { params: unknown }): number => params.parse(request.params).id;

/** Sessions a page of the history. */
const HISTORY_PAGE = 20;

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
  const placeOf = (request: { params: unknown }) => ({ kind: 'home' as const, id: idOf(request) });

  app.get('/study/home/:id', chat, async (request, reply) => {
    const { status, id } = await services.studySessions.getSession(actorOf(request), idOf(request));
    if (status === 'completed' || status === 'cancelled') return reply.redirect(`/study/home/${id}/summary`, 303);
    return sendTalk(services, request, reply, placeOf(request));
  });

  app.post('/study/home/:id/messages', chat, (request, reply) => takeWords(services, request, reply, placeOf(request)));
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
}
