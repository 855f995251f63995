import type { SessionStatus } from '../../domain/study-session/study-session.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { prepared } from '../db/prepared.ts';

/** How far a talk has come: what a page that shows it compares, to know that it is old. */
export interface TalkState {
  lessonId: number;
  status: SessionStatus;
  takenOverBy: number | null;
  /** The id of the last message, whoever wrote it. */
  last: number | null;
  /** The teacher is writing. */
  writing: boolean;
}

/** What only staff see of it. */
export interface SteeringState {
  /** Whispers that concern it, and how many of them were taken back. */
  whispers: number;
  withdrawn: number;
  /** Pupils of it whose hands are up. */
  hands: number[];
}

const TALK = prepared((db, { sessionId }: { sessionId: number }) =>
  db
    .selectFrom('school_hours_study_sessions as session')
    .leftJoin('messages', 'messages.school_session_id', 'session.id')
    .select(['session.lesson_id as lessonId', 'session.status', 'session.taken_over_by as takenOverBy'])
    .select(({ fn, eb }) => [
      fn.max('messages.id').as('last'),
      fn.sum<number | null>(eb.case().when('messages.state', '=', 'streaming').then(1).else(0).end()).as('writing'),
    ])
    .where('session.id', '=', sessionId)
    .groupBy(['session.id', 'session.lesson_id', 'session.status', 'session.taken_over_by']),
);

const WHISPERS = prepared((db, { sessionId, lessonId }: { sessionId: number; lessonId: number }) =>
  db
    .selectFrom('lesson_whispers')
    .select(({ fn }) => [fn.countAll<number>().as('whispers'), fn.count<number>('withdrawn_at').as('withdrawn')])
    .where('lesson_id', '=', lessonId)
    .where((eb) => eb.or([eb('school_session_id', 'is', null), eb('school_session_id', '=', sessionId)])),
);

const HANDS = prepared((db, { sessionId }: { sessionId: number }) =>
  db
    .selectFrom('school_sessions_students')
    .select('student_id as studentId')
    .where('school_session_id', '=', sessionId)
    .where('hand_raised_at', 'is not', null)
    .orderBy('student_id'),
);

/** How far talks in lessons have come: asked again and again while somebody looks, so each is one small query. */
export class TalkStateRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(sessionId: number): Promise<TalkState | undefined> {
    const row = await TALK.first(this.#db, { sessionId });
    return row && { ...row, writing: Number(row.writing ?? 0) > 0 };
  }

  async findSteering(lessonId: number, sessionId: number): Promise<SteeringState> {
    const counted = await WHISPERS.first(this.#db, { lessonId, sessionId });
    const hands = await HANDS.all(this.#db, { sessionId });
    return {
      whispers: Number(counted?.whispers ?? 0),
      withdrawn: Number(counted?.withdrawn ?? 0),
      hands: hands.map(({ studentId }) => studentId),
    };
  }
}
