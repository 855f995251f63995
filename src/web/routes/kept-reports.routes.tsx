import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { MOST_CLASSES, MOST_PUPILS } from '../../services/kept-reports/kept-reports.service.ts';
import type { ReportView } from '../../services/kept-reports/report-reading.service.ts';
import { actorOf, type RouteAccess } from '../access.ts';
import { chosenIn } from '../forms/chosen.ts';
import { fieldsOf } from '../forms/fields.ts';
import { aboutIn, type KeptReportForm, keptReportForm } from '../forms/kept-report.form.ts';
import { ReportPage, ReportUnderWayPage } from '../pages/kept-reports/report.page.tsx';
import { ReportSetPage } from '../pages/kept-reports/report-set.page.tsx';
import { ReportsPage } from '../pages/kept-reports/reports.page.tsx';
import { fileTable } from '../presenters/report-tables.ts';
import { sendCsv } from '../send-csv.ts';
import { pageContextOf, sendPage } from '../send-page.tsx';
import type { Services } from '../services.ts';
import { idIn } from './ids.ts';
import { liveFiguresOf, REPORT_PLACES, type ReportPlace } from './report-places.ts';

type Used = Pick<Services, 'keptReports' | 'reportReading' | 'reportPrinting' | 'family'>;

/** How soon a page of what is being made comes again, in s. */
const LOOKS_AGAIN_AFTER = 2;

/** Reports, where each role has theirs: asked for, read, printed, taken away. */
export function keptReportRoutes(app: FastifyInstance, services: Used): void {
  for (const place of REPORT_PLACES) {
    listRoutes(app, services, place);
    reportRoutes(app, services, place);
    if (place.hasSets) printRoutes(app, services, place);
  }
}

const accessOf = ({ access }: ReportPlace): { config: { access: RouteAccess } } => ({ config: { access } });

function listRoutes(app: FastifyInstance, services: Used, place: ReportPlace): void {
  const { keptReports } = services;

  app.get(place.path, accessOf(place), async (request, reply) => {
    const { periods } = await keptReports.choices(actorOf(request));
    const form = { of: '', period: periods[0] ?? '', from: '', to: '', key: randomUUID() };
    return sendList(request, reply, services, place, form);
  });

  app.post(place.path, accessOf(place), async (request, reply) => {
    const actor = actorOf(request);
    const { keptReports: words } = pageContextOf(request).t;
    const form = keptReportForm(request.body);
    const studentId = place.pupilIn(request.params, actor);
    const about = studentId === null ? aboutIn(form.of) : { kind: 'pupil' as const, studentId };
    if (about === null) return sendList(request, reply.code(400), services, place, form, words.problems.choose);
    try {
      const { period, from, to, key } = form;
      const ids = await keptReports.ask(actor, { ...about, period, from, to, key, locale: actor.locale });
      const base = place.baseOf(request.params);
      return reply.redirect(ids.length === 1 ? `${base}/${ids[0]}` : base, 303);
    } catch (error) {
      const problem = problemIn(error, request, place);
      if (problem === null) throw error;
      return sendList(request, reply.code(400), services, place, form, problem);
    }
  });
}

/** What is wrong with what was asked for, in words; null where it is something else. */
function problemIn(error: unknown, request: FastifyRequest, { mostDays }: ReportPlace): string | null {
  if (!(error instanceof AppError && error.kind === 'invalid-input')) return null;
  const { problems } = pageContextOf(request).t.keptReports;
  switch (error.code) {
    case 'period-ahead':
      return problems.ahead;
    case 'no-pupils':
      return problems.nobody;
    case 'report-too-large':
      return problems.tooMany(MOST_PUPILS, MOST_CLASSES);
    default:
      return problems.days(mostDays);
  }
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  { keptReports, reportReading, family }: Used,
  place: ReportPlace,
  form: KeptReportForm,
  problem?: string,
): Promise<FastifyReply> {
  const actor = actorOf(request);
  const { t } = pageContextOf(request);
  const studentId = place.pupilIn(request.params, actor);
  const reports = await reportReading.list(actor, studentId ?? undefined);
  const child =
    actor.role === 'parent' ? (await family.children(actor)).find(({ id }) => id === studentId)?.firstName : undefined;
  return sendPage(
    request,
    reply,
    <ReportsPage
      base={place.baseOf(request.params)}
      back={place.backOf(request.params, t, child)}
      lead={child !== undefined ? t.keptReports.leadChild(child) : t.keptReports[place.lead]}
      choices={await keptReports.choices(actor)}
      {...{ reports, form, problem }}
    />,
  );
}

/** One report, or the reports of a class. */
function reportRoutes(app: FastifyInstance, { reportReading, reportPrinting }: Used, place: ReportPlace): void {
  const path = `${place.path}/:reportId`;

  app.get(path, accessOf(place), async (request, reply) => {
    const actor = actorOf(request);
    const line = await lineIn(request, reportReading, place);
    const base = place.baseOf(request.params);
    if (line.state !== 'done') {
      const comesAgain = line.state === 'asked' ? reply.header('refresh', String(LOOKS_AGAIN_AFTER)) : reply;
      return sendPage(request, comesAgain, <ReportUnderWayPage report={line} base={base} />);
    }
    const more = { base, canPrint: reportPrinting.canPrint, canRemove: line.madeBy === actor.userId };
    if (line.kind === 'pupils') {
      const set = await reportReading.readSet(actor, line.id);
      const isPrinting = set.prints.some(({ state }) => state === 'asked');
      if (isPrinting) reply.header('refresh', String(LOOKS_AGAIN_AFTER));
      return sendPage(request, reply, <ReportSetPage set={set} {...more} />);
    }
    const report = await reportReading.open(actor, line.id, { compare: true });
    return sendPage(request, reply, <ReportPage report={report} live={liveFiguresOf(report, actor)} {...more} />);
  });

  app.get(`${path}/report.pdf`, accessOf(place), async (request, reply) => {
    const { id } = await lineIn(request, reportReading, place);
    const bytes = await reportPrinting.print(actorOf(request), id);
    return sendFile(reply, 'application/pdf', `report-${id}.pdf`, bytes);
  });

  app.get(`${path}/table.csv`, accessOf(place), async (request, reply) => {
    const { id } = await lineIn(request, reportReading, place);
    const report = await reportReading.open(actorOf(request), id);
    const { title, columns, rows } = fileTable(sectionIn(request, report), report, pageContextOf(request));
    return sendCsv(reply, `report-${id} ${title}`, columns, rows);
  });

  app.post(`${path}/remove`, accessOf(place), async (request, reply) => {
    const { id } = await lineIn(request, reportReading, place);
    await reportReading.remove(actorOf(request), id);
    return reply.redirect(place.baseOf(request.params), 303);
  });
}

/** The reports of a class on paper. */
function printRoutes(app: FastifyInstance, { reportPrinting, reportReading }: Used, place: ReportPlace): void {
  const path = `${place.path}/:reportId`;

  app.post(`${path}/print`, accessOf(place), async (request, reply) => {
    const { id } = await lineIn(request, reportReading, place);
    const format = chosenIn(request.body, 'format', ['pdf', 'zip'] as const) ?? 'pdf';
    await reportPrinting.ask(actorOf(request), id, format);
    return reply.redirect(`${place.baseOf(request.params)}/${id}`, 303);
  });

  for (const [format, type] of [
    ['pdf', 'application/pdf'],
    ['zip', 'application/zip'],
  ] as const) {
    app.get(`${path}/reports.${format}`, accessOf(place), async (request, reply) => {
      const { id } = await lineIn(request, reportReading, place);
      const bytes = await reportPrinting.take(actorOf(request), id, format);
      return sendFile(reply, type, `reports-${id}.${format}`, Buffer.from(bytes));
    });
  }
}

/** The report in the address, which belongs to this place. Throws `not-found` for any other. */
async function lineIn(request: FastifyRequest, reportReading: Services['reportReading'], place: ReportPlace) {
  const { reportId } = z.object({ reportId: z.unknown() }).parse(request.params);
  const actor = actorOf(request);
  const line = await reportReading.line(actor, idIn({ id: reportId }, 'report'));
  const studentId = place.pupilIn(request.params, actor);
  if (studentId !== null && line.studentId !== studentId) throw notFound('report');
  return line;
}

function sectionIn(request: FastifyRequest, { sections }: ReportView) {
  const { section = '' } = fieldsOf(request.query);
  const found = /^\d{1,3}$/.test(section) ? sections[Number(section)] : undefined;
  if (!found) throw invalidInput('There is no such table.', { section: `0 to ${sections.length - 1}` });
  return found;
}

function sendFile(reply: FastifyReply, type: string, name: string, bytes: Buffer): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
}
