import { sql } from 'kysely';
import type { QaKind } from '../../domain/curriculum/curriculum.ts';
import type { ReportAnswer, ReportReason, ReportState } from '../../domain/curriculum/question-report.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';

export interface NewReport {
  qaId: number;
  /** The revision that the reporter was looking at. */
  revisionId: number;
  reporterId: number;
  sessionId: number | null;
  reason: ReportReason;
  comment: string;
  now: Instant;
}

/** A report as its reporter sees it. */
export interface OwnReport {
  id: number;
  question: string;
  course: string;
  reason: ReportReason;
  comment: string;
  at: Instant;
  state: ReportState;
  answer: string | null;
}

/** What is open about one question. */
export interface ReportedQuestion {
  qaId: number;
  course: { id: number; name: string };
  unitName: string;
  problemId: number;
  kind: QaKind;
  question: string;
  /** Of what is published now. */
  revisionId: number;
  answer: string;
  archived: boolean;
  reports: number;
  oldest: Instant;
}

/** A report as the supervisor reads it: never who wrote it. */
export interface OpenReport {
  id: number;
  qaId: number;
  revisionId: number;
  reason: ReportReason;
  comment: string;
  byPupil: boolean;
  at: Instant;
}

/** How a question went. */
export interface QuestionRecord {
  pupils: number;
  judged: number;
  right: number;
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
          home_session_id: report.sessionId,
          reason: report.reason,
          comment: report.comment,
          created_at: toStored(report.now),
          state: 'open',
          open_key: `${report.qaId}:${report.reporterId}`,
        })
        .execute(),
    );
  }

  /** Revisions that were asked in a session, by revision id → question id. */
  async posedIn(sessionId: number): Promise<Map<number, number>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .innerJoin('qa_revisions', 'qa_revisions.id', 'messages.posed_revision_id')
        .select(['qa_revisions.id', 'qa_revisions.qa_id'])
        .where('messages.home_session_id', '=', sessionId)
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row.qa_id]));
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

  /** Questions of these subjects with open reports: the most reported first, then the oldest. */
  async listQuestions(subjects: readonly string[], limit: number): Promise<ReportedQuestion[]> {
    if (subjects.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('question_reports')
        .innerJoin('qas', 'qas.id', 'question_reports.qa_id')
        .innerJoin('courses', 'courses.id', 'qas.course_id')
        .select(({ fn }) => [
          'qas.id as qaId',
          'qas.problem_id as problemId',
          'qas.unit_name as unitName',
          'qas.kind',
          'qas.question',
          'qas.answer',
          'qas.revision_id as revisionId',
          'qas.archived_at as archivedAt',
          'courses.id as courseId',
          'courses.name as courseName',
          fn.countAll<number>().as('reports'),
          fn.min('question_reports.created_at').as('oldest'),
        ])
        .where('question_reports.state', '=', 'open')
        .where('courses.subject_name', 'in', [...subjects])
        .groupBy([
          'qas.id',
          'qas.problem_id',
          'qas.unit_name',
          'qas.kind',
          'qas.question',
          'qas.answer',
          'qas.revision_id',
          'qas.archived_at',
          'courses.id',
          'courses.name',
        ])
        .orderBy('reports', 'desc')
        .orderBy('oldest')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ courseId, courseName, archivedAt, ...row }) => ({
      ...row,
      revisionId: row.revisionId ?? 0,
      course: { id: courseId, name: courseName },
      archived: fromStoredOrNull(archivedAt) !== null,
      reports: Number(row.reports),
      oldest: fromStored(row.oldest),
    }));
  }

  /** How many questions of these subjects somebody has reported. */
  async countQuestions(subjects: readonly string[]): Promise<number> {
    if (subjects.length === 0) return 0;
    const row = await this.#db.run((db) =>
      db
        .selectFrom('question_reports')
        .innerJoin('qas', 'qas.id', 'question_reports.qa_id')
        .innerJoin('courses', 'courses.id', 'qas.course_id')
        .select(({ fn }) => fn.count<number>('question_reports.qa_id').distinct().as('questions'))
        .where('question_reports.state', '=', 'open')
        .where('courses.subject_name', 'in', [...subjects])
        .executeTakeFirstOrThrow(),
    );
    return Number(row.questions);
  }

  /** The open reports of these questions, the oldest first. */
  async listOpen(qaIds: readonly number[]): Promise<OpenReport[]> {
    if (qaIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('question_reports')
        .innerJoin('users', 'users.id', 'question_reports.reporter_id')
        .select([
          'question_reports.id',
          'qa_id as qaId',
          'revision_id as revisionId',
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
    return rows.map(({ created_at, role, ...row }) => ({
      ...row,
      byPupil: role === 'student',
      at: fromStored(created_at),
    }));
  }

  /** How these questions went so far, by question. */
  async records(qaIds: readonly number[]): Promise<Map<number, QuestionRecord>> {
    if (qaIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attempts')
        .select(({ fn }) => [
          'qa_id',
          fn.countAll<number>().as('judged'),
          fn.count<number>('student_id').distinct().as('pupils'),
          sql<number>`sum(case when verdict = 'correct' then 1 else 0 end)`.as('right'),
        ])
        .where('qa_id', 'in', [...qaIds])
        .where('verdict', 'in', ['correct', 'incorrect'])
        .groupBy('qa_id')
        .execute(),
    );
    return new Map(
      rows.map((row) => [
        row.qa_id,
        { pupils: Number(row.pupils), judged: Number(row.judged), right: Number(row.right) },
      ]),
    );
  }

  /** The subject of a question's course. */
  async subjectOf(qaId: number): Promise<string | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('qas')
        .innerJoin('courses', 'courses.id', 'qas.course_id')
        .select('courses.subject_name')
        .where('qas.id', '=', qaId)
        .executeTakeFirst(),
    );
    return row?.subject_name;
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
