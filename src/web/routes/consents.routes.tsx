import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { PURPOSES } from '../../domain/consent/purposes.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import { LONGEST_NOTE } from '../../services/consent/consent.service.ts';
import { actorOf } from '../access.ts';
import { idsOf } from '../forms/fields.ts';
import { lines } from '../forms/lines.ts';
import { ChildConsentPage } from '../pages/oversight/child-consent.page.tsx';
import { type RecordForm, SchoolConsentsPage } from '../pages/oversight/school-consents.page.tsx';
import { tried } from '../refusal.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const answerForm = z.object({
  purpose: z.enum(PURPOSES),
  version: z.coerce.number().int().min(1).max(1000),
  answer: z.enum(['yes', 'no']),
});
const recordForm = z.object({
  class: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  purpose: z.enum(PURPOSES).catch(PURPOSES[0]),
  answer: z.enum(['yes', 'no']).optional().catch(undefined),
  note: lines.catch(''),
});
const listQuery = z.object({
  class: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  recorded: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
  kept: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
});
const doneQuery = z.object({ done: z.literal('saved').optional().catch(undefined) });

/** Consent: what parents answer for a child, and what a school records for them. */
export function consentRoutes(app: FastifyInstance, { consents }: Pick<Services, 'consents'>): void {
  const parent = { config: { access: 'view child progress' as const } };
  const school = { config: { access: 'administer the school' as const } };

  app.get('/children/:id/consent', parent, async (request, reply) => {
    const { done } = doneQuery.parse(request.query);
    const view = await consents.ofChild(actorOf(request), idIn(request.params, 'pupil'));
    return sendPage(request, reply, <ChildConsentPage view={view} said={done} />);
  });

  app.post('/children/:id/consent', parent, async (request, reply) => {
    const id = idIn(request.params, 'pupil');
    const read = answerForm.safeParse(request.body ?? {});
    const view = await consents.ofChild(actorOf(request), id);
    if (!read.success) throw invalidInput('Answer what is asked.', { answer: 'yes or no' });
    const done = await tried(() => consents.answer(actorOf(request), id, read.data));
    if (done.ok) return reply.redirect(`/children/${id}/consent?done=saved`, 303);
    return sendPage(request, reply.code(done.refusal.status), <ChildConsentPage view={view} said="changed" />);
  });

  app.get('/school/consents', school, async (request, reply) => {
    const { class: classId, recorded, kept } = listQuery.parse(request.query);
    const view = await consents.ofSchool(actorOf(request), classId);
    const words = pageContextOf(request).t.consents;
    const said = [
      ...(recorded === undefined ? [] : [words.recorded(recorded)]),
      ...(kept ? [words.kept(kept)] : []),
    ].join(' ');
    return sendPage(request, reply, <SchoolConsentsPage view={view} done={said} />);
  });

  app.post('/school/consents', school, async (request, reply) => {
    const { class: classId, purpose, answer, note } = recordForm.parse(request.body ?? {});
    const pupils = idsOf(request.body, 'pupils');
    const problems = problemsOf(request, { pupils, answer, note });
    if (Object.keys(problems).length > 0 || answer === undefined) {
      const view = await consents.ofSchool(actorOf(request), classId);
      const form: RecordForm = { pupils, purpose, answer: answer ?? '', note, problems };
      return sendPage(request, reply.code(400), <SchoolConsentsPage view={view} form={form} />);
    }
    const done = await consents.record(actorOf(request), pupils, { purpose, answer, note });
    const query = new URLSearchParams({
      ...(classId === undefined ? {} : { class: String(classId) }),
      recorded: String(done.recorded),
      ...(done.kept === 0 ? {} : { kept: String(done.kept) }),
    });
    return reply.redirect(`/school/consents?${query}`, 303);
  });
}

function problemsOf(
  request: FastifyRequest,
  { pupils, answer, note }: { pupils: readonly number[]; answer: string | undefined; note: string },
): RecordForm['problems'] {
  const words = pageContextOf(request).t.consents;
  const isNoted = note.trim() !== '' && note.length <= LONGEST_NOTE;
  return {
    ...(pupils.length === 0 ? { pupils: words.nobodyTicked } : {}),
    ...(answer === undefined ? { answer: words.answerMissing } : {}),
    ...(isNoted ? {} : { note: words.noteMissing(LONGEST_NOTE) }),
  };
}
