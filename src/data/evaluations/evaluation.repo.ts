import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { isUniqueViolation } from '../db/sql.ts';

export type EvaluationKind = 'proficiency' | 'investment';
export type EvaluationSource = 'evaluator' | 'class manager';

/** What a score rests on: messages and attempts of the session. */
export interface EvidenceLinks {
  messageIds: number[];
  attemptIds: number[];
}

export interface SessionalEvaluation {
  kind: EvaluationKind;
  studentId: number;
  sessionId: number;
  /** 1 … 10, or null with a reason. */
  score: number | null;
  reason: string | null;
  description: string;
  evidence: EvidenceLinks;
  source: EvaluationSource;
  rubricVersion: string;
  /** 0 … 1. */
  confidence: number;
  modelScore: number | null;
  /** The model and the evidence were more than three points apart. */
  flagged: boolean;
  provider: string;
  at: Instant;
}

const TABLE = {
  proficiency: 'sessional_proficiency_evaluations',
  investment: 'sessional_investment_evaluations',
} as const;

/** What came of a session, without the words. */
export interface EvaluationResult {
  sessionId: number | null;
  kind: EvaluationKind;
  source: EvaluationSource;
  score: number | null;
  flagged: number;
}

const RESULTS = prepared((db, { studentId, since }: { studentId: number; since: StoredInstant }) => {
  const of = (kind: EvaluationKind) =>
    db
      .selectFrom(TABLE[kind])
      .select([
        'home_session_id as sessionId',
        sql<EvaluationKind>`${sql.lit(kind)}`.as('kind'),
        'source',
        'score',
        'flagged',
      ])
      .where('student_id', '=', studentId)
      .where('created_at', '>=', since);
  return of('proficiency').unionAll(of('investment'));
});

/** Sessional evaluations of home sessions: one for each session, pupil, kind and source. */
export class EvaluationRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Saves an evaluation. False: there was one of this kind and source already, which stays. */
  async add(evaluation: SessionalEvaluation): Promise<boolean> {
    try {
      await this.#db.run((db) =>
        db
          .insertInto(TABLE[evaluation.kind])
          .values({
            student_id: evaluation.studentId,
            home_session_id: evaluation.sessionId,
            score: evaluation.score,
            reason: evaluation.reason,
            description: evaluation.description,
            evidence: JSON.stringify(evaluation.evidence),
            source: evaluation.source,
            rubric_version: evaluation.rubricVersion,
            confidence: evaluation.confidence,
            model_score: evaluation.modelScore,
            flagged: evaluation.flagged ? 1 : 0,
            provider: evaluation.provider,
            created_at: toStored(evaluation.at),
          })
          .execute(),
      );
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Of a pupil, since then. */
  async resultsSince(studentId: number, since: Instant): Promise<EvaluationResult[]> {
    return RESULTS.all(this.#db, { studentId, since: toStored(since) });
  }

  /** Evaluations of these sessions, by session: proficiency before investment. */
  async ofSessions(sessionIds: readonly number[]): Promise<Map<number, SessionalEvaluation[]>> {
    const found = new Map<number, SessionalEvaluation[]>(sessionIds.map((id) => [id, []]));
    if (sessionIds.length === 0) return found;
    for (const kind of ['proficiency', 'investment'] as const) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(TABLE[kind])
          .selectAll()
          .where('home_session_id', 'in', [...sessionIds])
          .orderBy('id')
          .execute(),
      );
      for (const row of rows) {
        if (row.home_session_id === null) continue;
        const evidence: EvidenceLinks = JSON.parse(row.evidence);
        found.get(row.home_session_id)?.push({
          kind,
          studentId: row.student_id,
          sessionId: row.home_session_id,
          score: row.score,
          reason: row.reason,
          description: row.description,
          evidence,
          source: row.source,
          rubricVersion: row.rubric_version,
          confidence: row.confidence,
          modelScore: row.model_score,
          flagged: row.flagged === 1,
          provider: row.provider,
          at: fromStored(row.created_at),
        });
      }
    }
    return found;
  }
}
