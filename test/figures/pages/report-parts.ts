import { METRICS, type Metric } from '../../../src/shared/analytics.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { asStat, countMetric, inCell } from '../count-metrics.ts';
import { PageFigures } from '../page-figures.ts';
import type { Graded, Part, RawRow, RawRows } from '../raw-rows.ts';
import type { Counted } from '../recount.ts';
import { type Days, daysOfReport, inFile } from '../report-days.ts';
import { addLine, type Done, isCount, said } from './analytics.ts';

const t = messagesFor('en');
const words = t.keptReports.paper;
const format = formatFor('en', machineTimeZone());

const OF_PARTS = [
  'sessions',
  'study time',
  'right answers',
  'unaided answers',
  'attendance',
  'proficiency',
  'investment',
  'social',
  'grade',
] as const;
const OF_COURSES = [
  'sessions',
  'study time',
  'answers',
  'right answers',
  'unaided answers',
  'proficiency',
  'grade',
] as const;

/** What stands in a report, section by section, and in the file of each. */
export class ReportFigures {
  readonly page = new PageFigures();
  readonly files: Record<string, Map<string, Counted>> = {};
  readonly path: string;
  /** Of the first section: what the paper is counted by stands below it. */
  title: string = words.together;

  constructor(path: string) {
    this.path = path;
  }

  /** The file of the next section, and where it lies. */
  file(): { address: string; cells: Map<string, Counted> } {
    const address = `${this.path}/table.csv?section=${Object.keys(this.files).length}`;
    const cells = new Map<string, Counted>();
    this.files[address] = cells;
    return { address, cells };
  }
}

/** What these pupils did in some days, in all or in a subject. */
export const doneBy =
  (rows: RawRows, pupils: ReadonlySet<number>, subject?: string) =>
  ([first, last]: Days): Done => {
    const isIn = ({ studentId, day, courseId }: Part | Graded) =>
      pupils.has(studentId) &&
      day >= first &&
      day <= last &&
      (subject === undefined || rows.subjectOf(courseId) === subject);
    return [rows.parts().filter(isIn), rows.graded().filter(isIn)];
  };

type Within = (days: Days) => Done;

/** Everything together, and week by week. Of a single pupil neither how many there are nor how they felt is printed. */
export function addWhole(to: ReportFigures, report: RawRow<'kept_reports'>, within: Within): void {
  const { days, before, spans } = daysOfReport(report);
  const [now, earlier] = [within(days), within(before)];
  const isOfOne = report.kind === 'pupil';
  for (const metric of METRICS) {
    if (isOfOne && (metric === 'active pupils' || metric === 'low feelings')) continue;
    const { value, of } = countMetric(metric, ...now);
    const rests = isCount(metric) ? [] : [of];
    const note = value === null ? undefined : [...rests, ...said(metric, earlier)];
    to.page.stat(t.analytics.metrics[metric], asStat(metric, ...now), note);
  }
  const together = to.file().cells;
  addLine(together, inFile(days), now);
  addLine(together, inFile(before), earlier);
  const overTime = to.file().cells;
  for (const span of spans) addLine(overTime, inFile(span), within(span));
  addColumns(
    to.page,
    spans.map((span) => ({ days: span, done: within(span) })),
  );
}

/** The columns of time studied and of right answers; their places, by span. */
export function addColumns(page: PageFigures, spans: readonly { days: Days; done: Done }[]): string[][] {
  const places = spans.map((): string[] => []);
  for (const [at, { days, done }] of spans.entries()) {
    places[at]?.push(page.add([words.time, format.shortDay(days[0])].join(' | '), clockOf(done)));
  }
  for (const [at, { days, done }] of spans.entries()) {
    const { value } = countMetric('right answers', ...done);
    places[at]?.push(page.add([words.right, format.shortDay(days[0])].join(' | '), value === null ? [] : [value]));
  }
  return places;
}

/** Hours and minutes. */
function clockOf(done: Done): Counted {
  const minutes = Math.round(countMetric('study time', ...done).value ?? 0);
  return [Math.floor(minutes / 60), minutes % 60];
}

interface PartOf {
  name: string;
  done: Done;
}

/** Who or what the whole is made of. */
export function addParts(
  to: ReportFigures,
  caption: string,
  parts: readonly PartOf[],
  metrics: readonly Metric[] = OF_PARTS,
): string {
  const { address, cells } = to.file();
  for (const { name, done } of parts) {
    for (const metric of metrics) {
      to.page.add([caption, name, t.analytics.metrics[metric]].join(' | '), inCell(metric, ...done));
    }
    addLine(cells, name, done);
  }
  return address;
}

/** By course, by name; what is about none comes first. */
export function addCourses(to: ReportFigures, rows: RawRows, done: Done): void {
  const nameOf = (id: number | null): string =>
    id === null ? words.noCourse : rows.one('courses', (one) => one.id === id).name;
  addParts(
    to,
    words.parts.course,
    groupsOf(done, ({ courseId }) => courseId, nameOf),
    OF_COURSES,
  );
}

export function addSubjects(to: ReportFigures, rows: RawRows, done: Done): void {
  const parts = groupsOf(
    done,
    ({ courseId }) => rows.subjectOf(courseId),
    (subject) => subject ?? '',
  );
  const named = parts.filter(({ name }) => name !== '');
  addParts(
    to,
    words.parts.subject,
    named.map((one) => ({ ...one, name: t.words.subject(one.name) })),
    OF_COURSES,
  );
}

function groupsOf<Key>(
  [parts, tests]: Done,
  keyOf: (one: Part | Graded) => Key,
  nameOf: (key: Key) => string,
): PartOf[] {
  const keys = new Set([...parts, ...tests].map(keyOf));
  return [...keys].map((key) => ({
    name: nameOf(key),
    done: [parts.filter((one) => keyOf(one) === key), tests.filter((one) => keyOf(one) === key)],
  }));
}

/** The tests of some days that these pupils are to take or took: by course and name. */
export function addTestsOfMany(
  to: ReportFigures,
  rows: RawRows,
  pupils: ReadonlySet<number>,
  [first, last]: Days,
  subject?: string,
): void {
  const { cells } = to.file();
  const sittings = rows.of('tests_students').filter((one) => {
    const day = rows.dayOf(one.date);
    return pupils.has(one.student_id) && day >= first && day <= last;
  });
  const tests = [...Map.groupBy(sittings, (one) => one.test_id)]
    .map(([id, own]) => {
      const test = rows.one('tests', (one) => one.id === id);
      const course = rows.one('courses', (one) => one.id === test.course_id);
      return { id, name: test.name, course: course.name, subject: course.subject_name, own };
    })
    .filter((one) => subject === undefined || one.subject === subject)
    .toSorted((a, b) => (a.course < b.course ? -1 : a.course > b.course ? 1 : a.name < b.name ? -1 : 1));
  const seen = new PageFigures();
  for (const { name, course, own } of tests) {
    const released = own.filter(({ phase }) => phase === 'released');
    const grades = released.flatMap(({ final_grade: grade }) => (grade === null ? [] : [Number(grade)]));
    const passed = released.filter(({ status }) => status === 'passed').length;
    const mean = grades.length === 0 ? [] : [grades.reduce((sum, one) => sum + one, 0) / grades.length];
    const counts = { [words.sittings]: [own.length], [words.graded]: [grades.length], [words.average]: mean };
    to.page.row(words.tests, name, { ...counts, [words.passed]: grades.length === 0 ? [] : [passed] });
    const row = seen.add(course, '');
    for (const [title, value] of Object.entries({ ...counts, [words.passed]: [passed] })) {
      cells.set(`${row} | ${title}`, value);
    }
  }
}
