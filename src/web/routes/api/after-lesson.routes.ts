import { afterLesson } from '../../../shared/given-scores.ts';
import { idParams } from '../../../shared/paging.ts';
import { actorOf } from '../../access.ts';
import { toAfterLesson } from '../../presenters/after-lesson.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

/** What a lesson came to. */
export function afterLessonApi(api: Api, services: Pick<Services, 'afterLesson'>): void {
  api.get(
    '/classroom/lessons/:id/after',
    {
      schema: {
        tags: ['classroom'],
        summary: 'What a lesson came to, and what was scored',
        params: idParams,
        response: { 200: afterLesson, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request) => toAfterLesson(await services.afterLesson.read(actorOf(request), request.params.id)),
  );
}
