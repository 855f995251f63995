import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type ProfileForms, ProfilePage } from '../pages/profile.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

/** Everybody's own page. */
export function profileRoutes(app: FastifyInstance, { profile }: Pick<Services, 'profile'>): void {
  const own = { config: { access: 'anyone logged in' as const } };

  const send = async (request: FastifyRequest, reply: FastifyReply, forms: ProfileForms) =>
    sendPage(request, reply, <ProfilePage view={await profile.page(actorOf(request))} forms={forms} />);

  app.get('/profile', own, async (request, reply) => {
    const { done } = fieldsOf(request.query);
    return send(request, reply, done === 'preferences' || done === 'password' ? { done } : {});
  });

  app.post('/profile', own, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const problems = await profile.savePreferences(actorOf(request), sent);
    if (Object.keys(problems).length === 0) return reply.redirect('/profile?done=preferences', 303);
    return send(request, reply.code(400), { preferences: { sent, problems } });
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
