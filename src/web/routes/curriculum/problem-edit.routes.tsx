import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Structure } from '../../../domain/curriculum/editing/structure.ts';
import { notFound } from '../../../domain/errors/app-error.ts';
import type { Opened } from '../../../services/curriculum-editor/curriculum-editor.service.ts';
import type { ProblemContent } from '../../../shared/curriculum-content.ts';
import { actorOf } from '../../access.ts';
import type { DraftForm } from '../../components/curriculum/edit-frame.tsx';
import { emptyProblem } from '../../forms/curriculum/problem.form.ts';
import { PROBLEM_FORM_LIMITS, readSentProblem } from '../../forms/curriculum/problem-upload.ts';
import { rearranged } from '../../forms/curriculum/rearrange.ts';
import { one, type SentFields } from '../../forms/curriculum/sent-fields.ts';
import { newProblemHref, problemHref, unitHref } from '../../pages/curriculum/addresses.ts';
import { ProblemHistoryPage } from '../../pages/curriculum/history.page.tsx';
import { ProblemEditPage } from '../../pages/curriculum/problem-edit.page.tsx';
import { sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';
import { statusOf } from './course-edit.routes.tsx';
import { formAgain, formOf, newForm } from './draft-forms.ts';

type Used = Pick<Services, 'curriculumEditor' | 'curriculumPublishing' | 'figureUploads' | 'keyTrial' | 'wrongAnswers'>;

/**
 * Writing questions: the form with its preview and the trial of its keys, and the history with the way back. A scope of its own:
 * only here pictures are taken.
 */
export async function problemEditRoutes(app: FastifyInstance, { services }: { services: Used }): Promise<void> {
  await app.register(multipart, { limits: PROBLEM_FORM_LIMITS, throwFileSizeLimit: false });
  const access = { config: { access: 'manage curriculum' as const } };
  const { curriculumEditor: editor, curriculumPublishing: publishing } = services;
  const openById = (request: FastifyRequest) =>
    editor.openById(actorOf(request), 'problem', idIn(request.params, 'question'));

  app.get('/region/curriculum/courses/:id/problems/new', access, async (request, reply) => {
    const { course, unit, form } = await openNew(request, services);
    const content = emptyProblem(unit, actorOf(request).name);
    return sendProblem(request, reply, services, { course, content, form });
  });

  app.post('/region/curriculum/courses/:id/problems/new', access, async (request, reply) => {
    const { course, form } = await openNew(request, services);
    const { fields, content, refused } = await readSentProblem(request, services.figureUploads);
    const made =
      one(fields, 'do') === 'save'
        ? await editor.create(actorOf(request), course.courseId, { kind: 'problem', content }, refused)
        : null;
    if (made?.outcome === 'made') {
      return reply.redirect(`${unitHref(course.courseId, content.unit)}&saved=yes`, 303);
    }
    const again = { ...form, problems: made?.problems ?? refused };
    return sendProblem(request, reply.code(made ? 400 : 200), services, { course, content, form: again, fields });
  });

  app.get('/region/curriculum/problems/:id', access, async (request, reply) => {
    const opened = await openById(request);
    const form = formOf(problemHref(opened.place.key), opened);
    return sendProblem(request, reply, services, { ...shownOf(opened), form });
  });

  app.post('/region/curriculum/problems/:id', access, async (request, reply) => {
    const [actor, opened] = [actorOf(request), await openById(request)];
    const { fields, content, refused } = await readSentProblem(request, services.figureUploads);
    const { place } = opened;
    const action = one(fields, 'do');
    if (action === 'discard' && (await editor.discard(actor, place, one(fields, 'token')))) {
      const back = opened.live === null ? unitHref(place.courseId, opened.content.unit) : problemHref(place.key);
      return reply.redirect(back, 303);
    }
    const mine = { kind: 'problem', content } as const;
    const saved = action === 'save' ? await editor.save(actor, place, one(fields, 'token'), mine, refused) : null;
    if (saved?.outcome === 'saved') {
      return reply.redirect(`${unitHref(place.courseId, mine.content.unit)}&saved=yes`, 303);
    }
    const again = formAgain(formOf(problemHref(place.key), opened), fields, mine, saved);
    const form = saved ? again : { ...again, problems: refused };
    const shown = { ...shownOf(opened), content: mine.content, form, fields };
    return sendProblem(request, reply.code(statusOf(saved)), services, shown);
  });

  app.get('/region/curriculum/problems/:id/history', access, async (request, reply) => {
    const problemId = idIn(request.params, 'question');
    const { entries } = await publishing.problemHistory(actorOf(request), problemId);
    return sendPage(request, reply, <ProblemHistoryPage problemId={problemId} entries={entries} />);
  });

  app.post('/region/curriculum/problems/:id/restore', access, async (request, reply) => {
    const [actor, opened] = [actorOf(request), await openById(request)];
    const read = restoreForm.safeParse(request.body);
    if (!read.success) throw notFound('earlier state');
    const { change, side } = read.data;
    const content = await publishing.earlierState(actor, Number(opened.place.key), change, side);
    // Shown as a form and not saved: what somebody else is drafting is not lost.
    const form = formOf(problemHref(opened.place.key), opened);
    return sendProblem(request, reply, services, { ...shownOf(opened), content, form });
  });
}

const shownOf = ({ place, course, content }: Opened<'problem'>) => ({ course, content, problemId: Number(place.key) });

const restoreForm = z.object({ change: z.coerce.number().int().positive(), side: z.enum(['before', 'after']) });

async function openNew(request: FastifyRequest, { curriculumEditor: editor }: Used) {
  const courseId = idIn(request.params, 'course');
  const { course } = await editor.open(actorOf(request), { courseId, kind: 'course', key: 'course' });
  const read = z.object({ unit: z.string() }).safeParse(request.query);
  const unit = course.units.find(({ key }) => read.success && key === read.data.unit);
  if (!unit) throw notFound('unit');
  return { course, unit: unit.key, form: newForm(newProblemHref(courseId, unit.key)) };
}

interface Shown {
  course: Structure;
  content: ProblemContent;
  /** Absent: it is new. */
  problemId?: number;
  form: DraftForm;
  /** What was sent, where the form comes back. */
  fields?: SentFields;
}

async function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { keyTrial, wrongAnswers }: Used,
  { course, content: written, problemId, form, fields }: Shown,
): Promise<FastifyReply> {
  const action = fields ? one(fields, 'do') : '';
  const content = rearranged(written, action);
  const trials = content.steps.map((_, index) => ({ text: fields ? one(fields, `s${index}.try`) : '', verdict: null }));
  const tried = /^try:(\d{1,2})$/.exec(action)?.[1];
  const step = tried === undefined ? undefined : content.steps[Number(tried)];
  const verdict = step ? await keyTrial.tryAnswer(step, content.stem, trials[Number(tried)]?.text ?? '') : null;
  const units = course.units.filter((unit) => !unit.content.archived || unit.key === content.unit);
  const page = (
    <ProblemEditPage
      courseId={course.courseId}
      content={content}
      units={units.map((unit) => ({ value: unit.key, label: unit.content.name }))}
      form={form}
      wrong={problemId === undefined ? new Map() : await wrongAnswers.ofProblem(actorOf(request), problemId, content)}
      trials={trials.map((trial, index) => (index === Number(tried) ? { ...trial, verdict } : trial))}
      raw={(name) => (fields && content === written ? fields[name]?.[0] : undefined)}
      did={action}
      historyHref={form.isLive ? `${form.action}/history` : null}
    />
  );
  return sendPage(request, reply, page);
}
