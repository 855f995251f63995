import type { AbsenceReason } from '../../domain/lessons/attendance.ts';
import type { SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { DialogueState } from '../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';
import { selectPlaces, toPlace } from './class-places.ts';
import type { PausedBy } from './lesson-session.repo.ts';

/** A pupil's place in a lesson. */
export interface WallPlace {
  sessionId: number;
  studentId: number;
  name: string;
  group: string;
  status: SessionStatus;
  pausedBy: PausedBy | null;
  /** The class manager who answers in the teacher's place. */
  takenOver: { id: number; name: string } | null;
  course: string | null;
  joinedAt: Instant | null;
  attended: boolean;
  absence: AbsenceReason | null;
  feeling: EmotionalState | null;
  handRaisedAt: Instant | null;
  /** Of the session. */
  lastActivity: Instant | null;
  /** What the talk has come to; null where it has not begun. */
  dialogue: DialogueState | null;
}

/** What a pupil has answered in one unit of a lesson. */
export interface WallAnswers {
  sessionId: number;
  studentId: number;
  unit: string;
  attempts: number;
  solved: number;
  /** After the last answer that moved it. */
  mastery: number | null;
  lastId: number;
}

export interface WallWords {
  sessionId: number;
  studentId: number;
  words: string;
  /** What they were in the talk. */
  act: string | null;
  at: Instant;
}

/** What the wall of a lesson shows: each of these is one query, however many pupils there are. */
export class LessonWallRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The places of a lesson, by name. */
  async places(lessonId: number): Promise<WallPlace[]> {
    const rows = await this.#db.run((db) =>
      selectPlaces(db, lessonId)
        .leftJoin('courses', 'courses.id', 'session.course_id')
        .leftJoin('users as holder', 'holder.id', 'session.taken_over_by')
        .select(['holder.first_name as holderFirst', 'holder.last_name as holderLast'])
        .leftJoin('session_dialogues as dialogue', 'dialogue.school_session_id', 'session.id')
        .select(['session.paused_by as pausedBy', 'session.taken_over_by', 'session.last_activity_at'])
        .select(['courses.name as course', 'dialogue.state', 'own.attendance_reason as absence'])
        .select(['own.emotional_state_before as feeling', 'own.hand_raised_at'])
        .execute(),
    );
    return rows.map(({ hand_raised_at, last_activity_at, state, ...row }) => {
      const { taken_over_by: holder, holderFirst, holderLast, ...place } = row;
      return {
        ...toPlace(place),
        takenOver: holder === null ? null : { id: holder, name: `${holderFirst} ${holderLast}` },
        handRaisedAt: fromStoredOrNull(hand_raised_at),
        lastActivity: fromStoredOrNull(last_activity_at),
        dialogue: state === null ? null : (JSON.parse(state) as DialogueState),
      };
    });
  }

  /** How each stood in the units when the lesson began, in the order of the units. */
  async standings(
    lessonId: number,
  ): Promise<{ sessionId: number; studentId: number; unit: string; mastery: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('learning_units_school_sessions_students as own')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
        .innerJoin('learning_units_school_sessions as unit', (join) =>
          join
            .onRef('unit.school_session_id', '=', 'own.school_session_id')
            .onRef('unit.course_id', '=', 'own.course_id')
            .onRef('unit.unit_name', '=', 'own.unit_name'),
        )
        .select(['own.school_session_id as sessionId', 'own.student_id as studentId'])
        .select(['own.unit_name as unit', 'own.mastery_before as mastery'])
        .where('session.lesson_id', '=', lessonId)
        .orderBy('own.school_session_id')
        .orderBy('unit.position')
        .execute(),
    );
  }

  async answers(lessonId: number): Promise<WallAnswers[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom((from) =>
          from
            .selectFrom('attempts')
            .innerJoin('school_hours_study_sessions as session', 'session.id', 'attempts.school_session_id')
            .select(['session.id as sessionId', 'attempts.student_id as studentId', 'attempts.unit_name as unit'])
            .select(({ fn, eb }) => [
              fn.countAll<number>().as('attempts'),
              fn.sum<number>(eb.case().when('attempts.verdict', '=', 'correct').then(1).else(0).end()).as('solved'),
              fn.max('attempts.id').as('lastId'),
              fn
                .max(eb.case().when('attempts.mastery_after', 'is not', null).then(eb.ref('attempts.id')).end())
                .as('movedBy'),
            ])
            .where('session.lesson_id', '=', lessonId)
            .groupBy(['session.id', 'attempts.student_id', 'attempts.unit_name'])
            .as('counted'),
        )
        .leftJoin('attempts as moved', 'moved.id', 'counted.movedBy')
        .select(['counted.sessionId', 'counted.studentId', 'counted.unit', 'counted.attempts', 'counted.solved'])
        .select(['counted.lastId', 'moved.mastery_after as mastery'])
        .execute(),
    );
    return rows.map(({ attempts, solved, ...row }) => {
      return { ...row, attempts: Number(attempts), solved: Number(solved) };
    });
  }

  /** What each pupil said last, with when. */
  async lastWords(lessonId: number): Promise<WallWords[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom((from) =>
          from
            .selectFrom('messages')
            .innerJoin('school_hours_study_sessions as session', 'session.id', 'messages.school_session_id')
            .select(({ fn }) => fn.max('messages.id').as('id'))
            .where('session.lesson_id', '=', lessonId)
            .where('messages.student_id', 'is not', null)
            .groupBy(['session.id', 'messages.student_id'])
            .as('last'),
        )
        .innerJoin('messages', 'messages.id', 'last.id')
        .select([
          'messages.school_session_id',
          'messages.student_id',
          'messages.content',
          'messages.timestamp',
          'messages.move as act',
        ])
        .execute(),
    );
    return rows.map(({ school_session_id, student_id, content, timestamp, act }) => ({
      act,
      sessionId: school_session_id ?? 0,
      studentId: student_id ?? 0,
      words: content,
      at: fromStored(timestamp),
    }));
  }

  /** Alerts out of the lesson that nobody has acknowledged: the most severe of each pupil, and since when. */
  async openAlerts(lessonId: number): Promise<{ studentId: number; severity: number; since: Instant }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts as alert')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'alert.school_session_id')
        .select(({ fn }) => [
          'alert.student_id as studentId',
          fn.max('alert.severity').as('severity'),
          fn.min('alert.created_at').as('since'),
        ])
        .where('session.lesson_id', '=', lessonId)
        .where('alert.acknowledged_at', 'is', null)
        .groupBy('alert.student_id')
        .execute(),
    );
    return rows.map(({ since, ...row }) => ({ ...row, since: fromStored(since) }));
  }
}
