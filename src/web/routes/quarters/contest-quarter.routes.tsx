import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, notFound } from '../../../domain/errors/app-error.ts';
import { QUARTER_KINDS } from '../../../domain/evaluation/quarter-evaluation.ts';
import { LONGEST_WORDS } from '../../../domain/evaluation/score-review.ts';
import { actorOf } from '../../access.ts';
import { contestForm } from '../../forms/score-answer.form.ts';
import { ContestQuarterPage } from '../../pages/quarters/contest-quarter.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

type Used = Pick<Services, 'pupilQuarters'>;
const scoreParams = z.object({
  kind: z.enum(QUARTER_KINDS),
  scoreId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** Pupils and parents say that a score of a quarter is not right. */
export function contestQuarterRoutes(app: FastifyInstance, { pupilQuarters }: Used): void {
  // The service asks for 'contest a score' besides.
  for (const [path, access, studentIn] of [
    ['/quarters/:kind/:scoreId/contest', 'view own progress', () => undefined],
    [
      '/children/:id/quarters/:kind/:scoreId/contest',
      'view child progress',
      (request: FastifyRequest) => idIn(request.params, 'pupil'),
    ],
  ] as const) {
    const send = async (request: FastifyRequest, reply: FastifyReply, form: { words: string; problem?: string }) => {
      const { kind, scoreId } = scoreIn(request.params);
      const studentId = studentIn(request);
      const contested = await pupilQuarters.contestable(actorOf(request), kind, scoreId, studentId);
      const back = studentId === undefined ? '/history#quarters' : `/children/${studentId}#quarters`;
      const [action = ''] = request.url.split('?');
      return sendPage(request, reply, <ContestQuarterPage {...{ contested, action, back, form }} />);
    };

    app.get(path, { config: { access } }, async (request, reply) => send(request, reply, { words: '' }));

    app.post(path, { config: { access } }, async (request, reply) => {
      const { kind, scoreId } = scoreIn(request.params);
      const studentId = studentIn(request);
      const { words } = contestForm.parse(request.body ?? {});
      try {
        await pupilQuarters.contest(actorOf(request), kind, scoreId, words, studentId);
      } catch (error) {
        if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
        const problem = pageContextOf(request).t.quarters.whyProblem(LONGEST_WORDS);
        return send(request, reply.code(400), { words, problem });
      }
      return reply.redirect(studentId === undefined ? '/history#quarters' : `/children/${studentId}#quarters`, 303);
    });
  }
}

function scoreIn(params: unknown) {
  const read = scoreParams.safeParse(params);
  if (!read.success) throw notFound('score');
  return read.data;
}
