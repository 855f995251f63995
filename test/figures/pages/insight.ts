import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { countMetric, inCell } from '../count-metrics.ts';
import type { Graded, Part, RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Expected } from '../recount.ts';

const { insight: words, analytics } = messagesFor('en');
const format = formatFor('en', machineTimeZone());
const DAYS = 28;
const DAY = 86_400_000;

interface Insight {
  figures: Map<string, Expected>;
  files: Record<string, Map<string, Counted>>;
}

export interface SchoolRoom {
  id: number;
  name: string;
  year: number;
  pupils: ReadonlySet<number>;
}

/** Cells of a table of rows, in their order: the second of a name is `name (2)`. */
class Cells {
  readonly map = new Map<string, Counted>();
  readonly #seen = new Map<string, number>();
  readonly #caption: string;

  constructor(caption = '') {
    this.#caption = caption;
  }

  add(row: string, cells: Record<string, Counted>): void {
    const times = (this.#seen.get(row) ?? 0) + 1;
    this.#seen.set(row, times);
    const suffix = times === 1 ? '' : ` (${times})`;
    for (const [title, counted] of Object.entries(cells)) {
      this.map.set(
        this.#caption ? `${this.#caption} | ${row} | ${title}${suffix}` : `${row}${suffix} | ${title}`,
        counted,
      );
    }
  }
}

/** Courses of pupils with their units, each with its pupils, and what state they are in. */
function unitsOf(rows: RawRows, pupils: ReadonlySet<number>) {
  const states = new Map(
    rows.of('learning_units_students').map((row) => [`${row.student_id}/${row.course_id}/${row.unit_name}`, row.state]),
  );
  const isShown = (row: RawRow<'courses' | 'learning_units'>) => row.archived_at === null && row.draft_since === null;
  return rows
    .of('courses')
    .filter(isShown)
    .map((course) => {
      const inIt = rows
        .of('courses_students')
        .filter((one) => one.course_id === course.id && pupils.has(one.student_id));
      const units = rows.of('learning_units').filter((unit) => unit.course_id === course.id && isShown(unit));
      return {
        id: course.id,
        name: String(course.name),
        pupils: inIt.map(({ student_id: id }) => Number(id)),
        units: units
          .toSorted((a, b) => a.position - b.position)
          .map(({ name }) => ({
            name: String(name),
            states: inIt.map(({ student_id: id }) => states.get(`${id}/${course.id}/${name}`) ?? 'not started'),
          })),
      };
    })
    .filter((course) => course.pupils.length > 0 && course.units.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const known = (states: readonly string[]): number => states.filter((state) => state === 'completed').length;
const begun = (states: readonly string[]): number => states.filter((state) => state !== 'not started').length;

/** What the page of a class says of units, questions and lessons, over the four weeks up to today. */
export function classInsight(rows: RawRows, classId: number, pupils: ReadonlySet<number>): Insight {
  const courses = unitsOf(rows, pupils);
  const figures = new Map<string, Expected>();
  const unitsFile = new Cells();
  for (const [place, course] of courses.entries()) {
    const table = new Cells(course.name);
    const half = course.units.filter(({ states }) => known(states) * 2 >= states.length).length;
    const line = place === 0 ? words.unitsTitle : `${words.unitsTitle} (${place + 1})`;
    figures.set(line, words.courseSum(course.name, half, course.units.length));
    for (const { name, states } of course.units) {
      const [all, some, done] = [states.length, begun(states), known(states)];
      table.add(name, { [words.begun]: [some, all], [words.known]: [done, all], [words.knownShare]: [done / all] });
      unitsFile.add(name, { [words.pupilsCount]: [all], [words.begun]: [some], [words.known]: [done] });
    }
    for (const [place, counted] of table.map) figures.set(place, counted);
  }
  const shares = [...pupils].flatMap((pupil) => {
    const own = courses.flatMap((course) => {
      const at = course.pupils.indexOf(pupil);
      return at < 0 ? [] : course.units.map(({ states }) => states[at] ?? '');
    });
    return own.length === 0 ? [] : [known(own) / own.length];
  });
  for (const [place, label] of ['0–19%', '20–39%', '40–59%', '60–79%', '80–100%'].entries()) {
    const count = shares.filter((share) => Math.min(4, Math.floor(share * 5)) === place).length;
    figures.set([words.knowingTitle, label, words.pupilsCount].join(' | '), [count]);
  }
  const questions = hardest(rows, pupils);
  const taught = lessonsOf(rows, classId, pupils);
  for (const [place, counted] of [...questions.figures, ...taught.figures]) figures.set(place, counted);
  return { figures, files: { units: unitsFile.map, ...questions.files, ...taught.files } };
}

function hardest(rows: RawRows, pupils: ReadonlySet<number>): Insight {
  const from = rows.dayBefore(DAYS - 1);
  const first = rows
    .of('attempts')
    .filter((row) => pupils.has(row.student_id) && row.counts === 1 && rows.dayOf(row.created_at) >= from);
  const tried = [...Map.groupBy(first, (row) => Number(row.qa_id))].map(([id, answers]) => ({
    id,
    answers: answers.length,
    right: answers.filter(({ verdict }) => verdict === 'correct').length,
  }));
  const found = tried
    .filter(({ answers }) => answers >= 5)
    .toSorted((a, b) => a.right / a.answers - b.right / b.answers || b.answers - a.answers || a.id - b.id)
    .slice(0, 10);
  const [table, file] = [new Cells(words.questionsTitle), new Cells()];
  for (const [place, { id, answers, right }] of found.entries()) {
    table.add(String(place + 1), { [words.rightShare]: [right / answers], [words.answers]: [answers] });
    file.add(rows.one('qas', (qa) => qa.id === id).question, {
      [words.inPercent(words.rightShare)]: [(100 * right) / answers],
      [words.answers]: [answers],
    });
  }
  return { figures: table.map, files: { questions: file.map } };
}

function lessonsOf(rows: RawRows, classId: number, pupils: ReadonlySet<number>): Insight {
  const from = rows.dayBefore(DAYS - 1);
  const [table, file] = [new Cells(words.taughtTitle), new Cells()];
  const held = rows
    .of('lessons')
    .flatMap(({ id, class_id: of, start_time: start, end_time: end }) =>
      of === classId && start && end && rows.dayOf(start) >= from ? [{ id, start, end }] : [],
    );
  const taught = held
    .flatMap((lesson) => {
      const places = rows.of('school_sessions_students').filter((place) => pupils.has(place.student_id));
      const sessions = rows
        .of('school_hours_study_sessions')
        .filter((one) => one.lesson_id === lesson.id && places.some((place) => place.school_session_id === one.id));
      const units = rows
        .of('learning_units_school_sessions')
        .filter((unit) => sessions.some(({ id }) => id === unit.school_session_id));
      const each = new Map(units.map((unit) => [`${unit.course_id}/${unit.unit_name}`, unit]));
      return [...each.values()].map((unit) => ({ lesson, course: unit.course_id, name: String(unit.unit_name) }));
    })
    .toSorted(
      (a, b) =>
        fromStored(b.lesson.start) - fromStored(a.lesson.start) ||
        b.lesson.id - a.lesson.id ||
        (a.name < b.name ? -1 : 1),
    );
  for (const { lesson, course, name } of taught.slice(0, 12)) {
    const [start, end] = [fromStored(lesson.start), fromStored(lesson.end)];
    const share = (first: number, last: number) => {
      const within = rows.of('attempts').filter((row) => {
        const at = fromStored(row.created_at);
        const isOf = row.course_id === course && row.unit_name === name && pupils.has(row.student_id);
        return isOf && row.counts === 1 && at >= first && at < last;
      });
      const right = within.filter(({ verdict }) => verdict === 'correct').length;
      return { value: within.length < 10 ? null : right / within.length, of: within.length };
    };
    const [before, after] = [share(start - 14 * DAY, start), share(end, end + 14 * DAY)];
    const cell = ({ value, of }: typeof before) => (value !== null ? [value, of] : of === 0 ? [] : [of]);
    const percent = ({ value }: typeof before) => (value === null ? [] : [100 * value]);
    table.add(`${name} ${format.date(start)}`, { [words.before]: cell(before), [words.after]: cell(after) });
    const [day = '', , year = ''] = format.day(start).split(' ');
    file.add(name, {
      [words.lesson]: [Number(day), Number(year)],
      [words.inPercent(words.before)]: percent(before),
      [`${words.before}: ${words.answers}`]: [before.of],
      [words.inPercent(words.after)]: percent(after),
      [`${words.after}: ${words.answers}`]: [after.of],
    });
  }
  return { figures: table.map, files: { taught: file.map } };
}

const COMPARED = ['right answers', 'proficiency', 'grade', 'attendance'] as const;
type Done = [Part[], Graded[]];

/** What the page of a school says of its classes and pupils, over the four weeks up to today. */
export function schoolInsight(rows: RawRows, classes: readonly SchoolRoom[], pupils: ReadonlySet<number>): Insight {
  const within = (ids: readonly number[], first = rows.dayBefore(DAYS - 1), last = rows.dayBefore(0)): Done => {
    const isIn = ({ studentId, day }: Part | Graded) => ids.includes(studentId) && day >= first && day <= last;
    return [rows.parts().filter(isIn), rows.graded().filter(isIn)];
  };
  const rooms = classes.toSorted((a, b) => b.year - a.year || (a.name < b.name ? -1 : 1));
  const [compared, comparedFile] = [new Cells(words.comparedTitle), new Cells()];
  for (const room of rooms) {
    for (const metric of COMPARED) {
      const own = within([...room.pupils]);
      const others = rooms.filter((one) => one !== room).map((one) => within([...one.pupils]));
      const rest: Done = [others.flatMap(([parts]) => parts), others.flatMap(([, tests]) => tests)];
      if (countMetric(metric, ...own).of > 0) {
        compared.add(`${room.name} : ${analytics.metrics[metric]}`, {
          [words.own]: inCell(metric, ...own),
          [words.others]: inCell(metric, ...rest),
        });
      }
      const cells = (title: string, done: Done): Record<string, Counted> => {
        const { value, of, within: near } = countMetric(metric, ...done);
        const scale = metric === 'right answers' || metric === 'attendance' ? 100 : 1;
        return {
          [title]: value === null ? [] : [value * scale],
          [analytics.within(title)]: near === null ? [] : [near * scale],
          [analytics.restsOn(title)]: [of],
        };
      };
      comparedFile.add(room.name, { ...cells(words.own, own), ...cells(words.others, rest) });
    }
  }
  const { well, wellFile, struggling } = people(rows, pupils, within);
  const [coverage, coverageFile] = [new Cells(words.coverageTitle), new Cells()];
  for (const room of classes.toSorted((a, b) => a.id - b.id)) {
    const active = new Set(
      [...room.pupils].filter((id) => rows.one('users', (one) => one.id === id).disabled_at === null),
    );
    for (const course of unitsOf(rows, active)) {
      const all = course.units.flatMap(({ states }) => states);
      const some = course.units.filter(({ states }) => begun(states) > 0).length;
      const [partBegun, partKnown] = [begun(all) / all.length, known(all) / all.length];
      coverage.add(`${room.name} : ${course.name}`, {
        [words.pupilsCount]: [course.pupils.length],
        [words.unitsBegun]: [some, course.units.length],
        [words.partsBegun]: [partBegun],
        [words.partsKnown]: [partKnown],
      });
      coverageFile.add(room.name, {
        [words.pupilsCount]: [course.pupils.length],
        [words.unitsTitle]: [course.units.length],
        [words.unitsBegun]: [some],
        [words.inPercent(words.partsBegun)]: [100 * partBegun],
        [words.inPercent(words.partsKnown)]: [100 * partKnown],
      });
    }
  }
  const needing = [...struggling.map].map(([place, numbers]): [string, Counted] => [
    [words.strugglingTitle, place.split(' | ')[0]].join(' | '),
    numbers,
  ]);
  return {
    figures: new Map<string, Expected>([...compared.map, ...well.map, ...coverage.map, ...needing]),
    files: {
      compared: comparedFile.map,
      struggling: struggling.map,
      well: wellFile.map,
      coverage: coverageFile.map,
    },
  };
}

/** Who does well and who may need somebody, by hand from the rules that the page says. */
function people(
  rows: RawRows,
  pupils: ReadonlySet<number>,
  within: (ids: readonly number[], first?: string, last?: string) => Done,
) {
  const [well, wellFile, struggling] = [new Cells(words.wellTitle), new Cells(), new Cells()];
  const before = [rows.dayBefore(2 * DAYS - 1), rows.dayBefore(DAYS)] as const;
  const falls = (metric: 'right answers' | 'proficiency', now: Done, then: Done): Counted => {
    const [one, other] = [countMetric(metric, ...now), countMetric(metric, ...then)];
    if (one.value === null || other.value === null || one.within === null || other.within === null) return [];
    if (metric === 'proficiency' && Math.min(one.of, other.of) < 3) return [];
    return other.value - one.value > Math.hypot(one.within, other.within) ? [other.value, one.value] : [];
  };
  const fine: { name: string; done: Done }[] = [];
  for (const id of pupils) {
    const [now, then] = [within([id]), within([id], ...before)];
    if ([...now, ...then].every((done) => done.length === 0)) continue;
    const failed = now[1].filter(({ passed }) => !passed).length;
    const right = falls('right answers', now, then);
    const places = now[0].filter(({ kind }) => kind === 'school');
    const missed = places.filter(({ there }) => !there).length;
    const numbers = [
      ...(failed > 0 ? [failed, now[1].length] : []),
      ...(right.length > 0 ? right : falls('proficiency', now, then)),
      ...(missed >= 2 && missed * 4 >= places.length ? [missed, places.length] : []),
      ...(now[0].some(({ there }) => there) ? [] : [DAYS]),
    ];
    if (numbers.length > 0) struggling.add(rows.nameOf(id), { [words.why]: numbers });
    else fine.push({ name: rows.nameOf(id), done: now });
  }
  const good = fine.filter(({ done }) => {
    const { value, of } = countMetric('proficiency', ...done);
    return value !== null && value >= 8 && of >= 3;
  });
  for (const [place, { name, done }] of good.toSorted((a, b) => (a.name < b.name ? -1 : 1)).entries()) {
    const { value, of } = countMetric('proficiency', ...done);
    if (place < 8) well.add(name, { [words.proficiency]: inCell('proficiency', ...done) });
    wellFile.add(name, { [words.proficiency]: [value ?? 0], [analytics.restsOn(words.proficiency)]: [of] });
  }
  return { well, wellFile, struggling };
}
