import type { AbsenceReason } from '../../domain/lessons/attendance.ts';
import type { SchoolSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, toStored } from '../db/instants.ts';
import type { SessionFeedback } from '../study-session/home-session.repo.ts';
import type { PausedBy } from './lesson-session.repo.ts';

/** Where a pupil is expected, or is: the lesson that runs for them. */
export interface LivePlace {
  sessionId: number;
  lessonId: number;
  type: SchoolSessionType;
  status: SessionStatus;
  pausedBy: PausedBy | null;
  lessonState: SessionStatus;
  eyesUp: boolean;
  className: string;
  classManager: string;
  courseName: string | null;
  plannedEnd: Instant | null;
  joinedAt: Instant | null;
  /** The class manager who answers in the teacher's place. */
  takenOverBy: number | null;
  handRaisedAt: Instant | null;
}

export interface LessonFacts {
  className: string;
  classManager: string;
  state: SessionStatus;
  endsAt: Instant | null;
  eyesUp: boolean;
  /** What a talk is about. */
  topic: string | null;
  /** The class manager who answers in the teacher's place. */
  answeredBy: string | null;
}

/** Pupils' places in sessions of lessons: who joined, how they felt, whose hand is up. */
export class LessonPlaceRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The lesson in which the pupil has a place now. */
  async findLive(studentId: number): Promise<LivePlace | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('live_sessions as live')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'live.session_id')
        .innerJoin('school_sessions_students as own', (join) =>
          join.onRef('own.school_session_id', '=', 'session.id').onRef('own.student_id', '=', 'live.student_id'),
        )
        .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
        .innerJoin('classes', 'classes.id', 'lessons.class_id')
        .innerJoin('users as manager', 'manager.id', 'lessons.class_manager_id')
        .leftJoin('courses', 'courses.id', 'session.course_id')
        .select(['session.id as sessionId', 'session.lesson_id as lessonId', 'session.type', 'own.joined_at'])
        .select(['session.status', 'session.paused_by as pausedBy', 'lessons.eyes_up'])
        .select(['lessons.state as lessonState', 'lessons.planned_end', 'classes.name as className'])
        .select(['manager.first_name', 'manager.last_name', 'courses.name as courseName'])
        .select(['session.taken_over_by as takenOverBy', 'own.hand_raised_at'])
        .where('live.kind', '=', 'school')
        .where('live.student_id', '=', studentId)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { first_name, last_name, planned_end, joined_at, eyes_up, hand_raised_at, ...place } = row;
    const times = { plannedEnd: fromStoredOrNull(planned_end), joinedAt: fromStoredOrNull(joined_at) };
    const handRaisedAt = fromStoredOrNull(hand_raised_at);
    return { ...place, eyesUp: eyes_up === 1, classManager: `${first_name} ${last_name}`, ...times, handRaisedAt };
  }

  /** What a pupil's page says of the lesson around their session. */
  async findFacts(sessionId: number): Promise<LessonFacts | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('school_hours_study_sessions as session')
        .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
        .innerJoin('classes', 'classes.id', 'lessons.class_id')
        .innerJoin('users as manager', 'manager.id', 'lessons.class_manager_id')
        .select([
          'lessons.state',
          'lessons.planned_end',
          'lessons.eyes_up',
          'lessons.plan',
          'classes.name as className',
        ])
        .leftJoin('users as holder', 'holder.id', 'session.taken_over_by')
        .select(['holder.first_name as holderFirst', 'holder.last_name as holderLast'])
        .select(['manager.first_name', 'manager.last_name'])
        .where('session.id', '=', sessionId)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const classManager = `${row.first_name} ${row.last_name}`;
    const { className, state } = row;
    const { topic = null }: { topic?: string | null } = JSON.parse(row.plan);
    const endsAt = fromStoredOrNull(row.planned_end);
    const answeredBy = row.holderFirst === null ? null : `${row.holderFirst} ${row.holderLast}`;
    return { className, classManager, state, endsAt, eyesUp: row.eyes_up === 1, topic, answeredBy };
  }

  /** Who has joined a session, by first name. */
  async listJoined(sessionId: number): Promise<{ id: number; firstName: string }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('users', 'users.id', 'own.student_id')
        .select(['users.id', 'users.first_name as firstName'])
        .where('own.school_session_id', '=', sessionId)
        .where('own.joined_at', 'is not', null)
        .orderBy('users.first_name')
        .orderBy('users.id')
        .execute(),
    );
  }

  /** Those of them who have not left the class since, with what remote models call them. */
  async listMembers(sessionId: number): Promise<{ id: number; firstName: string; pseudonym: string }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('users', 'users.id', 'own.student_id')
        .innerJoin('students', 'students.user_id', 'own.student_id')
        .innerJoin('live_sessions as live', (join) =>
          join
            .onRef('live.student_id', '=', 'own.student_id')
            .onRef('live.session_id', '=', 'own.school_session_id')
            .on('live.kind', '=', 'school'),
        )
        .select(['users.id', 'users.first_name as firstName', 'students.pseudonym'])
        .where('own.school_session_id', '=', sessionId)
        .where('own.joined_at', 'is not', null)
        .orderBy('users.first_name')
        .orderBy('users.id')
        .execute(),
    );
  }

  /** Who has joined these sessions and has a place in them still. */
  async listSeated(sessionIds: readonly number[]): Promise<number[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('live_sessions as live')
        .innerJoin('school_sessions_students as own', (join) =>
          join.onRef('own.school_session_id', '=', 'live.session_id').onRef('own.student_id', '=', 'live.student_id'),
        )
        .select('live.student_id')
        .where('live.kind', '=', 'school')
        .where('live.session_id', 'in', [...sessionIds])
        .where('own.joined_at', 'is not', null)
        .orderBy('live.student_id')
        .execute(),
    );
    return rows.map(({ student_id }) => student_id);
  }

  /** Lets a pupil join: who joins attends. False: they have joined before. */
  async join(sessionId: number, studentId: number, feeling: EmotionalState, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('school_sessions_students')
        .set({
          joined_at: toStored(now),
          emotional_state_before: feeling,
          is_attendant: 1,
          attendance_reason: null,
        })
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .where('joined_at', 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Begins a session whose first pupil has come. False: it had begun, or is over. */
  async begin(sessionId: number, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('school_hours_study_sessions')
        .set({ status: 'active', start_time: toStored(now), last_activity_at: toStored(now) })
        .where('id', '=', sessionId)
        .where('status', '=', 'pending')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Takes the active place of these pupils for the lesson they are in; throws the database's unique violation where another session has it. */
  async takeActivePlaces(studentIds: readonly number[]): Promise<void> {
    if (studentIds.length === 0) return;
    await this.#db.run((db) =>
      db
        .updateTable('live_sessions')
        .set((eb) => ({ active_student_id: eb.ref('student_id') }))
        .where('kind', '=', 'school')
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
  }

  /** Which of these pupils are in an active session at home. */
  async listActiveAtHome(studentIds: readonly number[]): Promise<number[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('live_sessions')
        .select('student_id')
        .where('kind', '=', 'home')
        .where('active_student_id', 'in', [...studentIds])
        .execute(),
    );
    return rows.map((row) => row.student_id);
  }

  /** Whether the pupil has joined a lesson that is not over. */
  async isInLesson(studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('live_sessions as live')
        .innerJoin('school_sessions_students as own', (join) =>
          join.onRef('own.school_session_id', '=', 'live.session_id').onRef('own.student_id', '=', 'live.student_id'),
        )
        .select('live.session_id')
        .where('live.kind', '=', 'school')
        .where('live.student_id', '=', studentId)
        .where('own.joined_at', 'is not', null)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** Raises the pupil's hand, or lowers it; a hand that is up stays up since it was raised. */
  async setHand(sessionId: number, studentId: number, raisedAt: Instant | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) => {
      const query = db
        .updateTable('school_sessions_students')
        .set({ hand_raised_at: raisedAt === null ? null : toStored(raisedAt) })
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId);
      return query.where('hand_raised_at', raisedAt === null ? 'is not' : 'is', null).executeTakeFirst();
    });
    return numUpdatedRows === 1n;
  }

  async saveFeedback(sessionId: number, studentId: number, feedback: SessionFeedback): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .updateTable('school_sessions_students')
        .set({
          emotional_state_after: feedback.feelingAfter,
          difficulty_feedback: feedback.difficulty,
          understanding_feedback: feedback.understanding,
          textual_feedback: feedback.feedback,
        })
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .execute();
      await countSessions(this.#db, 'school', [sessionId]);
    });
  }

  /** Says who was there and why not, and keeps what was said before: each change is a line of its own. */
  async setAttendance(change: {
    sessionId: number;
    studentId: number;
    attended: boolean;
    reason: AbsenceReason | null;
    /** Null: the pupil joined. */
    byId: number | null;
    now: Instant;
  }): Promise<void> {
    const { sessionId, studentId, attended, reason, byId, now } = change;
    const set = { is_attendant: attended ? 1 : 0, attendance_reason: attended ? null : reason };
    await this.#db.tx(async (db) => {
      await db
        .updateTable('school_sessions_students')
        .set(set)
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .execute();
      await db
        .insertInto('attendance_changes')
        .values({ school_session_id: sessionId, student_id: studentId, ...set, by_id: byId, at: toStored(now) })
        .execute();
      await countSessions(this.#db, 'school', [sessionId]);
    });
  }
}
