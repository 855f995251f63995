import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { share } from '../count-metrics.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Expected, Groups, PageToCount, Recount } from '../recount.ts';
import { isFew, peopleIn, SubjectThere } from '../region-scope.ts';
import { numbersIn } from '../shown.ts';
import { asRead } from '../tree.ts';
import { daysOf } from './region-analytics.ts';

const t = messagesFor('en');
const words = t.regionSubject;
const FILE = '/region/hard-units.csv';

type Answer = RawRow<'attempts'>;

/** What pupils of the schools that are told of answered in a subject in these four weeks. */
export function answersIn(rows: RawRows, there: SubjectThere): Answer[] {
  const [first, last] = daysOf(rows).now;
  const schools = new Set(there.large([first, last]).map(({ id }) => id));
  return rows.of('attempts').filter((one) => {
    const day = rows.dayOf(one.created_at);
    const isThere = schools.has(there.schoolOf(one.student_id) ?? 0);
    return isThere && day >= first && day <= last && rows.subjectOf(one.course_id) === there.subject;
  });
}

export const queryOf = ({ subject, region }: SubjectThere): string =>
  `of=${encodeURIComponent(`${subject}|${region}`)}&period=four-weeks`;

/** How hard something was: by its name, of the page and of the file. */
function tableOf(caption: string, found: readonly { name: string; inFile: string; answers: readonly Answer[] }[]) {
  const [figures, file] = [new Map<string, Expected>(), new Map<string, Counted>()];
  const groups = found.flatMap(({ name, inFile, answers }) => {
    const first = answers.filter(({ counts }) => counts === 1);
    if (first.length === 0) return [];
    const right = first.filter(({ verdict }) => verdict === 'correct');
    const [ofRight, ofUnaided] = [right, right.filter(({ unaided }) => unaided === 1)].map((some) =>
      share(some.length, first.length, 10),
    );
    const hints = first.reduce((sum, one) => sum + one.hints_used, 0) / first.length;
    const givenUp = answers.filter(({ verdict }) => verdict === 'given up').length;
    const people = peopleIn(first.map((one) => ({ studentId: one.student_id })));
    const counted = [
      [words.pupils, [people]],
      [words.answers, [first.length]],
    ] as const;
    const shares = [
      [words.right, ofRight],
      [words.unaided, ofUnaided],
    ] as const;
    const place = (title: string) => [caption, name, title].join(' | ');
    for (const [title, value] of counted) {
      figures.set(place(title), value);
      file.set(`${inFile} | ${title}`, value);
    }
    for (const [title, of] of shares) {
      const [value, within] = [of?.value ?? null, of?.within ?? null];
      figures.set(place(title), value === null || within === null ? [] : [value, within]);
      file.set(`${inFile} | ${title} (${t.analytics.units.share})`, value === null ? [] : [100 * value]);
      file.set(`${inFile} | ${title} (±)`, within === null ? [] : [100 * within]);
    }
    // Where there is none, the page says so in words.
    figures.set(place(words.hints), hints === 0 ? [] : [hints]);
    figures.set(place(words.givenUp), givenUp === 0 ? [] : [givenUp]);
    file.set(`${inFile} | ${words.hints}`, [hints]);
    file.set(`${inFile} | ${words.givenUp}`, [givenUp]);
    const own = [...figures.keys()].filter((one) => one.startsWith(`${caption} | ${name} |`));
    const inFiles = { [FILE]: [...file.keys()].filter((one) => one.startsWith(`${inFile} | `)) };
    return [{ name: `${caption} | ${name}`, people, places: own, inFiles }];
  });
  const told: Groups = { groups, lines: [groups.map((_, at) => at)] };
  return { figures, file, told, hidden: hiddenOf(groups.map(({ people }) => people)) };
}

/** So many of a line are hidden: the small ones, and where they stand alone one more. */
function hiddenOf(people: readonly number[]): number {
  const small = people.filter(isFew).length;
  return small > 0 && small < people.length ? small + 1 : small;
}

function unitsPage(rows: RawRows, there: SubjectThere): PageToCount {
  const units = Map.groupBy(answersIn(rows, there), (one) => `${one.course_id}/${one.unit_name}`);
  const found = [...units.values()].map((answers) => {
    const name = answers[0]?.unit_name ?? '';
    return { name, inFile: name, answers };
  });
  const { figures, file, told, hidden } = tableOf(words.unitsCaption, found);
  const courses = new Map(
    [...units.values()].map(([one]) => [one?.unit_name, rows.one('courses', ({ id }) => id === one?.course_id).name]),
  );
  for (const [unit, course] of courses)
    if (/\d/.test(course))
      file.set(
        `${unit} | ${words.course}`,
        numbersIn(course).map(({ value }) => value),
      );
  addLines(figures, rows, there, hidden > 0 ? [words.unitsCaption, words.hiddenUnits(hidden)] : null);
  return { path: `/region/hard-units?${queryOf(there)}`, lines: true, figures, files: { [FILE]: file }, told: [told] };
}

/** What a page about a subject says besides: of how many schools it tells, and how many things it hides. */
function addLines(
  figures: Map<string, Expected>,
  rows: RawRows,
  there: SubjectThere,
  hidden: readonly [part: string, said: string] | null,
): void {
  const { now } = daysOf(rows);
  figures.set('page', [there.large(now).length]);
  if (there.hidden(now) > 1) figures.set('page (2)', [there.hidden(now)]);
  if (hidden && /\d/.test(hidden[1])) figures.set(hidden[0], hidden[1]);
}

/** The questions of each unit that is told of. */
function questionPages(rows: RawRows, there: SubjectThere): PageToCount[] {
  const all = answersIn(rows, there).filter(({ unit_name: unit }) => unit !== '');
  const units = [...Map.groupBy(all, (one) => `${one.course_id}/${one.unit_name}`).values()];
  const peopleOf = (answers: readonly Answer[]) =>
    peopleIn(answers.flatMap((one) => (one.counts === 1 ? [{ studentId: one.student_id }] : [])));
  const large = units.filter((answers) => !isFew(peopleOf(answers))).toSorted((a, b) => peopleOf(a) - peopleOf(b));
  // The questions of one that is hidden beside a small one are on no page.
  const isOneSmall = units.length - large.length === 1;
  return large.slice(isOneSmall ? 1 : 0).map((answers) => {
    const [one] = answers;
    const unit = one?.unit_name ?? '';
    const questions = [...Map.groupBy(answers, ({ qa_id: id }) => id)].map(([id, own]) => {
      const { question } = rows.one('qas', (qa) => qa.id === id);
      return { name: asRead(question), inFile: question, answers: own };
    });
    const { figures, file, told, hidden } = tableOf(words.questionsCaption(unit), questions);
    addLines(figures, rows, there, hidden > 0 ? [words.toQuestions(unit), words.hiddenQuestions(hidden)] : null);
    const path = `/region/hard-units?${queryOf(there)}&course=${one?.course_id}&unit=${encodeURIComponent(unit)}`;
    return { path, lines: true, figures, files: { [FILE]: file }, told: [told] };
  });
}

export const HARD_UNITS: Recount = {
  page: '/region/hard-units',
  who: 'yossi',
  count: (rows) =>
    ['math', 'science'].flatMap((subject) => {
      const there = new SubjectThere(rows, subject, 'haifa');
      return [unitsPage(rows, there), ...questionPages(rows, there)];
    }),
};
