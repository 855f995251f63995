import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { isUniqueViolation, upsert } from '../db/sql.ts';
import { givenRow, keptRow, scoreColumns } from './evaluation-rows.ts';

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

/** An evaluation as it is kept. */
export interface StoredEvaluation extends SessionalEvaluation {
  /** What it said before a corrected key changed it the last time; null: it is the first. */
  recounted: { scoreBefore: number | null; at: Instant } | null;
}

/** What the evaluator gave a session, without the words. */
export interface EvaluationResult {
  sessionId: number | null;
  proficiency: number | null;
  /** How many of the two evaluations wait for a person. */
  flags: number;
}

/** By the key of the one table, then of the other: in four steps each for the four sessions of a page. */
const RESULTS = prepared((db, { studentId, sessionIds }: { studentId: number; sessionIds: readonly number[] }) =>
  db
    .selectFrom('sessional_proficiency_evaluations as proficiency')
    .innerJoin('sessional_investment_evaluations as investment', (join) =>
      join
        .onRef('investment.home_session_id', '=', 'proficiency.home_session_id')
        .onRef('investment.student_id', '=', 'proficiency.student_id')
        .onRef('investment.source', '=', 'proficiency.source'),
    )
    .select(['proficiency.home_session_id as sessionId', 'proficiency.score as proficiency'])
    .select(sql<number>`${sql.ref('proficiency.flagged')} + ${sql.ref('investment.flagged')}`.as('flags'))
    .where('proficiency.student_id', '=', studentId)
    .where('proficiency.source', '=', 'evaluator')
    .where('proficiency.home_session_id', 'in', sessionIds),
);

/** Sessional evaluations of home sessions: one for each session, pupil, kind and source. */
export class EvaluationRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Saves an evaluation. False: there was one of this kind and source already, which stays. */
  async add(evaluation: SessionalEvaluation): Promise<boolean> {
    const { kind, sessionId } = evaluation;
    return this.#db.tx(async (db) => {
      try {
        await db.insertInto(`sessional_${kind}_evaluations`).values(rowAtHome(evaluation)).execute();
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
      await countSessions(this.#db, 'home', [sessionId]);
      return true;
    });
  }

  /** Saves what a class manager gives, in the place of what they gave before. */
  async setOwn(evaluation: SessionalEvaluation & { source: 'class manager' }): Promise<void> {
    const keys = ['home_session_id', 'student_id', 'source'] as const;
    await this.#db.tx(async () => {
      await upsert(this.#db, `sessional_${evaluation.kind}_evaluations`, [...keys], [rowAtHome(evaluation)]);
      await countSessions(this.#db, 'home', [evaluation.sessionId]);
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
        .where('home_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .where('source', '=', 'evaluator')
        .execute(),
    );
  }

  /** Puts what another evaluation says in the place of what one says, which is kept beside it. */
  async replace(before: SessionalEvaluation, after: SessionalEvaluation, now: Instant): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .insertInto('evaluation_regrades')
        .values({ ...keptRow(before, now), home_session_id: before.sessionId })
        .execute();
      await db
        .updateTable(`sessional_${after.kind}_evaluations`)
        .set(scoreColumns(after))
        .where('home_session_id', '=', before.sessionId)
        .where('student_id', '=', before.studentId)
        .where('source', '=', before.source)
        .execute();
      await countSessions(this.#db, 'home', [before.sessionId]);
    });
  }

  /** Of those of a pupil's sessions that are evaluated in full. */
  async resultsOf(studentId: number, sessionIds: readonly number[]): Promise<EvaluationResult[]> {
    return RESULTS.all(this.#db, { studentId, sessionIds });
  }

  /** Evaluations of these sessions, by session: proficiency before investment. */
  async ofSessions(sessionIds: readonly number[]): Promise<Map<number, StoredEvaluation[]>> {
    const found = new Map<number, StoredEvaluation[]>(sessionIds.map((id) => [id, []]));
    if (sessionIds.length === 0) return found;
    for (const kind of ['proficiency', 'investment'] as const) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(`sessional_${kind}_evaluations`)
          .selectAll()
          .select([last(db, kind, 'score_before').as('score_before'), last(db, kind, 'at').as('recounted_at')])
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
          recounted:
            row.source === 'evaluator' && row.recounted_at !== null
              ? { scoreBefore: row.score_before, at: fromStored(row.recounted_at) }
              : null,
        });
      }
    }
    return found;
  }
}

const rowAtHome = (evaluation: SessionalEvaluation) => ({
  ...givenRow(evaluation),
  home_session_id: evaluation.sessionId,
});

/** What stood there before the last correction of an evaluator's evaluation. */
function last<Column extends 'score_before' | 'at'>(db: Handle, kind: EvaluationKind, column: Column) {
  return db
    .selectFrom('evaluation_regrades')
    .select(column)
    .where('evaluation_regrades.kind', '=', kind)
    .where('evaluation_regrades.home_session_id', '=', sql.ref<number>(`sessional_${kind}_evaluations.home_session_id`))
    .orderBy('evaluation_regrades.id', 'desc')
    .limit(1);
}
