import * as z from 'zod';
import { groupPlan, groupPlanQuery } from '../../../shared/group-plan.ts';
import { actorOf } from '../../access.ts';
import { toGroupPlanView } from '../../presenters/group-plan.presenter.ts';
import type { Services } from '../../services.ts';
import { type Api, failures } from './api-scope.ts';

const params = z.object({ classId: z.coerce.number().int().positive() });

/** What a class, or some of it, should study together. */
export function groupPlanApi(api: Api, { groupPlans }: Pick<Services, 'groupPlans'>): void {
  api.get(
    '/class/plans/:classId',
    {
      schema: {
        tags: ['class plans'],
        summary: 'Which course and units a class, or some of it, should study together, and who is ready',
        params,
        querystring: groupPlanQuery,
        response: { 200: groupPlan, ...failures },
      },
      config: { access: 'view class analytics' },
    },
    async (request) => {
      const { pupils = '', course: courseId, ...wish } = request.query;
      const studentIds = pupils === '' ? [] : pupils.split(',').map(Number);
      const { classId } = request.params;
      return toGroupPlanView(await groupPlans.plan(actorOf(request), { ...wish, classId, studentIds, courseId }));
    },
  );
}
