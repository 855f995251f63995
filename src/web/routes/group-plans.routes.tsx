import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { actorOf } from '../access.ts';
import { readGroupPlanForm, wishOf, withProblems } from '../forms/group-plan.form.ts';
import { GroupPlanPage } from '../pages/group-plan/group-plan.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

const place = z.object({ classId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** Planning what a class should study together. */
export function groupPlanRoutes(app: FastifyInstance, { groupPlans }: Pick<Services, 'groupPlans'>): void {
  app.get('/class/plans/:classId', { config: { access: 'view class analytics' } }, async (request, reply) => {
    const actor = actorOf(request);
    const read = place.safeParse(request.params);
    if (!read.success) throw notFound('class');
    const { classId } = read.data;
    const form = readGroupPlanForm(request.query);
    const wish = wishOf(form);
    if (Number.isNaN(wish.courseId)) throw notFound('course');
    try {
      return sendPage(
        request,
        reply,
        <GroupPlanPage plan={await groupPlans.plan(actor, { ...wish, classId })} form={form} />,
      );
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      const wrong = withProblems(form, error, pageContextOf(request).t.groupPlan.problems);
      const plan = await groupPlans.plan(actor, { classId, studentIds: form.pupils });
      return sendPage(request, reply.code(400), <GroupPlanPage plan={plan} form={wrong} />);
    }
  });
}
