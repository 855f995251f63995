import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError } from '../../domain/errors/app-error.ts';
import type { RosterProblem } from '../../domain/roster/problem.ts';
import { LARGEST_UPLOAD } from '../../services/people-import/people-uploads.service.ts';
import { actorOf } from '../access.ts';
import { chosenIn } from '../forms/chosen.ts';
import {
  decisionsIn,
  EMPTY_FORM,
  formatIn,
  type PeopleImportForm,
  ROSTER_FORMATS,
  readPeopleImportForm,
} from '../forms/people-import.form.ts';
import { PeopleImportPage, type Refusal } from '../pages/people-import/people-import.page.tsx';
import { PeopleImportedPage, PeoplePreviewPage } from '../pages/people-import/people-preview.page.tsx';
import { type RosterRow, rosterRows } from '../presenters/roster-rows.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';

const confirmForm = z
  .object({ fingerprint: z.string().max(100).catch(''), large: z.string().optional().catch(undefined) })
  .catch({ fingerprint: '', large: undefined });
const access = { config: { access: 'administer the school' as const } };
/** A few fields besides the file. */
const OVERHEAD = 64 * 1024;

/** People of a school from files and into files. A scope of its own: only here files are taken. */
export async function peopleImportRoutes(
  app: FastifyInstance,
  { services: { peopleUploads } }: { services: Pick<Services, 'peopleUploads'> },
): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 8, fieldSize: 1000, parts: 10 },
    throwFileSizeLimit: false,
  });
  const sendForm = async (request: FastifyRequest, reply: FastifyReply, form: PeopleImportForm, refusal?: Refusal) => {
    const school = await peopleUploads.schoolName(actorOf(request));
    return sendPage(request, reply, <PeopleImportPage school={school} form={form} refusal={refusal} />);
  };

  app.get('/school/people/import', access, async (request, reply) => sendForm(request, reply, EMPTY_FORM));

  app.post('/school/people/import', { ...access, bodyLimit: LARGEST_UPLOAD + OVERHEAD }, async (request, reply) => {
    const { peopleImport: words, fileImport } = pageContextOf(request).t;
    if (!request.isMultipart())
      return sendForm(request, reply.code(400), { ...EMPTY_FORM, problems: { file: fileImport.noFile } });
    const { form: sent, file } = await readPeopleImportForm(request, words);
    const noFile = file === 'too large' ? words.tooLarge : file === 'cut off' ? fileImport.cutOff : fileImport.noFile;
    const isFile = typeof file === 'object';
    const form = isFile ? sent : { ...sent, problems: { ...sent.problems, file: noFile } };
    const format = formatIn(form);
    if (!isFile || format === undefined) return sendForm(request, reply.code(file === 'too large' ? 413 : 400), form);
    const refused = (error: unknown) => sendForm(request, reply.code(400), form, refusalOf(error));
    const org = form.problems.org === undefined && form.org !== '' ? form.org : null;
    const options = { format, whole: form.whole && format === 'csv', org };
    if (Object.keys(form.problems).length > 0) {
      // What is wrong with the file is said with the fields: nobody is to send it twice to be told all.
      const tried = await peopleUploads.tryOut(actorOf(request), file, options).catch(refused);
      return tried ?? sendForm(request, reply.code(400), form);
    }
    const id = await peopleUploads.take(actorOf(request), file, options).catch(refused);
    return typeof id === 'number' ? reply.redirect(`/school/people/import/${id}`, 303) : id;
  });

  app.get('/school/people/import/:id', access, async (request, reply) => {
    const look = await peopleUploads.look(actorOf(request), idIn(request.params, 'upload'));
    return sendPage(request, reply, <PeoplePreviewPage {...look} />);
  });

  tableRoutes(app, peopleUploads);

  app.post('/school/people/import/:id/confirm', access, async (request, reply) => {
    const [actor, id] = [actorOf(request), idIn(request.params, 'upload')];
    const { fingerprint, large } = confirmForm.parse(request.body);
    try {
      const decisions = decisionsIn(request.body);
      const report = await peopleUploads.confirm(actor, id, {
        decisions,
        confirmLargeChange: large === 'yes',
        fingerprint,
      });
      return await sendPage(request, reply, <PeopleImportedPage report={report} />);
    } catch (error) {
      const notice = noticeOf(error);
      const look = await peopleUploads.look(actor, id);
      return sendPage(request, reply.code(409), <PeoplePreviewPage {...look} notice={notice} />);
    }
  });

  app.post('/school/people/import/:id/cancel', access, async (request, reply) => {
    await peopleUploads.drop(actorOf(request), idIn(request.params, 'upload'));
    return reply.redirect('/school/people/import', 303);
  });
}

/** What a kept file would do, and everybody of the school, as files. */
function tableRoutes(app: FastifyInstance, peopleUploads: Services['peopleUploads']): void {
  app.get('/school/people/import/:id/plan.csv', access, async (request, reply) => {
    const { report } = await peopleUploads.look(actorOf(request), idIn(request.params, 'upload'));
    const { peopleImport: words } = pageContextOf(request).t;
    const names = ['what', 'name', 'role', 'username', 'more'] as const;
    const columns = names.map((name) => ({ title: words.table[name], cell: (row: RosterRow) => row[name] }));
    return sendCsv(reply, 'people-import', columns, rosterRows(report, words));
  });

  app.get('/school/people/export', access, async (request, reply) => {
    const format = chosenIn(request.query, 'format', ROSTER_FORMATS) ?? 'csv';
    const bytes = await peopleUploads.export(actorOf(request), format);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="people-${format}.zip"`)
      .send(bytes);
  });
}

/** What the page says of a file that was not taken. What is no refusal of the file is thrown on. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof AppError) || error.kind !== 'invalid-input') throw error;
  const { problems, count, leftOut, notes } = error.details ?? {};
  const list: RosterProblem[] = Array.isArray(problems) ? problems : [];
  return {
    message: error.message,
    problems: list,
    count: typeof count === 'number' ? count : list.length,
    leftOut: Array.isArray(leftOut) ? leftOut : [],
    notes: Array.isArray(notes) ? notes : [],
  };
}

/** Why it was not carried out, where the page has an answer to it. */
function noticeOf(error: unknown): 'changed-meanwhile' | 'large-change' {
  const code = error instanceof AppError ? error.code : '';
  if (code === 'changed-meanwhile' || code === 'large-change') return code;
  throw error;
}
