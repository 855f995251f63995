import type { FastifyInstance } from 'fastify';
import { actorOf } from '../access.ts';
import { ClassAnalyticsPage } from '../pages/analytics/class.page.tsx';
import { HowCountedPage } from '../pages/analytics/how-counted.page.tsx';
import { RegionAnalyticsPage } from '../pages/analytics/region.page.tsx';
import { SchoolAnalyticsPage } from '../pages/analytics/school.page.tsx';
import { sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { subjectWishIn, unlessBadDays, wishIn } from './days-wish.ts';
import { sendAnalytics, sendClassAnalytics, sendSchoolAnalytics } from './send-analytics.ts';

type Used = Pick<Services, 'classAnalytics' | 'schoolAnalytics' | 'regionAnalytics'>;

/** What classes, schools and subjects came to over some days, and the same as files. */
export function analyticsRoutes(
  app: FastifyInstance,
  { classAnalytics, schoolAnalytics, regionAnalytics }: Used,
): void {
  const look = { config: { access: 'view class analytics' as const } };
  const whole = { config: { access: 'view school analytics' as const } };

  app.get('/class/analytics', look, async (request, reply) => {
    const actor = actorOf(request);
    const classes = await classAnalytics.ownClasses(actor);
    const wish = wishIn(request.query);
    const view = classes.length === 0 ? null : await unlessBadDays(classAnalytics.ofClass(actor, wish));
    const page = <ClassAnalyticsPage {...{ classes, view, wish }} />;
    return sendPage(request, classes.length > 0 && view === null ? reply.code(400) : reply, page);
  });

  app.get('/class/analytics.csv', look, async (request, reply) => {
    const view = await classAnalytics.ofClass(actorOf(request), wishIn(request.query));
    return sendClassAnalytics(request, reply, view);
  });

  app.get('/school/analytics', whole, async (request, reply) => {
    const wish = wishIn(request.query);
    const view = await unlessBadDays(schoolAnalytics.ofSchool(actorOf(request), wish));
    const page = <SchoolAnalyticsPage view={view} wish={wish} />;
    return sendPage(request, view === null ? reply.code(400) : reply, page);
  });

  app.get('/school/analytics.csv', whole, async (request, reply) => {
    const view = await schoolAnalytics.ofSchool(actorOf(request), wishIn(request.query));
    return sendSchoolAnalytics(request, reply, view);
  });

  app.get('/how-counted', { config: { access: 'anyone logged in' as const } }, async (request, reply) =>
    sendPage(request, reply, <HowCountedPage />),
  );

  subjectRoutes(app, regionAnalytics);
}

function subjectRoutes(app: FastifyInstance, regionAnalytics: Services['regionAnalytics']): void {
  const look = { config: { access: 'view subject analytics' as const } };

  app.get('/region/analytics', look, async (request, reply) => {
    const actor = actorOf(request);
    const subjects = await regionAnalytics.ownSubjects(actor);
    const wish = subjectWishIn(request.query);
    const view = subjects.length === 0 ? null : await unlessBadDays(regionAnalytics.ofSubject(actor, wish));
    const page = <RegionAnalyticsPage {...{ subjects, view, wish }} />;
    return sendPage(request, subjects.length > 0 && view === null ? reply.code(400) : reply, page);
  });

  app.get('/region/analytics.csv', look, async (request, reply) => {
    const view = await regionAnalytics.ofSubject(actorOf(request), subjectWishIn(request.query));
    return sendAnalytics(request, reply, view, 'school', `${view.subject} ${view.region}`);
  });
}
