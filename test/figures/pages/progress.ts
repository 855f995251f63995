import { METRICS, type Metric } from '../../../src/shared/analytics.ts';
import { type CivilDay, machineTimeZone, noonOf } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { asStat, countMetric } from '../count-metrics.ts';
import type { Graded, Part, RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Expected, PageToCount, Recount } from '../recount.ts';
import { addCells, addLine, type Done, isCount, said } from './analytics.ts';

const t = messagesFor('en');
const words = t.progress;
const names = t.analytics.metrics;
const format = formatFor('en', machineTimeZone());
const DAYS = 28;
const SESSIONS_SHOWN = 10;
const UNITS_SHOWN = 9;

/** The four weeks up to today, of one pupil. */
function pageOf(rows: RawRows, pupil: number, path: string): PageToCount {
  const within = (first: number, last: number): Done => {
    const isIn = ({ studentId, day }: Part | Graded) =>
      studentId === pupil && day >= rows.dayBefore(first) && day <= rows.dayBefore(last);
    return [rows.parts().filter(isIn), rows.graded().filter(isIn)];
  };
  const [now, before] = [within(DAYS - 1, 0), within(2 * DAYS - 1, DAYS)];
  const weeks = [3, 2, 1, 0].map((week) => ({ first: 7 * week + 6, last: 7 * week }));
  const figures = new Map<string, Expected>();
  for (const metric of METRICS.filter((one) => one !== 'active pupils')) {
    const { value, of } = countMetric(metric, ...now);
    figures.set(names[metric], asStat(metric, ...now));
    const rests = isCount(metric) ? [] : [of];
    if (value !== null) figures.set(`${names[metric]} · note`, [...rests, ...said(metric, before)]);
  }
  for (const { first, last } of weeks) {
    const row = format.date(noonOf(rows.dayBefore(first)));
    const cell = (title: string, column: string, metric: Metric) =>
      figures.set([title, row, column].join(' | '), asStat(metric, ...within(first, last)));
    cell(words.time, words.time, 'study time');
    cell(words.right, words.rightFirst, 'right answers');
    cell(words.right, words.rightAlone, 'unaided answers');
    cell(words.scores, names.proficiency, 'proficiency');
    cell(words.scores, names.investment, 'investment');
  }
  addUnits(figures, rows, pupil, weeks);
  const lines = new Map<string, Counted>();
  const [parts, tests] = now;
  for (const courseId of new Set([...parts, ...tests].map((one) => one.courseId))) {
    const isOf = (one: Part | Graded) => one.courseId === courseId;
    const name = courseId === null ? words.noCourse : courseOf(rows, courseId).name;
    addCells(figures, [words.courses, name], [parts.filter(isOf), tests.filter(isOf)]);
    addLine(lines, name, [parts.filter(isOf), tests.filter(isOf)]);
  }
  addLine(lines, rows.nameOf(pupil), now);
  for (const feeling of ['positive', 'neutral', 'negative', 'extreme'] as const) {
    const times = (of: 'feelingBefore' | 'feelingAfter') => parts.filter((part) => part.there && part[of] === feeling);
    for (const [title, found] of [
      [words.before, times('feelingBefore')],
      [words.after, times('feelingAfter')],
    ] as const) {
      // “once” is said without a number.
      figures.set([title, t.words.feelings[feeling], title].join(' | '), found.length === 1 ? [] : [found.length]);
    }
  }
  addTests(figures, rows, pupil);
  const sessions = addSessions(figures, parts);
  return { path, lines: true, figures, files: { [`${path}.csv`]: lines, [`${path}/sessions.csv`]: sessions } };
}

const courseOf = (rows: RawRows, courseId: number): RawRow<'courses'> =>
  rows.one('courses', ({ id }) => id === courseId);

/** The last estimate of each unit in each week, of the units that were answered last. */
function addUnits(
  figures: Map<string, Expected>,
  rows: RawRows,
  pupil: number,
  weeks: readonly { first: number; last: number }[],
): void {
  const from = rows.dayBefore(DAYS - 1);
  const answers = rows
    .of('attempts')
    .filter((row) => row.student_id === pupil && row.mastery_after !== null && rows.dayOf(row.created_at) >= from)
    .map((row) => ({ ...row, day: rows.dayOf(row.created_at) }));
  const weekOf = ({ day }: { day: CivilDay }) =>
    weeks.findIndex(({ first, last }) => day >= rows.dayBefore(first) && day <= rows.dayBefore(last));
  const units = [...Map.groupBy(answers, (row) => `${row.course_id}/${row.unit_name}`).values()].map((all) => {
    const known = weeks.map((_, week) => all.filter((row) => weekOf(row) === week).toSorted((a, b) => b.id - a.id)[0]);
    const latest = Math.max(...all.map(({ id }) => id));
    return { course: courseOf(rows, all[0]?.course_id ?? 0).name, name: all[0]?.unit_name, known, latest };
  });
  const left = units.length - UNITS_SHOWN;
  if (left > 1) figures.set(words.units, words.unitsMore(left));
  for (const unit of units.toSorted((a, b) => b.latest - a.latest).slice(0, UNITS_SHOWN)) {
    for (const [week, { first }] of weeks.entries()) {
      const place = [unit.course, unit.name, format.dayMonth(rows.dayBefore(first))].join(' | ');
      figures.set(place, unit.known[week]?.mastery_after == null ? [] : [unit.known[week].mastery_after]);
    }
  }
}

function addTests(figures: Map<string, Expected>, rows: RawRows, pupil: number): void {
  for (const sitting of rows.of('tests_students').filter(({ student_id }) => student_id === pupil)) {
    const day = rows.dayOf(sitting.date);
    if (day < rows.dayBefore(DAYS - 1) || day > rows.dayBefore(0)) continue;
    const test = rows.one('tests', ({ id }) => id === sitting.test_id);
    const name = `${test.name} ${courseOf(rows, test.course_id).name}`;
    const grade = sitting.phase === 'released' ? sitting.final_grade : null;
    figures.set([words.tests, name, t.report.grade].join(' | '), grade === null ? [] : [grade]);
  }
}

/** The newest of the sessions that were attended; the file has all. */
function addSessions(figures: Map<string, Expected>, parts: readonly Part[]): Map<string, Counted> {
  const file = new Map<string, Counted>();
  const there = parts.filter((part) => part.there).toSorted((a, b) => b.at - a.at || b.sessionId - a.sessionId);
  const more = `${words.sessions} (2)`;
  if (there.length > SESSIONS_SHOWN) figures.set(more, words.sessionsMore(SESSIONS_SHOWN, there.length));
  for (const [place, one] of there.entries()) {
    const when = format.dateTime(one.at);
    const cells: [string, number | null][] = [
      [words.answers, one.attempts],
      [words.rightAnswers, one.correct],
      [names.proficiency, one.proficiency],
      [names.investment, one.investment],
      [names.social, one.social],
    ];
    const minutes = one.activeMs / 60_000;
    file.set(`${when} | ${words.minutes}`, [minutes]);
    if (place < SESSIONS_SHOWN) figures.set([words.sessions, when, words.time].join(' | '), [minutes]);
    for (const [title, value] of cells) {
      const counted = value === null ? [] : [value];
      file.set(`${when} | ${title}`, counted);
      if (place < SESSIONS_SHOWN) figures.set([words.sessions, when, title].join(' | '), counted);
    }
  }
  return file;
}

export const OWN_PROGRESS: Recount = {
  page: '/progress',
  who: 'noa',
  count: (rows) => [pageOf(rows, rows.idOf('noa'), '/progress')],
};

export const PROGRESS_OF_CHILDREN: Recount = {
  page: '/children/:id/progress',
  who: 'dalia',
  count: (rows) => {
    const own = rows.of('parents_students').filter((one) => one.parent_id === rows.idOf('dalia'));
    const children = own.filter(({ status }) => status === 'verified').map((one) => Number(one.student_id));
    return children.map((id) => pageOf(rows, id, `/children/${id}/progress`));
  },
};

export const PROGRESS_OF_PUPIL: Recount = {
  page: '/class/students/:id/progress',
  who: 'amir',
  count: (rows) => [pageOf(rows, rows.idOf('noa'), `/class/students/${rows.idOf('noa')}/progress`)],
};
