import type {
  HomeSessionType,
  Pause,
  SchoolSessionType,
  SessionRef,
  SessionStatus,
} from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { SessionUnit } from './home-session.repo.ts';

/** A session as the talk with the teacher sees it, at home or at school: one pupil's turn in it. */
export interface TaughtSession extends SessionRef {
  /** Whose turn it is. */
  studentId: number;
  type: HomeSessionType | SchoolSessionType;
  status: SessionStatus;
  courseId: number;
  teacherId: number;
  plannedMinutes: number;
  /** When the bell ends a lesson at school, which no pause moves; absent at home. */
  endsAt?: Instant | null;
  start: Instant | null;
  end: Instant | null;
  /** As the pupil said when they began or joined. */
  feelingBefore: EmotionalState;
  /** The class manager who answers in the teacher's place, in a lesson at school; absent at home. */
  takenOverBy?: number | null;
}

/** Where the sessions of one kind are. */
export interface TaughtSessions<Session extends TaughtSession> {
  /** The session if it is this pupil's; undefined for an unknown one and for somebody else's alike. */
  findOfPupil(id: number, studentId: number): Promise<Session | undefined>;
  /** Notes activity while the session is active. False: it is not active any more. */
  touch(id: number, now: Instant): Promise<boolean>;
  /** The units in the order in which they are studied, with how this pupil stood in them at the start. */
  listUnits(id: number, studentId: number): Promise<SessionUnit[]>;
  /** Pauses of several sessions at once, by session. */
  pausesOf(ids: readonly number[]): Promise<Map<number, Pause[]>>;
}
