import { METRICS, type Metric } from '../../../src/shared/analytics.ts';
import { type CivilDay, machineTimeZone, noonOf } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { asStat, countMetric, inCell } from '../count-metrics.ts';
import type { RawRows } from '../raw-rows.ts';
import type { Counted, Groups, PageToCount, Recount } from '../recount.ts';
import { allOf, isFew, peopleIn, SubjectThere, studied } from '../region-scope.ts';
import { addCells, addLine, type Done, isCount, said } from './analytics.ts';

const t = messagesFor('en');
const words = t.analytics;
const format = formatFor('en', machineTimeZone());
const DAYS = 28;
/** What pages tell of each span. */
const OVER_TIME = ['study time', 'right answers'] as const;

type Days = readonly [CivilDay, CivilDay];

/** The four weeks up to today and those before, and the weeks of the former. */
export function daysOf(rows: RawRows) {
  const within = (first: number, last: number): Days => [rows.dayBefore(first), rows.dayBefore(last)];
  return {
    now: within(DAYS - 1, 0),
    before: within(2 * DAYS - 1, DAYS),
    weeks: [3, 2, 1, 0].map((week) => within(7 * week + 6, 7 * week)),
  };
}

/** Every figure of all together, with what it was before. What is of few is not told: null. */
export function addTogether(figures: Map<string, Counted>, now: Told, before: Told): void {
  const toldOf = (metric: Metric, { sessions, tests }: Told): Done | null => {
    const own = OF_TESTS.includes(metric) ? tests : sessions;
    return own && [sessions?.[0] ?? [], tests?.[1] ?? []];
  };
  for (const metric of METRICS) {
    const label = words.metrics[metric];
    const [own, earlier] = [toldOf(metric, now), toldOf(metric, before)];
    if (own === null) figures.set(label, []);
    if (own === null) continue;
    const { value, of } = countMetric(metric, ...own);
    figures.set(label, asStat(metric, ...own));
    const rests = isCount(metric) ? [] : [of];
    if (value !== null) figures.set(`${label} · note`, [...rests, ...(earlier ? said(metric, earlier) : [])]);
  }
}

const OF_TESTS: readonly Metric[] = ['tests', 'grade', 'pass rate'];

/** What may be told of a whole; null where it is of few. */
interface Told {
  sessions: Done | null;
  tests: Done | null;
}

/** Of some schools what may be told of each: null where there is something, and it is of few in all of them. */
export function toldOf(schools: readonly Done[]): Told {
  const among = (of: (done: Done) => number): Done | null => {
    const large = schools.filter((done) => !isFew(of(done)));
    return large.length === 0 && schools.some((done) => of(done) > 0) ? null : allOf(large);
  };
  return { sessions: among(studied), tests: among(([, tests]) => peopleIn(tests)) };
}

/** A line of a file with what may be told of a whole: its cells are empty where it is of few. */
export function addToldLine(file: Map<string, Counted>, row: string, { sessions, tests }: Told): void {
  addLine(file, row, [sessions?.[0] ?? [], tests?.[1] ?? []]);
  const untold = [...(sessions ? [] : sessionsIn(file, row)), ...(tests ? [] : testsIn(file, row))];
  for (const place of untold) file.set(place, []);
}

/** The weeks of a whole, and the places at which each of them is told of. */
export function addWeeks(
  figures: Map<string, Counted>,
  file: Map<string, Counted>,
  weeks: readonly { days: Days; done: Done }[],
) {
  return weeks.map(({ days: [first], done }) => {
    const places = OVER_TIME.map((metric) => {
      const row = words.spanFrom(format.date(noonOf(first)));
      const place = [words.overTime(words.metrics[metric], 1), row, words.metrics[metric]].join(' | ');
      figures.set(place, asStat(metric, ...done));
      return place;
    });
    addLine(file, first, done);
    return places;
  });
}

function pageOf(rows: RawRows, subject: string, region: string): PageToCount {
  const there = new SubjectThere(rows, subject, region);
  const { now, before, weeks } = daysOf(rows);
  const [figures, parts, time] = [new Map<string, Counted>(), new Map<string, Counted>(), new Map<string, Counted>()];
  const schools = there.large(now);
  const whole = toldOf(schools.map(({ id }) => there.within(id, now)));
  addTogether(figures, whole, toldOf(schools.map(({ id }) => there.within(id, before))));
  addToldLine(parts, region, whole);
  const tested = schools.map(({ id, name }) => {
    const done = there.within(id, now);
    addCells(figures, [words.schools, name], done);
    addLine(parts, name, done);
    const places = [words.metrics.grade, words.metrics['pass rate']].map((one) =>
      [words.schools, name, one].join(' | '),
    );
    const inFiles = { '/region/analytics.csv': testsIn(parts, name) };
    return { name: `tests of ${name}`, people: peopleIn(done[1]), places, inFiles };
  });
  const isTested = (id: number) => there.told(id, now)[1].length > 0;
  const ofWeeks = weeks.map((days) => {
    const done = schools.map(({ id }): Done => {
      const [did, tests] = there.within(id, days);
      return [did, isTested(id) ? tests : []];
    });
    return { days, done: allOf(done) };
  });
  const places = addWeeks(figures, time, ofWeeks);
  const grid = weeksOf(there, now, weeks);
  for (const { school, done, days } of grid.flat()) {
    if (school) figures.set(heatPlace(school, days), asStat('right answers', ...done));
  }
  const inPage = grid.map((row) =>
    row.map(({ name, people, school, days }, at) =>
      school
        ? { name, people, places: [heatPlace(school, days)] }
        : {
            name,
            people,
            places: places[at] ?? [],
            inFiles: { '/region/analytics.csv time': sessionsIn(time, days[0]) },
          },
    ),
  );
  const hidden = there.hidden(now);
  if (hidden > 1) figures.set('page', [hidden]);
  return {
    path: `/region/analytics?of=${encodeURIComponent(`${subject}|${region}`)}&period=four-weeks`,
    figures,
    files: { '/region/analytics.csv': parts, '/region/analytics.csv time': time },
    told: [inLines(inPage), addGrid(figures, rows, region, now), { groups: tested, lines: [] }],
    lines: true,
  };
}

export const isOfTests = (place: string) => /\| (Tests|Grade in tests)/.test(place);
export const testsIn = (file: ReadonlyMap<string, Counted>, row: string) =>
  [...file.keys()].filter((place) => place.startsWith(`${row} | `) && isOfTests(place));
export const sessionsIn = (file: ReadonlyMap<string, Counted>, row: string) =>
  [...file.keys()].filter((place) => place.startsWith(`${row} | `) && !isOfTests(place));

const heatPlace = (school: string, [first]: Days) =>
  [words.schoolsOverTime(1), school, format.dayMonth(first)].join(' | ');

/** What each school that is told of did in each week, and in a last row what they did together. */
export function weeksOf(there: SubjectThere, now: Days, weeks: readonly Days[]) {
  const schools = there.large(now);
  const rows = schools.map(({ id, name }) => ({ school: name, done: weeks.map((days) => there.within(id, days)) }));
  const together = weeks.map((_, at) => allOf(rows.map(({ done }) => done[at] ?? [[], []])));
  return [...rows, { school: null, done: together }].map(({ school, done }) =>
    weeks.map((days, at) => {
      const own: Done = done[at] ?? [[], []];
      const name = `${school ?? 'all together'}, ${there.subject}, ${days[0]} to ${days[1]}`;
      return { name, school, days, done: own, people: studied(own), places: [] as string[] };
    }),
  );
}

/** A table in which each row and each column comes to something that is told, or follows. */
export function inLines(rows: readonly Groups['groups'][]): Groups {
  const wide = rows[0]?.length ?? 0;
  const across = rows.map((row, at) => row.map((_, place) => at * wide + place));
  const down = Array.from({ length: wide }, (_, place) => rows.map((__, at) => at * wide + place));
  return { groups: rows.flat(), lines: [...across, ...down] };
}

/** All schools by all subjects of the supervisor in this region: each told for itself, and no sum of them. */
function addGrid(figures: Map<string, Counted>, rows: RawRows, region: string, now: Days): Groups {
  const own = rows
    .of('subjects_regional_supervisors')
    .filter((one) => one.regional_supervisor_id === rows.idOf('yossi') && one.region === region);
  const cells = own.map(({ subject_name: name }) => new SubjectThere(rows, name, region));
  const groups = (cells[0]?.schools ?? []).flatMap((school) => {
    const of = cells.map((there) => there.within(school.id, now));
    if (of.every((done) => isFew(studied(done)))) return [];
    return of.map((done, at) => {
      const place = [words.gridTitle, school.name, t.words.subject(cells[at]?.subject ?? '')].join(' | ');
      figures.set(place, inCell('right answers', ...done).slice(0, 1));
      return { name: place, people: studied(done), places: [place] };
    });
  });
  return { groups, lines: [] };
}

export const REGION_ANALYTICS: Recount = {
  page: '/region/analytics',
  who: 'yossi',
  count: (rows) => ['math', 'science'].map((subject) => pageOf(rows, subject, 'haifa')),
  across: (rows) => {
    const { now, weeks } = daysOf(rows);
    return ['math', 'science'].map((subject) => inLines(weeksOf(new SubjectThere(rows, subject, 'haifa'), now, weeks)));
  },
};
