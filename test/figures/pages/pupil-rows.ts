import { fromStored, type StoredInstant } from '../../../src/data/db/instants.ts';
import type { Instant } from '../../../src/shared/instant.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';

/** A session at home that began. */
export interface AtHome {
  id: number;
  courseId: number;
  start: Instant;
  day: string;
  lastAt: Instant;
  completed: boolean;
  activeMs: number;
}

const lengthOf = (from: StoredInstant, to: StoredInstant | null, now: Instant): number =>
  (to === null ? now : fromStored(to)) - fromStored(from);

/** A pupil's sessions at home that began, the newest first. */
export function sessionsAtHome(rows: RawRows, pupil: number): AtHome[] {
  const own = new Set(
    rows.of('home_sessions_students').flatMap((one) => (one.student_id === pupil ? [one.home_session_id] : [])),
  );
  return rows
    .of('home_hours_study_sessions')
    .flatMap((row): AtHome[] => {
      if (!own.has(row.id) || row.start_time === null) return [];
      const pauses = rows.of('home_hours_study_session_pauses').filter((one) => one.home_session_id === row.id);
      const paused = pauses.reduce(
        (sum, one) => sum + lengthOf(one.start_time, one.end_time ?? row.end_time, rows.now),
        0,
      );
      return [
        {
          id: row.id,
          courseId: row.course_id,
          start: fromStored(row.start_time),
          day: rows.dayOf(row.start_time),
          lastAt: fromStored(row.last_activity_at),
          completed: row.status === 'completed',
          activeMs: lengthOf(row.start_time, row.end_time, rows.now) - paused,
        },
      ];
    })
    .toSorted((a, b) => b.id - a.id);
}

/** Sessions at home that began in some days up to another day, both counted back from today. */
export function homeWithin(rows: RawRows, pupils: Iterable<number>, first: number, last: number) {
  const ids = [...pupils];
  const own = ids.map((id) =>
    sessionsAtHome(rows, id).filter(({ day }) => day >= rows.dayBefore(first) && day <= rows.dayBefore(last)),
  );
  const all = own.flat();
  return {
    sessions: all.length,
    pupils: own.filter(({ length }) => length > 0).length,
    activeMs: all.reduce((sum, { activeMs }) => sum + activeMs, 0),
  };
}

/** When a pupil last studied, at home or in a lesson; null: never. */
export function lastStudied(rows: RawRows, pupil: number): Instant | null {
  const home = sessionsAtHome(rows, pupil).map(({ start }) => start);
  const school = rows.parts().flatMap((part) => (part.studentId === pupil && part.there ? [part.at] : []));
  return [...home, ...school].toSorted((a, b) => b - a)[0] ?? null;
}

export interface UnitOf {
  courseId: number;
  course: string;
  name: string;
  weight: number;
  state: string;
  progress: number;
}

const isShown = (row: RawRow<'courses' | 'learning_units'>) => row.archived_at === null && row.draft_since === null;

/** The courses of a pupil that can be studied, by name, with the pupil's standing in each unit. */
export function coursesOf(rows: RawRows, pupil: number) {
  const own = new Set(rows.of('courses_students').flatMap((one) => (one.student_id === pupil ? [one.course_id] : [])));
  return rows
    .of('courses')
    .filter((course) => own.has(course.id) && isShown(course))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((course) => {
      const units = rows
        .of('learning_units')
        .filter((unit) => unit.course_id === course.id && isShown(unit))
        .toSorted((a, b) => a.position - b.position)
        .map((unit): UnitOf => {
          const standing = rows
            .of('learning_units_students')
            .find((one) => one.student_id === pupil && one.course_id === course.id && one.unit_name === unit.name);
          return {
            courseId: course.id,
            course: course.name,
            name: unit.name,
            weight: unit.weight,
            state: standing?.state ?? 'not started',
            progress: standing?.progress ?? 0,
          };
        });
      const whole = units.reduce((sum, { weight }) => sum + weight, 0);
      const done = units.reduce((sum, { weight, progress }) => sum + weight * progress, 0);
      return {
        id: course.id,
        name: course.name,
        subject: course.subject_name,
        units,
        known: units.filter(({ state }) => state === 'completed').length,
        progress: whole === 0 ? 0 : done / whole,
      };
    });
}

/** A pupil's sittings of tests that are still to be taken, the nearest first. */
export function comingTests(rows: RawRows, pupil: number) {
  return rows
    .of('tests_students')
    .filter(
      (one) =>
        one.student_id === pupil && one.phase === 'not begun' && fromStored(one.deadline ?? one.date) >= rows.now,
    )
    .toSorted((a, b) => fromStored(a.date) - fromStored(b.date))
    .map((one) => {
      const test = rows.one('tests', ({ id }) => id === one.test_id);
      return {
        testId: test.id,
        name: test.name,
        type: test.type,
        courseId: test.course_id,
        course: rows.one('courses', ({ id }) => id === test.course_id).name,
        days: rows.daysTo(fromStored(one.date)),
      };
    });
}
