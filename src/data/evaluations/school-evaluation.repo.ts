import { QUARTER_KINDS, type QuarterKind } from '../../domain/evaluation/quarter-evaluation.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';
import { isUniqueViolation, upsert } from '../db/sql.ts';
import type { EvaluationKind, EvaluationSource, EvidenceLinks, SessionalEvaluation } from './evaluation.repo.ts';
import { givenRow, keptRow, scoreColumns } from './evaluation-rows.ts';

/** An evaluation of a pupil in a session in school hours. */
export interface SchoolEvaluation {
  sessionId: number;
  kind: QuarterKind;
  /** 1 … 10, or null with a reason. */
  score: number | null;
  reason: string | null;
  description: string;
  evidence: EvidenceLinks;
  source: EvaluationSource;
  rubricVersion: string;
  /** 0 … 1. */
  confidence: number;
  provider: string;
  /** The model and the evidence were more than three points apart, and nobody has looked. */
  flagged: boolean;
  at: Instant;
  /** What the evaluator said before a corrected key changed it the last time; null: it is the first. */
  recounted: { scoreBefore: number | null; at: Instant } | null;
}

/** Evaluations of sessions in school hours. */
export class SchoolEvaluationRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** A pupil's evaluations in these sessions, by session: proficiency, investment, social. Four queries. */
  async ofSessions(studentId: number, sessionIds: readonly number[]): Promise<Map<number, SchoolEvaluation[]>> {
    const found = new Map<number, SchoolEvaluation[]>(sessionIds.map((id) => [id, []]));
    if (sessionIds.length === 0) return found;
    const corrected = await this.#correctedIn(studentId, sessionIds);
    for (const kind of QUARTER_KINDS) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(`sessional_${kind}_evaluations`)
          .selectAll()
          .where('student_id', '=', studentId)
          .where('school_session_id', 'in', [...sessionIds])
          .orderBy('id')
          .execute(),
      );
      for (const row of rows) {
        const sessionId = row.school_session_id ?? 0;
        const { score, reason, description, source, confidence, provider } = row;
        const evidence: EvidenceLinks = JSON.parse(row.evidence);
        const one = { sessionId, kind, score, reason, description, evidence, source, confidence, provider };
        const recounted = (source === 'evaluator' ? corrected.get(`${kind} ${sessionId}`) : undefined) ?? null;
        const kept = { rubricVersion: row.rubric_version, flagged: row.flagged === 1, at: fromStored(row.created_at) };
        found.get(sessionId)?.push({ ...one, ...kept, recounted });
      }
    }
    return found;
  }

  /** What the evaluator said before the last correction, by kind and session. */
  async #correctedIn(studentId: number, sessionIds: readonly number[]) {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('evaluation_regrades')
        .select(['kind', 'school_session_id', 'score_before', 'at'])
        .where('student_id', '=', studentId)
        .where('school_session_id', 'in', [...sessionIds])
        .orderBy('id')
        .execute(),
    );
    return new Map(
      rows.map(({ kind, school_session_id, score_before: scoreBefore, at }) => [
        `${kind} ${school_session_id}`,
        { scoreBefore, at: fromStored(at) },
      ]),
    );
  }

  /** Puts what an evaluation says now in the place of what the evaluator gave, which is kept beside it. */
  async replace(
    before: SchoolEvaluation & { kind: EvaluationKind },
    after: SessionalEvaluation,
    now: Instant,
  ): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .insertInto('evaluation_regrades')
        .values({ ...keptRow(before, now), school_session_id: before.sessionId, student_id: after.studentId })
        .execute();
      await db
        .updateTable(`sessional_${before.kind}_evaluations`)
        .set(scoreColumns(after))
        .where('school_session_id', '=', before.sessionId)
        .where('student_id', '=', after.studentId)
        .where('source', '=', before.source)
        .execute();
      await countSessions(this.#db, 'school', [before.sessionId]);
    });
  }

  /** Saves an evaluation. False: there was one of this kind and source already, which stays. */
  async add(evaluation: SessionalEvaluation): Promise<boolean> {
    const row = { ...givenRow(evaluation), school_session_id: evaluation.sessionId };
    return this.#db.tx(async (db) => {
      try {
        await db.insertInto(`sessional_${evaluation.kind}_evaluations`).values(row).execute();
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
      await countSessions(this.#db, 'school', [evaluation.sessionId]);
      return true;
    });
  }

  /** Saves what a class manager gives, in the place of what they gave before. */
  async setOwn(evaluation: SessionalEvaluation & { source: 'class manager' }): Promise<void> {
    const row = { ...givenRow(evaluation), school_session_id: evaluation.sessionId };
    const keys = ['school_session_id', 'student_id', 'source'] as const;
    const table = `sessional_${evaluation.kind}_evaluations` as const;
    await this.#db.tx(async () => {
      await upsert(this.#db, table, [...keys], [row]);
      await countSessions(this.#db, 'school', [evaluation.sessionId]);
    });
  }

  /** A person has looked at what the evaluator gave: it need not wait for one any more. */
  async clearFlag({
    kind,
    sessionId,
    studentId,
  }: Pick<SessionalEvaluation, 'kind' | 'sessionId' | 'studentId'>): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable(`sessional_${kind}_evaluations`)
        .set({ flagged: 0 })
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .where('source', '=', 'evaluator')
        .execute(),
    );
  }
}
