import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, notFound } from '../../../domain/errors/app-error.ts';
import { requireQuarter } from '../../../domain/evaluation/quarter-closing.ts';
import { QUARTER_KINDS, type QuarterKind } from '../../../domain/evaluation/quarter-evaluation.ts';
import { QUARTER_ANSWERS } from '../../../domain/evaluation/quarter-review.ts';
import { nameOfQuarter, quarterNamed } from '../../../domain/evaluation/school-quarter.ts';
import { LONGEST_WORDS } from '../../../domain/evaluation/score-review.ts';
import type { ClassQuarter } from '../../../services/quarters/class-quarter.service.ts';
import { actorOf } from '../../access.ts';
import { idChosenIn } from '../../forms/chosen.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { type QuarterForm, quarterField, readQuarterForm } from '../../forms/quarter.form.ts';
import { ClassQuarterPage, quarterAddress } from '../../pages/quarters/class-quarter.page.tsx';
import { type AnswerForm, answerKey } from '../../pages/quarters/contested-scores.tsx';
import { SchoolQuarterPage } from '../../pages/quarters/school-quarter.page.tsx';
import { quarterColumns } from '../../presenters/quarter.presenter.ts';
import { sendCsv } from '../../send-csv.ts';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

type Used = Pick<Services, 'classQuarters' | 'schoolQuarters' | 'quarterClosings'>;

const look = { config: { access: 'view class analytics' as const } };
const give = { config: { access: 'provide social evaluation' as const } };
const kindParam = z.object({ kind: z.enum(QUARTER_KINDS) });
/** A page of work under way is asked for again after so many seconds. */
const LOOKS_AGAIN_AFTER = 2;

/** Quarters of classes and schools: completed, shown, closed. */
export function quarterRoutes(app: FastifyInstance, services: Used): void {
  const { classQuarters } = services;

  app.get('/class/quarter', look, async (request, reply) => {
    return sendBoard(request, reply, await boardOf(services, request, request.query), {});
  });

  app.get('/class/quarter.csv', look, async (request, reply) => {
    const view = await boardOf(services, request, request.query);
    if (view === null) throw notFound('class');
    const { t, format } = pageContextOf(request);
    const { subject } = fieldsOf(request.query);
    const lines = subject ? view.lines.filter((line) => line.subject === subject) : view.lines;
    const name = `quarter ${view.class.name} ${nameOfQuarter(view.quarter)}${subject ? ` ${subject}` : ''}`;
    return sendCsv(reply, name, quarterColumns(t, format), lines);
  });

  app.post('/class/quarter', give, async (request, reply) => {
    const view = await boardOf(services, request, request.body);
    if (view === null) throw notFound('class');
    const subject = fieldsOf(request.body).subject ?? '';
    const lines = view.lines.filter((line) => line.subject === subject);
    const { wishes, typed } = readQuarterForm(request.body, lines);
    const refused = await classQuarters.give(actorOf(request), view.quarter, wishes);
    if (refused.length === 0) return reply.redirect(`${quarterAddress(view, subject)}&done=saved#scores`, 303);
    const form = { typed, refused: new Map(refused.map((one) => [quarterField(one.kind, one.studentId), one])) };
    const status = refused.some(({ why }) => why === 'no score' || why === 'too long') ? 400 : 409;
    const now = await boardOf(services, request, request.body);
    return sendBoard(request, reply.code(status), now, { form, subject });
  });

  app.post('/class/quarter/release', give, async (request, reply) => {
    const classId = idChosenIn(request.body, 'class') ?? 0;
    const quarter = requireQuarter(fieldsOf(request.body).quarter ?? '');
    await classQuarters.release(actorOf(request), classId, quarter);
    const query = new URLSearchParams({ class: String(classId), quarter: nameOfQuarter(quarter), done: 'shown' });
    return reply.redirect(`/class/quarter?${query}`, 303);
  });

  app.post('/class/quarter/scores/:kind/:id', give, async (request, reply) => {
    const [kind, id] = [kindIn(request.params), idIn(request.params, 'score')];
    const key = answerKey(kind, id);
    const fields = fieldsOf(request.body);
    const action = QUARTER_ANSWERS[kind].find((one) => one === fields.action) ?? 'stands';
    const words = fields[`words-${key}`] ?? fields.words ?? '';
    try {
      await classQuarters.answer(actorOf(request), { kind, id }, { action, words });
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'invalid-input')) throw error;
      const problem = pageContextOf(request).t.quarters.whyProblem(LONGEST_WORDS);
      const view = await boardOf(services, request, request.body);
      return sendBoard(request, reply.code(400), view, { answer: { key, words, problem } });
    }
    const back = new URLSearchParams({ class: fields.class ?? '', quarter: fields.quarter ?? '', done: 'answered' });
    return reply.redirect(`/class/quarter?${back}`, 303);
  });

  schoolRoutes(app, services);
}

function schoolRoutes(app: FastifyInstance, { schoolQuarters, quarterClosings }: Used): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, sent: unknown, more: { problem?: string } = {}) => {
    const fields = fieldsOf(sent);
    const view = await schoolQuarters.ofSchool(actorOf(request), quarterNamed(fields.quarter ?? '') ?? undefined);
    if (view.closings[0]?.state === 'running' && request.method === 'GET')
      reply.header('refresh', String(LOOKS_AGAIN_AFTER));
    return sendPage(request, reply, <SchoolQuarterPage view={view} done={fields.done === 'asked'} {...more} />);
  };

  app.get('/school/quarter', { config: { access: 'view school analytics' } }, async (request, reply) =>
    send(request, reply, request.query),
  );

  app.post('/school/quarter', { config: { access: 'administer the school' } }, async (request, reply) => {
    const { quarter: named = '', again } = fieldsOf(request.body);
    const quarter = requireQuarter(named);
    try {
      await quarterClosings.request(actorOf(request), quarter, again === 'yes');
    } catch (error) {
      if (!(error instanceof AppError && error.kind === 'conflict')) throw error;
      const { t, format } = pageContextOf(request);
      const problem =
        error.code === 'quarter-not-over'
          ? t.quarters.notOver(format.calendarDay(quarter.lastDay))
          : error.code === 'nothing-to-close'
            ? t.quarters.nothingToClose
            : t.quarters.cannotNow;
      return send(request, reply.code(409), request.body, { problem });
    }
    return reply.redirect(`/school/quarter?${new URLSearchParams({ quarter: named, done: 'asked' })}`, 303);
  });
}

function kindIn(params: unknown): QuarterKind {
  const read = kindParam.safeParse(params);
  if (!read.success) throw notFound('score');
  return read.data.kind;
}

async function boardOf({ classQuarters }: Used, request: FastifyRequest, sent: unknown): Promise<ClassQuarter | null> {
  const named = fieldsOf(sent).quarter;
  return classQuarters.board(actorOf(request), {
    classId: idChosenIn(sent, 'class'),
    quarter: (named ? quarterNamed(named) : null) ?? undefined,
  });
}

function sendBoard(
  request: FastifyRequest,
  reply: FastifyReply,
  view: ClassQuarter | null,
  { form, answer, subject: kept }: { form?: QuarterForm; answer?: AnswerForm; subject?: string },
) {
  const fields = fieldsOf(request.query);
  const wish = kept ?? fields.subject;
  const subjects = view?.subjects ?? [];
  const first =
    subjects.find(({ contested }) => contested > 0) ?? subjects.toSorted((a, b) => b.missing - a.missing)[0];
  const subject = subjects.find((one) => one.subject === wish)?.subject ?? first?.subject ?? null;
  const done = (['saved', 'shown', 'answered'] as const).find((one) => one === fields.done);
  const props = { view, subject, done };
  return sendPage(
    request,
    reply,
    <ClassQuarterPage {...props} {...(form ? { form } : {})} {...(answer ? { answer } : {})} />,
  );
}
