import { METRICS, type Metric } from '../../../src/shared/analytics.ts';
import { machineTimeZone, noonOf } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { asStat, countMetric, inCell } from '../count-metrics.ts';
import type { Graded, Part, RawRows } from '../raw-rows.ts';
import type { Counted, Expected, PageToCount, Recount } from '../recount.ts';
import { classInsight, type SchoolRoom, schoolInsight } from './insight.ts';

const words = messagesFor('en').analytics;
const format = formatFor('en', machineTimeZone());
const NOT_IN_TABLE: readonly string[] = ['active pupils', 'low feelings', 'unaided answers', 'tests'];
export const IN_TABLE = METRICS.filter((metric) => !NOT_IN_TABLE.includes(metric));
const DAYS = 28;

interface Whole {
  path: string;
  file: string;
  title: string;
  /** The pupils of the whole, and of each of its parts, by their ids. */
  pupils: ReadonlySet<number>;
  name: string;
  parts: readonly { name: string; pupils: ReadonlySet<number> }[];
}

/** The four weeks up to today, of a class or of a school. */
function pageOf(rows: RawRows, { path, file, title, pupils, name, parts }: Whole): PageToCount {
  const [from, to] = [rows.dayBefore(DAYS - 1), rows.dayBefore(0)];
  const within = (ids: ReadonlySet<number>, first = from, last = to): Done => {
    const isIn = ({ studentId, day }: Part | Graded) => ids.has(studentId) && day >= first && day <= last;
    return [rows.parts().filter(isIn), rows.graded().filter(isIn)];
  };
  const figures = new Map<string, Expected>();
  const before = within(pupils, rows.dayBefore(2 * DAYS - 1), rows.dayBefore(DAYS));
  for (const metric of METRICS) {
    const label = words.metrics[metric];
    const { value, of } = countMetric(metric, ...within(pupils));
    figures.set(label, asStat(metric, ...within(pupils)));
    const rests = isCount(metric) ? [] : [of];
    if (value !== null) figures.set(`${label} · note`, [...rests, ...said(metric, before)]);
  }
  const [lines, bySubject, byTime] = [
    new Map<string, Counted>(),
    new Map<string, Counted>(),
    new Map<string, Counted>(),
  ];
  for (const week of [3, 2, 1, 0]) {
    const [first, last] = [rows.dayBefore(7 * week + 6), rows.dayBefore(7 * week)];
    for (const metric of ['study time', 'right answers', 'attendance', 'grade'] as const) {
      const row = words.spanFrom(format.date(noonOf(first)));
      const place = [words.overTime(words.metrics[metric], 1), row, words.metrics[metric]].join(' | ');
      figures.set(place, asStat(metric, ...within(pupils, first, last)));
    }
    addLine(byTime, first, within(pupils, first, last));
  }
  const [allParts, allTests] = within(pupils);
  const subjectOf = ({ courseId }: Part | Graded) => rows.subjectOf(courseId);
  const subjects = new Set([...allParts, ...allTests].flatMap((one) => subjectOf(one) ?? []));
  for (const subject of subjects) {
    const isOf = (one: Part | Graded) => subjectOf(one) === subject;
    const done: Done = [allParts.filter(isOf), allTests.filter(isOf)];
    const subjectName = messagesFor('en').words.subject(subject);
    addCells(figures, [words.subjects, subjectName], done);
    addLine(bySubject, subjectName, done);
  }
  for (const part of parts) {
    addCells(figures, [title, part.name], within(part.pupils));
    addLine(lines, part.name, within(part.pupils));
  }
  addLine(lines, name, within(pupils));
  return { path, figures, files: { [file]: lines, [`${file} subjects`]: bySubject, [`${file} time`]: byTime } };
}

/** What pupils did, and their grades. */
export type Done = [parts: Part[], tests: Graded[]];

export function addCells(figures: Map<string, Expected>, place: readonly string[], done: Done): void {
  for (const metric of IN_TABLE) figures.set([...place, words.metrics[metric]].join(' | '), inCell(metric, ...done));
}

export const said = (metric: Metric, done: Done): Counted => {
  const { value } = countMetric(metric, ...done);
  return value === null ? [] : [value];
};

/** A line of the file: minutes, shares in percent. */
export function addLine(lines: Map<string, Counted>, name: string, done: Done): void {
  for (const metric of METRICS) {
    const { value, of, within } = countMetric(metric, ...done);
    const title = titleInFile(metric);
    const scale = title.endsWith('(percent)') ? 100 : 1;
    lines.set(`${name} | ${title}`, value === null ? [] : [value * scale]);
    lines.set(`${name} | ${words.within(title)}`, within === null ? [] : [within * scale]);
    if (!isCount(metric)) lines.set(`${name} | ${words.restsOn(title)}`, [of]);
  }
}

export const isCount = (metric: Metric) => ['active pupils', 'sessions', 'answers', 'tests'].includes(metric);

function titleInFile(metric: Metric): string {
  const isShare = ['right answers', 'unaided answers', 'attendance', 'low feelings', 'pass rate'].includes(metric);
  const unit = isShare ? ' (percent)' : metric === 'study time' ? ' (minutes)' : '';
  return `${words.metrics[metric]}${unit}`;
}

/** Pupils of a class whose accounts are in use. */
export function membersOf(rows: RawRows, classId: number): ReadonlySet<number> {
  const active = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
  const all = rows.of('classes_students').flatMap((one) => (one.class_id === classId ? [one.student_id] : []));
  return new Set(all.filter((id) => active.has(id)));
}

/** What the page of a class says besides. */
function withClassInsight(rows: RawRows, classId: number, pupils: ReadonlySet<number>, whole: Whole): PageToCount {
  const { path, figures, files } = pageOf(rows, whole);
  const more = classInsight(rows, classId, pupils);
  const named = Object.entries(more.files).map(([table, cells]) => [`${whole.file} ${table}`, cells]);
  return {
    path,
    lines: true,
    figures: new Map([...figures, ...more.figures]),
    files: { ...files, ...Object.fromEntries(named) },
  };
}

function withSchoolInsight(rows: RawRows, whole: Whole & { classes: readonly SchoolRoom[] }): PageToCount {
  const { path, figures, files } = pageOf(rows, whole);
  const more = schoolInsight(rows, whole.classes, whole.pupils);
  const named = Object.entries(more.files).map(([table, cells]) => [`${whole.file} ${table}`, cells]);
  return {
    path,
    lines: true,
    figures: new Map([...figures, ...more.figures]),
    files: { ...files, ...Object.fromEntries(named) },
  };
}

export const CLASS_FIGURES: Recount = {
  page: '/class/analytics',
  who: 'amir',
  count: (rows) => {
    const own = rows.of('classess_class_managers').filter((one) => one.class_manager_id === rows.idOf('amir'));
    return own.map(({ class_id: id }) => {
      const pupils = membersOf(rows, id);
      return withClassInsight(rows, id, pupils, {
        path: `/class/analytics?class=${id}`,
        file: '/class/analytics.csv',
        title: words.pupils,
        pupils,
        name: rows.one('classes', (one) => one.id === id).name,
        parts: [...pupils].map((pupil) => ({ name: rows.nameOf(pupil), pupils: new Set([pupil]) })),
      });
    });
  },
};

export const SCHOOL_FIGURES: Recount = {
  page: '/school/analytics',
  who: 'ruth',
  count: (rows) => {
    const school = rows.one('schools', (one) => one.school_manager_id === rows.idOf('ruth'));
    const active = rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : []));
    const here = new Set(rows.of('students').flatMap((one) => (one.school_id === school.id ? [one.user_id] : [])));
    const ofSchool = rows.of('classes').filter((one) => one.school_id === school.id);
    const classes = ofSchool.filter((one) => one.archived_at === null);
    const whole = {
      path: '/school/analytics',
      file: '/school/analytics.csv',
      title: words.classes,
      pupils: here.intersection(new Set(active)),
      name: school.name,
      parts: classes.map(({ id, name }) => ({ name, pupils: membersOf(rows, id) })),
      classes: classes.map(({ id, name, year }) => ({ id, name, year, pupils: membersOf(rows, id) })),
    };
    return [withSchoolInsight(rows, whole)];
  },
};
