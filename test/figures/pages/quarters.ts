import { machineTimeZone, startOfDay } from '../../../src/shared/calendar.ts';
import { DAY } from '../../../src/shared/instant.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRows } from '../raw-rows.ts';
import type { Counted, Expected, PageToCount, Recount } from '../recount.ts';
import { numbersIn } from '../shown.ts';

const words = messagesFor('en');
const own = words.quarters;
const KINDS = ['proficiency', 'investment', 'social'] as const;
const HUMAN = ['investment', 'social'] as const;
/** On which day each quarter begins, by the school year; the last: the next year. */
const DAYS = [
  [0, '09-01'],
  [0, '11-16'],
  [1, '02-01'],
  [1, '04-16'],
  [1, '09-01'],
] as const;

interface Quarter {
  /** In which the school year began. */
  year: number;
  quarter: number;
}

/** The first moment of a quarter, and the first after it. */
function timeOf({ year, quarter }: Quarter): [number, number] {
  const moment = ([later, day]: (typeof DAYS)[number] = DAYS[0]) =>
    startOfDay(`${year + later}-${day}`, machineTimeZone());
  return [moment(DAYS[quarter - 1]), moment(DAYS[quarter])];
}
const NEEDED = { proficiency: 3, investment: 3, social: 2 };

type Kind = (typeof KINDS)[number];
const momentOf = (stored: unknown): number => Date.parse(`${String(stored).replace(' ', 'T')}Z`);

/** What a quarter comes to by what is known now, and what it rests on: each session once, half its weight for every 45 days, to a tenth. */
function comesTo(rows: RawRows, kind: Kind, student: number, subject: string, of: Quarter) {
  const [from, to] = timeOf(of);
  const sums = { weight: 0, score: 0 };
  const scores: number[] = [];
  let unscored = 0;
  for (const hours of ['home', 'school'] as const) {
    const sessions = rows
      .of(`${hours}_hours_study_sessions`)
      .filter((one) => rows.subjectOf(one.course_id) === subject);
    for (const session of sessions) {
      const lesson = 'lesson_id' in session ? rows.one('lessons', (one) => one.id === session.lesson_id) : null;
      const begun = momentOf(session.start_time ?? lesson?.start_time);
      if (!(begun >= from && begun < to)) continue;
      const given = rows
        .of(`sessional_${kind}_evaluations`)
        .filter((one) => one[`${hours}_session_id`] === session.id && one.student_id === student);
      const counts = given.find((one) => one.source === 'class manager') ?? given[0];
      if (!counts) continue;
      if (counts.score === null || isDisputed(rows, kind, hours, session.id, student)) {
        unscored += 1;
        continue;
      }
      const weight = counts.confidence * 0.5 ** ((to - begun) / DAY / 45);
      sums.weight += weight;
      sums.score += weight * counts.score;
      scores.push(counts.score);
    }
  }
  const isEnough = scores.length >= NEEDED[kind] && sums.weight > 0;
  return {
    score: isEnough ? Math.round((sums.score / sums.weight) * 10) / 10 : null,
    facts: {
      scored: scores.length,
      unscored,
      lowest: Math.min(...scores),
      highest: Math.max(...scores),
      needed: NEEDED[kind],
    },
  };
}

/** Numbers of words that are made of counted ones. */
const saidIn = (text: string): Counted => numbersIn(text).map(({ value }) => value);

/** What a page says of a score of a quarter: of itself, and in the record below it. */
export function quarterWords(
  rows: RawRows,
  of: { kind: Kind; student: number; subject: string } & Quarter,
): { cell: Counted; made: Counted; record: Counted[] } {
  const { kind, student, subject } = of;
  const made = rowOf(rows, kind, student, subject, 'evaluator')?.score ?? null;
  const given = rowOf(rows, kind, student, subject, 'class manager');
  const now = comesTo(rows, kind, student, subject, of);
  const rests = saidIn(own.made(now.facts, now.score !== null));
  const score = (value: number | null): Counted => (value === null ? [] : [value, 10]);
  const cell = given ? score(given.score) : [...score(made), ...rests];
  return {
    cell,
    made: [...score(made), ...rests],
    record: now.score === made || now.score === null ? [] : [[now.score]],
  };
}

function isDisputed(rows: RawRows, kind: Kind, hours: 'home' | 'school', session: number, student: number): boolean {
  const said = rows
    .of('score_reviews')
    .filter((one) => one.kind === kind && one.student_id === student && one[`${hours}_session_id`] === session);
  return said.filter((one) => one.action !== 'contested').at(-1)?.action === 'disputed';
}

/** The quarter that the sample region has closed. */
const closedIn = (rows: RawRows) => rows.of('quarter_closings')[0];

/** Whether a quarter was closed in which pupils of the region studied. */
export const hasQuarter = (rows: RawRows): boolean => rows.of('quarter_proficiency_evaluations').length > 0;

const membersOf = (rows: RawRows, classId: number): number[] =>
  rows.of('classes_students').flatMap((one) => (one.class_id === classId ? [one.student_id] : []));

const rowOf = (rows: RawRows, kind: Kind, student: number, subject: string, source: string) =>
  rows
    .of(`quarter_${kind}_evaluations`)
    .find((one) => one.student_id === student && one.subject_name === subject && one.source === source);

/** Scores of a class in a subject that nobody has said anything of. */
const missing = (rows: RawRows, students: readonly number[], subject: string): number =>
  students
    .flatMap((student) => HUMAN.map((kind) => ({ student, kind })))
    .filter(({ student, kind }) => {
      const made = rowOf(rows, kind, student, subject, 'evaluator');
      return made?.score === null && !rowOf(rows, kind, student, subject, 'class manager');
    }).length;

/** Scores that were contested, and not answered since. */
const contested = (rows: RawRows, students: readonly number[], subject: string): number =>
  students
    .flatMap((student) => KINDS.map((kind) => ({ student, kind })))
    .filter(({ student, kind }) => {
      const said = rows
        .of('quarter_reviews')
        .filter((one) => one.student_id === student && one.kind === kind && one.subject_name === subject);
      return said.at(-1)?.action === 'contested';
    }).length;

const subjectsOf = (rows: RawRows, students: readonly number[]): string[] =>
  [
    ...new Set(
      rows
        .of('quarter_proficiency_evaluations')
        .flatMap((one) => (students.includes(one.student_id) ? [one.subject_name] : [])),
    ),
  ].sort();

function classPage(rows: RawRows, classId: number): PageToCount {
  const active = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
  const made = new Set(rows.of('quarter_proficiency_evaluations').map((one) => one.student_id));
  const students = membersOf(rows, classId).filter((id) => active.has(id) && made.has(id));
  const shown = students.filter((id) => rows.of('quarter_releases').some((one) => one.student_id === id)).length;
  const subjects = subjectsOf(rows, students);
  const sum = (of: (subject: string) => number) => subjects.reduce((all, subject) => all + of(subject), 0);
  const figures = new Map<string, Expected>([
    [own.pupils, [students.length]],
    [own.missing, [sum((subject) => missing(rows, students, subject))]],
    [own.contestedCount, [sum((subject) => contested(rows, students, subject))]],
    [own.shown, [shown, students.length]],
  ]);
  for (const subject of subjects) {
    const cell = (title: string) => [own.subjects, words.words.subject(subject), title].join(' | ');
    const pupils = students.filter((id) => rowOf(rows, 'proficiency', id, subject, 'evaluator')).length;
    figures.set(cell(own.pupils), [pupils]);
    figures.set(cell(own.missing), [missing(rows, students, subject)]);
    figures.set(cell(own.contestedCount), [contested(rows, students, subject)]);
  }
  const subject = subjects[0] ?? '';
  const { school_year: year, quarter } = closedIn(rows) ?? { school_year: 0, quarter: 0 };
  const path = `/class/quarter?class=${classId}&quarter=${year}/${quarter}&subject=${encodeURIComponent(subject)}`;
  const scores = new PageFigures();
  for (const student of students.toSorted(byName(rows))) {
    for (const kind of KINDS) {
      const said = quarterWords(rows, { kind, student, subject, year, quarter });
      const table = own.tableOf(words.words.subject(subject));
      scores.line([table, rows.nameOf(student), own.kinds[kind]].join(' | '), said.made);
      for (const line of said.record) scores.line(table, line);
    }
  }
  for (const [place, said] of scores.map) figures.set(place, said);
  return {
    path,
    lines: true,
    figures,
    files: { '/class/quarter.csv': fileOf(rows, students, subject, { year, quarter }) },
  };
}

const byName = (rows: RawRows) => (a: number, b: number) => (rows.nameOf(a) < rows.nameOf(b) ? -1 : 1);

/** The file of a subject: what was made, what is given, and what it would be now where that is something else. */
function fileOf(rows: RawRows, students: readonly number[], subject: string, of: Quarter): Map<string, Counted> {
  const lines = new Map<string, Counted>();
  for (const student of students) {
    const shown = rows.of('quarter_releases').find((one) => one.student_id === student);
    const [year4, , day] = shown ? rows.dayOf(shown.at).split('-').map(Number) : [];
    if (year4 && day) lines.set(`${rows.nameOf(student)} | ${own.file.shown}`, [day, year4]);
    for (const kind of KINDS) {
      const title = own.kinds[kind];
      const place = (name: string) => `${rows.nameOf(student)} | ${name}`;
      const made = rowOf(rows, kind, student, subject, 'evaluator')?.score ?? null;
      const given = rowOf(rows, kind, student, subject, 'class manager')?.score ?? null;
      const now = comesTo(rows, kind, student, subject, of).score;
      lines.set(place(own.file.made(title)), made === null ? [] : [made]);
      if (kind !== 'proficiency') lines.set(place(own.file.own(title)), given === null ? [] : [given]);
      // Where what it rests on has changed, the file says what it would be, be it the same.
      if (now !== made) lines.set(place(own.file.since(title)), now === null ? [] : [now]);
    }
  }
  return lines;
}

export const CLASS_QUARTER: Recount = {
  page: '/class/quarter',
  onlyIf: hasQuarter,
  who: 'amir',
  count: (rows) =>
    rows
      .of('classess_class_managers')
      .filter((one) => one.class_manager_id === rows.idOf('amir'))
      .map(({ class_id: id }) => classPage(rows, id)),
};
