import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import { LONGEST_WORDS } from '../../domain/evaluation/score-review.ts';
import type { ScoreName } from '../../services/evaluations/score-reviews.service.ts';
import { actorOf } from '../access.ts';
import { contestForm, readScoreAnswer } from '../forms/score-answer.form.ts';
import { ContestScorePage } from '../pages/contest-score.page.tsx';
import { EvaluationsPage } from '../pages/evaluations.page.tsx';
import { PupilSessionPage } from '../pages/pupil-session.page.tsx';
import { SchoolSessionPage } from '../pages/school-session.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn, sessionIdIn } from './ids.ts';

type Used = Pick<Services, 'scoreReviews' | 'pupilPages' | 'schoolHours'>;

const kinds = z.object({ kind: z.enum(['proficiency', 'investment']) });

/** Contesting a score, and answering whoever contests it. */
export function scoreRoutes(app: FastifyInstance, services: Used): void {
  contestRoutes(app, services);
  answerRoutes(app, services);
}

const own = (request: FastifyRequest): Place => {
  const id = idIn(request.params, 'study session');
  const address = `/study/home/${id}`;
  const kind = kindIn(request.params);
  return { name: { sessionId: id, kind }, address, back: `${address}/summary#${kind}` };
};

const ownLesson = (request: FastifyRequest): Place => {
  const id = idIn(request.params, 'study session');
  return lessonAt(`/study/school/${id}`, { sessionId: id, kind: kindIn(request.params) });
};

const ofChild = (request: FastifyRequest): Place => {
  const [studentId, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
  const address = `/children/${studentId}/sessions/${sessionId}`;
  const kind = kindIn(request.params);
  return { name: { studentId, sessionId, kind }, address, back: `${address}#${kind}-evaluator` };
};

const lessonOfChild = (request: FastifyRequest): Place => {
  const [studentId, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
  const address = `/children/${studentId}/lessons/${sessionId}`;
  return lessonAt(address, { studentId, sessionId, kind: kindIn(request.params) });
};

function contestRoutes(app: FastifyInstance, services: Used): void {
  // The service asks for 'contest a score' besides.
  for (const [path, access, find] of [
    ['/study/home/:id/contest/:kind', 'view own progress', own],
    ['/study/school/:id/contest/:kind', 'view own progress', ownLesson],
    ['/children/:id/sessions/:sessionId/contest/:kind', 'view child progress', ofChild],
    ['/children/:id/lessons/:sessionId/contest/:kind', 'view child progress', lessonOfChild],
  ] as const) {
    const contest = { config: { access } };
    app.get(path, contest, async (request, reply) => {
      return sendContest(services, request, reply, find(request), { words: '' });
    });

    app.post(path, contest, async (request, reply) => {
      const place = find(request);
      const { words } = contestForm.parse(request.body ?? {});
      try {
        await services.scoreReviews.contest(actorOf(request), place.name, words);
      } catch (error) {
        if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
        const problem = pageContextOf(request).t.scores.whyProblem(LONGEST_WORDS);
        return sendContest(services, request, reply.code(400), place, { words, problem });
      }
      return reply.redirect(place.back, 303);
    });
  }
}

function answerRoutes(app: FastifyInstance, services: Used): void {
  const answer = { config: { access: 'provide investment evaluation' as const } };

  app.get('/class/evaluations', answer, async (request, reply) => {
    return sendPage(request, reply, <EvaluationsPage queue={await services.scoreReviews.queue(actorOf(request))} />);
  });

  app.post('/class/students/:id/sessions/:sessionId/scores/:kind', answer, async (request, reply) => {
    const [actor, id, sessionId] = [actorOf(request), idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const kind = kindIn(request.params);
    const read = readScoreAnswer(request.body, kind, pageContextOf(request).t.scores);
    if (!read.ok) {
      const view = await services.pupilPages.session(actor, id, sessionId);
      return sendPage(request, reply.code(400), <PupilSessionPage view={view} answer={read.form} />);
    }
    await services.scoreReviews.answer(actor, { studentId: id, sessionId, kind }, read.answer);
    return reply.redirect(`/class/students/${id}/sessions/${sessionId}#${kind}-evaluator`, 303);
  });

  app.post('/class/students/:id/lessons/:sessionId/scores/:kind', answer, async (request, reply) => {
    const [actor, id, sessionId] = [actorOf(request), idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const kind = kindIn(request.params);
    const read = readScoreAnswer(request.body, kind, pageContextOf(request).t.scores);
    if (!read.ok) {
      const view = await services.schoolHours.session(actor, id, sessionId);
      return sendPage(request, reply.code(400), <SchoolSessionPage view={view} answer={read.form} />);
    }
    await services.scoreReviews.answer(actor, { hours: 'school', studentId: id, sessionId, kind }, read.answer);
    return reply.redirect(`/class/students/${id}/lessons/${sessionId}#${kind}-evaluator`, 303);
  });
}

const lessonAt = (address: string, name: Omit<ScoreName, 'hours'>): Place => ({
  name: { ...name, hours: 'school' },
  address,
  back: `${address}#${name.kind}-evaluator`,
});

/** A score that somebody may contest, and where. */
interface Place {
  name: ScoreName;
  /** Of the session. */
  address: string;
  /** Where the score is read. */
  back: string;
}

function kindIn(params: unknown): EvaluationKind {
  const read = kinds.safeParse(params);
  if (!read.success) throw notFound('score');
  return read.data.kind;
}

async function sendContest(
  services: Used,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, address, back }: Place,
  form: { words: string; problem?: string },
) {
  const { kind } = name;
  const action = `${address}/contest/${kind}`;
  const score = await services.scoreReviews.contestable(actorOf(request), name);
  return sendPage(request, reply, <ContestScorePage {...{ kind, score, action, back, form }} />);
}
