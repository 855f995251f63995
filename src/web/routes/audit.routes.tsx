import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { isDay } from '../../domain/devices/device.ts';
import type { AuditLine } from '../../services/oversight/audit-log.service.ts';
import { actorOf } from '../access.ts';
import { fieldsOf } from '../forms/fields.ts';
import { type AuditFields, AuditPage } from '../pages/oversight/audit.page.tsx';
import { LookedPage } from '../pages/oversight/looked.page.tsx';
import { detailsInWords } from '../presenters/audit.presenter.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const place = z.object({
  at: z.coerce.number().int().min(0).max(8_000_000_000_000_000),
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** Who did what, for the school; and who looked at a pupil's things, for the pupil and the parents. */
export function auditRoutes(app: FastifyInstance, { auditLog }: Pick<Services, 'auditLog'>): void {
  const school = { config: { access: 'administer the school' as const } };

  app.get('/school/audit', school, async (request, reply) => {
    const fields = searchIn(request.query);
    const after = placeIn(request.query);
    const view = await auditLog.ofSchool(actorOf(request), { ...wishOf(fields), after });
    return sendPage(request, reply, <AuditPage view={view} fields={fields} paged={after !== undefined} />);
  });

  app.get('/school/audit.csv', school, async (request, reply) => {
    const { t } = pageContextOf(request);
    const words = t.audit;
    const columns = [
      { title: words.at, cell: ({ at }: AuditLine) => new Date(at).toISOString() },
      { title: words.who, cell: ({ actor }: AuditLine) => (actor ? (actor.name ?? words.gone) : words.program) },
      { title: words.what, cell: ({ action }: AuditLine) => words.action(action) },
      { title: words.about, cell: ({ pupil }: AuditLine) => (pupil ? (pupil.name ?? words.gone) : '') },
      { title: words.details, cell: ({ details }: AuditLine) => detailsInWords(details, words) },
    ];
    return sendCsv(reply, 'audit', columns, await auditLog.fileOf(actorOf(request), wishOf(searchIn(request.query))));
  });

  app.get('/profile/looked', { config: { access: 'view own progress' } }, async (request, reply) => {
    const [actor, after] = [actorOf(request), placeIn(request.query)];
    const view = await auditLog.lookedAt(actor, actor.userId, after);
    return sendPage(request, reply, <LookedPage view={view} paged={after !== undefined} />);
  });

  app.get('/children/:id/looked', { config: { access: 'view child progress' } }, async (request, reply) => {
    const after = placeIn(request.query);
    const view = await auditLog.lookedAt(actorOf(request), idIn(request.params, 'pupil'), after);
    return sendPage(request, reply, <LookedPage view={view} paged={after !== undefined} />);
  });
}

const LONGEST = 100;

function searchIn(query: unknown): AuditFields {
  const { who = '', about = '', action = '', from = '', to = '' } = fieldsOf(query);
  const short = (text: string) => text.trim().slice(0, LONGEST);
  const day = (text: string) => (isDay(text) ? text : '');
  return { who: short(who), about: short(about), action: short(action), from: day(from), to: day(to) };
}

function wishOf({ who, about, action, from, to }: AuditFields) {
  return { who, about, action, from: from || undefined, to: to || undefined };
}

/** Where to go on; undefined, and so the newest, for what is no place. */
function placeIn(query: unknown): { at: number; id: number } | undefined {
  const read = place.safeParse(query);
  return read.success ? { at: read.data.at, id: read.data.after } : undefined;
}
