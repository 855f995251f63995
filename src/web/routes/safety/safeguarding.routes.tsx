import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Naming } from '../../../services/safety/safeguarding.service.ts';
import { actorOf } from '../../access.ts';
import { SafeguardingPage } from '../../pages/alerts/safeguarding.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';

const sentFields = z.record(z.string(), z.unknown()).catch({});
const severity = z.coerce
  .number()
  .pipe(z.literal([1, 2, 3]))
  .catch(2);
const done = z.object({ done: z.enum(['saved', 'begun']).optional().catch(undefined) }).catch({});

/** Who is told of a school's alerts, and rehearsals of alerts. */
export function safeguardingRoutes(app: FastifyInstance, { safeguarding }: Pick<Services, 'safeguarding'>): void {
  const access = { config: { access: 'administer the school' as const } };

  app.get('/school/safeguarding', access, async (request, reply) => {
    const { alerts: words } = pageContextOf(request).t;
    const texts = { saved: words.saved, begun: words.rehearseBegun };
    const { done: what } = done.parse(request.query);
    const view = await safeguarding.view(actorOf(request));
    return sendPage(request, reply, <SafeguardingPage view={view} done={what && texts[what]} />);
  });

  app.post('/school/safeguarding', access, async (request, reply) => {
    const actor = actorOf(request);
    const chosen = chosenSteps(request.body);
    const view = await safeguarding.view(actor);
    const staff = new Set(view.staff.map(({ userId }) => userId));
    const naming: Naming = [...chosen].flatMap(([userId, value]) => {
      const step = ([0, 1, 2] as const).find((one) => String(one) === value);
      return step === undefined ? [] : [{ userId, step }];
    });
    const { alerts: words } = pageContextOf(request).t;
    const problem = naming.every(({ userId }) => staff.has(userId))
      ? naming.some(({ step }) => step === 0)
        ? null
        : words.atOnceNeeded
      : words.staffOnly;
    if (problem !== null) {
      return sendPage(request, reply.code(400), <SafeguardingPage view={view} problem={problem} chosen={chosen} />);
    }
    await safeguarding.name(actor, naming);
    return reply.redirect('/school/safeguarding?done=saved', 303);
  });

  app.post('/school/safeguarding/rehearsals', access, async (request, reply) => {
    const sent = sentFields.parse(request.body);
    await safeguarding.rehearse(actorOf(request), severity.parse(sent.severity));
    return reply.redirect('/school/safeguarding?done=begun#rehearsals', 303);
  });
}

/** What was chosen for each person. */
function chosenSteps(body: unknown): Map<number, string> {
  const chosen = new Map<number, string>();
  for (const [name, value] of Object.entries(sentFields.parse(body))) {
    const id = /^step-(\d{1,15})$/.exec(name)?.[1];
    if (id !== undefined && typeof value === 'string') chosen.set(Number(id), value);
  }
  return chosen;
}
