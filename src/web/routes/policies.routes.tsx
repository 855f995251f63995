import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { readPolicies } from '../../domain/policies/policies.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { PoliciesPage } from '../pages/oversight/policies.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';

const doneQuery = z.object({
  saved: z.coerce.number().int().min(0).max(99).optional().catch(undefined),
  chosen: z.literal('yes').optional().catch(undefined),
});
const modelForm = z.object({
  subject: z.string().max(100).catch(''),
  model: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)])
    .catch(0),
});

/** What a school decides for itself: looked at, tried, saved. */
export function policyRoutes(app: FastifyInstance, { policies }: Pick<Services, 'policies'>): void {
  const access = { config: { access: 'administer the school' as const } };

  app.get('/school/policies', access, async (request, reply) => {
    const { saved, chosen } = doneQuery.parse(request.query);
    const words = pageContextOf(request).t.policies;
    const done = saved === undefined ? (chosen ? words.chosen : null) : words.saved(saved);
    return sendPage(request, reply, <PoliciesPage view={await policies.page(actorOf(request))} done={done} />);
  });

  app.post('/school/policies', access, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const saved = await policies.save(actorOf(request), sent);
    if (saved.ok) return reply.redirect(`/school/policies?saved=${saved.changed}`, 303);
    const view = await policies.page(actorOf(request));
    const form = { sent, problems: saved.problems };
    return sendPage(request, reply.code(400), <PoliciesPage view={view} form={form} />);
  });

  app.post('/school/policies/try', access, async (request, reply) => {
    const sent = fieldsOf(request.body);
    const view = await policies.page(actorOf(request));
    const read = readPolicies(sent);
    const form = { sent, problems: read.problems };
    if (!read.ok) return sendPage(request, reply.code(400), <PoliciesPage view={view} form={form} />);
    const due = await policies.preview(actorOf(request), read.policies);
    const tried = { due, policies: read.policies };
    return sendPage(request, reply, <PoliciesPage view={view} form={form} tried={tried} />);
  });

  app.post('/school/policies/models', access, async (request, reply) => {
    const { subject, model } = modelForm.parse(request.body ?? {});
    await policies.chooseModel(actorOf(request), subject, model);
    return reply.redirect('/school/policies?chosen=yes', 303);
  });
}
