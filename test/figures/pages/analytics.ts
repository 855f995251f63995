import { METRICS, type Metric } from '../../../src/shared/analytics.ts';
import { machineTimeZone, noonOf } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { asStat, countMetric, inCell } from '../count-metrics.ts';
import type { Part, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';

const words = messagesFor('en').analytics;
const format = formatFor('en', machineTimeZone());
const IN_TABLE = METRICS.filter((metric) => metric !== 'active pupils' && metric !== 'low feelings');
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
  const within = (ids: ReadonlySet<number>, first = from, last = to): Part[] =>
    rows.parts().filter(({ studentId, day }) => ids.has(studentId) && day >= first && day <= last);
  const figures = new Map<string, Counted>();
  const before = within(pupils, rows.dayBefore(2 * DAYS - 1), rows.dayBefore(DAYS));
  for (const metric of METRICS) {
    const label = words.metrics[metric];
    const { value, of } = countMetric(metric, within(pupils));
    figures.set(label, asStat(metric, within(pupils)));
    const rests = isCount(metric) ? [] : [of];
    if (value !== null) figures.set(`${label} · note`, [...rests, ...said(metric, before)]);
  }
  for (const metric of ['study time', 'right answers'] as const) {
    for (const week of [3, 2, 1, 0]) {
      const [first, last] = [rows.dayBefore(7 * week + 6), rows.dayBefore(7 * week)];
      const row = words.spanFrom(format.date(noonOf(first)));
      const place = [words.overTime(words.metrics[metric], 1), row, words.metrics[metric]].join(' | ');
      figures.set(place, asStat(metric, within(pupils, first, last)));
    }
  }
  const lines = new Map<string, Counted>();
  for (const part of parts) {
    for (const metric of IN_TABLE) {
      figures.set([title, part.name, words.metrics[metric]].join(' | '), inCell(metric, within(part.pupils)));
    }
    addLine(lines, part.name, within(part.pupils));
  }
  addLine(lines, name, within(pupils));
  return { path, figures, files: { [file]: lines } };
}

const said = (metric: Metric, parts: readonly Part[]): Counted => {
  const { value } = countMetric(metric, parts);
  return value === null ? [] : [value];
};

/** A line of the file: minutes, shares in percent. */
function addLine(lines: Map<string, Counted>, name: string, parts: readonly Part[]): void {
  for (const metric of METRICS) {
    const { value, of, within } = countMetric(metric, parts);
    const title = titleInFile(metric);
    const scale = title.endsWith('(percent)') ? 100 : 1;
    lines.set(`${name} | ${title}`, value === null ? [] : [value * scale]);
    lines.set(`${name} | ${words.within(title)}`, within === null ? [] : [within * scale]);
    if (!isCount(metric)) lines.set(`${name} | ${words.restsOn(title)}`, [of]);
  }
}

const isCount = (metric: Metric) => ['active pupils', 'sessions', 'answers'].includes(metric);

function titleInFile(metric: Metric): string {
  const isShare = ['right answers', 'unaided answers', 'attendance', 'low feelings'].includes(metric);
  const unit = isShare ? ' (percent)' : metric === 'study time' ? ' (minutes)' : '';
  return `${words.metrics[metric]}${unit}`;
}

const membersOf = (rows: RawRows, classId: number): ReadonlySet<number> =>
  new Set(rows.of('classes_students').flatMap((one) => (one.class_id === classId ? [one.student_id] : [])));

export const CLASS_FIGURES: Recount = {
  page: '/class/analytics',
  who: 'amir',
  count: (rows) => {
    const own = rows.of('classess_class_managers').filter((one) => one.class_manager_id === rows.idOf('amir'));
    return own.map(({ class_id: id }) => {
      const pupils = membersOf(rows, id);
      return pageOf(rows, {
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
    };
    return [pageOf(rows, whole)];
  },
};
