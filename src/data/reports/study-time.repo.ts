import { type Expression, sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import { millisecondsBetween } from '../db/sql.ts';

/** Sessions that began in a window of time, and how long was studied in them. */
export interface StudyTime {
  sessions: number;
  /** Pupils who began one. */
  pupils: number;
  /** End − start less pauses; what runs counts up to now. */
  activeMs: number;
}

/** From the first moment up to, not with, the second. */
export interface Window {
  from: Instant;
  to: Instant;
}

interface Row {
  key: number | string;
  sessions: number;
  pupils: number;
  ms: number;
}

/**
 * Time studied, summed by the database. Two queries a question, however many sessions: what was between start and end, and what
 * of it was pause. Only the sessions of the window are read.
 */
export class StudyTimeRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** By pupil; who began no session is left out. */
  async byStudent(studentIds: readonly number[], window: Window, now: Instant): Promise<Map<number, StudyTime>> {
    if (studentIds.length === 0) return new Map();
    const found = await this.#sum(window, now, sql.ref('p.student_id'), (query) =>
      query.where('p.student_id', 'in', [...studentIds]),
    );
    return byNumber(found);
  }

  /** By class of a school. */
  async byClass(schoolId: number, window: Window, now: Instant): Promise<Map<number, StudyTime>> {
    const found = await this.#sum(window, now, sql.ref('member.class_id'), (query) =>
      query.where('class.school_id', '=', schoolId),
    );
    return byNumber(found);
  }

  /** Of a whole school; each pupil once, whatever the classes. */
  async ofSchool(schoolId: number, window: Window, now: Instant): Promise<StudyTime> {
    const found = await this.#sum(window, now, sql.ref('pupil.school_id'), (query) =>
      query.where('pupil.school_id', '=', schoolId),
    );
    return found.get(String(schoolId)) ?? { sessions: 0, pupils: 0, activeMs: 0 };
  }

  /** By school and subject, under `schoolId/subject`. */
  async bySchoolAndSubject(
    schoolIds: readonly number[],
    subjects: readonly string[],
    window: Window,
    now: Instant,
  ): Promise<Map<string, StudyTime>> {
    if (schoolIds.length === 0 || subjects.length === 0) return new Map();
    const key =
      this.#db.dialect === 'sqlite'
        ? sql<string>`pupil.school_id || '/' || course.subject_name`
        : sql<string>`concat(pupil.school_id, '/', course.subject_name)`;
    return this.#sum(window, now, key, (query) =>
      query.where('pupil.school_id', 'in', [...schoolIds]).where('course.subject_name', 'in', [...subjects]),
    );
  }

  /** When each pupil last did something in a session; who never opened one is left out. */
  async lastActivity(studentIds: readonly number[]): Promise<Map<number, Instant>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('home_hours_study_sessions as s')
        .innerJoin(
          (from) =>
            from
              .selectFrom('home_sessions_students')
              .select(({ fn }) => ['student_id', fn.max('home_session_id').as('session_id')])
              .where('student_id', 'in', [...studentIds])
              .groupBy('student_id')
              .as('newest'),
          (join) => join.onRef('newest.session_id', '=', 's.id'),
        )
        .select(['newest.student_id as studentId', 's.last_activity_at as at'])
        .execute(),
    );
    return new Map(rows.map((row) => [row.studentId, fromStored(row.at)]));
  }

  async #sum(
    window: Window,
    now: Instant,
    key: Expression<unknown>,
    narrow: (query: Sessions) => Sessions,
  ): Promise<Map<string, StudyTime>> {
    const until = sql<StoredInstant>`coalesce(s.end_time, ${toStored(now)})`;
    const whole = millisecondsBetween(this.#db.dialect, sql.ref('s.start_time'), until);
    const pauseEnd = sql<StoredInstant>`coalesce(pause.end_time, s.end_time, ${toStored(now)})`;
    const paused = millisecondsBetween(this.#db.dialect, sql.ref('pause.start_time'), pauseEnd);
    // Each session once, whatever it was joined with.
    const begun = await this.#db.run((db) =>
      db
        .selectFrom(
          narrow(sessionsIn(db, window))
            .select([sql<string>`${key}`.as('key'), 's.id', 'p.student_id', whole.as('ms')])
            .distinct()
            .as('begun'),
        )
        .select(({ fn }) => [
          'begun.key',
          fn.countAll<number>().as('sessions'),
          fn.count<number>('begun.student_id').distinct().as('pupils'),
          fn.sum<number>('begun.ms').as('ms'),
        ])
        .groupBy('begun.key')
        .execute(),
    );
    const pauses = await this.#db.run((db) =>
      db
        .selectFrom(
          narrow(sessionsIn(db, window))
            .innerJoin('home_hours_study_session_pauses as pause', 'pause.home_session_id', 's.id')
            .select([sql<string>`${key}`.as('key'), 'pause.id', paused.as('ms')])
            .distinct()
            .as('paused'),
        )
        .select(({ fn }) => ['paused.key', fn.sum<number>('paused.ms').as('ms')])
        .groupBy('paused.key')
        .execute(),
    );
    return merge(begun, new Map(pauses.map((row) => [String(row.key), Number(row.ms)])));
  }
}

function merge(begun: readonly Row[], paused: ReadonlyMap<string, number>): Map<string, StudyTime> {
  return new Map(
    begun.map((row) => {
      const key = String(row.key);
      const activeMs = Math.max(0, Math.round(Number(row.ms) - (paused.get(key) ?? 0)));
      return [key, { sessions: Number(row.sessions), pupils: Number(row.pupils), activeMs }];
    }),
  );
}

function byNumber(found: ReadonlyMap<string, StudyTime>): Map<number, StudyTime> {
  return new Map([...found].map(([key, time]) => [Number(key), time]));
}

/** Sessions that began in the window, with pupil, course and classes; the first two conditions are there for the index. */
function sessionsIn(db: Handle, { from, to }: Window) {
  return db
    .selectFrom('home_hours_study_sessions as s')
    .innerJoin('home_sessions_students as p', 'p.home_session_id', 's.id')
    .innerJoin('students as pupil', 'pupil.user_id', 'p.student_id')
    .innerJoin('courses as course', 'course.id', 's.course_id')
    .leftJoin('classes_students as member', 'member.student_id', 'p.student_id')
    .leftJoin('classes as class', 'class.id', 'member.class_id')
    .where('s.status', 'in', ['active', 'paused', 'completed'])
    .where('s.last_activity_at', '>=', toStored(from))
    .where('s.start_time', '>=', toStored(from))
    .where('s.start_time', '<', toStored(to));
}

type Sessions = ReturnType<typeof sessionsIn>;
