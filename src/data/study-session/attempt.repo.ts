import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { AttemptRecord } from '../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { preparedChange } from '../db/prepared.ts';
import { sessionColumns } from './session-column.ts';

export interface Attempt extends AttemptRecord {
  id: number;
  messageId: number | null;
  courseId: number;
  /** Predicted probability of a right answer before it. */
  pBefore: number | null;
  /** Estimated mastery of the unit after it. */
  masteryAfter: number | null;
  at: Instant;
}

export interface NewAttempt extends AttemptRecord {
  studentId: number;
  session: { kind: SessionKind; id: number };
  messageId: number;
  courseId: number;
  pBefore: number | null;
  masteryAfter: number | null;
  now: Instant;
}

/** Sessions in which verdicts of a pupil have changed, at home and at school: their ids have nothing to do with each other. */
export interface TouchedSessions {
  home: readonly number[];
  school: readonly number[];
}

const ADD = preparedChange((db, row: ReturnType<typeof toRow>) => db.insertInto('attempts').values(row));

/** Answers that were checked, given up or skipped, each against the revision that was asked. */
export class AttemptRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(attempt: NewAttempt): Promise<number> {
    return (await ADD(this.#db, toRow(attempt))).insertedId;
  }

  /** Attempts of a home session in order. */
  async listOfSession(sessionId: number): Promise<Attempt[]> {
    const rows = await this.#db.run((db) =>
      select(db).where('home_session_id', '=', sessionId).orderBy('id').execute(),
    );
    return rows.map(toAttempt);
  }

  /** Attempts of a pupil in a session in school hours, in order. */
  async listOfSchoolSession(sessionId: number, studentId: number): Promise<Attempt[]> {
    const rows = await this.#db.run((db) =>
      select(db).where('school_session_id', '=', sessionId).where('student_id', '=', studentId).orderBy('id').execute(),
    );
    return rows.map(toAttempt);
  }

  /** A pupil's attempts in these sessions at home and at school. */
  async idsOfSessions(studentId: number, { home, school }: TouchedSessions): Promise<Set<number>> {
    const found = new Set<number>();
    for (const [column, ids] of [
      ['home_session_id', home],
      ['school_session_id', school],
    ] as const) {
      if (ids.length === 0) continue;
      const rows = await this.#db.run((db) =>
        db
          .selectFrom('attempts')
          .select('id')
          .where('student_id', '=', studentId)
          .where(column, 'in', [...ids])
          .execute(),
      );
      for (const { id } of rows) found.add(id);
    }
    return found;
  }

  /** The estimate after an attempt, counted again. */
  async setMasteryAfter(id: number, masteryAfter: number): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('attempts').set({ mastery_after: masteryAfter }).where('id', '=', id).execute(),
    );
  }

  /** Everything that a pupil answered, in order. */
  async listAll(studentId: number): Promise<Attempt[]> {
    const rows = await this.#db.run((db) => select(db).where('student_id', '=', studentId).orderBy('id').execute());
    return rows.map(toAttempt);
  }

  /** Attempts of a pupil in home sessions from one moment to another, oldest first. */
  async listAtHome(studentId: number, from: Instant, to: Instant): Promise<Attempt[]> {
    const rows = await this.#db.run((db) =>
      select(db)
        .where('student_id', '=', studentId)
        .where('home_session_id', 'is not', null)
        .where('created_at', '>=', toStored(from))
        .where('created_at', '<', toStored(to))
        .orderBy('id')
        .execute(),
    );
    return rows.map(toAttempt);
  }
}

function toRow(attempt: NewAttempt) {
  return {
    student_id: attempt.studentId,
    ...sessionColumns(attempt.session.kind, attempt.session.id),
    message_id: attempt.messageId,
    qa_id: attempt.qaId,
    revision_id: attempt.revisionId,
    course_id: attempt.courseId,
    unit_name: attempt.unitName,
    answer: attempt.answer,
    choice_id: attempt.choiceId,
    verdict: attempt.verdict,
    understood: attempt.understood,
    hints_used: attempt.hintsUsed,
    revealed: attempt.revealed ? 1 : 0,
    unaided: attempt.unaided ? 1 : 0,
    counts: attempt.counts ? 1 : 0,
    milliseconds: Math.round(attempt.milliseconds),
    p_before: attempt.pBefore,
    mastery_after: attempt.masteryAfter,
    created_at: toStored(attempt.now),
  };
}

function select(db: Handle) {
  return db.selectFrom('attempts').selectAll();
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toAttempt(row: Row): Attempt {
  return {
    id: row.id,
    messageId: row.message_id,
    courseId: row.course_id,
    qaId: row.qa_id,
    revisionId: row.revision_id,
    unitName: row.unit_name,
    answer: row.answer,
    choiceId: row.choice_id,
    verdict: row.verdict,
    understood: row.understood,
    hintsUsed: row.hints_used,
    revealed: row.revealed === 1,
    unaided: row.unaided === 1,
    counts: row.counts === 1,
    milliseconds: row.milliseconds,
    pBefore: row.p_before,
    masteryAfter: row.mastery_after,
    at: fromStored(row.created_at),
  };
}
