import type { FastifyInstance } from 'fastify';
import { actorOf } from '../../access.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { fieldOf, readScores } from '../../forms/given-scores.form.ts';
import { AfterLessonPage } from '../../pages/classroom/after-lesson.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

/** A lesson that is over: what it came to, and scores of its pupils. */
export function afterLessonRoutes(
  app: FastifyInstance,
  { afterLesson, givenScores }: Pick<Services, 'afterLesson' | 'givenScores'>,
): void {
  app.get('/classroom/lessons/:id/after', { config: { access: 'view class analytics' } }, async (request, reply) => {
    const after = await afterLesson.read(actorOf(request), idIn(request.params, 'lesson'));
    const saved = fieldsOf(request.query).done === 'saved';
    return sendPage(request, reply, <AfterLessonPage after={after} saved={saved} />);
  });

  app.post(
    '/classroom/lessons/:id/after',
    { config: { access: 'provide social evaluation' } },
    async (request, reply) => {
      const [actor, id] = [actorOf(request), idIn(request.params, 'lesson')];
      const { wishes, typed } = readScores(request.body, (await afterLesson.read(actor, id)).lines);
      const { refused } = await givenScores.give(actor, wishes);
      if (refused.length === 0) return reply.redirect(`/classroom/lessons/${id}/after?done=saved#scores`, 303);
      const found = new Map(refused.map((one) => [fieldOf(one.kind, one.studentId), one]));
      const kept = new Map([...typed].filter(([field]) => found.has(field)));
      const status = refused.some(({ why }) => why === 'no score' || why === 'too long') ? 400 : 409;
      const after = await afterLesson.read(actor, id);
      return sendPage(
        request,
        reply.code(status),
        <AfterLessonPage after={after} form={{ refused: found, typed: kept }} />,
      );
    },
  );
}
