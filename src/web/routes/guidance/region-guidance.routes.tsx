import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../../domain/errors/app-error.ts';
import { EFFECT_WEEKS } from '../../../services/guidance/guidance-adoption.service.ts';
import { actorOf } from '../../access.ts';
import { chosenIn, idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { contentOf, courseOf, type GuidanceForm, guidanceFormOf, readGuidanceForm } from '../../forms/guidance.form.ts';
import { GuidancePage } from '../../pages/guidance/guidance.page.tsx';
import { GuidanceFormPage } from '../../pages/guidance/guidance-form.page.tsx';
import { GuidanceListPage } from '../../pages/guidance/guidance-list.page.tsx';
import { adoptionColumns } from '../../presenters/guidance.presenter.ts';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

type Used = Pick<Services, 'guidance' | 'guidanceAdoption'>;

const manage = { config: { access: 'manage curriculum' as const } };
const href = (id: number, done?: string) => `/region/guidance/${id}${done === undefined ? '' : `?done=${done}`}`;

/** Guidance as supervisors write it, publish it, and see what became of it. */
export function regionGuidanceRoutes(app: FastifyInstance, services: Used): void {
  const { guidance, guidanceAdoption } = services;

  app.get('/region/guidance', manage, async (request, reply) => {
    const actor = actorOf(request);
    const all = await guidance.list(actor);
    const counts = await guidanceAdoption.counts(actor, all);
    const done = fieldsOf(request.query).done === 'discarded';
    return sendPage(request, reply, <GuidanceListPage all={all} counts={counts} done={done} />);
  });

  app.get('/region/guidance/:id', manage, async (request, reply) => sendGuidance(services, request, reply));

  app.get('/region/guidance/:id/classes.csv', manage, async (request, reply) => {
    const actor = actorOf(request);
    const one = await guidance.find(actor, idIn(request.params, 'guidance'));
    const { t, format } = pageContextOf(request);
    const rows = await guidanceAdoption.classes(actor, one);
    return sendCsv(reply, `guidance ${one.id}`, adoptionColumns(t.guidance, format), rows);
  });

  writingRoutes(app, services);
  deedRoutes(app, services);
}

function writingRoutes(app: FastifyInstance, { guidance }: Used): void {
  app.get('/region/guidance/new', manage, async (request, reply) => {
    const wish = {
      subject: fieldsOf(request.query).subject || undefined,
      courseId: idChosenIn(request.query, 'course'),
    };
    const choices = await guidance.choices(actorOf(request), wish);
    const empty = guidanceFormOf(choices.subject, choices.regions, null);
    const form = {
      ...empty,
      course: wish.courseId === undefined ? '' : String(wish.courseId),
      units: unitsIn(request),
    };
    return sendPage(request, reply, <GuidanceFormPage choices={choices} form={form} id={null} />);
  });

  app.post('/region/guidance/new', manage, async (request, reply) => {
    const actor = actorOf(request);
    return saved({ guidance }, request, reply, null, async (form) => {
      return guidance.create(actor, form.subject, contentOf(form));
    });
  });

  app.get('/region/guidance/:id/edit', manage, async (request, reply) => {
    const actor = actorOf(request);
    const one = await guidance.find(actor, idIn(request.params, 'guidance'));
    const version = one.draft ?? one.versions.at(-1) ?? null;
    const form = guidanceFormOf(one.subject, [], version);
    const choices = await guidance.choices(actor, { subject: one.subject, courseId: version?.courseId ?? undefined });
    return sendPage(request, reply, <GuidanceFormPage choices={choices} form={form} id={one.id} />);
  });

  app.post('/region/guidance/:id/edit', manage, async (request, reply) => {
    const actor = actorOf(request);
    const { id, subject } = await guidance.find(actor, idIn(request.params, 'guidance'));
    return saved({ guidance }, request, reply, { id, subject }, async (form) => {
      await guidance.save(actor, id, form.edits, contentOf(form));
      return id;
    });
  });
}

/** What is done with a whole guidance. */
function deedRoutes(app: FastifyInstance, services: Used): void {
  const { guidance } = services;

  app.post('/region/guidance/:id/publish', manage, async (request, reply) => {
    const id = idIn(request.params, 'guidance');
    const edits = Number(fieldsOf(request.body).edits ?? Number.NaN);
    await guidance.publish(actorOf(request), id, edits);
    return reply.redirect(href(id, 'published'), 303);
  });

  app.post('/region/guidance/:id/discard', manage, async (request, reply) => {
    const id = idIn(request.params, 'guidance');
    const isGone = await guidance.discard(actorOf(request), id);
    return reply.redirect(isGone ? '/region/guidance?done=discarded' : href(id, 'discarded'), 303);
  });

  app.post('/region/guidance/:id/withdraw', manage, async (request, reply) => {
    const id = idIn(request.params, 'guidance');
    const why = fieldsOf(request.body).why ?? '';
    try {
      await guidance.withdraw(actorOf(request), id, why);
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      return sendGuidance(services, request, reply.code(400), why);
    }
    return reply.redirect(href(id, 'withdrawn'), 303);
  });
}

const faults = z.object({ fields: z.record(z.string(), z.string()) });

/** Saves what was written; or shows the form again, with the units of the course that is chosen now, or with what cannot be taken. */
async function saved(
  { guidance }: Pick<Used, 'guidance'>,
  request: FastifyRequest,
  reply: FastifyReply,
  known: { id: number; subject: string } | null,
  save: (form: GuidanceForm) => Promise<number>,
) {
  const read = readGuidanceForm(request.body);
  const form = known === null ? read : { ...read, subject: known.subject };
  const again = async (status: number, wrong: GuidanceForm) => {
    const choices = await guidance.choices(actorOf(request), {
      subject: form.subject || undefined,
      courseId: courseOf(form),
    });
    const page = <GuidanceFormPage choices={choices} form={wrong} id={known?.id ?? null} />;
    return sendPage(request, reply.code(status), page);
  };
  if (fieldsOf(request.body).step === 'course') return again(200, form);
  try {
    return reply.redirect(href(await save(form), 'saved'), 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.kind === 'conflict') return again(409, { ...form, faults: ['overtaken'] });
    if (error.kind !== 'invalid-input') throw error;
    const said = faults.safeParse(error.details);
    return again(400, { ...form, faults: said.success ? Object.keys(said.data.fields) : [] });
  }
}

async function sendGuidance(
  { guidance, guidanceAdoption }: Used,
  request: FastifyRequest,
  reply: FastifyReply,
  why?: string,
) {
  const actor = actorOf(request);
  const one = await guidance.find(actor, idIn(request.params, 'guidance'));
  const chosen = chosenIn(request.query, 'weeks', EFFECT_WEEKS.map(String));
  const weeks = EFFECT_WEEKS.find((count) => String(count) === chosen) ?? 4;
  const classes = await guidanceAdoption.classes(actor, one);
  const effect = await guidanceAdoption.effect(one, classes, weeks);
  const done = fieldsOf(request.query).done ?? '';
  return sendPage(request, reply, <GuidancePage {...{ guidance: one, classes, effect, done, why }} />);
}

/** Units that a link names. */
const unitsIn = (request: FastifyRequest): string[] => {
  const { unit } = fieldsOf(request.query);
  return unit === undefined || unit === '' ? [] : [unit];
};
