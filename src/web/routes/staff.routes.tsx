import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { LONGEST_REASON } from '../../services/classroom/pupil-pages.service.ts';
import { actorOf } from '../access.ts';
import { lines } from '../forms/lines.ts';
import { ClassPage } from '../pages/class.page.tsx';
import { PupilPage } from '../pages/pupil.page.tsx';
import { PupilSessionPage } from '../pages/pupil-session.page.tsx';
import { RegionPage } from '../pages/region.page.tsx';
import { SchoolPage } from '../pages/school.page.tsx';
import { SchoolSessionPage } from '../pages/school-session.page.tsx';
import { ScoreAgreementPage } from '../pages/score-agreement.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { beforeIn, idIn, lessonsBeforeIn, sessionIdIn } from './ids.ts';

const reasonForm = z.object({ reason: lines.catch('') }).catch({ reason: '' });

/** One page for each of the staff roles, and what they see of one pupil. */
export function staffRoutes(
  app: FastifyInstance,
  services: Pick<
    Services,
    | 'attention'
    | 'classroom'
    | 'classGuidance'
    | 'pupilPages'
    | 'school'
    | 'schoolHours'
    | 'scoreAgreement'
    | 'region'
    | 'givenScores'
  >,
): void {
  const pupil = { config: { access: 'view a pupil' as const, showsPupil: true as const } };

  app.get('/class', { config: { access: 'view class analytics' } }, async (request, reply) => {
    const actor = actorOf(request);
    const view = await services.classroom.overview(actor);
    const unread = await services.classGuidance.countUnread(actor);
    const waiting = await services.attention.waiting(actor);
    return sendPage(request, reply, <ClassPage {...{ view, unread, waiting }} />);
  });

  app.get('/class/students/:id', pupil, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const actor = actorOf(request);
    const view = await services.pupilPages.pupil(actor, id, beforeIn(request.query));
    const atSchool = await services.schoolHours.overview(actor, id, lessonsBeforeIn(request.query));
    return sendPage(request, reply, <PupilPage view={view} atSchool={atSchool} />);
  });

  app.get('/class/students/:id/lessons/:sessionId', pupil, async (request, reply) => {
    const [id, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const view = await services.schoolHours.session(actorOf(request), id, sessionId);
    const given = await services.givenScores.historyOf(actorOf(request), { sessionId, studentId: id });
    return sendPage(request, reply, <SchoolSessionPage view={view} given={given} />);
  });

  app.get('/class/students/:id/sessions/:sessionId', pupil, async (request, reply) => {
    const [id, sessionId] = [idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const view = await services.pupilPages.session(actorOf(request), id, sessionId);
    return sendPage(request, reply, <PupilSessionPage view={view} />);
  });

  app.post('/class/students/:id/sessions/:sessionId/read', pupil, async (request, reply) => {
    const [actor, id, sessionId] = [actorOf(request), idIn(request.params, 'pupil'), sessionIdIn(request.params)];
    const { reason } = reasonForm.parse(request.body);
    if (reason.trim() === '' || reason.length > LONGEST_REASON) {
      const view = await services.pupilPages.session(actor, id, sessionId);
      const form = { reason, problem: pageContextOf(request).t.staff.reasonMissing(LONGEST_REASON) };
      return sendPage(request, reply.code(400), <PupilSessionPage view={view} form={form} />);
    }
    const view = await services.pupilPages.session(actor, id, sessionId, reason);
    return sendPage(request, reply, <PupilSessionPage view={view} />);
  });

  app.get('/school', { config: { access: 'view school analytics' } }, async (request, reply) => {
    return sendPage(request, reply, <SchoolPage view={await services.school.overview(actorOf(request))} />);
  });

  app.get('/school/evaluator', { config: { access: 'view school analytics' } }, async (request, reply) => {
    const view = await services.scoreAgreement.ofSchool(actorOf(request));
    return sendPage(request, reply, <ScoreAgreementPage view={view} />);
  });

  app.get('/region', { config: { access: 'view subject analytics' } }, async (request, reply) => {
    return sendPage(request, reply, <RegionPage view={await services.region.overview(actorOf(request))} />);
  });
}
