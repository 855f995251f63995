import type { HomeSessionType, Pause, SessionKind, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';
import { pausesOfSessions, pausesSince } from './home-session-pauses.ts';
import { FOUND, LIVE, PLACES, STUDIED, type StudiedSession, TOUCH, UNITS } from './home-session-queries.ts';
import { type HomeSession, selectSessions, toSession } from './home-session-rows.ts';
import type { TaughtSessions } from './taught-session.ts';

export type { HomeSession, StudiedSession };

export interface SessionUnit {
  unitName: string;
  masteryBefore: number | null;
}

export interface SessionFeedback {
  feelingAfter: EmotionalState;
  /** 1 … 10, 10 very hard. */
  difficulty: number;
  /** 1 … 10, 10 all of it. */
  understanding: number;
  feedback: string | null;
}

export interface NewHomeSession {
  studentId: number;
  type: HomeSessionType;
  courseId: number;
  teacherId: number;
  plannedMinutes: number;
  feelingBefore: EmotionalState;
  units: SessionUnit[];
  now: Instant;
}

/** Home-hours study sessions. State changes are compare-and-set: the loser of a race changes nothing and is told so. */
export class HomeSessionRepo implements TaughtSessions<HomeSession> {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(id: number): Promise<HomeSession | undefined> {
    const row = await FOUND.first(this.#db, { id });
    return row && toSession(row);
  }

  /** The session if it is this pupil's; undefined for an unknown one and for somebody else's alike. */
  async findOfPupil(id: number, studentId: number): Promise<HomeSession | undefined> {
    const session = await this.find(id);
    return session?.studentId === studentId ? session : undefined;
  }

  /** The newest sessions of a pupil first; `before` is an id to page on from. */
  async listOfStudent(studentId: number, limit: number, before?: number): Promise<HomeSession[]> {
    const rows = await this.#db.run((db) => {
      const query = selectSessions(db)
        .where('home_sessions_students.student_id', '=', studentId)
        .orderBy('home_hours_study_sessions.id', 'desc')
        .limit(limit);
      return (
        before === undefined ? query : query.where('home_sessions_students.home_session_id', '<', before)
      ).execute();
    });
    return rows.map(toSession);
  }

  /** Sessions of a pupil that began, the newest first; `before` is an id to page on from. */
  async listBegun(studentId: number, limit: number, before?: number): Promise<HomeSession[]> {
    const rows = await this.#db.run((db) => {
      const query = selectSessions(db)
        .where('home_sessions_students.student_id', '=', studentId)
        .where('home_hours_study_sessions.start_time', 'is not', null)
        .orderBy('home_hours_study_sessions.id', 'desc')
        .limit(limit);
      return (
        before === undefined ? query : query.where('home_sessions_students.home_session_id', '<', before)
      ).execute();
    });
    return rows.map(toSession);
  }

  /** Sessions of a pupil that began since then, oldest first. */
  async listBegunSince(studentId: number, since: Instant): Promise<HomeSession[]> {
    const rows = await this.#db.run((db) =>
      selectSessions(db)
        .where('home_sessions_students.student_id', '=', studentId)
        .where('home_hours_study_sessions.start_time', '>=', toStored(since))
        .orderBy('home_hours_study_sessions.id')
        .execute(),
    );
    return rows.map(toSession);
  }

  /** Completed sessions of a pupil that began since then, oldest first. */
  async listCompletedSince(studentId: number, since: Instant): Promise<StudiedSession[]> {
    const rows = await STUDIED.all(this.#db, { studentId, since: toStored(since) });
    return rows.map((row) => ({ ...row, start: fromStored(row.start), end: fromStored(row.end) }));
  }

  /** Creates a pending session and takes the pupil's one live place; throws the database's unique violation when it is taken. */
  async create(session: NewHomeSession): Promise<number> {
    return this.#db.tx(async (db) => {
      const now = toStored(session.now);
      const result = await db
        .insertInto('home_hours_study_sessions')
        .values({
          type: session.type,
          status: 'pending',
          course_id: session.courseId,
          teacher_id: session.teacherId,
          planned_minutes: session.plannedMinutes,
          created_at: now,
          last_activity_at: now,
        })
        .executeTakeFirstOrThrow();
      const id = insertedId(result);
      await db
        .insertInto('live_sessions')
        .values({ student_id: session.studentId, kind: 'home', session_id: id })
        .execute();
      await db
        .insertInto('home_sessions_students')
        .values({ home_session_id: id, student_id: session.studentId, emotional_state_before: session.feelingBefore })
        .execute();
      await db
        .insertInto('learning_units_home_sessions')
        .values(
          session.units.map((unit, position) => ({
            home_session_id: id,
            course_id: session.courseId,
            unit_name: unit.unitName,
            position,
            mastery_before: unit.masteryBefore,
          })),
        )
        .execute();
      return id;
    });
  }

  /** The pupil's live home session, if there is one. */
  async findLive(studentId: number): Promise<{ id: number; status: SessionStatus } | undefined> {
    return LIVE.first(this.#db, { studentId });
  }

  /** The sessions that have the pupil's live places, at home and at school. */
  async findPlaces(studentId: number): Promise<Record<SessionKind, number | null>> {
    const rows = await PLACES.all(this.#db, { studentId });
    const of = (kind: SessionKind) => rows.find((row) => row.kind === kind)?.sessionId ?? null;
    return { home: of('home'), school: of('school') };
  }

  /** Moves the session from one state to another, if it is still there; whoever starts one attends it. False: somebody else was first. */
  async move(
    id: number,
    from: SessionStatus,
    to: SessionStatus,
    set: { start?: Instant; end?: Instant; endReason?: 'pupil' | 'expired'; now: Instant },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('home_hours_study_sessions')
        .set({
          status: to,
          last_activity_at: toStored(set.now),
          ...(set.start === undefined ? {} : { start_time: toStored(set.start) }),
          ...(set.end === undefined ? {} : { end_time: toStored(set.end) }),
          ...(set.endReason === undefined ? {} : { end_reason: set.endReason }),
        })
        .where('id', '=', id)
        .where('status', '=', from)
        .executeTakeFirst(),
    );
    const moved = numUpdatedRows === 1n;
    if (!moved || set.start === undefined) return moved;
    const pupils = this.#db.handle().updateTable('home_sessions_students').set({ is_attendant: 1 });
    await pupils.where('home_session_id', '=', id).execute();
    return true;
  }

  /** Notes activity while the session is active. False: it is not active any more. */
  async touch(id: number, now: Instant): Promise<boolean> {
    return (await TOUCH(this.#db, { id, now: toStored(now) })).changed === 1;
  }

  /** Takes or frees the pupil's one active place; throws the database's unique violation when another session has it. */
  async setActiveSlot(id: number, studentId: number, active: boolean): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('live_sessions')
        .set({ active_student_id: active ? studentId : null })
        .where('kind', '=', 'home')
        .where('session_id', '=', id)
        .execute(),
    );
  }

  /** Frees the pupil's live place. */
  async leave(id: number): Promise<void> {
    await this.#db.run((db) =>
      db.deleteFrom('live_sessions').where('kind', '=', 'home').where('session_id', '=', id).execute(),
    );
  }

  async openPause(id: number, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('home_hours_study_session_pauses')
        .values({ home_session_id: id, start_time: toStored(now) })
        .execute(),
    );
  }

  async closePauses(id: number, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('home_hours_study_session_pauses')
        .set({ end_time: toStored(now) })
        .where('home_session_id', '=', id)
        .where('end_time', 'is', null)
        .execute(),
    );
  }

  async saveFeedback(id: number, feedback: SessionFeedback): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('home_sessions_students')
        .set({
          emotional_state_after: feedback.feelingAfter,
          difficulty_feedback: feedback.difficulty,
          understanding_feedback: feedback.understanding,
          textual_feedback: feedback.feedback,
        })
        .where('home_session_id', '=', id)
        .execute(),
    );
  }

  async listUnits(id: number): Promise<SessionUnit[]> {
    return UNITS.all(this.#db, { id });
  }

  /** Unit names of several sessions at once, by session. */
  async unitsOf(ids: readonly number[]): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return found;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('learning_units_home_sessions')
        .select(['home_session_id', 'unit_name'])
        .where('home_session_id', 'in', [...ids])
        .orderBy('position')
        .execute(),
    );
    for (const row of rows) found.get(row.home_session_id)?.push(row.unit_name);
    return found;
  }

  /** Pauses of several sessions at once, by session. */
  async pausesOf(ids: readonly number[]): Promise<Map<number, Pause[]>> {
    return pausesOfSessions(this.#db, ids);
  }

  /** Pauses of a pupil's sessions from this one on, by session; a session without a pause is left out. */
  async pausesFrom(studentId: number, sessionId: number): Promise<Map<number, Pause[]>> {
    return pausesSince(this.#db, studentId, sessionId);
  }

  /**
   * Live sessions with which the server has something to do, the longest untouched first: pending ones made before `pending`,
   * active ones untouched since `idle`, and begun ones that began before `total`.
   */
  async listDue(before: { pending: Instant; idle: Instant; total: Instant }, limit: number): Promise<HomeSession[]> {
    const rows = await this.#db.run((db) =>
      selectSessions(db)
        .where('home_hours_study_sessions.status', 'in', ['pending', 'active', 'paused'])
        .where((eb) =>
          eb.or([
            eb('home_hours_study_sessions.status', '=', 'pending').and('created_at', '<=', toStored(before.pending)),
            eb('home_hours_study_sessions.status', '=', 'active').and('last_activity_at', '<=', toStored(before.idle)),
            eb('home_hours_study_sessions.start_time', '<=', toStored(before.total)),
          ]),
        )
        .orderBy('home_hours_study_sessions.last_activity_at')
        .limit(limit)
        .execute(),
    );
    return rows.map(toSession);
  }
}
