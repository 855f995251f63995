import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AnswersRefusedError } from '../../domain/assessment/answer-problem.ts';
import type { Paper, TestDesk } from '../../services/tests/taking.service.ts';
import { actorOf } from '../access.ts';
import { type AnswersForm, readAnswersForm } from '../forms/answers.form.ts';
import { readReflection } from '../forms/reflection.form.ts';
import { HandInPage } from '../pages/tests/hand-in.page.tsx';
import { HandedInPage, type ReflectionForm } from '../pages/tests/handed-in.page.tsx';
import { LobbyPage } from '../pages/tests/lobby.page.tsx';
import { type PaperNotes, PaperPage } from '../pages/tests/paper.page.tsx';
import { TestsPage } from '../pages/tests/tests.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const take = { config: { access: 'take a test' as const } };
const deskQuery = z.object({
  question: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
  saved: z.string().optional().catch(undefined),
});
const idOf = (request: FastifyRequest) => idIn(request.params, 'test');

/** A pupil's tests: the list, the lobby, the paper as a form that works by itself, handing in, what came of it. */
export function testRoutes(app: FastifyInstance, services: Pick<Services, 'tests' | 'testTaking'>): void {
  const { tests, testTaking } = services;

  app.get('/tests', take, async (request, reply) => {
    const page = <TestsPage tests={await tests.ownTests(actorOf(request))} now={tests.now()} />;
    return sendPage(request, reply, page);
  });

  app.get('/tests/:id', take, async (request, reply) => {
    const desk = await testTaking.desk(actorOf(request), idOf(request));
    const { question, saved } = deskQuery.parse(request.query);
    return sendDesk(request, reply, desk, { only: question ?? null, notes: { saved: saved !== undefined } });
  });

  app.post('/tests/:id/begin', take, async (request, reply) => {
    const { sitting } = await testTaking.begin(actorOf(request), idOf(request));
    return reply.redirect(`/tests/${sitting.id}`, 303);
  });

  app.post('/tests/:id/answers', take, async (request, reply) => sendSaved(request, reply, services));

  app.get('/tests/:id/hand-in', take, async (request, reply) => {
    const desk = await testTaking.desk(actorOf(request), idOf(request));
    if (desk.shows !== 'paper') return reply.redirect(`/tests/${desk.sitting.id}`, 303);
    return sendPage(request, reply, <HandInPage paper={desk} />);
  });

  app.post('/tests/:id/submit', take, async (request, reply) => {
    const { sitting } = await testTaking.submit(actorOf(request), idOf(request));
    return reply.redirect(`/tests/${sitting.id}`, 303);
  });

  app.post('/tests/:id/reflection', take, async (request, reply) => {
    const [actor, id] = [actorOf(request), idOf(request)];
    const read = readReflection(request.body, pageContextOf(request).t.study);
    if (!read.ok) {
      return sendDesk(request, reply.code(400), await testTaking.desk(actor, id), { form: read.form });
    }
    await testTaking.reflect(actor, id, read.said);
    return reply.redirect(`/tests/${id}#reflect`, 303);
  });
}

interface DeskLook {
  only?: number | null;
  notes?: PaperNotes;
  form?: ReflectionForm;
}

function sendDesk(request: FastifyRequest, reply: FastifyReply, desk: TestDesk, look: DeskLook): FastifyReply {
  switch (desk.shows) {
    case 'lobby':
      return sendPage(request, reply, <LobbyPage lobby={desk} />);
    case 'paper':
      return sendPaper(request, reply, desk, look);
    case 'handed in':
      return sendPage(request, reply, <HandedInPage view={desk} {...(look.form ? { form: look.form } : {})} />);
  }
}

function sendPaper(
  request: FastifyRequest,
  reply: FastifyReply,
  paper: Paper,
  { only, notes }: DeskLook,
): FastifyReply {
  const shown = paper.questions.some(({ position }) => position === only) ? (only ?? null) : null;
  const page = <PaperPage paper={paper} only={shown} device={randomUUID()} {...(notes ? { notes } : {})} />;
  return sendPage(request, reply, page);
}

/**
 * Saves the form and leads on; where another device had written meanwhile the page comes back with both answers, and where an
 * answer cannot be taken with all that was written.
 */
async function sendSaved(
  request: FastifyRequest,
  reply: FastifyReply,
  { testTaking }: Pick<Services, 'testTaking'>,
): Promise<FastifyReply> {
  const [actor, id] = [actorOf(request), idOf(request)];
  const desk = await testTaking.desk(actor, id);
  if (desk.shows !== 'paper') return sendDesk(request, reply.code(409), desk, {});
  const form = readAnswersForm(request.body, desk.questions);
  const { input, written, only, next } = form;
  const saved = await testTaking.save(actor, id, input).catch(refusal);
  if (saved instanceof AnswersRefusedError) {
    return sendDesk(request, reply.code(400), desk, { only, notes: unsavedNotes(form, saved) });
  }
  const { answers, care } = saved;
  const elsewhere = answers.filter(({ outcome }) => outcome === 'changed elsewhere');
  if (elsewhere.length > 0 || care !== null) {
    const refused = new Map(elsewhere.map(({ position }) => [position, written.get(position) ?? '']));
    const after = await testTaking.desk(actor, id);
    return sendDesk(request, reply.code(elsewhere.length > 0 ? 409 : 200), after, {
      only,
      notes: { saved: true, refused, care },
    });
  }
  if (next.to === 'hand in') return reply.redirect(`/tests/${id}/hand-in`, 303);
  if (next.to === 'question') return reply.redirect(`/tests/${id}?question=${next.position}`, 303);
  return reply.redirect(`/tests/${id}?saved${only === null ? '' : `&question=${only}`}`, 303);
}

/** The answers could not be taken; everything else that went wrong goes on. */
function refusal(error: unknown): AnswersRefusedError {
  if (error instanceof AnswersRefusedError) return error;
  throw error;
}

function unsavedNotes({ written }: AnswersForm, { refused, care }: AnswersRefusedError): PaperNotes {
  const unsaved = [...written].map(([position, text]) => {
    const problem = refused.find((one) => one.position === position)?.problem;
    return [position, { written: text, problem }] as const;
  });
  return { unsaved: new Map(unsaved), care };
}
