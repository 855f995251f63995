import type { ReportAnswer, ReportOrigin, ReportReason, ReportState } from '../../domain/curriculum/question-report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** Where a question was met. */
export type ReportSource =
  | { origin: 'home session' | 'lesson'; sessionId: number }
  | { origin: 'test'; testId: number };

export interface NewReport {
  qaId: number;
  /** The revision that the reporter was looking at. */
  revisionId: number;
  reporterId: number;
  source: ReportSource;
  reason: ReportReason;
  comment: string;
  now: Instant;
}

/** A report as its reporter sees it. */
export interface OwnReport {
  id: number;
  question: string;
  course: string;
  origin: ReportOrigin;
  reason: ReportReason;
  comment: string;
  at: Instant;
  state: ReportState;
  answer: string | null;
}

/** A report as the supervisor reads it: never who wrote it. */
export interface OpenReport {
  id: number;
  qaId: number;
  revisionId: number;
  origin: ReportOrigin;
  /** The test in which the question was met, where it was one. */
  test: { id: number; name: string } | null;
  reason: ReportReason;
  comment: string;
  byPupil: boolean;
  at: Instant;
}

/** Reports of questions, from pupils and class managers, and what became of them. */
export class QuestionReportRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Adds a report. Throws a unique violation where the reporter has an open one of this question. */
  async add(report: NewReport): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('question_reports')
        .values({
          qa_id: report.qaId,
          revision_id: report.revisionId,
          reporter_id: report.reporterId,
          ...columnsOf(report.source),
          reason: report.reason,
          comment: report.comment,
          created_at: toStored(report.now),
          state: 'open',
          open_key: `${report.qaId}:${report.reporterId}`,
        })
        .execute(),
    );
  }

  /** Whether a revision was asked in a session. */
  async wasPosedIn(
    { origin, sessionId }: Extract<ReportSource, { sessionId: number }>,
    revisionId: number,
  ): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select('id')
        .where(origin === 'lesson' ? 'school_session_id' : 'home_session_id', '=', sessionId)
        .where('posed_revision_id', '=', revisionId)
        .limit(1)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** What somebody has reported, the newest first. */
  async listOfReporter(reporterId: number, limit: number): Promise<OwnReport[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('question_reports')
        .innerJoin('qas', 'qas.id', 'question_reports.qa_id')
        .innerJoin('courses', 'courses.id', 'qas.course_id')
        .innerJoin('qa_revisions', 'qa_revisions.id', 'question_reports.revision_id')
        .select([
          'question_reports.id',
          'qa_revisions.question',
          'courses.name as course',
          'origin',
          'reason',
          'comment',
          'question_reports.created_at',
          'state',
          'question_reports.answer as reply',
        ])
        .where('reporter_id', '=', reporterId)
        .orderBy('question_reports.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ created_at, reply, ...row }) => ({ ...row, at: fromStored(created_at), answer: reply }));
  }

  /** The open reports of these questions, the oldest first. */
  async listOpen(qaIds: readonly number[]): Promise<OpenReport[]> {
    if (qaIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('question_reports')
        .innerJoin('users', 'users.id', 'question_reports.reporter_id')
        .leftJoin('tests', 'tests.id', 'question_reports.test_id')
        .select([
          'question_reports.id',
          'qa_id as qaId',
          'revision_id as revisionId',
          'origin',
          'test_id as testId',
          'tests.name as testName',
          'reason',
          'comment',
          'users.role',
          'question_reports.created_at',
        ])
        .where('qa_id', 'in', [...qaIds])
        .where('state', '=', 'open')
        .orderBy('question_reports.id')
        .execute(),
    );
    return rows.map(({ created_at, role, testId, testName, ...row }) => ({
      ...row,
      test: testId === null || testName === null ? null : { id: testId, name: testName },
      byPupil: role === 'student',
      at: fromStored(created_at),
    }));
  }

  /** Answers the open reports of a question, those about these revisions only where some are named; how many they were. */
  async answer(
    qaId: number,
    given: { state: ReportAnswer; reply: string; by: number | null; now: Instant },
    about?: { reason: ReportReason; beforeRevision: number },
  ): Promise<number> {
    const result = await this.#db.run((db) => {
      const update = db
        .updateTable('question_reports')
        .set({
          state: given.state,
          open_key: null,
          answer: given.reply,
          answered_by: given.by,
          answered_at: toStored(given.now),
        })
        .where('qa_id', '=', qaId)
        .where('state', '=', 'open');
      if (about === undefined) return update.executeTakeFirst();
      return update
        .where('reason', '=', about.reason)
        .where('revision_id', '<', about.beforeRevision)
        .executeTakeFirst();
    });
    return Number(result.numUpdatedRows);
  }
}

function columnsOf(source: ReportSource) {
  switch (source.origin) {
    case 'home session':
      return { origin: source.origin, home_session_id: source.sessionId };
    case 'lesson':
      return { origin: source.origin, school_session_id: source.sessionId };
    case 'test':
      return { origin: source.origin, test_id: source.testId };
  }
}
