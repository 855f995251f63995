import { fromStored } from '../../../src/data/db/instants.ts';
import { noonOf } from '../../../src/shared/calendar.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { countMetric } from '../count-metrics.ts';
import { onlyFigures } from '../no-figures.ts';
import type { PageFigures } from '../page-figures.ts';
import type { RawRows } from '../raw-rows.ts';
import type { Counted } from '../recount.ts';
import { numbersIn } from '../shown.ts';
import { standingIn } from './mastery.ts';
import { coursesOf, lastStudied } from './pupil-rows.ts';

/** The seven days up to today as the sentences about them have them: each sentence's numbers, the last one being what to do. */
export function addWeekInWords(page: PageFigures, rows: RawRows, pupil: number): void {
  const said = [...lastWeek(rows, pupil), ...schoolAndTests(rows, pupil)];
  const next = toDo(rows, pupil);
  const { inWords } = messagesFor('en').parent;
  // What there is to do has a line of its own; where nothing is, the last sentence has it.
  const told = next === null ? said.slice(0, -1) : said;
  page.line(inWords, told.flat());
  page.line(inWords, next ?? said.at(-1) ?? []);
}

/**
 * The newest letter to a parent. What it says of the week is counted for its days; of tests, and of what to do, it says what was so when it was
 * written, which no row knows any more: that stands here as it was kept.
 */
export function addLetter(page: PageFigures, rows: RawRows, to: { parent: number; pupil: number }): void {
  const letters = rows.of('weekly_letters').filter((one) => one.parent_id === to.parent && one.student_id === to.pupil);
  const letter = letters.toSorted((a, b) => (a.last_day < b.last_day ? 1 : -1))[0];
  if (!letter) return;
  const week = lastWeek(rows.asOf(noonOf(letter.last_day)), to.pupil);
  // How well units were known is the last of them; where answers were judged anew since, no row knows it any more either.
  const counted = (isRegradedSince(rows, to.pupil, letter.last_day) ? week.slice(0, -1) : week).flat();
  const kept = numbersIn(onlyFigures(rows)(letter.text)).map(({ value }) => value);
  page.line(messagesFor('en').parent.inWords, [...counted, ...kept.slice(counted.length)]);
}

function isRegradedSince(rows: RawRows, pupil: number, day: string): boolean {
  const own = new Set(rows.of('attempts').flatMap((one) => (one.student_id === pupil ? [one.id] : [])));
  return rows.of('attempt_regrades').some((one) => own.has(one.attempt_id) && rows.dayOf(one.at) > day);
}

const doneIn = (rows: RawRows, pupil: number, first: number, last: number) =>
  rows
    .parts()
    .filter(
      (part) => part.studentId === pupil && part.day >= rows.dayBefore(first) && part.day <= rows.dayBefore(last),
    );

function lastWeek(rows: RawRows, pupil: number): Counted[] {
  const [now, before] = [doneIn(rows, pupil, 6, 0), doneIn(rows, pupil, 13, 7)];
  const there = now.filter((part) => part.there);
  if (there.length === 0) {
    const last = lastStudied(rows, pupil);
    return last === null ? [[]] : [[-rows.daysTo(last)]];
  }
  const minutes = Math.round(countMetric('study time', now).value ?? 0);
  return [
    [minutes, there.length, new Set(there.map(({ day }) => day)).size],
    timeBeside(minutes, before),
    ...answersOf(now, before),
    unitsOf(rows, pupil),
  ];
}

function timeBeside(minutes: number, before: ReturnType<typeof doneIn>): Counted {
  if (!before.some((part) => part.there)) return [];
  const then = Math.round(countMetric('study time', before).value ?? 0);
  const by = Math.abs(minutes - then);
  return by < Math.max(5, then / 10) ? [then] : [by, then];
}

function answersOf(now: ReturnType<typeof doneIn>, before: ReturnType<typeof doneIn>): Counted[] {
  const { value: all } = countMetric('answers', now);
  const right = now.reduce((sum, { correct }) => sum + correct, 0);
  if (all === null || all === 0) return [];
  const share = countMetric('right answers', now).value;
  const then = countMetric('right answers', before).value;
  if (share === null) return [[all, right]];
  return [[all, right, share], ...(then === null ? [] : [[then]])];
}

/** The unit that moved up most and the one that moved down most; else one that is new. */
function unitsOf(rows: RawRows, pupil: number): Counted {
  const mine = new Set(coursesOf(rows, pupil).map(({ id }) => id));
  const answers = rows
    .of('attempts')
    .filter((one) => one.student_id === pupil && one.mastery_after !== null && mine.has(one.course_id))
    .map((one) => ({ ...one, day: rows.dayOf(one.created_at) }))
    .filter(({ day }) => day >= rows.dayBefore(62))
    .toSorted((a, b) => a.id - b.id);
  const units = [...Map.groupBy(answers, (one) => `${one.course_id}/${one.unit_name}`).values()].flatMap((all) => {
    const week = all.filter(({ day }) => day >= rows.dayBefore(6));
    const after = week.at(-1)?.mastery_after;
    const before = all.findLast(({ day }) => day < rows.dayBefore(6))?.mastery_after ?? null;
    return after == null ? [] : [{ name: all[0]?.unit_name ?? '', before, after, answers: week.length }];
  });
  const known = units.flatMap(({ before, after }) => (before === null ? [] : [{ before, after, by: after - before }]));
  const up = known.toSorted((a, b) => b.by - a.by)[0];
  const down = known.toSorted((a, b) => a.by - b.by)[0];
  const said = [
    ...(up && up.by >= 0.05 ? [up.before, up.after] : []),
    ...(down && down.by <= -0.05 ? [down.before, down.after] : []),
  ];
  const [fresh] = units
    .filter(({ before }) => before === null)
    .toSorted((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1));
  return said.length > 0 || !fresh ? said : [fresh.after];
}

/** Lessons, grades, feelings, and the test that is near. */
function schoolAndTests(rows: RawRows, pupil: number): Counted[] {
  const now = doneIn(rows, pupil, 6, 0);
  const places = now.filter(({ kind }) => kind === 'school');
  const feelings = now.flatMap(({ there, feelingBefore }) => (there && feelingBefore ? [feelingBefore] : []));
  const low = feelings.filter((one) => one === 'negative' || one === 'extreme');
  const sittings = rows.of('tests_students').filter((one) => one.student_id === pupil);
  const grades = sittings.filter(({ phase, date, final_grade: grade }) => {
    const day = rows.dayOf(date);
    return phase === 'released' && grade !== null && day >= rows.dayBefore(6) && day <= rows.dayBefore(0);
  });
  const next = nextTest(rows, pupil);
  const isQuiet = !now.some((part) => part.there);
  return [
    ...(places.length > 0 ? [[places.filter((one) => one.there).length, places.length]] : []),
    ...grades.map(({ final_grade: grade }) => [Number(grade), 100]),
    ...(low.length > 0 && !isQuiet ? [[low.length, feelings.length]] : []),
    ...(next ? [next.days === 0 ? [] : [next.days]] : []),
  ];
}

function nextTest(rows: RawRows, pupil: number): { courseId: number; days: number } | null {
  const ahead = rows
    .of('tests_students')
    .filter((one) => one.student_id === pupil && one.phase === 'not begun')
    .map((one) => ({ at: fromStored(one.date), testId: one.test_id }))
    .filter(({ at }) => rows.daysTo(at) >= 0 && rows.daysTo(at) <= 14)
    .toSorted((a, b) => a.at - b.at)[0];
  if (!ahead) return null;
  return { courseId: rows.one('tests', ({ id }) => id === ahead.testId).course_id, days: rows.daysTo(ahead.at) };
}

/** The numbers of what to do; null: nothing is said. Only reviews have one. */
function toDo(rows: RawRows, pupil: number): Counted | null {
  const units = coursesOf(rows, pupil).flatMap((course) => course.units.map((unit) => standingIn(rows, pupil, unit)));
  const isQuiet = !doneIn(rows, pupil, 6, 0).some((part) => part.there);
  if (isQuiet || units.some(({ kind }) => kind === 'weak')) return [];
  const due = units.reduce((sum, unit) => sum + unit.due, 0);
  if (due > 0) return [due];
  const isPractised = rows
    .of('attempts')
    .some(
      (one) =>
        one.student_id === pupil && one.mastery_after !== null && rows.dayOf(one.created_at) >= rows.dayBefore(6),
    );
  return isPractised ? [] : null;
}
