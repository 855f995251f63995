import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import type { ReviewAction } from '../../domain/evaluation/score-review.ts';
import type { AttendancePlace } from '../../domain/lessons/attendance.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';
import type { EvaluationSource, EvidenceLinks } from '../evaluations/evaluation.repo.ts';
import { selectPlaces, toPlace } from './class-places.ts';

/** A pupil's part in a lesson that is over, as it stands in their place. */
export interface PastPlace extends Omit<AttendancePlace, 'lastChange'> {
  studentId: number;
  name: string;
  sessionId: number;
  group: string;
  course: string | null;
  start: Instant | null;
  end: Instant | null;
  feelingBefore: EmotionalState | null;
  feelingAfter: EmotionalState | null;
  difficulty: number | null;
  understanding: number | null;
  feedback: string | null;
}

export interface LessonEvaluation {
  studentId: number;
  kind: EvaluationKind | 'social';
  source: EvaluationSource;
  score: number | null;
  reason: string | null;
  description: string;
  evidence: EvidenceLinks;
  flagged: boolean;
}

/** What a lesson came to: each of these is a query or three, however many pupils. Of pupils who are in the class now. */
export class AfterLessonRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** By name. */
  async places(lessonId: number): Promise<PastPlace[]> {
    const rows = await this.#db.run((db) =>
      selectPlaces(db, lessonId)
        .leftJoin('courses', 'courses.id', 'session.course_id')
        .select(['session.start_time', 'session.end_time', 'courses.name as course'])
        .select(['own.attendance_reason as reason', 'own.emotional_state_before as feelingBefore'])
        .select(['own.emotional_state_after as feelingAfter', 'own.difficulty_feedback as difficulty'])
        .select(['own.understanding_feedback as understanding', 'own.textual_feedback as feedback'])
        .execute(),
    );
    return rows.map(({ start_time, end_time, ...row }) => {
      return { ...toPlace(row), start: fromStoredOrNull(start_time), end: fromStoredOrNull(end_time) };
    });
  }

  /** Hints that each pupil took. */
  async hints(lessonId: number): Promise<Map<number, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attempts')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'attempts.school_session_id')
        .select(({ fn }) => ['attempts.student_id as studentId', fn.sum<number>('attempts.hints_used').as('hints')])
        .where('session.lesson_id', '=', lessonId)
        .groupBy('attempts.student_id')
        .execute(),
    );
    return new Map(rows.map(({ studentId, hints }) => [studentId, Number(hints)]));
  }

  /** Safety alerts out of the lesson, the most severe first. */
  async alerts(
    lessonId: number,
  ): Promise<{ id: number; studentId: number; severity: number; at: Instant; acknowledged: boolean }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('safety_alerts as alert')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'alert.school_session_id')
        .select(['alert.id', 'alert.student_id as studentId', 'alert.severity', 'alert.created_at'])
        .select('alert.acknowledged_at')
        .where('session.lesson_id', '=', lessonId)
        .orderBy('alert.severity', 'desc')
        .orderBy('alert.id')
        .execute(),
    );
    return rows.map(({ created_at, acknowledged_at, ...row }) => {
      return { ...row, at: fromStored(created_at), acknowledged: acknowledged_at !== null };
    });
  }

  /** What evaluator and class managers gave. Three queries. */
  async evaluations(lessonId: number): Promise<LessonEvaluation[]> {
    const found: LessonEvaluation[] = [];
    for (const kind of ['proficiency', 'investment', 'social'] as const) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(`sessional_${kind}_evaluations`)
          .select(['student_id as studentId', 'source', 'score', 'reason', 'description', 'evidence', 'flagged'])
          .where('school_session_id', 'in', sessionsOf(db, lessonId))
          .execute(),
      );
      found.push(
        ...rows.map(({ evidence, flagged, ...row }) => {
          return { ...row, kind, evidence: JSON.parse(evidence) as EvidenceLinks, flagged: flagged === 1 };
        }),
      );
    }
    return found;
  }

  /** What people said of the evaluator's scores, in order. */
  async reviews(lessonId: number): Promise<{ studentId: number; kind: EvaluationKind; action: ReviewAction }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('score_reviews as said')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'said.school_session_id')
        .select(['said.student_id as studentId', 'said.kind', 'said.action'])
        .where('session.lesson_id', '=', lessonId)
        .orderBy('said.id')
        .execute(),
    );
  }

  /** The last line that was written about what class managers gave, by `kind student`. */
  async lastGiven(lessonId: number): Promise<Map<string, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('given_scores as given')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'given.school_session_id')
        .select(({ fn }) => ['given.student_id as studentId', 'given.kind', fn.max('given.id').as('last')])
        .where('session.lesson_id', '=', lessonId)
        .groupBy(['given.student_id', 'given.kind'])
        .execute(),
    );
    return new Map(rows.map(({ studentId, kind, last }) => [`${kind} ${studentId}`, Number(last)]));
  }
}

function sessionsOf(db: Handle, lessonId: number) {
  return db.selectFrom('school_hours_study_sessions').select('id').where('lesson_id', '=', lessonId);
}
