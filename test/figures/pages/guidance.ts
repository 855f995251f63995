import { fromStored, type StoredInstant } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';
import { isFew } from '../region-scope.ts';
import { numbersIn } from '../shown.ts';

const words = messagesFor('en').guidance;
const format = formatFor('en', machineTimeZone());
const DAY = 86_400_000;

/** What a guidance says now, when it was first published, and the classes that it is for. */
function guidanceOf(rows: RawRows, id: number) {
  const versions = rows.of('guidance_versions').filter((one) => one.guidance_id === id && one.published_at !== null);
  const current = versions.toSorted((a, b) => b.number - a.number)[0];
  if (!current) return null;
  const { subject_name: subject } = rows.one('guidances', (one) => one.id === id);
  const own = rows
    .of('subjects_regional_supervisors')
    .filter((one) => one.regional_supervisor_id === rows.idOf('yossi') && one.subject_name === subject)
    .map(({ region }) => region);
  const regions = rows.of('guidance_regions').flatMap((one) => (one.version_id === current.id ? [one.region] : []));
  const grades: string[] = JSON.parse(current.grades);
  const units = rows.of('guidance_units').flatMap((one) => (one.version_id === current.id ? [one.unit_name] : []));
  const isAbout = (courseId: number | null): boolean =>
    current.course_id === null ? rows.subjectOf(courseId) === subject : courseId === current.course_id;
  const rooms = rows.of('classes').filter((room) => {
    const { region } = rows.one('schools', (one) => one.id === room.school_id);
    const studies = rows.of('courses_students').filter((one) => membersOf(rows, room).has(one.student_id));
    return (
      room.archived_at === null &&
      own.includes(region) &&
      regions.includes(region) &&
      (grades.length === 0 || grades.includes(room.grade_level)) &&
      studies.some((one) => isAbout(one.course_id))
    );
  });
  const published = Math.min(...versions.map((one) => at(one.published_at)));
  const isGuided = (one: { course_id: number | null; unit_name: string }) =>
    isAbout(one.course_id) && (units.length === 0 || units.includes(one.unit_name));
  const earlier = versions.flatMap(({ number }) => (number < current.number ? [number] : []));
  return { current, earlier, rooms, published, isGuided };
}

const at = (stored: string | null): number => fromStored(stored as StoredInstant);

const membersOf = (rows: RawRows, room: RawRow<'classes'>): ReadonlySet<number> =>
  new Set(rows.of('classes_students').flatMap((one) => (one.class_id === room.id ? [one.student_id] : [])));

const standingOf = (rows: RawRows, id: number, room: RawRow<'classes'>) =>
  rows.of('guidance_standings').find((one) => one.guidance_id === id && one.class_id === room.id);

/** The day and the year of a moment, as files have them. */
function dayOf(stored: string | null): Counted {
  if (stored === null) return [];
  const [day = '', , year = ''] = format.day(at(stored)).split(' ');
  return [Number(day), Number(year)];
}

/** The lessons of a class about the guided units since then. */
function taughtIn(
  rows: RawRows,
  room: RawRow<'classes'>,
  since: number,
  isGuided: (unit: RawRow<'learning_units_school_sessions'>) => boolean,
): RawRow<'lessons'>[] {
  const found = rows.of('lessons').filter((lesson) => {
    if (lesson.class_id !== room.id || lesson.start_time === null || at(lesson.start_time) < since) return false;
    const sessions = rows.of('school_hours_study_sessions').filter((one) => one.lesson_id === lesson.id);
    return rows
      .of('learning_units_school_sessions')
      .some((unit) => sessions.some((one) => one.id === unit.school_session_id) && isGuided(unit));
  });
  return found.toSorted((a, b) => at(a.start_time) - at(b.start_time));
}

interface Side {
  answers: number;
  right: number;
  gain: number | null;
}

/** First answers of a pupil in the guided units on one side, and by how much mastery moved, a mean over units. */
function sideOf(answers: readonly RawRow<'attempts'>[]): Side {
  const gains = [...Map.groupBy(answers, (one) => `${one.course_id}/${one.unit_name}`).values()].flatMap((own) => {
    const known = own.filter((one) => one.mastery_after !== null).toSorted((a, b) => a.id - b.id);
    const [first, last] = [known[0]?.mastery_after, known.at(-1)?.mastery_after];
    return known.length < 2 || first == null || last == null ? [] : [last - first];
  });
  return {
    answers: answers.length,
    right: answers.filter(({ verdict }) => verdict === 'correct').length,
    gain: gains.length === 0 ? null : gains.reduce((sum, one) => sum + one, 0) / gains.length,
  };
}

const within = (parts: readonly number[]): number | null =>
  parts.length < 2
    ? null
    : 1.96 * Math.sqrt((parts.length / (parts.length - 1)) * parts.reduce((sum, one) => sum + one * one, 0));

const points = (value: number, error: number | null): number[] =>
  error === null ? [value * 100] : [value * 100, error * 100];

/** What a group of pupils did before and after, as the page says it; null: fewer than ten answered on one side. */
function effectOn(pupils: readonly { before: Side; after: Side }[]) {
  const [before, after] = [pupils.map((one) => one.before), pupils.map((one) => one.after)];
  const total = (sides: readonly Side[]) => ({
    answers: sides.reduce((sum, one) => sum + one.answers, 0),
    right: sides.reduce((sum, one) => sum + one.right, 0),
    people: sides.filter((one) => one.answers > 0).length,
  });
  const [all, since] = [total(before), total(after)];
  if (isFew(all.people) || isFew(since.people)) return null;
  const [p, q] = [all.right / all.answers, since.right / since.answers];
  const part = (side: Side, share: number, answers: number) => (side.right - share * side.answers) / answers;
  const there = pupils.filter((one) => one.before.answers + one.after.answers > 0);
  const change = within(there.map((one) => part(one.after, q, since.answers) - part(one.before, p, all.answers)));
  const errorOf = (sides: readonly Side[], share: number, answers: number) =>
    within(sides.filter((one) => one.answers > 0).map((one) => part(one, share, answers)));
  const gain = (sides: readonly Side[]): number[] => {
    const gains = sides.flatMap((one) => one.gain ?? []);
    if (isFew(gains.length)) return [];
    const mean = gains.reduce((sum, one) => sum + one, 0) / gains.length;
    return points(mean, within(gains.map((one) => (one - mean) / gains.length)));
  };
  const share = (value: number, error: number | null, { answers, people }: typeof all) => [
    value,
    // Beside a share in percent stands how many points it may be off.
    ...(error === null ? [] : [error * 100]),
    answers,
    people,
  ];
  return {
    difference: { value: q - p, error: change },
    cells: {
      [words.before]: share(p, errorOf(before, p, all.answers), all),
      [words.after]: share(q, errorOf(after, q, since.answers), since),
      [words.change]: points(q - p, change),
      [words.gain]: [...gain(before), ...gain(after)],
    },
  };
}

const differenceOf = (one: Change, other: Change): number[] =>
  points(
    one.value - other.value,
    one.error === null || other.error === null ? null : Math.hypot(one.error, other.error),
  );

interface Change {
  value: number;
  error: number | null;
}

function pageOf(rows: RawRows, id: number, weeks: number): PageToCount[] {
  const guidance = guidanceOf(rows, id);
  if (!guidance) return [];
  const { rooms, published, isGuided, current, earlier } = guidance;
  const [page, file] = [new PageFigures(), new Map<string, Counted>()];
  const standings = rooms.map((room) => ({
    room,
    standing: standingOf(rows, id, room),
    taught: taughtIn(rows, room, published, isGuided),
  }));
  const ofClasses = (label: string, count: number) => page.stat(label, count === 0 ? [] : [count, rooms.length]);
  const taken = standings.filter(({ standing }) => standing?.taken_up_at != null);
  page.stat(words.stats.classes, [rooms.length]);
  ofClasses(words.stats.read, standings.filter(({ standing }) => standing).length);
  ofClasses(words.stats.takenUp, taken.length);
  ofClasses(words.stats.taught, standings.filter(({ taught }) => taught.length > 0).length);
  const byName = standings.toSorted((a, b) => (nameOf(rows, a.room) < nameOf(rows, b.room) ? -1 : 1));
  const seen = new Map<number, number>();
  for (const { room, standing, taught } of byName) {
    page.row(words.adoptionCaption, room.name, { [words.taught]: taught.length === 0 ? [] : [taught.length] });
    const times = (seen.get(room.school_id) ?? 0) + 1;
    seen.set(room.school_id, times);
    const school = rows.one('schools', (one) => one.id === room.school_id).name;
    const row = times === 1 ? school : `${school} (${times})`;
    const isRead = standing !== undefined && standing.read_number >= current.number;
    const cells = {
      [words.class]: numbersIn(room.name).map(({ value }) => value),
      [words.readAt]: isRead ? dayOf(standing.read_at) : [],
      [words.takenUpAt]: dayOf(standing?.taken_up_at ?? null),
      [words.taught]: [taught.length],
      [words.taughtFirst]: dayOf(taught[0]?.start_time ?? null),
    };
    for (const [title, value] of Object.entries(cells)) file.set(`${row} | ${title}`, value);
  }
  const until = Math.min(published + weeks * 7 * DAY, rows.now);
  const takers = taken.filter(({ standing }) => at(standing?.taken_up_at ?? null) < until).map(({ room }) => room);
  const inThem = (some: readonly RawRow<'classes'>[]) => new Set(some.flatMap((room) => [...membersOf(rows, room)]));
  const there = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
  const sides = (ids: ReadonlySet<number>) =>
    [...ids]
      .filter((one) => there.has(one))
      .map((pupil) => {
        const own = rows.of('attempts').filter((one) => one.student_id === pupil && one.counts === 1 && isGuided(one));
        const from = (first: number, last: number) =>
          sideOf(own.filter((one) => at(one.created_at) >= first && at(one.created_at) < last));
        return { before: from(published - weeks * 7 * DAY, published), after: from(published, until) };
      });
  const own = inThem(takers);
  const [took, others] = [effectOn(sides(own)), effectOn(sides(inThem(rooms).difference(own)))];
  page.row(words.effect, `${words.tookUp} (${words.classesOf(takers.length)})`, took?.cells ?? {});
  page.row(words.effect, `${words.didNot} (${words.classesOf(rooms.length - takers.length)})`, others?.cells ?? {});
  page.line('page', [current.number]);
  page.line(words.effect, [weeks]);
  if (took && others) page.line(words.effect, differenceOf(took.difference, others.difference));
  for (const number of earlier) page.line(words.earlier, [number]);
  return [
    {
      lines: true,
      path: `/region/guidance/${id}?weeks=${weeks}`,
      figures: page.map,
      files: { [`/region/guidance/${id}/classes.csv`]: file },
    },
  ];
}

const nameOf = (rows: RawRows, room: RawRow<'classes'>): string =>
  `${rows.one('schools', (one) => one.id === room.school_id).name} ${room.name}`;

export const GUIDANCE_LIST: Recount = {
  page: '/region/guidance',
  who: 'yossi',
  count: (rows) => {
    const page = new PageFigures();
    const caption = words.title;
    for (const { id } of rows.of('guidances').toSorted((a, b) => b.id - a.id)) {
      const guidance = guidanceOf(rows, id);
      if (!guidance) continue;
      const { rooms, current } = guidance;
      const said = rooms.flatMap((room) => standingOf(rows, id, room) ?? []);
      const takenUp = said.filter((one) => one.taken_up_at !== null).length;
      page.row(caption, `${current.title} ${words.states.published}`, {
        [words.column.classes]: [rooms.length],
        [words.column.read]: [said.length, rooms.length],
        [words.column.takenUp]: [takenUp, rooms.length],
      });
    }
    return [{ path: '/region/guidance', lines: true, figures: page.map }];
  },
};

export const GUIDANCE: Recount = {
  page: '/region/guidance/:id',
  who: 'yossi',
  count: (rows) => {
    const first = rows.of('guidances')[0]?.id ?? 0;
    return [...pageOf(rows, first, 2), ...pageOf(rows, first, 4)];
  },
};
