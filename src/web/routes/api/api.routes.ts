import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Services } from '../../services.ts';
import { accountRoutes } from './accounts.routes.ts';
import { afterLessonApi } from './after-lesson.routes.ts';
import { aiLimitsApi } from './ai-limits.routes.ts';
import { alertApi, notificationApi } from './alerts.routes.ts';
import { analyticsApi } from './analytics.routes.ts';
import { attendanceApi } from './attendance.routes.ts';
import { classTestApi, markingApi } from './class-tests.routes.ts';
import { lessonPlanningApi, plannedLessonApi, runningLessonApi } from './classroom.routes.ts';
import { coTeachingApi, whisperApi } from './co-teaching.routes.ts';
import { consentApi } from './consents.routes.ts';
import { courseRoutes } from './courses.routes.ts';
import { curriculumApi, curriculumPreviewApi } from './curriculum.routes.tsx';
import { deviceApi } from './devices.routes.ts';
import { groupPlanApi } from './group-plans.routes.ts';
import { guidanceApi } from './guidance.routes.ts';
import { familyRoutes, historyRoutes } from './history.routes.ts';
import { keptReportApi } from './kept-reports.routes.ts';
import { lessonApi } from './lessons.routes.ts';
import { messageApi, sendingApi } from './messages.routes.ts';
import { peopleApi } from './people.routes.ts';
import { pupilFiguresApi } from './pupil-figures.routes.ts';
import { quarterApi } from './quarters.routes.ts';
import { questionReportApi, reportQueueApi } from './question-reports.routes.ts';
import { regionSubjectApi } from './region-subject.routes.ts';
import { classCourseApi, schoolClassApi } from './school-classes.routes.ts';
import { scoreAgreementApi, scoreApi } from './scores.routes.ts';
import { evaluationApi, sessionChangeApi, studySessionApi } from './study-sessions.routes.ts';
import { testApi, testResultApi } from './tests.routes.ts';

/** The JSON API and its description. Register under `/api`; only JSON is taken here, never a form. */
export async function apiRoutes(scope: FastifyInstance, { services }: { services: Services }): Promise<void> {
  takeOnlyJson(scope);
  await scope.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'λllamda',
        version: '1',
        description:
          'Log in first: the cookie that comes with it names you. Errors are `{error: {code, message, id?, details?}}`. ' +
          'Somebody else’s thing answers 404, like one that does not exist.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'allamda' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  scope.get('/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () => scope.swagger());
  await scope.register(
    async (versioned) => {
      const api = versioned.withTypeProvider<ZodTypeProvider>();
      accountRoutes(api, services);
      courseRoutes(api, services);
      studySessionApi(api, services);
      sessionChangeApi(api, services);
      evaluationApi(api, services);
      scoreApi(api, services);
      quarterApi(api, services);
      scoreAgreementApi(api, services);
      messageApi(api, services);
      sendingApi(api, services);
      historyRoutes(api, services);
      testApi(api, services);
      testResultApi(api, services);
      classTestApi(api, services);
      markingApi(api, services);
      groupPlanApi(api, services);
      familyRoutes(api, services);
      lessonApi(api, services);
      lessonPlanningApi(api, services);
      plannedLessonApi(api, services);
      runningLessonApi(api, services);
      whisperApi(api, services);
      coTeachingApi(api, services);
      attendanceApi(api, services);
      afterLessonApi(api, services);
      analyticsApi(api, services);
      pupilFiguresApi(api, services);
      questionReportApi(api, services);
      reportQueueApi(api, services);
      curriculumApi(api, services);
      curriculumPreviewApi(api, services);
      peopleApi(api, services);
      schoolClassApi(api, services);
      classCourseApi(api, services);
      deviceApi(api, services);
      notificationApi(api, services);
      alertApi(api, services);
      aiLimitsApi(api, services);
      guidanceApi(api, services);
      regionSubjectApi(api, services);
      consentApi(api, services);
      keptReportApi(api, services);
    },
    { prefix: '/v1' },
  );
}

/** An empty body is none: programs that always name JSON may send nothing where nothing is asked for. */
function takeOnlyJson(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, String(body), done);
  });
}
