import { fromStored } from '../../../src/data/db/instants.ts';
import type { NAMED } from '../../../src/data/sample/people/named-people.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { PageToCount, Recount } from '../recount.ts';
import { daysOfReport } from '../report-days.ts';
import { membersOf } from './analytics.ts';
import { addPupilReport } from './report-of-pupil.ts';
import { addRegionReport } from './report-of-region.ts';
import { addCourses, addParts, addSubjects, addTestsOfMany, addWhole, doneBy, ReportFigures } from './report-parts.ts';
import { schoolOf } from './school.ts';

const words = messagesFor('en').keptReports;
type Report = RawRow<'kept_reports'>;

/** So many reports of the pupils of a class are opened. */
const OF_SET = 2;

/** The reports that somebody asked for in this test: each with the rows as they were when it was made. */
function madeFor(rows: RawRows, before: RawRows, who: keyof typeof NAMED) {
  const early = new Set(before.of('kept_reports').map(({ id }) => id));
  const own = rows
    .of('kept_reports')
    .filter((one) => one.made_by === rows.idOf(who) && fromStored(one.asked_at) >= before.now);
  const inSet = own.filter(({ batch_id: set }) => set !== null).slice(OF_SET);
  return own
    .filter((one) => !inSet.includes(one))
    .map((report) => ({ report, asMade: early.has(report.id) ? before : rows }));
}

function pageOf(rows: RawRows, asMade: RawRows, report: Report, base: string): PageToCount {
  const to = new ReportFigures(`${base}/${report.id}`);
  if (report.kind === 'pupils') return setOf(rows, report, to);
  const told = addSections(to, asMade, report);
  to.page.line(to.title, [Number(report.metrics_version)]);
  return { path: to.path, lines: true, figures: to.page.map, files: to.files, ...(told && { told }) };
}

function addSections(to: ReportFigures, asMade: RawRows, report: Report): PageToCount['told'] {
  const { kind, class_id: classId } = report;
  switch (kind) {
    case 'pupil':
      addPupilReport(to, asMade, report);
      return undefined;
    case 'class':
      addClassReport(to, asMade, report, Number(classId));
      return undefined;
    case 'school':
    case 'subject':
      addSchoolReport(to, asMade, report);
      return undefined;
    default:
      return addRegionReport(to, asMade, report);
  }
}

function addClassReport(to: ReportFigures, asMade: RawRows, report: Report, classId: number): void {
  const { days } = daysOfReport(report);
  const pupils = membersOf(asMade, classId);
  const within = doneBy(asMade, pupils);
  addWhole(to, report, within);
  const parts = [...pupils].map((id) => ({ name: asMade.nameOf(id), done: doneBy(asMade, new Set([id]))(days) }));
  addParts(to, words.paper.parts.pupil, parts);
  addCourses(to, asMade, within(days));
  addTestsOfMany(to, asMade, pupils, days);
}

/** All subjects of a school, or one of them. */
function addSchoolReport(to: ReportFigures, asMade: RawRows, report: Report): void {
  const { days } = daysOfReport(report);
  const subject = report.subject ?? undefined;
  const school = asMade.one('schools', ({ id }) => id === report.school_id);
  const { pupils, classes } = schoolOf(asMade, Number(school.school_manager_id));
  const within = doneBy(asMade, pupils, subject);
  addWhole(to, report, within);
  const parts = classes.map((room) => ({
    name: room.name,
    done: doneBy(asMade, new Set(room.pupils), subject)(days),
  }));
  addParts(to, words.paper.parts.class, parts);
  if (subject === undefined) addSubjects(to, asMade, within(days));
  addTestsOfMany(to, asMade, pupils, days, subject);
}

/** The reports of the pupils of a class whom the reader may still know. */
function setOf(rows: RawRows, report: Report, to: ReportFigures): PageToCount {
  const members = membersOf(rows, Number(report.class_id));
  const own = rows.of('kept_reports').filter((one) => one.batch_id === report.id);
  to.page.line('page', [own.filter((one) => members.has(Number(one.student_id))).length]);
  return { path: to.path, lines: true, figures: to.page.map };
}

const reportsOf = (
  page: string,
  who: keyof typeof NAMED,
  baseOf: (report: Report) => string = () => page.replace('/:reportId', ''),
): Recount => ({
  page,
  who,
  count: (rows, before) =>
    madeFor(rows, before, who).map(({ report, asMade }) => pageOf(rows, asMade, report, baseOf(report))),
});

export const REPORTS: readonly Recount[] = [
  reportsOf('/class/reports/:reportId', 'amir'),
  reportsOf('/school/reports/:reportId', 'ruth'),
  reportsOf('/progress/reports/:reportId', 'noa'),
  reportsOf('/children/:id/reports/:reportId', 'dalia', ({ student_id: id }) => `/children/${id}/reports`),
  reportsOf('/region/reports/:reportId', 'yossi'),
];
