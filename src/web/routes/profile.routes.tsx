import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type ProfileForms, ProfilePage } from '../pages/profile.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** Everybody's own page. */
export function profileRoutes(
  app: FastifyInstance,
  { profile, weeklyLetters }: Pick<Services, 'profile' | 'weeklyLetters'>,
): void {
  const own = { config: { access: 'anyone logged in' as const } };

  const send = async (request: FastifyRequest, reply: FastifyReply, forms: ProfileForms) => {
    const actor = actorOf(request);
    const letters = actor.role === 'parent' ? await weeklyLetters.choiceOf(actor) : null;
    return sendPage(request, reply, <ProfilePage view={await profile.page(actor)} letters={letters} forms={forms} />);
  };

  app.get('/profile', own, async (request, reply) => {
    const { done } = fieldsOf(request.query);
    return send(request, reply, done === 'preferences' || done === 'password' || done === 'letters' ? { done } : {});
  });

  app.post('/profile', own, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const problems = await profile.savePreferences(actorOf(request), sent);
    if (Object.keys(problems).length === 0) return reply.redirect('/profile?done=preferences', 303);
    return send(request, reply.code(400), { preferences: { sent, problems } });
  });

  app.post('/profile/letters', { config: { access: 'view child progress' as const } }, async (request, reply) => {
    const { wanted, reword } = fieldsOf(request.body);
    await weeklyLetters.choose(actorOf(request), wanted === 'yes' ? { mayReword: reword === 'yes' } : null);
    return reply.redirect('/profile?done=letters', 303);
  });

  app.post('/profile/password', own, async (request, reply) => {
    const { before = '', after = '', again } = fieldsOf(request.body);
    const { t } = pageContextOf(request);
    const changed = await profile.changePassword(actorOf(request), { before, after, again });
    if (!changed.ok) {
      const { problems } = changed;
      const password = {
        ...(problems.before ? { before: t.profile.passwordWrong } : {}),
        ...(problems.after ? { after: t.accounts.passwordProblem(problems.after) } : {}),
        ...(problems.again ? { again: t.accounts.notTheSame } : {}),
      };
      return send(request, reply.code(400), { password });
    }
    await app.logins.begin(request, reply, actorOf(request).userId);
    return reply.redirect('/profile?done=password', 303);
  });
}
