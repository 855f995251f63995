import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { GRADE_LEVELS } from '../../../domain/curriculum/curriculum.ts';
import { isUnderWay } from '../../../domain/curriculum/import/upload-state.ts';
import type { AppError } from '../../../domain/errors/app-error.ts';
import {
  isRefusedFile,
  LARGEST_CURRICULUM,
  type LookedAtCurriculum,
} from '../../../services/curriculum-import/curriculum-uploads.service.ts';
import { FILE_FORMATS } from '../../../services/curriculum-import/file-format.ts';
import { actorOf } from '../../access.ts';
import {
  type CurriculumImportForm,
  EMPTY_CURRICULUM_FORM,
  formOf,
  optionsOf,
  readCurriculumImportForm,
  withoutWrong,
  wrongFields,
} from '../../forms/curriculum-import.form.ts';
import type { PageContext } from '../../page-context.ts';
import { CurriculumImportPage } from '../../pages/curriculum-import/import-form.page.tsx';
import { CurriculumImportedPage, CurriculumPreviewPage } from '../../pages/curriculum-import/import-preview.page.tsx';
import { CurriculumProgressPage } from '../../pages/curriculum-import/import-progress.page.tsx';
import { pageContextOf, sendPage } from '../../send-page.tsx';
import type { Services } from '../../services.ts';
import { idIn } from '../ids.ts';

type Used = Pick<Services, 'curriculumUploads'>;

const confirmForm = z.object({ fingerprint: z.string().max(100).catch('') }).catch({ fingerprint: '' });
/** Seconds after which a page about work that is under way is loaded again. */
const LOOKS_AGAIN_AFTER = 2;
/** A few fields besides the file. */
const OVERHEAD = 64 * 1024;
const manage = { config: { access: 'manage curriculum' as const } };

/** Curricula from files. A scope of its own: only here such files are taken. */
export async function curriculumImportRoutes(app: FastifyInstance, { services }: { services: Used }): Promise<void> {
  const { curriculumUploads } = services;
  await app.register(multipart, {
    limits: { fileSize: LARGEST_CURRICULUM, files: 1, fields: 8, fieldSize: 1000, parts: 10 },
    throwFileSizeLimit: false,
  });

  app.get('/region/curriculum/import', manage, async (request, reply) =>
    sendForm(request, reply, services, EMPTY_CURRICULUM_FORM),
  );

  app.post(
    '/region/curriculum/import',
    { ...manage, bodyLimit: LARGEST_CURRICULUM + OVERHEAD },
    async (request, reply) => takeFile(request, reply, services),
  );

  app.get('/region/curriculum/import/:id', manage, async (request, reply) => {
    return sendUpload(
      request,
      reply,
      services,
      await curriculumUploads.look(actorOf(request), idIn(request.params, 'upload')),
    );
  });

  app.post('/region/curriculum/import/:id/confirm', manage, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'upload')];
    const { fingerprint } = confirmForm.parse(request.body);
    const look = await curriculumUploads.confirm(actor, id, fingerprint);
    if (isUnderWay(look.state)) return reply.redirect(`/region/curriculum/import/${id}`, 303);
    return sendUpload(request, look.changedMeanwhile ? reply.code(409) : reply, services, look);
  });

  app.post('/region/curriculum/import/:id/cancel', manage, async (request, reply) => {
    await curriculumUploads.drop(actorOf(request), idIn(request.params, 'upload'));
    return reply.redirect('/region/curriculum/import', 303);
  });
}

async function takeFile(request: FastifyRequest, reply: FastifyReply, services: Used): Promise<FastifyReply> {
  const { curriculumImport: words, fileImport } = pageContextOf(request).t;
  if (!request.isMultipart()) {
    const form = { ...EMPTY_CURRICULUM_FORM, problems: { file: fileImport.noFile } };
    return sendForm(request, reply.code(400), services, form);
  }
  const { form, file } = await readCurriculumImportForm(request);
  const subjects = await services.curriculumUploads.subjects(actorOf(request));
  const allowed = { format: FILE_FORMATS.map(({ id }) => id), subject: subjects, grade: GRADE_LEVELS };
  const noFile = file === 'too large' ? words.tooLarge : file === 'cut off' ? fileImport.cutOff : fileImport.noFile;
  const isFile = typeof file === 'object';
  const problems = { ...wrongFields(form, allowed, words), ...(isFile ? {} : { file: noFile }) };
  const wrong = { ...form, problems };
  if (!isFile) return sendForm(request, reply.code(file === 'too large' ? 413 : 400), services, wrong);
  if (Object.keys(problems).length > 0) return refuseFields(request, reply.code(400), services, wrong, file);
  try {
    const id = await services.curriculumUploads.take(actorOf(request), file, optionsOf(form));
    return reply.redirect(`/region/curriculum/import/${id}`, 303);
  } catch (error) {
    if (!isRefusedFile(error)) throw error;
    const refused = withMissing(form, fieldsOf(error), words);
    return sendForm(request, reply.code(400), services, refused, error.message);
  }
}

const fieldsOf = (error: AppError): Record<string, string> => (error.details?.fields ?? {}) as Record<string, string>;

/** Sends the form back with its wrong fields, and with what is wrong with its file: nobody is to send it twice to be told all. */
async function refuseFields(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  form: CurriculumImportForm,
  file: { name: string; bytes: Uint8Array },
): Promise<FastifyReply> {
  const { curriculumImport: words } = pageContextOf(request).t;
  const error = await services.curriculumUploads.tryOut(actorOf(request), file, optionsOf(withoutWrong(form)));
  if (error === null) return sendForm(request, reply, services, form);
  const missing = withMissing(form, fieldsOf(error), words).problems;
  const problems = { ...missing, ...form.problems };
  // What the file leaves open was said, and wrongly: that is told at the field.
  const isTold = error.code === 'course-missing' && Object.keys(missing).every((name) => name in form.problems);
  return sendForm(request, reply, services, { ...form, problems }, isTold ? undefined : error.message);
}

/** The form with the fields marked that the file leaves open. */
function withMissing(
  form: CurriculumImportForm,
  fields: Readonly<Record<string, string>>,
  { missing }: PageContext['t']['curriculumImport'],
): CurriculumImportForm {
  const problems: CurriculumImportForm['problems'] = {
    ...('name' in fields ? { course: form.course === '' ? missing.course : missing.several } : {}),
    ...('subject' in fields ? { subject: missing.subject } : {}),
    ...('grade' in fields ? { grade: missing.grade } : {}),
    ...('format' in fields ? { format: missing.format } : {}),
  };
  return { ...form, problems };
}

/** How far a file is: looked at again by itself while it is under way, with the form where it was not taken. */
async function sendUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Used,
  look: LookedAtCurriculum,
): Promise<FastifyReply> {
  const { id, state, report, problem, changedMeanwhile } = look;
  const { curriculumImport: words } = pageContextOf(request).t;
  if (isUnderWay(state)) {
    const again = reply.header('refresh', String(LOOKS_AGAIN_AFTER));
    return sendPage(request, again, <CurriculumProgressPage {...look} />);
  }
  if (report === null) {
    const form = withMissing(formOf(look.options), look.fields, words);
    return sendForm(request, reply, services, form, problem ?? words.broke);
  }
  if (state === 'done') return sendPage(request, reply, <CurriculumImportedPage report={report} />);
  return sendPage(request, reply, <CurriculumPreviewPage {...{ id, report, changedMeanwhile }} />);
}

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { curriculumUploads }: Used,
  form: CurriculumImportForm,
  refusal?: string,
): Promise<FastifyReply> {
  const subjects = await curriculumUploads.subjects(actorOf(request));
  return sendPage(request, reply, <CurriculumImportPage {...{ subjects, form, refusal }} />);
}
