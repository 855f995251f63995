import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { DAY, type Instant } from '../../../src/shared/instant.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';
import { homeWithin } from './pupil-rows.ts';

const t = messagesFor('en');
const words = t.staff;
const format = formatFor('en', machineTimeZone());

/** A school with those who belong to it and whose accounts are in use. */
export interface OwnSchool {
  school: RawRow<'schools'>;
  pupils: ReadonlySet<number>;
  /** The newest first, then by name. */
  classes: (RawRow<'classes'> & { pupils: number[] })[];
}

export function schoolOf(rows: RawRows, manager: number): OwnSchool {
  const school = rows.one('schools', (one) => one.school_manager_id === manager);
  const active = new Set(rows.of('users').flatMap((one) => (one.disabled_at === null ? [one.id] : [])));
  const here = rows.of('students').flatMap((one) => (one.school_id === school.id ? [one.user_id] : []));
  const classes = rows
    .of('classes')
    .filter((one) => one.school_id === school.id && one.archived_at === null)
    .toSorted((a, b) => b.year - a.year || (a.name < b.name ? -1 : 1))
    .map((one) => ({
      ...one,
      pupils: rows
        .of('classes_students')
        .flatMap(({ class_id: id, student_id: pupil }) => (id === one.id && active.has(pupil) ? [pupil] : [])),
    }));
  return { school, pupils: new Set(here.filter((id) => active.has(id))), classes };
}

const className = ({ name, grade_level: grade, year }: RawRow<'classes'>): string =>
  words.className(name, t.words.grade(grade), year);

function addDesk(page: PageFigures, rows: RawRows, { school, pupils, classes }: OwnSchool): void {
  const managers = rows.of('class_managers').flatMap((one) => (one.school_id === school.id ? [one.user_id] : []));
  const own = rows.of('parents').flatMap((one) => (one.school_id === school.id ? [one.user_id] : []));
  const all = new Set(rows.of('students').flatMap((one) => (one.school_id === school.id ? [one.user_id] : [])));
  const related = rows
    .of('parents_students')
    .flatMap((one) => (all.has(one.student_id) && one.status === 'verified' ? [one.parent_id] : []));
  const people = new Set([...pupils, ...managers, ...own, ...related]);
  const withoutPassword = rows
    .of('users')
    .filter((one) => people.has(one.id) && one.disabled_at === null && one.password_hash === '!').length;
  const inClass = new Set(rows.of('classes').flatMap((one) => (one.archived_at === null ? [one.id] : [])));
  const placed = new Set(
    rows.of('classes_students').flatMap((one) => (inClass.has(one.class_id) ? [one.student_id] : [])),
  );
  const cared = new Set(
    rows.of('parents_students').flatMap((one) => (one.status === 'verified' ? [one.student_id] : [])),
  );
  const without = (found: ReadonlySet<number>): number => [...pupils].filter((id) => !found.has(id)).length;
  const duties: [number, (n: number) => string, string][] = [
    [withoutPassword, t.desk.withoutPassword, t.desk.withoutPasswordMore],
    [without(placed), t.desk.withoutClass, t.desk.withoutClassMore],
    [without(cared), t.desk.withoutParent, t.desk.withoutParentMore],
    [tabletsOf(rows, school.id).broken, t.desk.broken, t.desk.brokenMore],
  ];
  for (const [n, text, more] of duties) {
    if (n > 0) page.line([t.desk.title, more].join(' | '), `${n} ${text(n)} ${more}`);
  }
  const asked = rows
    .of('guardian_requests')
    .filter((one) => one.school_id === school.id && one.answer === null && fromStored(one.expires_at) > rows.now)
    .toSorted((a, b) => fromStored(a.expires_at) - fromStored(b.expires_at))
    .map((one) => t.desk.requestOf(rows.nameOf(one.student_id), one.username, format.day(fromStored(one.expires_at))));
  if (asked.length > 0) {
    const said = [asked.length, t.desk.requests(asked.length), ...asked].join(' ');
    page.line([t.desk.title, asked[0]].join(' | '), said);
  }
  if (classes.length === 0) throw new Error('a school without classes');
}

function tabletsOf(rows: RawRows, schoolId: number) {
  const lent = new Set(rows.of('tablets_students').flatMap((one) => one.lent_tablet_id ?? []));
  const all = rows.of('tablets').filter((one) => one.school_id === schoolId);
  const isBroken = (one: RawRow<'tablets'>) => one.condition !== 'functional';
  return {
    all: all.length,
    lent: all.filter(({ id }) => lent.has(id)).length,
    free: all.filter((one) => !lent.has(one.id) && !isBroken(one)).length,
    broken: all.filter(isBroken).length,
  };
}

/** The first of September or the first of February before a day: when a term began. */
function termOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), day.slice(5, 7)];
  if (month >= '09') return `${year}-09-01`;
  return month >= '02' ? `${year}-02-01` : `${year - 1}-09-01`;
}

function addTestsOf(page: PageFigures, rows: RawRows, { pupils, classes }: OwnSchool): void {
  const term = termOf(rows.dayBefore(0));
  for (const room of classes) {
    const sittings = rows
      .of('tests_students')
      .filter((one) => room.pupils.includes(one.student_id) && rows.dayOf(one.date) >= term);
    if (sittings.length === 0) continue;
    const graded = sittings.filter(({ phase, final_grade: grade }) => phase === 'released' && grade !== null);
    const known = new Set(graded.map((one) => one.student_id)).size;
    const mean = graded.reduce((sum, one) => sum + Number(one.final_grade), 0) / graded.length;
    const isAhead = (one: RawRow<'tests_students'>) =>
      one.phase === 'not begun' && fromStored(one.deadline ?? one.date) >= rows.now;
    page.row(t.desk.testsCaption, className(room), {
      [t.desk.set]: [new Set(sittings.map((one) => one.test_id)).size],
      [t.desk.coming]: [sittings.filter(isAhead).length],
      [t.desk.toMark]: [sittings.filter((one) => one.phase === 'submitted').length],
      [t.desk.toRelease]: [sittings.filter((one) => one.phase === 'marked').length],
      // Fewer than ten grades could be somebody's.
      [t.desk.average]: known < 10 ? t.desk.tooFew(known) : [Math.round(mean), known],
    });
  }
  const ahead = rows
    .of('tests_students')
    .filter((one) => pupils.has(one.student_id) && one.phase === 'not begun' && fromStored(one.date) >= rows.now);
  const next = [...Map.groupBy(ahead, (one) => one.test_id)]
    .map(([id, all]) => ({ id, all, first: Math.min(...all.map(({ date }) => fromStored(date))) }))
    .toSorted((a, b) => a.first - b.first || a.id - b.id);
  for (const { id, all, first } of next.slice(0, 5)) {
    const test = rows.one('tests', (one) => one.id === id);
    const course = rows.one('courses', (one) => one.id === test.course_id).name;
    const asked = new Set(all.map((one) => one.student_id)).size;
    page.line(
      [t.desk.tests, test.name].join(' | '),
      `${test.name} ${t.desk.nextTest(course, format.dateTime(first), asked)}`,
    );
  }
}

function addWeekOf(page: PageFigures, rows: RawRows, { pupils, classes }: OwnSchool): void {
  const [week, before] = [homeWithin(rows, pupils, 6, 0), homeWithin(rows, pupils, 13, 7)];
  page.stat(words.studiedThisWeek, [week.pupils, pupils.size], [before.pupils]);
  page.stat(words.sessions, [week.sessions], [before.sessions]);
  page.stat(words.time, [week.activeMs / 60_000], [before.activeMs / 60_000]);
  for (const room of classes) {
    const own = homeWithin(rows, room.pupils, 6, 0);
    page.row(words.classesCaption, className(room), {
      [words.size]: [room.pupils.length, room.capacity],
      [words.active]: room.pupils.length === 0 ? [] : [own.pupils, room.pupils.length],
      [words.sessions]: [own.sessions],
      [words.time]: [own.activeMs / 60_000],
    });
  }
}

/** Lessons that were held in the last thirty days, and the places in them. */
function addLessonsOf(page: PageFigures, rows: RawRows, { school }: OwnSchool): void {
  const since = rows.now - 30 * DAY;
  const rooms = new Set(rows.of('classes').flatMap((one) => (one.school_id === school.id ? [one.id] : [])));
  const held = new Set(rows.of('lessons').flatMap((one) => (rooms.has(one.class_id) ? [one.id] : [])));
  const sessions = new Map(
    rows.of('school_hours_study_sessions').flatMap((one) => (held.has(one.lesson_id) ? [[one.id, one.lesson_id]] : [])),
  );
  const places = rows
    .parts()
    .filter(({ kind, sessionId, at }) => kind === 'school' && sessions.has(sessionId) && at >= since);
  if (places.length === 0) return;
  const taken = places.filter(({ there }) => there).length;
  page.stat(t.schoolHours.schoolLessons, [new Set(places.map(({ sessionId }) => sessions.get(sessionId))).size], []);
  page.stat(t.schoolHours.schoolPlaces, [taken / places.length], [taken, places.length]);
}

function addModels(page: PageFigures, rows: RawRows, { school }: OwnSchool): void {
  const calls = callsOf(rows, school.id, rows.now - 30 * DAY);
  const read = sumOf(calls, ({ input_tokens: n }) => n);
  const written = sumOf(calls, ({ output_tokens: n }) => n);
  const priced = calls.filter((one) => one.cost_micros !== null);
  if (calls.length > 0) {
    page.stat(words.aiCalls, [calls.length]);
    page.stat(words.aiTokens, [read + written], [read, written]);
    const dollars = sumOf(priced, (one) => one.cost_micros ?? 0) / 1e6;
    const left = calls.length - priced.length;
    page.stat(words.aiCost, priced.length === 0 ? [] : [dollars], left > 0 && priced.length > 0 ? [left] : undefined);
  }
  page.stat(words.aiLimit, [school.daily_token_limit], []);
}

function callsOf(rows: RawRows, schoolId: number, since: Instant): RawRow<'model_calls'>[] {
  return rows.of('model_calls').filter((one) => one.school_id === schoolId && fromStored(one.at) >= since);
}

const sumOf = <Row>(all: readonly Row[], value: (row: Row) => number): number =>
  all.reduce((sum, row) => sum + value(row), 0);

export const SCHOOL: Recount = {
  page: '/school',
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const own = schoolOf(rows, rows.idOf('ruth'));
    const alerts = rows
      .of('safety_alerts')
      .filter((one) => one.school_id === own.school.id && one.acknowledged_at === null);
    const escalated = alerts.filter((one) => one.escalated_at !== null).length;
    if (alerts.length > 0) page.line('page', words.alertsCount(alerts.length, escalated));
    addDesk(page, rows, own);
    addTestsOf(page, rows, own);
    addWeekOf(page, rows, own);
    addLessonsOf(page, rows, own);
    const parents = rows.of('parents_students').filter((one) => one.status === 'verified' && isOf(rows, own, one));
    const managers = rows
      .of('class_managers')
      .filter((one) => one.school_id === own.school.id && isActive(rows, one.user_id));
    page.stat(words.pupils, [own.pupils.size]);
    page.stat(words.parents, [new Set(parents.map((one) => one.parent_id)).size]);
    page.stat(words.managers, [managers.length]);
    const tablets = tabletsOf(rows, own.school.id);
    page.stat(t.devices.filters.lent, [tablets.lent, tablets.all]);
    page.stat(t.devices.filters.free, [tablets.free]);
    page.stat(t.devices.filters.broken, [tablets.broken]);
    const imports = rows
      .of('audit_log')
      .filter((one) => one.school_id === own.school.id && one.action === 'import people')
      .toSorted((a, b) => b.id - a.id);
    for (const { details, at, actor_id: by } of imports.slice(0, 5)) {
      const { source, format: _, ...counts } = JSON.parse(details);
      const when = t.desk.importOf(format.dateTime(fromStored(at)), by === null ? null : rows.nameOf(by));
      page.line([t.desk.imports, source].join(' | '), `${source} ${when} ${t.desk.did(counts)}`);
    }
    addModels(page, rows, own);
    return [{ path: '/school', lines: true, figures: page.map }];
  },
};

const isActive = (rows: RawRows, id: number): boolean => rows.one('users', (one) => one.id === id).disabled_at === null;
const isOf = (rows: RawRows, { school }: OwnSchool, one: RawRow<'parents_students'>): boolean =>
  isActive(rows, one.parent_id) &&
  rows.one('students', ({ user_id: id }) => id === one.student_id).school_id === school.id;

/** A table of what models were used for, and the same as a file. */
function addUses(page: PageFigures, file: Map<string, Counted>, table: AiTable, uses: readonly Use[]): void {
  for (const [name, calls] of Map.groupBy(uses, (one) => one.name)) {
    const priced = calls.filter(({ call }) => call.cost_micros !== null);
    const tokens = sumOf(calls, ({ call }) => call.input_tokens + call.output_tokens);
    const dollars = sumOf(priced, ({ call }) => call.cost_micros ?? 0) / 1e6;
    page.row(own.tables[table], name, {
      [own.calls]: [calls.length],
      [own.tokens]: [tokens],
      [own.cost]: priced.length === 0 ? [] : [dollars],
    });
    const row = calls[0]?.inFile ?? name;
    file.set(`${row} | ${own.calls}`, [calls.length]);
    file.set(`${row} | ${own.tokens}`, [tokens]);
    file.set(`${row} | ${own.dollars}`, [dollars]);
    file.set(`${row} | ${own.withoutPrice}`, [calls.length - priced.length]);
  }
}

const own = t.schoolAi;
type AiTable = keyof typeof own.tables;
interface Use {
  call: RawRow<'model_calls'>;
  name: string;
  inFile?: string;
}

export const SCHOOL_AI: Recount = {
  page: '/school/ai',
  who: 'ruth',
  count: (rows) => {
    const page = new PageFigures();
    const { school } = schoolOf(rows, rows.idOf('ruth'));
    const all = callsOf(rows, school.id, 0);
    const month = all.filter((one) => rows.dayOf(one.at).slice(0, 7) === rows.dayBefore(0).slice(0, 7));
    const budget = rows.of('budgets').find((one) => one.school_id === school.id);
    const tokensOf = (calls: readonly RawRow<'model_calls'>[]) =>
      sumOf(calls, (one) => one.input_tokens + one.output_tokens);
    const microsOf = (calls: readonly RawRow<'model_calls'>[]) => sumOf(calls, (one) => one.cost_micros ?? 0);
    const limits = { micros: budget?.monthly_micros ?? null, tokens: budget?.monthly_tokens ?? null };
    const stops = (kind: 'class' | 'pupil') =>
      rows.of('budget_stops').filter((one) => one.school_id === school.id && one.kind === kind).length;
    page.stat(own.monthCost, [microsOf(month) / 1e6], limits.micros === null ? [] : [limits.micros / 1e6]);
    page.stat(own.monthTokens, [tokensOf(month)], limits.tokens === null ? [] : [limits.tokens]);
    page.stat(own.classesHeld, [stops('class')], []);
    page.stat(own.pupilsHeld, [stops('pupil')], []);
    const shares = [
      ...(limits.micros ? [microsOf(month) / limits.micros] : []),
      ...(limits.tokens ? [tokensOf(month) / limits.tokens] : []),
    ];
    if (shares.length > 0) page.line(own.month, [Math.max(...shares)]);
    const calls = all.filter((one) => rows.dayOf(one.at) >= rows.dayBefore(27));
    const priced = calls.filter((one) => one.cost_micros !== null);
    page.stat(own.calls, [calls.length]);
    page.stat(own.tokens, [tokensOf(calls)]);
    page.stat(own.cost, [microsOf(calls) / 1e6], [calls.length - priced.length]);
    page.stat(own.limit, [school.daily_token_limit], []);
    const names: Record<AiTable, (call: RawRow<'model_calls'>) => Omit<Use, 'call'>> = {
      day: ({ at }) => ({ name: format.calendarDay(rows.dayOf(at)), inFile: rows.dayOf(at) }),
      purpose: ({ purpose }) => ({ name: own.purposes[purpose] ?? purpose }),
      model: ({ model }) => ({ name: model }),
      class: ({ class_id: id }) => ({
        name: id === null ? own.noClass : rows.one('classes', (one) => one.id === id).name,
      }),
    };
    const files: Record<string, Map<string, Counted>> = {};
    for (const table of ['day', 'purpose', 'model', 'class'] as const) {
      const file = new Map<string, Counted>();
      addUses(
        page,
        file,
        table,
        calls.map((call) => ({ call, ...names[table](call) })),
      );
      files[`/school/ai.csv ${table}`] = file;
    }
    return [{ path: '/school/ai', lines: true, figures: page.map, files }];
  },
};
