import { fromStored } from '../../../src/data/db/instants.ts';
import { machineTimeZone, wallClock } from '../../../src/shared/calendar.ts';
import { MINUTE } from '../../../src/shared/instant.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';
import { membersOf } from './analytics.ts';
import { termOf } from './region.ts';

const words = messagesFor('en').attendance;
const format = formatFor('en', machineTimeZone());
const LESSONS_SHOWN = 10;
const REASONS = ['sick', 'excused', 'unexcused'] as const;

type Place = RawRow<'school_sessions_students'>;

/** Whole minutes from three on that somebody came late; nobody who was away is late. */
function minutesLate({ is_attendant: there, joined_at: joined }: Place, start: number): number {
  const late = joined === null ? 0 : fromStored(joined) - start;
  return there === 1 && late >= 3 * MINUTE ? Math.floor(late / MINUTE) : 0;
}

/** The lessons of a class that were held, the newest first, and each pupil's place in them. */
function heldIn(rows: RawRows, classId: number) {
  return rows
    .of('lessons')
    .filter((one) => one.class_id === classId && one.state === 'completed' && one.start_time !== null)
    .map((lesson) => {
      const sessions = new Set(
        rows.of('school_hours_study_sessions').flatMap((one) => (one.lesson_id === lesson.id ? [one.id] : [])),
      );
      const places = rows.of('school_sessions_students').filter((one) => sessions.has(one.school_session_id));
      const course = rows.of('courses').find(({ id }) => id === lesson.course_id)?.name ?? null;
      return { id: lesson.id, start: fromStored(lesson.start_time ?? lesson.created_at), course, places };
    })
    .toSorted((a, b) => b.start - a.start || b.id - a.id);
}

function pageOf(rows: RawRows, classId: number): PageToCount {
  const [page, file] = [new PageFigures(), new Map<string, Counted>()];
  const held = heldIn(rows, classId);
  const [year, month, day] = termOf(rows).split('-').map(Number);
  const since = new Date(year ?? 0, (month ?? 1) - 1, day).getTime();
  for (const pupil of membersOf(rows, classId)) {
    const name = rows.nameOf(pupil);
    const own = held.map(({ start, places }) => ({ start, place: places.find((one) => one.student_id === pupil) }));
    const counted = own.flatMap(({ start, place }) => (place && start >= since ? [{ start, place }] : []));
    const there = counted.filter(({ place }) => place.is_attendant === 1).length;
    const late = counted.filter(({ start, place }) => minutesLate(place, start) > 0).length;
    const of = (reason: (typeof REASONS)[number]) =>
      counted.filter(({ place }) => place.attendance_reason === reason).length;
    const unsaid = counted.length - there - REASONS.reduce((sum, reason) => sum + of(reason), 0);
    const away = [...REASONS.map((reason) => [of(reason), reason] as const), [unsaid, 'absent'] as const];
    const said = away.flatMap(([times, why]) => (times > 0 ? [`${times} ${words.cells[why]}`] : []));
    const isCounted = counted.length > 0;
    page.row(words.classTitle, name, {
      [words.rate]: isCounted ? [there / counted.length, there, counted.length] : [],
      [words.lateCount]: isCounted ? [late] : [],
    });
    page.line([words.classTitle, name, words.reasonsCount].join(' | '), said.join(' · '));
    file.set(`${name} | ${words.rate}`, isCounted ? [there, counted.length] : []);
    file.set(`${name} | ${words.lateCount}`, isCounted ? [late] : []);
    for (const reason of REASONS) file.set(`${name} | ${words.marks[reason]}`, isCounted ? [of(reason)] : []);
    for (const [at, { start, place }] of own.entries()) {
      const minutes = place ? minutesLate(place, start) : 0;
      const isLate = minutes > 0 ? [minutes] : [];
      if (at < LESSONS_SHOWN) page.line([words.classTitle, name, format.date(start)].join(' | '), isLate);
      const when = wallClock(start, machineTimeZone()).replace('T', ' ');
      file.set(`${name} | ${words.lessonOf(when, held[at]?.course ?? null)}`, isLate);
    }
  }
  return {
    path: `/classroom/attendance?class=${classId}`,
    lines: true,
    figures: page.map,
    files: { '/classroom/attendance.csv': file },
  };
}

export const ATTENDANCE: Recount = {
  page: '/classroom/attendance',
  who: 'amir',
  count: (rows) =>
    rows
      .of('classess_class_managers')
      .filter((one) => one.class_manager_id === rows.idOf('amir'))
      .map(({ class_id: id }) => pageOf(rows, id)),
};
