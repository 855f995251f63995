import { isLive, type Pause, type SchoolSessionType } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import type { SessionUnit } from '../study-session/home-session.repo.ts';
import type { TaughtSession, TaughtSessions } from '../study-session/taught-session.ts';
import type { PausedBy } from './lesson-session.repo.ts';

/** A pupil's place in a session of a lesson, for the talk with the teacher. */
export interface TaughtLesson extends TaughtSession {
  kind: 'school';
  type: SchoolSessionType;
  lessonId: number;
  /** Of a group; empty for a pupil on their own. */
  name: string;
  pausedBy: PausedBy | null;
  /** The class manager who answers in the teacher's place. */
  takenOverBy: number | null;
  joinedAt: Instant | null;
  /** The pupil has left the class while it ran: for them it is over. */
  left: boolean;
  handRaisedAt: Instant | null;
}

const FOUND = prepared((db, { id, studentId }: { id: number; studentId: number }) =>
  db
    .selectFrom('school_sessions_students as own')
    .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
    .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
    .leftJoin('live_sessions as live', (join) =>
      join
        .onRef('live.student_id', '=', 'own.student_id')
        .onRef('live.session_id', '=', 'session.id')
        .on('live.kind', '=', 'school'),
    )
    .select(['live.session_id as place', 'lessons.planned_end'])
    .select(['session.id', 'session.type', 'session.status', 'session.course_id', 'session.teacher_id'])
    .select(['session.lesson_id', 'session.name', 'session.planned_duration_minutes', 'session.start_time'])
    .select(['session.end_time', 'session.paused_by', 'session.taken_over_by'])
    .select(['own.student_id', 'own.emotional_state_before', 'own.joined_at', 'own.hand_raised_at'])
    .where('own.school_session_id', '=', id)
    .where('own.student_id', '=', studentId),
);

const UNITS = prepared((db, { id, studentId }: { id: number; studentId: number }) =>
  db
    .selectFrom('learning_units_school_sessions as unit')
    .leftJoin('learning_units_school_sessions_students as own', (join) =>
      join
        .onRef('own.school_session_id', '=', 'unit.school_session_id')
        .onRef('own.course_id', '=', 'unit.course_id')
        .onRef('own.unit_name', '=', 'unit.unit_name')
        .on('own.student_id', '=', studentId),
    )
    .select(['unit.unit_name as unitName', 'own.mastery_before as masteryBefore'])
    .where('unit.school_session_id', '=', id)
    .orderBy('unit.position'),
);

const TOUCH = preparedChange((db, { id, now }: { id: number; now: ReturnType<typeof toStored> }) =>
  db
    .updateTable('school_hours_study_sessions')
    .set({ last_activity_at: now })
    .where('id', '=', id)
    .where('status', '=', 'active'),
);

/** Sessions of lessons as the talk sees them, each with the place of one pupil. */
export class TaughtLessonRepo implements TaughtSessions<TaughtLesson> {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The session if it is this pupil's. To who has not joined it is still to begin, though others of the group are in it. */
  async findOfPupil(id: number, studentId: number): Promise<TaughtLesson | undefined> {
    const row = await FOUND.first(this.#db, { id, studentId });
    if (!row) return undefined;
    const left = isLive(row.status) && row.place === null;
    return {
      kind: 'school',
      id: row.id,
      studentId: row.student_id,
      type: row.type,
      status: left ? 'completed' : isLive(row.status) && row.joined_at === null ? 'pending' : row.status,
      left,
      courseId: row.course_id ?? 0,
      teacherId: row.teacher_id,
      lessonId: row.lesson_id,
      name: row.name,
      plannedMinutes: row.planned_duration_minutes,
      endsAt: fromStoredOrNull(row.planned_end),
      start: fromStoredOrNull(row.start_time),
      end: fromStoredOrNull(row.end_time),
      feelingBefore: row.emotional_state_before ?? 'neutral',
      pausedBy: row.paused_by,
      takenOverBy: row.taken_over_by,
      joinedAt: fromStoredOrNull(row.joined_at),
      handRaisedAt: fromStoredOrNull(row.hand_raised_at),
    };
  }

  async touch(id: number, now: Instant): Promise<boolean> {
    return (await TOUCH(this.#db, { id, now: toStored(now) })).changed === 1;
  }

  async listUnits(id: number, studentId: number): Promise<SessionUnit[]> {
    return UNITS.all(this.#db, { id, studentId });
  }

  async pausesOf(ids: readonly number[]): Promise<Map<number, Pause[]>> {
    const found = new Map<number, Pause[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return found;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_session_pauses')
        .select(['school_session_id', 'start_time', 'end_time'])
        .where('school_session_id', 'in', [...ids])
        .orderBy('id')
        .execute(),
    );
    for (const { school_session_id: id, start_time: start, end_time: end } of rows) {
      found.get(id)?.push({ start: fromStored(start), end: fromStoredOrNull(end) });
    }
    return found;
  }
}
