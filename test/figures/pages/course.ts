import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';
import { type KnownUnit, standingIn } from './mastery.ts';
import { comingTests, coursesOf } from './pupil-rows.ts';

const t = messagesFor('en');
const words = t.courses;
const format = formatFor('en', machineTimeZone());

/** “One” and “none” are said without a number. */
const many = (n: number): Counted => (n > 1 ? [n] : []);

function toPupil({ answers, alone, right, due }: KnownUnit): Counted {
  const tries = alone > 1 ? [alone, ...(right > 0 ? [right] : [])] : [];
  return [...tries, ...many(answers), ...many(due)];
}

function addUnits(
  page: PageFigures,
  rows: RawRows,
  pupil: number,
  courseId: number,
  units: readonly KnownUnit[],
): void {
  for (const unit of units) {
    const place = [words.units, unit.name].join(' | ');
    const { estimated_duration_minutes: minutes } = rows.one(
      'learning_units',
      (one) => one.course_id === courseId && one.name === unit.name,
    );
    const isUnderWay = unit.progress > 0 && unit.state !== 'completed';
    page.line(place, [minutes, ...(isUnderWay ? [unit.progress] : [])]);
    page.line(place, toPupil(unit));
  }
  for (const test of comingTests(rows, pupil).filter((one) => one.courseId === courseId)) {
    page.row(words.coming, test.name, { [words.date]: [], [t.today.left]: format.inDays(test.days) });
  }
  const past = rows.of('tests_students').filter((one) => {
    const isOf = rows.one('tests', ({ id }) => id === one.test_id).course_id === courseId;
    return one.student_id === pupil && isOf && (one.phase !== 'not begun' || fromStored(one.date) < rows.now);
  });
  for (const one of past) {
    const grade = one.phase === 'released' && one.final_grade !== null ? [one.final_grade] : [];
    const { name } = rows.one('tests', ({ id }) => id === one.test_id);
    page.row(words.past, name, { [words.date]: [], [words.grade]: grade });
  }
}

export const COURSE: Recount = {
  page: '/courses/:id',
  who: 'noa',
  count: (rows) => {
    const pupil = rows.idOf('noa');
    return coursesOf(rows, pupil).map((course) => {
      const page = new PageFigures();
      const [next] = comingTests(rows, pupil).filter(({ courseId }) => courseId === course.id);
      page.stat(words.progress, course.progress === 0 ? [] : [course.progress], course.progress === 0 ? undefined : []);
      page.stat(words.mastered, [course.known, course.units.length], []);
      page.stat(words.nextTest, next ? format.inDays(next.days) : [], next ? [] : undefined);
      const units = course.units.map((unit) => standingIn(rows, pupil, unit));
      addUnits(page, rows, pupil, course.id, units);
      const done = t.words.unitsMastered(course.known, course.units.length);
      page.add('page · beads', `${course.name}: ${done}`);
      return { path: `/courses/${course.id}`, lines: true, figures: page.map };
    });
  },
};
