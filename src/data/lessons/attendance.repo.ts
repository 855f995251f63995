import type { AbsenceReason, Attendance, AttendancePlace } from '../../domain/lessons/attendance.ts';
import { LATE_AFTER } from '../../domain/lessons/need.ts';
import type { SchoolSessionType } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { millisecondsBetween } from '../db/sql.ts';
import { selectPlaces, toPlace } from './class-places.ts';

/** A place in a lesson of a pupil who is in its class now. */
export interface StoredPlace extends AttendancePlace {
  studentId: number;
  name: string;
  sessionId: number;
  /** Of the group; empty for a pupil on their own. */
  group: string;
}

export interface StoredChange extends Attendance {
  id: number;
  studentId: number;
  /** Who said so; null: the pupil joined. */
  by: string | null;
  at: Instant;
}

/** A lesson that is over, as a column of the weeks. */
export interface LessonHeld {
  id: number;
  type: SchoolSessionType;
  course: string | null;
  start: Instant;
}

export interface HeldPlace extends Attendance {
  lessonId: number;
  studentId: number;
  joinedAt: Instant | null;
}

/** What a pupil's places in lessons come to. */
export interface AttendanceCount {
  studentId: number;
  places: number;
  there: number;
  late: number;
  sick: number;
  excused: number;
  unexcused: number;
}

/** Who was at lessons: of one lesson, and of a class over the weeks. Pupils who have left the class are in none of it. */
export class AttendanceRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The places of a lesson, by name. */
  async places(lessonId: number): Promise<StoredPlace[]> {
    const rows = await this.#db.run((db) =>
      selectPlaces(db, lessonId)
        .select('own.attendance_reason as reason')
        .select(({ selectFrom }) =>
          selectFrom('attendance_changes as change')
            .select(({ fn }) => fn.max('change.id').as('last'))
            .whereRef('change.school_session_id', '=', 'own.school_session_id')
            .whereRef('change.student_id', '=', 'own.student_id')
            .as('lastChange'),
        )
        .execute(),
    );
    return rows.map(toPlace);
  }

  /** What was said of who was at a lesson, the oldest first. */
  async changes(lessonId: number): Promise<StoredChange[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions as session')
        .innerJoin('attendance_changes as change', 'change.school_session_id', 'session.id')
        .leftJoin('users as author', 'author.id', 'change.by_id')
        .select(['change.id', 'change.student_id as studentId', 'change.is_attendant'])
        .select(['change.attendance_reason as reason', 'change.at', 'author.first_name', 'author.last_name'])
        .where('session.lesson_id', '=', lessonId)
        .orderBy('change.id')
        .execute(),
    );
    return rows.map(({ is_attendant, at, first_name, last_name, ...row }) => ({
      ...row,
      attended: is_attendant === 1,
      by: first_name === null ? null : `${first_name} ${last_name}`,
      at: fromStored(at),
    }));
  }

  /** Says the same of these pupils of a lesson, and keeps what was said before. A pupil has one place in a lesson. */
  async set(
    places: readonly Pick<StoredPlace, 'sessionId' | 'studentId'>[],
    { attended, reason }: Attendance,
    byId: number,
    now: Instant,
  ): Promise<void> {
    if (places.length === 0) return;
    const set = { is_attendant: attended ? 1 : 0, attendance_reason: reason };
    const sessions = [...new Set(places.map(({ sessionId }) => sessionId))];
    const pupils = places.map(({ studentId }) => studentId);
    await this.#db.tx(async (db) => {
      await db
        .updateTable('school_sessions_students')
        .set(set)
        .where('school_session_id', 'in', sessions)
        .where('student_id', 'in', pupils)
        .execute();
      const about = { ...set, by_id: byId, at: toStored(now) };
      const rows = places.map(({ sessionId: school_session_id, studentId: student_id }) => {
        return { school_session_id, student_id, ...about };
      });
      await db.insertInto('attendance_changes').values(rows).execute();
      await countSessions(this.#db, 'school', sessions);
    });
  }

  /** Lessons of a class that were held, the newest first; `before` is the beginning of one to page on from. */
  async lessonsHeld(classId: number, limit: number, before?: Instant): Promise<LessonHeld[]> {
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('lessons')
        .leftJoin('courses', 'courses.id', 'lessons.course_id')
        .select(['lessons.id', 'lessons.type', 'courses.name as course', 'lessons.start_time'])
        .where('lessons.class_id', '=', classId)
        .where('lessons.state', '=', 'completed')
        .where('lessons.start_time', 'is not', null)
        .orderBy('lessons.start_time', 'desc')
        .orderBy('lessons.id', 'desc')
        .limit(limit);
      return (before === undefined ? query : query.where('lessons.start_time', '<', toStored(before))).execute();
    });
    return rows.map(({ start_time, ...row }) => ({ ...row, start: fromStoredOrNull(start_time) ?? 0 }));
  }

  /** Everybody's places in these lessons. */
  async placesIn(lessonIds: readonly number[]): Promise<HeldPlace[]> {
    if (lessonIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions as session')
        .innerJoin('school_sessions_students as own', 'own.school_session_id', 'session.id')
        .select(['session.lesson_id as lessonId', 'own.student_id as studentId', 'own.joined_at'])
        .select(['own.is_attendant', 'own.attendance_reason as reason'])
        .where('session.lesson_id', 'in', [...lessonIds])
        .execute(),
    );
    return rows.map(({ joined_at, is_attendant, ...row }) => {
      return { ...row, joinedAt: fromStoredOrNull(joined_at), attended: is_attendant === 1 };
    });
  }

  /** What the places of each pupil in lessons of a class that began since then come to. */
  async countsOf(classId: number, since: Instant): Promise<AttendanceCount[]> {
    const { dialect } = this.#db;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('lessons')
        .innerJoin('school_hours_study_sessions as session', 'session.lesson_id', 'lessons.id')
        .innerJoin('school_sessions_students as own', 'own.school_session_id', 'session.id')
        .select(({ fn, eb, ref }) => {
          const because = (reason: AbsenceReason) =>
            fn.sum<number>(eb.case().when('own.attendance_reason', '=', reason).then(1).else(0).end()).as(reason);
          const late = millisecondsBetween(dialect, ref('lessons.start_time'), ref('own.joined_at'));
          return [
            'own.student_id as studentId',
            fn.countAll<number>().as('places'),
            fn.sum<number>('own.is_attendant').as('there'),
            fn
              .sum<number>(
                eb
                  .case()
                  .when(eb.and([eb('own.is_attendant', '=', 1), eb(late, '>=', LATE_AFTER)]))
                  .then(1)
                  .else(0)
                  .end(),
              )
              .as('late'),
            because('sick'),
            because('excused'),
            because('unexcused'),
          ];
        })
        .where('lessons.class_id', '=', classId)
        .where('lessons.state', '=', 'completed')
        .where('lessons.start_time', '>=', toStored(since))
        .groupBy('own.student_id')
        .execute(),
    );
    return rows.map((row) => ({
      studentId: row.studentId,
      places: Number(row.places),
      there: Number(row.there),
      late: Number(row.late),
      sick: Number(row.sick),
      excused: Number(row.excused),
      unexcused: Number(row.unexcused),
    }));
  }
}
