import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import type { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted } from '../recount.ts';
import { type KnownUnit, standingIn, type UnitKind } from './mastery.ts';
import { coursesOf, homeWithin, sessionsAtHome } from './pupil-rows.ts';
import { quarterWords } from './quarters.ts';

const t = messagesFor('en');
const words = t.report;
const format = formatFor('en', machineTimeZone());

/** Time studied at home on each of the last seven days. */
export function addWeek(page: PageFigures, rows: RawRows, pupil: number, title: string): void {
  const { sessions, activeMs } = homeWithin(rows, [pupil], 6, 0);
  if (sessions === 0) return;
  page.line(title, words.weekTotal(format.duration(activeMs), sessions));
  for (const day of [6, 5, 4, 3, 2, 1, 0]) {
    const { activeMs: ms } = homeWithin(rows, [pupil], day, day);
    page.row(words.weekChart, format.longDay(rows.dayBefore(day)), { [words.time]: ms === 0 ? [] : [ms / 60_000] });
  }
}

/** How far each course is, and how well each unit is known. */
export function addStandings(page: PageFigures, rows: RawRows, pupil: number): void {
  const courses = coursesOf(rows, pupil);
  for (const { name, units, known, progress } of courses) {
    const said = words.courseLine(t.words.unitsMastered(known, units.length), format.percent(progress));
    page.line([words.courses, name].join(' | '), `${name} ${said}`);
    page.add(`${words.courses} | ${name} · beads`, `${name}: ${said}`);
  }
  const units = courses.flatMap((course) => course.units.map((unit) => standingIn(rows, pupil, unit)));
  const of = (kind: UnitKind) => units.filter((unit) => unit.kind === kind);
  const shown = [
    of('weak').toSorted((a, b) => a.chance - b.chance),
    ...(['strong', 'due for review', 'on the way', 'too early to say'] as const).map(of),
  ];
  for (const kind of shown) {
    for (const unit of kind) page.line([words.standing, unit.name].join(' | '), inUnit(unit));
    if (kind.length > 5) page.line(words.standing, words.moreUnits(kind.length - 5));
  }
  const none = of('not started').length;
  if (none > 0) page.line(words.standing, words.notStarted(none));
}

/** "One answer" and "none" are said without a number. */
function inUnit({ chance, answers, alone, right }: KnownUnit): Counted {
  const rests = answers === 1 ? [] : [answers];
  if (alone === 0) return [chance, answers, ...rests];
  if (alone === 1) return [chance, ...rests];
  return [chance, alone, ...(right === 0 ? [] : [right]), ...rests];
}

/** Tests ahead with the days that are left, and tests behind with their grades. */
export function addTests(page: PageFigures, rows: RawRows, pupil: number): void {
  const all = rows
    .of('tests_students')
    .filter((one) => one.student_id === pupil)
    .toSorted((a, b) => fromStored(a.date) - fromStored(b.date) || a.id - b.id);
  const isAhead = (one: RawRow<'tests_students'>) =>
    (one.phase === 'not begun' || one.phase === 'begun') && fromStored(one.deadline ?? one.date) >= rows.now;
  const nameOf = ({ test_id: id }: RawRow<'tests_students'>) => {
    const test = rows.one('tests', (one) => one.id === id);
    return `${test.name} ${rows.one('courses', (one) => one.id === test.course_id).name}`;
  };
  for (const one of all.filter(isAhead)) {
    const left = format.relativeDay(fromStored(one.date), rows.now);
    page.row(words.testsComing, nameOf(one), { [words.when]: [], [words.left]: left });
  }
  const past = all.filter((one) => !isAhead(one)).toReversed();
  if (past.length > 6) page.line(words.tests, words.moreTests(past.length - 6));
  for (const [place, one] of past.entries()) {
    const grade = one.phase === 'released' && one.final_grade !== null ? [one.final_grade] : [];
    page.row(place < 6 ? words.testsPast : words.testsEarlier, nameOf(one), { [words.when]: [], [words.grade]: grade });
  }
}

const TOP = 10;
type Kind = 'proficiency' | 'investment' | 'social';

/** What counts as the score of a pupil in a session: the class manager's where there is one, else the evaluator's. */
export function scoreIn(rows: RawRows, kind: Kind, hours: 'home' | 'school', session: number, pupil: number): Counted {
  const given = rows
    .of(`sessional_${kind}_evaluations`)
    .filter((one) => one[`${hours}_session_id`] === session && one.student_id === pupil);
  const score = (given.find(({ source }) => source === 'class manager') ?? given[0])?.score ?? null;
  return score === null ? [] : [score, TOP];
}

/** Sessions at home, the newest first, so many of them. */
export function addSessions(page: PageFigures, rows: RawRows, pupil: number, shown: number): void {
  for (const { id, start, activeMs } of sessionsAtHome(rows, pupil).slice(0, shown)) {
    page.row(words.sessionsCaption, format.dateTime(start), {
      [words.time]: [activeMs / 60_000],
      [words.proficiency]: scoreIn(rows, 'proficiency', 'home', id, pupil),
      [words.investment]: scoreIn(rows, 'investment', 'home', id, pupil),
    });
  }
}

/** Lessons at school that are over, the newest first. */
export function addLessons(page: PageFigures, rows: RawRows, pupil: number): void {
  const own = rows.of('school_sessions_students').filter((place) => place.student_id === pupil);
  const sessions = own
    .map((place) => rows.one('school_hours_study_sessions', ({ id }) => id === place.school_session_id))
    .filter(({ status }) => status === 'completed' || status === 'cancelled')
    .toSorted((a, b) => b.id - a.id);
  for (const session of sessions.slice(0, 5)) {
    const lesson = rows.one('lessons', ({ id }) => id === session.lesson_id);
    const at = session.start_time ?? lesson.start_time ?? lesson.planned_start;
    const cells = (['proficiency', 'investment', 'social'] as const).map((kind): [string, Counted] => [
      t.schoolHours.kinds[kind],
      scoreIn(rows, kind, 'school', session.id, pupil),
    ]);
    page.row(t.schoolHours.caption, at === null ? '' : format.dateTime(fromStored(at)), Object.fromEntries(cells));
  }
}

/** What the quarters came to, by subject; pupils and parents see what was released. */
export function addQuarters(page: PageFigures, rows: RawRows, pupil: number, sees: 'all' | 'released'): void {
  const made = rows
    .of('quarter_proficiency_evaluations')
    .filter(({ student_id: id, source }) => id === pupil && source === 'evaluator');
  const isShown = (one: (typeof made)[number]) =>
    sees === 'all' ||
    rows
      .of('quarter_releases')
      .some((two) => two.student_id === pupil && two.school_year === one.school_year && two.quarter === one.quarter);
  const lines = made
    .filter(isShown)
    .toSorted(
      (a, b) => b.school_year - a.school_year || b.quarter - a.quarter || (a.subject_name < b.subject_name ? -1 : 1),
    );
  for (const { subject_name: subject, school_year: year, quarter } of lines) {
    const name = `${t.words.subject(subject)} ${t.schoolHours.quarter(quarter, year)}`;
    for (const kind of ['proficiency', 'investment', 'social'] as const) {
      const { cell, record } = quarterWords(rows, { kind, student: pupil, subject, year, quarter });
      page.line([t.schoolHours.quartersCaption, name, t.schoolHours.kinds[kind]].join(' | '), cell);
      for (const said of record) page.line(t.schoolHours.quarters, said);
    }
  }
}
