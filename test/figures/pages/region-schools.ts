import { messagesFor } from '../../../src/web/i18n/messages.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';
import { peopleIn, SubjectThere, studied } from '../region-scope.ts';
import { addCells, addLine, type Done } from './analytics.ts';
import { addTogether, addWeeks, daysOf, isOfTests, sessionsIn, testsIn, toldOf, weeksOf } from './region-analytics.ts';

const t = messagesFor('en');
const words = t.analytics;

/** A subject in one school, by grade: of the classes that its pupils are in now. */
function pageOf(rows: RawRows, there: SubjectThere, school: RawRow<'schools'>): PageToCount {
  const { now, before, weeks } = daysOf(rows);
  const { id: schoolId, name } = school;
  const file = `/region/schools/${schoolId}/grades.csv`;
  const [figures, parts, time] = [new Map<string, Counted>(), new Map<string, Counted>(), new Map<string, Counted>()];
  const whole = there.told(schoolId, now);
  addTogether(figures, toldOf([there.within(schoolId, now)]), toldOf([there.within(schoolId, before)]));
  addLine(parts, name, whole);
  const isUntold = whole[1].length === 0 && there.within(schoolId, now)[1].length > 0;
  for (const place of isUntold ? testsIn(parts, name) : []) parts.set(place, []);
  const grades = gradesOf(rows, schoolId);
  const all = there.within(schoolId, now);
  const byGrade = [...grades].flatMap(([grade, pupils]) => {
    const isOf = ({ studentId }: { studentId: number }) => pupils.has(studentId);
    const done: Done = [all[0].filter(isOf), all[1].filter(isOf)];
    if (done.every((some) => some.length === 0)) return [];
    addCells(figures, [words.grades, grade], done);
    addLine(parts, grade, done);
    return [{ grade, done }];
  });
  const placesOf = (grade: string) =>
    [...figures.keys()].filter((one) => one.startsWith(`${words.grades} | ${grade} |`));
  const cellsOf = (grade: string) => [...sessionsIn(parts, grade), ...testsIn(parts, grade)];
  const sessions = byGrade.map(({ grade, done }) => {
    return { name: grade, people: studied(done), places: placesOf(grade), inFiles: { [file]: cellsOf(grade) } };
  });
  const tests = byGrade.map(({ grade, done: [, own] }) => {
    const places = placesOf(grade).filter(isOfTests);
    return { name: `tests of ${grade}`, people: peopleIn(own), places, inFiles: { [file]: testsIn(parts, grade) } };
  });
  const row = weeksOf(there, now, weeks).find(([first]) => first?.school === school.name) ?? [];
  const places = addWeeks(figures, time, row);
  for (const { days, done } of isUntold ? row : []) {
    if (done[1].length > 0) for (const place of testsIn(time, days[0])) time.set(place, []);
  }
  const spans = row.map(({ name, people, days: [first] }, at) => {
    return { name, people, places: places[at] ?? [], inFiles: { [`${file} time`]: sessionsIn(time, first) } };
  });
  return {
    path: `/region/schools/${schoolId}?of=${encodeURIComponent(`${there.subject}|${there.region}`)}&period=four-weeks`,
    figures,
    files: { [file]: parts, [`${file} time`]: time },
    told: [
      { groups: sessions, lines: [sessions.map((_, at) => at)] },
      { groups: tests, lines: [tests.map((_, at) => at)] },
      { groups: spans, lines: [], isPart: true },
    ],
    lines: true,
  };
}

/** Which pupils of a school are in a class of a grade. */
function gradesOf(rows: RawRows, schoolId: number): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const room of rows.of('classes').filter((one) => one.school_id === schoolId && one.archived_at === null)) {
    const grade = t.words.grade(room.grade_level);
    const members = rows.of('classes_students').flatMap((one) => (one.class_id === room.id ? [one.student_id] : []));
    found.set(grade, new Set([...(found.get(grade) ?? []), ...members]));
  }
  return found;
}

export const REGION_SCHOOLS: Recount = {
  page: '/region/schools/:id',
  who: 'yossi',
  count: (rows) =>
    ['math', 'science'].flatMap((subject) => {
      const there = new SubjectThere(rows, subject, 'haifa');
      return there.large(daysOf(rows).now).map((school) => pageOf(rows, there, school));
    }),
};
