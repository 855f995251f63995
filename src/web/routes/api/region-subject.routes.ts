import { subjectQuery } from '../../../shared/analytics.ts';
import { hardQuestions, hardQuestionsQuery, hardUnits, wrongAnswers } from '../../../shared/region-subject.ts';
import { actorOf } from '../../access.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const tags = ['analytics'];
const config = { access: 'view subject analytics' as const };
const description =
  'Over the schools in which ten or more pupils studied it, without names, and of nothing that fewer did.';

/** What is hard in a subject, and what is misunderstood, over the schools of a region. */
export function regionSubjectApi(api: Api, services: Pick<Services, 'hardUnits' | 'misconceptions'>): void {
  api.get(
    '/region/hard-units',
    {
      schema: {
        tags,
        summary: 'Units of my subject, the hardest first',
        description,
        querystring: subjectQuery,
        response: { 200: hardUnits, ...failures },
      },
      config,
    },
    async (request) => services.hardUnits.units(actorOf(request), request.query),
  );

  api.get(
    '/region/hard-units/questions',
    {
      schema: {
        tags,
        summary: 'Questions of one of those units, the hardest first',
        description,
        querystring: hardQuestionsQuery,
        response: { 200: hardQuestions, ...failures },
      },
      config,
    },
    async (request) => {
      const { courseId, unitName, ...wish } = request.query;
      return services.hardUnits.questions(actorOf(request), wish, { courseId, unitName });
    },
  );

  api.get(
    '/region/wrong-answers',
    {
      schema: {
        tags,
        summary: 'Wrong answers that ten pupils or more gave',
        description,
        querystring: subjectQuery,
        response: { 200: wrongAnswers, ...failures },
      },
      config,
    },
    async (request) => services.misconceptions.ofSubject(actorOf(request), request.query),
  );
}
