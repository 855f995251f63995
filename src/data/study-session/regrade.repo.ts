import type { Judged } from '../../domain/tutoring/judge-again.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { inChunks } from '../db/sql.ts';

/** An answer that was judged by an earlier revision. */
export interface PastAttempt {
  id: number;
  studentId: number;
  /** The home session; null: it was given elsewhere. */
  sessionId: number | null;
  /** The lesson at school; null: it was not given in one. */
  lessonSessionId: number | null;
  revisionId: number;
  answer: string;
  choiceId: string | null;
  verdict: Judged;
}

const JUDGED = ['correct', 'incorrect', 'cannot judge'] as const;

/** Verdicts of the past, when a question turns out to have had a wrong key. */
export class RegradeRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Those of these questions that somebody has answered, in a session or a test, or reported. */
  async listAnswered(qaIds: readonly number[]): Promise<Set<number>> {
    const answered = new Set<number>();
    for (const chunk of inChunks(qaIds)) {
      for (const table of ['attempts', 'test_answers', 'question_reports'] as const) {
        const rows = await this.#db.run((db) =>
          db.selectFrom(table).select('qa_id').distinct().where('qa_id', 'in', chunk).execute(),
        );
        for (const row of rows) answered.add(row.qa_id);
      }
    }
    return answered;
  }

  /** The revisions of these questions to which there are answers that another key may judge otherwise. */
  async listAnsweredRevisions(qaIds: readonly number[]): Promise<number[]> {
    if (qaIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      judgedAttempts(db)
        .select('revision_id')
        .where('qa_id', 'in', [...qaIds])
        .union(
          markedAnswers(db)
            .select('revision_id')
            .where('qa_id', 'in', [...qaIds]),
        )
        .execute(),
    );
    return rows.map((row) => row.revision_id);
  }

  /** How many of those answers each pupil gave to these revisions, in sessions and in tests. */
  async countAnswers(revisionIds: readonly number[]): Promise<{ studentId: number; answers: number }[]> {
    if (revisionIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      judgedAttempts(db)
        .select(({ fn }) => ['student_id', fn.countAll<number>().as('answers')])
        .where('revision_id', 'in', [...revisionIds])
        .groupBy('student_id')
        .unionAll(
          markedAnswers(db)
            .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
            .select(({ fn }) => ['student_id', fn.countAll<number>().as('answers')])
            .where('revision_id', 'in', [...revisionIds])
            .groupBy('student_id'),
        )
        .execute(),
    );
    return rows.map(({ student_id, answers }) => ({ studentId: student_id, answers: Number(answers) }));
  }

  /** Pupils who answered an earlier revision of a question, in order of their ids. */
  async listPupils(qaId: number, beforeRevision: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attempts')
        .select('student_id')
        .distinct()
        .where('qa_id', '=', qaId)
        .where('revision_id', '<', beforeRevision)
        .where('verdict', 'in', JUDGED)
        .orderBy('student_id')
        .execute(),
    );
    return rows.map((row) => row.student_id);
  }

  /** What a pupil answered to earlier revisions of a question, in order. */
  async listAttempts(qaId: number, studentId: number, beforeRevision: number): Promise<PastAttempt[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attempts')
        .select(['id', 'student_id', 'home_session_id', 'school_session_id', 'revision_id', 'answer'])
        .select(['choice_id', 'verdict'])
        .where('qa_id', '=', qaId)
        .where('student_id', '=', studentId)
        .where('revision_id', '<', beforeRevision)
        .where('verdict', 'in', JUDGED)
        // What retention has taken away cannot be judged again: its verdict stands.
        .where(({ eb, or }) => or([eb('answer', '<>', ''), eb('choice_id', 'is not', null)]))
        .orderBy('id')
        .execute(),
    );
    return rows.flatMap(({ verdict, ...row }) => {
      if (verdict === 'given up' || verdict === 'skipped') return [];
      const { id, answer, student_id: studentId, home_session_id: sessionId, revision_id: revisionId } = row;
      const place = { sessionId, lessonSessionId: row.school_session_id };
      return [{ id, answer, verdict, studentId, ...place, revisionId, choiceId: row.choice_id }];
    });
  }

  /** Changes a verdict and keeps what it was. */
  async change(
    attempt: PastAttempt,
    judged: { verdict: Judged; understood: string | null },
    by: { revisionId: number; now: Instant },
  ): Promise<void> {
    await this.#db.run(async (db) => {
      await db
        .updateTable('attempts')
        .set({ verdict: judged.verdict, understood: judged.understood })
        .where('id', '=', attempt.id)
        .execute();
      await db
        .insertInto('attempt_regrades')
        .values({
          attempt_id: attempt.id,
          revision_id: by.revisionId,
          verdict_before: attempt.verdict,
          verdict_after: judged.verdict,
          at: toStored(by.now),
        })
        .execute();
    });
  }

  /** How many verdicts each of these questions' corrections has changed. */
  async changedBy(qaIds: readonly number[]): Promise<Map<number, number>> {
    if (qaIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attempt_regrades')
        .innerJoin('attempts', 'attempts.id', 'attempt_regrades.attempt_id')
        .select(({ fn }) => ['attempts.qa_id', fn.countAll<number>().as('changed')])
        .where('attempts.qa_id', 'in', [...qaIds])
        .groupBy('attempts.qa_id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.qa_id, Number(row.changed)]));
  }
}

const judgedAttempts = (db: Handle) => db.selectFrom('attempts').where('verdict', 'in', JUDGED);

/** A mark that a class manager gave stands. */
const markedAnswers = (db: Handle) =>
  db
    .selectFrom('test_answers')
    .where('verdict', 'is not', null)
    .where((eb) => eb.or([eb('marked_by', 'is', null), eb('marked_by', '!=', 'class manager')]));
