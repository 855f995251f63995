import { sql } from 'kysely';
import type { QaKind } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';

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

/** How a question went. */
export interface QuestionRecord {
  pupils: number;
  judged: number;
  right: number;
}

/** Reported questions, as those who look after them see them. */
export class ReportedQuestionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
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

  /** How these questions went so far, in sessions, lessons and tests, by question. What was right in part was not right. */
  async records(qaIds: readonly number[]): Promise<Map<number, QuestionRecord>> {
    if (qaIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom((from) =>
          from
            .selectFrom('attempts')
            .select(['qa_id', 'student_id', sql<string>`verdict`.as('verdict')])
            .where('qa_id', 'in', [...qaIds])
            .where('verdict', 'in', ['correct', 'incorrect'])
            .unionAll(
              from
                .selectFrom('test_answers')
                .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
                .select(['qa_id', 'student_id', sql<string>`verdict`.as('verdict')])
                .where('qa_id', 'in', [...qaIds])
                .where('verdict', 'in', ['correct', 'partly', 'incorrect']),
            )
            .as('judged'),
        )
        .select(({ fn }) => [
          'qa_id',
          fn.countAll<number>().as('judged'),
          fn.count<number>('student_id').distinct().as('pupils'),
          sql<number>`sum(case when verdict = 'correct' then 1 else 0 end)`.as('right'),
        ])
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
}
