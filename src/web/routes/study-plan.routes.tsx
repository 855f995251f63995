import type { FastifyInstance } from 'fastify';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { actorOf } from '../access.ts';
import { readWhatIfForm, wishOf, withProblems } from '../forms/what-if.form.ts';
import { StudyPlanPage } from '../pages/study-plan/study-plan.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** The pupil's plan, and what it would be with other dates or another time. */
export function studyPlanRoutes(app: FastifyInstance, { whatIf }: Pick<Services, 'whatIf'>): void {
  app.get('/study/plan', { config: { access: 'view own progress' } }, async (request, reply) => {
    const actor = actorOf(request);
    const form = readWhatIfForm(request.query);
    const wish = wishOf(form);
    const { courseId, move } = wish;
    if (Number.isNaN(courseId)) throw notFound('course');
    if (Number.isNaN(move?.sittingId)) throw notFound('test');
    try {
      return sendPage(request, reply, <StudyPlanPage view={await whatIf.whatIf(actor, wish)} form={form} />);
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      const wrong = withProblems(form, error, pageContextOf(request).t.plan.problems);
      const view = await whatIf.whatIf(actor, courseId === undefined ? {} : { courseId });
      return sendPage(request, reply.code(400), <StudyPlanPage view={view} form={wrong} />);
    }
  });
}
