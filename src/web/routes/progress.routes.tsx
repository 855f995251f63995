import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DaysWish } from '../../services/analytics/analytics-view.ts';
import type { PupilFigures } from '../../services/analytics/pupil-analytics.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { ProgressPage, type Whose } from '../pages/progress/progress.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { unlessBadDays } from './days-wish.ts';
import { idIn } from './ids.ts';
import { sendPupilFigures, sendPupilSessions } from './send-pupil-figures.ts';

/** A pupil's figures over time: the pupil's own page, and the same for the parents of a child. */
export function progressRoutes(
  app: FastifyInstance,
  { pupilAnalytics, family }: Pick<Services, 'pupilAnalytics' | 'family'>,
): void {
  const own = { config: { access: 'view own progress' as const } };
  const child = { config: { access: 'view child progress' as const } };
  const ofOwn = (request: FastifyRequest) => pupilAnalytics.own(actorOf(request), daysIn(request.query));
  const ofChild = (request: FastifyRequest) =>
    pupilAnalytics.ofChild(actorOf(request), idIn(request.params, 'pupil'), daysIn(request.query));

  app.get('/progress', own, async (request, reply) => {
    const figures = await unlessBadDays(ofOwn(request));
    const page = <ProgressPage whose={OWN} figures={figures} wish={daysIn(request.query)} />;
    return sendPage(request, figures === null ? reply.code(400) : reply, page);
  });
  app.get('/progress.csv', own, async (request, reply) => sendPupilFigures(request, reply, await ofOwn(request)));
  app.get('/progress/sessions.csv', own, async (request, reply) =>
    sendPupilSessions(request, reply, await ofOwn(request)),
  );

  app.get('/children/:id/progress', child, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const { firstName } = await family.child(actorOf(request), id);
    const figures = await unlessBadDays(ofChild(request));
    const page = <ProgressPage whose={ofChildNamed(id, firstName)} figures={figures} wish={daysIn(request.query)} />;
    return sendPage(request, figures === null ? reply.code(400) : reply, page);
  });
  app.get('/children/:id/progress.csv', child, async (request, reply) =>
    sendPupilFigures(request, reply, await ofChild(request)),
  );
  app.get('/children/:id/progress/sessions.csv', child, async (request, reply) =>
    sendPupilSessions(request, reply, await ofChild(request)),
  );
}

type Session = PupilFigures['sessions'][number];

const OWN: Whose = {
  child: null,
  base: '/progress',
  sessionAt: ({ kind, id }: Session) => (kind === 'home' ? `/study/home/${id}/summary` : `/study/school/${id}`),
};

function ofChildNamed(id: number, firstName: string): Whose {
  const base = `/children/${id}`;
  return {
    child: firstName,
    base: `${base}/progress`,
    back: { href: base, text: firstName },
    sessionAt: (session: Session) => `${base}/${session.kind === 'home' ? 'sessions' : 'lessons'}/${session.id}`,
  };
}

/** Days as the address names them: by a name, or from one to another. */
export function daysIn(query: unknown): DaysWish {
  const { period, from, to } = fieldsOf(query);
  return { period: period || undefined, from: from || undefined, to: to || undefined };
}
