import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { BoardLine } from '../../services/tests/class-tests.service.ts';
import { machineTimeZone, wallClock } from '../../shared/calendar.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import { actorOf } from '../access.ts';
import { readMarkForm } from '../forms/mark.form.ts';
import { filledForm, readScheduleForm, type ScheduleForm, wishOf, withProblems } from '../forms/schedule.form.ts';
import { BoardPage } from '../pages/class-tests/board.page.tsx';
import { ClassTestsPage } from '../pages/class-tests/class-tests.page.tsx';
import { MarkingPage, markingKey } from '../pages/class-tests/marking.page.tsx';
import { ChooseTestPage, SetTestPage } from '../pages/class-tests/new-test.page.tsx';
import { ResultsPage } from '../pages/class-tests/results.page.tsx';
import { SittingPage } from '../pages/class-tests/sitting.page.tsx';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

type Used = Pick<Services, 'testScheduling' | 'classScheduling' | 'classTests' | 'classMarking' | 'readings'>;

const schedule = { config: { access: 'schedule a test' as const } };
const mark = { config: { access: 'mark and release results' as const } };
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const chosen = z.object({ class: id.optional(), test: id.optional() });
const place = z.object({ classId: id, testId: id });
const answerPlace = z.object({ id, position: id });
const markedBefore = z.object({ next: z.string().max(40).optional().catch(undefined) });
const releaseForm = z.object({
  all: z.string().optional().catch(undefined),
  sittingIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id).max(1000)).catch([]),
});

/** A class manager's tests: the list, setting one, the board of one, a pupil's sitting, marking, results. */
export function classTestRoutes(app: FastifyInstance, services: Used): void {
  settingRoutes(app, services);
  boardRoutes(app, services);
  sittingRoutes(app, services);
  markingRoutes(app, services);
}

function settingRoutes(app: FastifyInstance, { classTests, testScheduling }: Used): void {
  app.get('/class/tests', schedule, async (request, reply) => {
    return sendPage(request, reply, <ClassTestsPage view={await classTests.list(actorOf(request))} />);
  });

  app.get('/class/tests/new', schedule, async (request, reply) => {
    const actor = actorOf(request);
    const { class: classId, test } = partsIn(chosen, request.query);
    if (classId === undefined || test === undefined) {
      return sendPage(request, reply, <ChooseTestPage choices={await testScheduling.choices(actor)} />);
    }
    const plan = await testScheduling.plan(actor, classId, test);
    const everybody = plan.pupils.filter(({ enrolled, sits }) => enrolled && sits === null).map((pupil) => pupil.id);
    const form = { ...filledForm({ ...nextMorning(plan.now), extraMinutes: 0 }), studentIds: everybody };
    return sendPage(request, reply, <SetTestPage plan={plan} form={form} />);
  });

  app.post('/class/tests/new', schedule, async (request, reply) => {
    const actor = actorOf(request);
    const { class: classId, test: testId } = partsIn(chosen, request.body);
    if (classId === undefined || testId === undefined) throw notFound('test');
    const form = readScheduleForm(request.body);
    const { studentIds } = form;
    const wrong = await refusedFields(request, form, () =>
      testScheduling.schedule(actor, { classId, testId, studentIds, ...wishOf(form) }),
    );
    if (!wrong) return reply.redirect(`/class/tests/${classId}/${testId}`, 303);
    const plan = await testScheduling.plan(actor, classId, testId);
    return sendPage(request, reply.code(statusOf(wrong)), <SetTestPage plan={plan} form={wrong} />);
  });
}

function boardRoutes(app: FastifyInstance, { classTests, classScheduling }: Used): void {
  app.get('/class/tests/:classId/:testId', schedule, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    return sendPage(request, reply, <BoardPage board={await classTests.board(actorOf(request), classId, testId)} />);
  });

  app.post('/class/tests/:classId/:testId/change', schedule, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    const form = readScheduleForm(request.body);
    const { date, deadline } = wishOf(form);
    const wrong = await refusedFields(request, form, () =>
      classScheduling.move(actorOf(request), classId, testId, { date, deadline }),
    );
    if (!wrong) return reply.redirect(`/class/tests/${classId}/${testId}`, 303);
    const board = await classTests.board(actorOf(request), classId, testId);
    return sendPage(request, reply.code(statusOf(wrong)), <BoardPage board={board} form={wrong} />);
  });

  app.post('/class/tests/:classId/:testId/cancel', schedule, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    await classScheduling.cancel(actorOf(request), classId, testId);
    return reply.redirect('/class/tests', 303);
  });

  app.get('/class/tests/:classId/:testId/results', mark, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    const results = await classTests.results(actorOf(request), classId, testId);
    return sendPage(request, reply, <ResultsPage results={results} />);
  });

  app.get('/class/tests/:classId/:testId/grades.csv', mark, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    const { test, lines } = await classTests.board(actorOf(request), classId, testId);
    const { t } = pageContextOf(request);
    const words = t.classTests;
    const columns = [
      { title: words.csv.pupil, cell: ({ name }: BoardLine) => name },
      { title: words.csv.test, cell: () => test.name },
      { title: words.csv.sitting, cell: ({ sitting }: BoardLine) => sitting.sitting },
      {
        title: words.csv.date,
        cell: ({ sitting }: BoardLine) =>
          wallClock(sitting.begunAt ?? sitting.date, machineTimeZone()).replace('T', ' '),
      },
      { title: words.csv.state, cell: ({ state }: BoardLine) => words.states[state] },
      { title: words.csv.grade, cell: ({ sitting }: BoardLine) => sitting.finalGrade },
      {
        title: words.csv.status,
        cell: ({ sitting }: BoardLine) =>
          sitting.finalGrade === null ? '' : t.tests[sitting.status === 'passed' ? 'passed' : 'failed'],
      },
    ];
    return sendCsv(reply, `grades ${test.name}`, columns, lines);
  });

  app.post('/class/tests/:classId/:testId/release', mark, async (request, reply) => {
    const { classId, testId } = partsIn(place, request.params);
    const { all, sittingIds } = releaseForm.parse(request.body ?? {});
    await classTests.release(actorOf(request), classId, testId, all === undefined ? sittingIds : null);
    return reply.redirect(`/class/tests/${classId}/${testId}`, 303);
  });
}

function sittingRoutes(app: FastifyInstance, { classTests, testScheduling, readings }: Used): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, wrong?: ScheduleForm) => {
    const view = await classTests.sitting(actorOf(request), idIn(request.params, 'test'));
    await readings.noteAnswers(actorOf(request), [{ studentId: view.pupil.id, sittingId: view.sitting.id }]);
    const { date, extraMinutes } = view.sitting;
    const due =
      view.state === 'ahead' || view.state === 'open'
        ? { date, deadline: view.sitting.deadline ?? date + DAY }
        : nextMorning(view.now);
    const form = wrong ?? filledForm({ ...due, extraMinutes });
    return sendPage(request, wrong ? reply.code(statusOf(wrong)) : reply, <SittingPage view={view} form={form} />);
  };

  app.get('/class/tests/sittings/:id', schedule, async (request, reply) => send(request, reply));

  app.post('/class/tests/sittings/:id/change', schedule, async (request, reply) => {
    const [actor, sittingId] = [actorOf(request), idIn(request.params, 'test')];
    const form = readScheduleForm(request.body);
    const delays = z.object({ as: z.literal('delay') }).safeParse(request.body).success;
    const wrong = await refusedFields(request, form, () =>
      delays
        ? testScheduling.delay(actor, sittingId, { ...wishOf(form), reason: form.reason })
        : testScheduling.change(actor, sittingId, wishOf(form)),
    );
    return wrong ? send(request, reply, wrong) : reply.redirect(`/class/tests/sittings/${sittingId}`, 303);
  });

  app.post('/class/tests/sittings/:id/resit', schedule, async (request, reply) => {
    const [actor, sittingId] = [actorOf(request), idIn(request.params, 'test')];
    const form = readScheduleForm(request.body);
    const wrong = await refusedFields(request, form, () => testScheduling.allowResit(actor, sittingId, wishOf(form)));
    if (wrong) return send(request, reply, wrong);
    const view = await classTests.sitting(actor, sittingId);
    return reply.redirect(`/class/tests/${view.class.id}/${view.sitting.testId}`, 303);
  });

  app.post('/class/tests/sittings/:id/cancel', schedule, async (request, reply) => {
    const [actor, sittingId] = [actorOf(request), idIn(request.params, 'test')];
    await testScheduling.cancel(actor, sittingId);
    return reply.redirect('/class/tests', 303);
  });
}

function markingRoutes(app: FastifyInstance, { classTests, classMarking, readings }: Used): void {
  app.get('/class/tests/marking', mark, async (request, reply) => {
    const queue = await classMarking.queue(actorOf(request));
    await readings.noteAnswers(actorOf(request), queue.answers);
    const { next } = markedBefore.parse(request.query);
    return sendPage(request, reply, <MarkingPage queue={queue} {...(next === undefined ? {} : { next })} />);
  });

  app.post('/class/tests/sittings/:id/answers/:position/mark', mark, async (request, reply) => {
    const actor = actorOf(request);
    const { id: sittingId, position } = partsIn(answerPlace, request.params);
    const view = await classTests.sitting(actor, sittingId);
    const answer = view.questions.find((one) => one.position === position);
    if (!answer) throw notFound('answer');
    const fromQueue = z.object({ from: z.literal('queue') }).safeParse(request.body).success;
    const words = pageContextOf(request).t.classTests;
    const read = readMarkForm(request.body, { sittingId, position, changes: answer.verdict !== null }, words);
    if (read.ok) {
      const next = fromQueue ? await nextToMark(classMarking, actor, markingKey({ sittingId, position })) : '';
      await classMarking.mark(actor, sittingId, position, read.given);
      return reply.redirect(
        fromQueue ? `/class/tests/marking?next=${next}` : `/class/tests/sittings/${sittingId}#a${position}`,
        303,
      );
    }
    if (fromQueue) {
      const queue = await classMarking.queue(actor);
      return sendPage(request, reply.code(400), <MarkingPage queue={queue} form={read.form} />);
    }
    const form = filledForm({ ...nextMorning(view.now), extraMinutes: view.sitting.extraMinutes });
    return sendPage(request, reply.code(400), <SittingPage view={view} form={form} mark={read.form} />);
  });
}

/** The answer that stands after one in the queue, or the first where it is the last; '' where nothing else waits. */
async function nextToMark(classMarking: Used['classMarking'], actor: Actor, marked: string): Promise<string> {
  const keys = (await classMarking.queue(actor)).answers.map(markingKey);
  const others = keys.filter((key) => key !== marked);
  return keys[keys.indexOf(marked) + 1] ?? others[0] ?? '';
}

/** The parts of an address or a form. Throws `not-found` for what cannot be there. */
function partsIn<Parts extends z.ZodType>(parts: Parts, sent: unknown): z.infer<Parts> {
  const read = parts.safeParse(sent ?? {});
  if (!read.success) throw notFound('test');
  return read.data;
}

/** Does it; answers with the form and its problems where the service refuses what was filled in, or where it comes too late. */
async function refusedFields(
  request: FastifyRequest,
  form: ScheduleForm,
  work: () => Promise<unknown>,
): Promise<ScheduleForm | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || !['invalid-input', 'conflict'].includes(error.kind)) throw error;
    return withProblems(form, error, pageContextOf(request).t.classTests.allowed);
  }
}

const statusOf = ({ problems }: ScheduleForm): 400 | 409 => (problems.whole === undefined ? 400 : 409);

/** Tomorrow from eight to ten, where nobody has said when. */
function nextMorning(now: number) {
  const zone = machineTimeZone();
  const eight = Date.parse(`${wallClock(now + DAY, zone).slice(0, 10)}T08:00:00Z`);
  const date = eight - (Date.parse(`${wallClock(eight, zone)}:00Z`) - eight);
  return { date, deadline: date + 2 * HOUR };
}
