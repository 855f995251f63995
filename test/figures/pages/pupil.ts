import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';
import { addLessons, addQuarters, addWeek } from './pupil-parts.ts';
import { comingTests, coursesOf, sessionsAtHome } from './pupil-rows.ts';

const t = messagesFor('en');
const words = t.today;
const format = formatFor('en', machineTimeZone());
const TOP = 10;
const SHOWN = { tests: 5, results: 4, cards: 12, sessions: 12 };

/** A course as a card. */
function addCard(page: PageFigures, rows: RawRows, pupil: number, course: ReturnType<typeof coursesOf>[number]): void {
  const done = t.words.unitsMastered(course.known, course.units.length);
  page.line(course.name, [course.known, course.units.length]);
  page.add(`${course.name} · beads`, `${course.name}: ${done}`);
  const next = comingTests(rows, pupil).find(({ courseId }) => courseId === course.id);
  if (next) page.line(course.name, words.testIn(t.words.tests[next.type], format.inDays(next.days)));
}

/** What the page says of the course that it proposes: how far it is, when its test is, what its tests came to. Which one, and for how long, is a plan. */
const proposed =
  (rows: RawRows, pupil: number) =>
  (said: string): Counted => {
    const course = coursesOf(rows, pupil).find(({ name }) => said.includes(name));
    const test = comingTests(rows, pupil).find(({ courseId, name }) => courseId === course?.id || said.includes(name));
    const known: [RegExp, number | undefined][] = [
      [/(\d+)%/g, course && Math.round(100 * course.progress) / 100],
      [/in \d+ days/g, test?.days],
      [/average (\d+)/g, course && averageIn(rows, pupil, course.id)],
    ];
    return known
      .flatMap(([pattern, value]) =>
        [...said.matchAll(pattern)].map(({ index }) => ({ index, value: value ?? Number.NaN })),
      )
      .toSorted((a, b) => a.index - b.index)
      .map(({ value }) => value);
  };

function averageIn(rows: RawRows, pupil: number, courseId: number): number {
  const grades = rows.graded().filter((one) => one.studentId === pupil && one.courseId === courseId);
  return grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
}

export const TODAY: Recount = {
  page: '/',
  who: 'noa',
  count: (rows) => {
    const page = new PageFigures();
    const pupil = rows.idOf('noa');
    const tests = comingTests(rows, pupil);
    page.add('page', proposed(rows, pupil));
    page.add('page', proposed(rows, pupil));
    page.add('page · beads', (said) => {
      const course = coursesOf(rows, pupil).find(({ name }) => said.startsWith(`${name}:`));
      return course ? [course.known, course.units.length] : [];
    });
    for (const test of tests.slice(0, SHOWN.tests)) {
      page.line([words.tests, test.name].join(' | '), `${test.name} · ${test.course} ${format.inDays(test.days)}`);
    }
    if (tests.length > SHOWN.tests) page.line(words.tests, words.moreTests(tests.length - SHOWN.tests));
    addWeek(page, rows, pupil, t.report.week);
    for (const one of sessionsAtHome(rows, pupil).slice(0, SHOWN.results)) {
      const course = rows.one('courses', ({ id }) => id === one.courseId).name;
      const score = rows
        .of('sessional_proficiency_evaluations')
        .find(({ home_session_id: id, student_id: student }) => id === one.id && student === pupil)?.score;
      page.line([words.recent, course].join(' | '), score == null ? [] : [score, TOP]);
    }
    const courses = coursesOf(rows, pupil);
    for (const course of courses.slice(0, SHOWN.cards)) addCard(page, rows, pupil, course);
    return [{ path: '/', lines: true, figures: page.map }];
  },
};

export const COURSES: Recount = {
  page: '/courses',
  who: 'noa',
  count: (rows) => {
    const page = new PageFigures();
    const pupil = rows.idOf('noa');
    const courses = coursesOf(rows, pupil);
    page.line('page', t.courses.lead(courses.length));
    for (const course of courses) addCard(page, rows, pupil, course);
    return [{ path: '/courses', lines: true, figures: page.map }];
  },
};

export const HISTORY: Recount = {
  page: '/history',
  who: 'noa',
  count: (rows) => {
    const page = new PageFigures();
    const pupil = rows.idOf('noa');
    for (const one of sessionsAtHome(rows, pupil).slice(0, SHOWN.sessions)) {
      const units = rows
        .of('learning_units_home_sessions')
        .filter((unit) => unit.home_session_id === one.id)
        .toSorted((a, b) => a.position - b.position)
        .map(({ unit_name: name }) => name);
      const session = rows.one('home_hours_study_sessions', ({ id }) => id === one.id);
      const course = rows.one('courses', ({ id }) => id === one.courseId).name;
      const name = `${units.join(', ')} ${course}, ${t.chat.types[session.type]}`;
      const scores = (['proficiency', 'investment'] as const).flatMap((kind) =>
        rows
          .of(`sessional_${kind}_evaluations`)
          .filter((given) => given.home_session_id === one.id && given.score !== null)
          .toSorted((a, b) => (a.source > b.source ? -1 : 1))
          .flatMap(({ score }) => [score ?? 0, TOP]),
      );
      page.row(t.study.historyTitle, name, { [t.study.time]: [one.activeMs / 60_000] });
      page.line([t.study.historyTitle, name, t.study.result].join(' | '), scores);
    }
    addLessons(page, rows, pupil);
    addQuarters(page, rows, pupil, 'released');
    return [{ path: '/history', lines: true, figures: page.map }];
  },
};
