import { messagesFor } from '../../../src/web/i18n/messages.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Groups } from '../recount.ts';
import { allOf, peopleIn, SubjectThere } from '../region-scope.ts';
import { daysOfReport, inFile } from '../report-days.ts';
import { addLine, type Done } from './analytics.ts';
import { addTogether, addToldLine, sessionsIn, testsIn, toldOf, weeksOf } from './region-analytics.ts';
import { addColumns, addParts, type ReportFigures } from './report-parts.ts';

const t = messagesFor('en');
const words = t.keptReports.paper;

/** One subject in a region, or each of the supervisor's. */
export function addRegionReport(to: ReportFigures, rows: RawRows, report: RawRow<'kept_reports'>): Groups[] {
  const region = String(report.region);
  if (report.subject !== null) return addSubject(to, new SubjectThere(rows, report.subject, region), report);
  const own = rows
    .of('subjects_regional_supervisors')
    .filter((one) => one.regional_supervisor_id === report.made_by && one.region === region)
    .toSorted((a, b) => (a.subject_name < b.subject_name ? -1 : 1));
  to.title = `${words.together}, ${t.words.subject(own[0]?.subject_name ?? '')}`;
  return own.flatMap(({ subject_name: name }) => addSubject(to, new SubjectThere(rows, name, region), report));
}

function addSubject(to: ReportFigures, there: SubjectThere, report: RawRow<'kept_reports'>): Groups[] {
  const { days, before, spans } = daysOfReport(report);
  const schools = there.large(days);
  const whole = toldOf(schools.map(({ id }) => there.within(id, days)));
  const earlier = toldOf(schools.map(({ id }) => there.within(id, before)));
  const stats = new Map<string, Counted>();
  addTogether(stats, whole, earlier);
  for (const [place, value] of stats) to.page.add(place, value);
  const together = to.file().cells;
  addToldLine(together, inFile(days), whole);
  addToldLine(together, inFile(before), earlier);
  const overTime = to.file();
  const isTested = (id: number) => there.told(id, days)[1].length > 0;
  const ofSpans = spans.map((span) => {
    const done = schools.map(({ id }): Done => {
      const [did, tests] = there.within(id, span);
      return [did, isTested(id) ? tests : []];
    });
    addLine(overTime.cells, inFile(span), allOf(done));
    return { days: span, done: allOf(done) };
  });
  const places = addColumns(to.page, ofSpans);
  const caption =
    report.kind === 'region' ? `${words.parts.school}, ${t.words.subject(there.subject)}` : words.parts.school;
  const parts = schools.map(({ id, name }) => ({ name, done: there.within(id, days) }));
  const address = addParts(to, caption, parts);
  const hidden = there.hidden(days);
  if (hidden > 1) to.page.line(caption, [hidden]);
  const tested = parts.map(({ name, done }) => {
    const own = [caption, name, t.analytics.metrics.grade].join(' | ');
    const inFiles = { [address]: testsIn(to.files[address] ?? new Map(), name) };
    return { name: `tests of ${name}`, people: peopleIn(done[1]), places: [own], inFiles };
  });
  const row = weeksOf(there, days, spans).at(-1) ?? [];
  const inTime = row.map(({ name, people, days: span }, at) => {
    const inFiles = { [overTime.address]: sessionsIn(overTime.cells, inFile(span)) };
    return { name, people, places: places[at] ?? [], inFiles };
  });
  return [
    { groups: tested, lines: [] },
    { groups: inTime, lines: [], isPart: true },
  ];
}
