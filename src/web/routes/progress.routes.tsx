import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify';
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

/** A pupil's figures over time: the pupil's own page, and the same for the parents of a child and the staff of a pupil. */
export function progressRoutes(
  app: FastifyInstance,
  { pupilAnalytics, family }: Pick<Services, 'pupilAnalytics' | 'family'>,
): void {
  const own = { config: { access: 'view own progress' as const } };
  const child = { config: { access: 'view child progress' as const } };
  const pupil = { config: { access: 'view a pupil' as const, showsPupil: true as const } };
  const idOf = (request: FastifyRequest) => idIn(request.params, 'pupil');

  pages(app, '/progress', own, {
    read: (request) => pupilAnalytics.own(actorOf(request), daysIn(request.query)),
    whose: async () => OWN,
  });
  pages(app, '/children/:id/progress', child, {
    read: (request) => pupilAnalytics.ofChild(actorOf(request), idOf(request), daysIn(request.query)),
    whose: async (request) => {
      const { firstName } = await family.child(actorOf(request), idOf(request));
      return ofNamed(`/children/${idOf(request)}`, firstName);
    },
  });
  pages(app, '/class/students/:id/progress', pupil, {
    read: (request) => pupilAnalytics.ofPupil(actorOf(request), idOf(request), daysIn(request.query)),
    whose: async (request) => {
      const { firstName } = await pupilAnalytics.pupil(actorOf(request), idOf(request));
      return ofNamed(`/class/students/${idOf(request)}`, firstName);
    },
  });
}

interface Reading {
  read(request: FastifyRequest): Promise<PupilFigures>;
  /** Asked as well where the days cannot be read. */
  whose(request: FastifyRequest): Promise<Whose>;
}

/** The page at a place, and its files. */
function pages(
  app: FastifyInstance,
  place: string,
  access: { config: FastifyContextConfig },
  { read, whose }: Reading,
): void {
  app.get(place, access, async (request, reply) => {
    const of = await whose(request);
    const figures = await unlessBadDays(read(request));
    const page = <ProgressPage whose={of} figures={figures} wish={daysIn(request.query)} />;
    return sendPage(request, figures === null ? reply.code(400) : reply, page);
  });
  app.get(`${place}.csv`, access, async (request, reply) => sendPupilFigures(request, reply, await read(request)));
  app.get(`${place}/sessions.csv`, access, async (request, reply) =>
    sendPupilSessions(request, reply, await read(request)),
  );
}

type Session = PupilFigures['sessions'][number];

const OWN: Whose = {
  child: null,
  base: '/progress',
  sessionAt: ({ kind, id }: Session) => (kind === 'home' ? `/study/home/${id}/summary` : `/study/school/${id}`),
};

/** Of a pupil whose page is at `base`. */
function ofNamed(base: string, firstName: string): Whose {
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
