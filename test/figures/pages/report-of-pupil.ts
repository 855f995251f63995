import { fromStored } from '../../../src/data/db/instants.ts';
import { quarterNumbered } from '../../../src/domain/evaluation/school-quarter.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted } from '../recount.ts';
import { type Days, daysOfReport } from '../report-days.ts';
import { numbersIn } from '../shown.ts';
import { standingIn } from './mastery.ts';
import { coursesOf } from './pupil-rows.ts';
import { quarterWords } from './quarters.ts';
import { addCourses, addWhole, doneBy, type ReportFigures } from './report-parts.ts';

const t = messagesFor('en');
const words = t.keptReports.paper;
const format = formatFor('en', machineTimeZone());
const KINDS = ['proficiency', 'investment', 'social'] as const;

/** The report of one pupil, as the rows were when it was made. */
export function addPupilReport(to: ReportFigures, rows: RawRows, report: RawRow<'kept_reports'>): void {
  const pupil = Number(report.student_id);
  const { days } = daysOfReport(report);
  const within = doneBy(rows, new Set([pupil]));
  addWhole(to, report, within);
  addQuarters(to, rows, pupil, days);
  addCourses(to, rows, within(days));
  addTests(to, rows, pupil, days);
  addUnits(to, rows, pupil, fromStored(report.made_at ?? report.asked_at));
}

const numbers = (text: string): Counted => numbersIn(text).map(({ value }) => value);

/** Quarters that lie in these days and that the pupil was shown. */
function addQuarters(to: ReportFigures, rows: RawRows, pupil: number, [first, last]: Days): void {
  const { cells } = to.file();
  const seen = new PageFigures();
  const shown = rows
    .of('quarter_proficiency_evaluations')
    .filter(({ student_id: id, source }) => id === pupil && source === 'evaluator')
    .filter(({ school_year: year, quarter }) => {
      const days = quarterNumbered(year, quarter);
      const isReleased = rows
        .of('quarter_releases')
        .some((one) => one.student_id === pupil && one.school_year === year && one.quarter === quarter);
      return isReleased && days.firstDay >= first && days.lastDay <= last;
    })
    .toSorted(
      (a, b) => b.school_year - a.school_year || b.quarter - a.quarter || (a.subject_name < b.subject_name ? -1 : 1),
    );
  for (const { subject_name: subject, school_year: year, quarter } of shown) {
    for (const kind of KINDS) {
      const { cell } = quarterWords(rows, { kind, student: pupil, subject, year, quarter });
      to.page.line(words.quarters, cell);
      // A score is one of ten.
      const isScored = cell[1] === 10;
      const row = seen.add(t.words.subject(subject), '');
      cells.set(`${row} | ${words.period}`, numbers(t.keptReports.quarter(quarter, year)));
      cells.set(`${row} | ${words.score}`, isScored ? cell.slice(0, 1) : []);
      cells.set(`${row} | ${words.words}`, isScored ? cell.slice(2) : cell);
    }
  }
}

/** Tests whose day lies in these, with the grades that were released. */
function addTests(to: ReportFigures, rows: RawRows, pupil: number, [first, last]: Days): void {
  const { cells } = to.file();
  const seen = new PageFigures();
  const sittings = rows
    .of('tests_students')
    .filter((one) => one.student_id === pupil && rows.dayOf(one.date) >= first && rows.dayOf(one.date) <= last)
    .toSorted((a, b) => fromStored(a.date) - fromStored(b.date) || a.id - b.id);
  for (const { test_id: id, date, phase, final_grade: final } of sittings) {
    const test = rows.one('tests', (one) => one.id === id);
    const grade = phase === 'released' && final !== null ? [Number(final)] : [];
    to.page.row(words.tests, test.name, { [words.on]: [], [words.grade]: grade });
    const row = seen.add(rows.one('courses', (one) => one.id === test.course_id).name, '');
    cells.set(`${row} | ${words.test}`, numbers(test.name));
    cells.set(`${row} | ${words.on}`, numbers(format.day(fromStored(date))));
    cells.set(`${row} | ${words.grade}`, grade);
  }
}

/** How far each course was, and how well its units were known. */
function addUnits(to: ReportFigures, rows: RawRows, pupil: number, madeAt: number): void {
  const { cells } = to.file();
  const seen = new PageFigures();
  const title = words.units(format.day(madeAt));
  for (const { name, progress, units } of coursesOf(rows, pupil).filter((one) => one.units.length > 0)) {
    to.page.line(title, [progress]);
    const known = units.map((unit) => standingIn(rows, pupil, unit));
    for (const unit of known) {
      if (unit.kind !== 'not started') to.page.line(`${title} | ${unit.name}`, [unit.chance]);
      const row = seen.add(name, '');
      cells.set(`${row} | ${words.unit}`, numbers(unit.name));
      cells.set(`${row} | ${words.how}`, []);
      cells.set(`${row} | ${words.chance}`, unit.answers === 0 ? [] : [100 * unit.chance]);
      cells.set(`${row} | ${words.answers}`, [unit.answers]);
    }
    const left = known.filter(({ kind }) => kind === 'not started').length;
    if (left > 0) to.page.line(title, words.unitsNotBegun(left));
  }
}
