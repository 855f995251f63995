import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { DAY, type Instant } from '../../../src/shared/instant.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { Part, RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, Recount } from '../recount.ts';
import { needsOf, noticed, openAlerts } from './needs.ts';
import { addLessons, addQuarters, addSessions, addStandings, addTests, addWeek } from './pupil-parts.ts';
import { coursesOf, homeWithin, lastStudied } from './pupil-rows.ts';

const t = messagesFor('en');
const words = t.staff;
const format = formatFor('en', machineTimeZone());
const SHOWN = { first: 8, sessions: 15, waiting: 6 };

const isActive = (rows: RawRows, id: number): boolean => rows.one('users', (one) => one.id === id).disabled_at === null;

const pupilsOf = (rows: RawRows, classId: number): number[] =>
  rows
    .of('classes_students')
    .flatMap((one) => (one.class_id === classId && isActive(rows, one.student_id) ? [one.student_id] : []))
    .toSorted((a, b) => (rows.nameOf(a) < rows.nameOf(b) ? -1 : 1));

const classesOf = (rows: RawRows, manager: number): RawRow<'classes'>[] => {
  const own = rows.of('classess_class_managers').filter((one) => one.class_manager_id === manager);
  return own.map(({ class_id: id }) => rows.one('classes', (one) => one.id === id));
};

/** Published guidance that is for a class and that nobody has read there as it is now. */
function unreadGuidance(rows: RawRows, room: RawRow<'classes'>): number {
  const { region } = rows.one('schools', ({ id }) => id === room.school_id);
  const members = new Set(
    rows.of('classes_students').flatMap((one) => (one.class_id === room.id ? [one.student_id] : [])),
  );
  const courses = rows.of('courses_students').flatMap((one) => (members.has(one.student_id) ? [one.course_id] : []));
  return rows.of('guidances').filter((guidance) => {
    const version = rows
      .of('guidance_versions')
      .filter((one) => one.guidance_id === guidance.id && one.published_at !== null)
      .toSorted((a, b) => b.number - a.number)[0];
    if (!version || guidance.withdrawn_at !== null) return false;
    const regions = rows.of('guidance_regions').filter((one) => one.version_id === version.id);
    const grades: string[] = JSON.parse(version.grades);
    const isTaught = courses.some((id) =>
      version.course_id === null ? rows.subjectOf(id) === guidance.subject_name : id === version.course_id,
    );
    const read = rows
      .of('guidance_standings')
      .find((one) => one.guidance_id === guidance.id && one.class_id === room.id);
    const isFor =
      regions.some((one) => one.region === region) && (grades.length === 0 || grades.includes(room.grade_level));
    return isFor && isTaught && (read === undefined || read.read_number < version.number);
  }).length;
}

/** Who needs somebody, and the numbers of why: alerts, reasons, what the teacher noticed. */
function addLookFirst(page: PageFigures, rows: RawRows, pupils: readonly number[]): void {
  const why = pupils.map((pupil) => {
    const [alerts, flags] = [openAlerts(rows, pupil), [...noticed(rows, pupil).values()]];
    const needs = needsOf(rows, pupil);
    const said = [...(alerts > 0 ? [alerts] : []), ...needs.flat(), ...flags];
    return { pupil, said, isNeeding: alerts + needs.length + flags.length > 0 };
  });
  const needing = why.filter(({ isNeeding }) => isNeeding);
  for (const { pupil, said } of needing) page.line([words.lookFirst, rows.nameOf(pupil)].join(' | '), said);
  if (needing.length > SHOWN.first) throw new Error('more than the page shows: say which of them come first');
}

function addPupils(page: PageFigures, rows: RawRows, room: RawRow<'classes'>, pupils: readonly number[]): void {
  for (const pupil of pupils) {
    const [week, before] = [homeWithin(rows, [pupil], 6, 0), homeWithin(rows, [pupil], 13, 7)];
    const units = coursesOf(rows, pupil).flatMap((course) => course.units);
    const known = units.filter(({ state }) => state === 'completed').length;
    const last = lastStudied(rows, pupil);
    const [name, caption] = [rows.nameOf(pupil), words.table(room.name)];
    page.row(caption, name, {
      [words.weekColumn]: week.sessions === 0 ? [] : [week.activeMs / 60_000, week.sessions],
      [words.weekBefore]: before.activeMs === 0 ? [] : [before.activeMs / 60_000],
      [words.mastered]: units.length === 0 ? [] : [known, units.length],
    });
    if (last !== null) page.line([caption, name, words.lastStudied].join(' | '), format.relativeDay(last, rows.now));
    const alerts = openAlerts(rows, pupil);
    page.line([caption, name, words.notes].join(' | '), alerts > 1 ? [alerts] : []);
  }
}

export const CLASS: Recount = {
  page: '/class',
  who: 'amir',
  count: (rows) => {
    const page = new PageFigures();
    const rooms = classesOf(rows, rows.idOf('amir'));
    const unread = rooms.reduce((sum, room) => sum + unreadGuidance(rows, room), 0);
    if (unread > 0) page.line('page', t.guidance.forClass.notice(unread));
    const waiting = waitingFor(rows, rows.idOf('amir'));
    for (const alert of waiting.slice(0, SHOWN.waiting)) {
      page.line([t.attention.onClass(waiting.length), rows.nameOf(alert.student_id)].join(' | '), restsOn(rows, alert));
    }
    if (waiting.length > 1) page.line(t.attention.onClass(waiting.length), [waiting.length]);
    for (const room of rooms) {
      const pupils = pupilsOf(rows, room.id);
      const week = homeWithin(rows, pupils, 6, 0);
      page.stat(words.studiedThisWeek, [week.pupils, pupils.length]);
      page.stat(words.sessions, [week.sessions], []);
      page.stat(words.time, [week.activeMs / 60_000], []);
      addLookFirst(page, rows, pupils);
      addPupils(page, rows, room, pupils);
    }
    return [{ path: '/class', lines: true, figures: page.map }];
  },
};

type Alert = RawRow<'attention_alerts'>;

/** What an alert rests on, counted from what the pupil did up to when it was seen last. */
function restsOn(rows: RawRows, { student_id: pupil, kind, seen_at: seen }: Alert): Counted {
  const now = fromStored(seen);
  const within = (from: number, to: Instant = now) =>
    rows.parts().filter(({ studentId, at }) => studentId === pupil && at >= now - from * DAY && at < to);
  const sum = (parts: readonly Part[], of: 'attempts' | 'correct') => parts.reduce((all, part) => all + part[of], 0);
  switch (kind) {
    case 'absence': {
      const places = within(28).filter((part) => part.kind === 'school');
      return [places.filter((part) => !part.there).length, places.length];
    }
    case 'decline': {
      const [recent, before] = [within(14), within(56, now - 14 * DAY)];
      return [recent, before].flatMap((parts) => [sum(parts, 'correct'), sum(parts, 'attempts')]);
    }
    case 'inactivity': {
      const last = within(56).filter((part) => part.there);
      const { created_at: created } = rows.one('users', ({ id }) => id === pupil);
      const known = Math.min(56, Math.floor((now - fromStored(created)) / DAY));
      const days = last.length === 0 ? known : Math.floor((now - Math.max(...last.map(({ at }) => at))) / DAY);
      return [Math.min(days, known)];
    }
    case 'no homework':
      return [within(28).filter((part) => part.kind === 'school' && part.there).length];
    case 'low feelings': {
      const said = within(21).flatMap(({ feelingBefore }) => feelingBefore ?? []);
      return [said.filter((one) => one === 'negative' || one === 'extreme').length, said.length];
    }
  }
}

const ofManager = (rows: RawRows, manager: number): Alert[] => {
  const pupils = new Set(
    classesOf(rows, manager).flatMap(({ id }) =>
      rows.of('classes_students').flatMap((one) => (one.class_id === id ? [one.student_id] : [])),
    ),
  );
  return rows.of('attention_alerts').filter((one) => pupils.has(one.student_id));
};

const isWaiting = (rows: RawRows, one: Alert): boolean =>
  one.closed_at === null &&
  (one.acknowledged_at === null || (one.snoozed_until !== null && fromStored(one.snoozed_until) <= rows.now));

const bySeverity = (a: Alert, b: Alert): number => b.severity - a.severity || a.id - b.id;

const waitingFor = (rows: RawRows, manager: number): Alert[] =>
  ofManager(rows, manager)
    .filter((one) => isWaiting(rows, one))
    .toSorted(bySeverity);

function attentionPage(rows: RawRows, seen: readonly Alert[], raised: readonly Alert[]): PageFigures {
  const page = new PageFigures();
  const closed = seen
    .filter((one) => one.closed_at !== null)
    .toSorted((a, b) => fromStored(b.closed_at ?? b.seen_at) - fromStored(a.closed_at ?? a.seen_at) || b.id - a.id);
  const open = seen.filter((one) => one.closed_at === null).toSorted(bySeverity);
  const [waiting, taken] = [open.filter((one) => isWaiting(rows, one)), open.filter((one) => !isWaiting(rows, one))];
  for (const one of [...waiting, ...taken, ...closed]) page.line(rows.nameOf(one.student_id), restsOn(rows, one));
  for (const [kind, all] of Map.groupBy(raised, (one) => one.kind)) {
    const wrong = all.filter((one) => one.closed_because === 'false alarm').length;
    page.row(t.attention.rates, t.attention.kinds[kind], {
      [t.attention.raised]: [all.length],
      [t.attention.falseAlarms]: [wrong],
      [t.attention.share]: all.length < 5 ? [] : [wrong / all.length],
    });
  }
  return page;
}

export const ATTENTION_OF_CLASS: Recount = {
  page: '/class/attention',
  who: 'amir',
  count: (rows) => {
    const own = ofManager(rows, rows.idOf('amir'));
    return [{ path: '/class/attention', lines: true, figures: attentionPage(rows, own, own).map }];
  },
};

export const ATTENTION_OF_SCHOOL: Recount = {
  page: '/class/attention',
  who: 'ruth',
  count: (rows) => {
    const school = rows.one('schools', (one) => one.school_manager_id === rows.idOf('ruth'));
    const own = rows.of('attention_alerts').filter((one) => one.school_id === school.id);
    const seen = own.filter((one) => one.escalated_at !== null);
    return [{ path: '/class/attention', lines: true, figures: attentionPage(rows, seen, own).map }];
  },
};

function pupilPage(rows: RawRows, pupil: number) {
  const page = new PageFigures();
  const last = lastStudied(rows, pupil);
  if (last !== null) page.line('page', words.lastSeen(format.relativeDay(last, rows.now)));
  addWeek(page, rows, pupil, t.report.week);
  addStandings(page, rows, pupil);
  addTests(page, rows, pupil);
  addLessons(page, rows, pupil);
  addQuarters(page, rows, pupil, 'all');
  addSessions(page, rows, pupil, SHOWN.sessions);
  return { path: `/class/students/${pupil}`, lines: true, figures: page.map };
}

export const PUPILS_OF_CLASS: Recount = {
  page: '/class/students/:id',
  who: 'amir',
  count: (rows) =>
    classesOf(rows, rows.idOf('amir')).flatMap(({ id }) => pupilsOf(rows, id).map((pupil) => pupilPage(rows, pupil))),
};
