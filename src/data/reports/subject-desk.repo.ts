import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';

/** A course with changes that wait to be published. */
export interface WaitingDrafts {
  courseId: number;
  name: string;
  subject: string;
  changes: number;
  /** When the oldest of them was last touched. */
  since: Instant;
}

/** Questions of a subject that somebody has reported, by how long the first report of each waits. */
export interface ReportsByAge {
  week: number;
  month: number;
  older: number;
  oldest: Instant;
}

export interface LastPublication {
  id: number;
  courseName: string;
  number: number;
  at: Instant;
  by: string | null;
  origin: 'editor' | 'import';
  note: string;
}

/** What waits on the desk of a regional supervisor, and what was published there last. */
export class SubjectDeskRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Courses with drafts, those that wait longest first. */
  async waitingDrafts(subjects: readonly string[], limit: number): Promise<WaitingDrafts[]> {
    if (subjects.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_drafts')
        .innerJoin('courses', 'courses.id', 'curriculum_drafts.course_id')
        .select(['courses.id as courseId', 'courses.name', 'courses.subject_name as subject'])
        .select(({ fn }) => [
          fn.countAll<number>().as('changes'),
          fn.min<StoredInstant>('curriculum_drafts.updated_at').as('since'),
        ])
        .where('courses.subject_name', 'in', [...subjects])
        .where('courses.archived_at', 'is', null)
        .groupBy(['courses.id', 'courses.name', 'courses.subject_name'])
        .orderBy('since')
        .orderBy('courses.id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({ ...row, changes: Number(row.changes), since: fromStored(row.since) }));
  }

  /** Open reports by subject. `week` and `month` are the moments from which on a report is that young. */
  async reportsByAge(
    subjects: readonly string[],
    { week, month }: { week: Instant; month: Instant },
  ): Promise<Map<string, ReportsByAge>> {
    if (subjects.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom((inner) =>
          inner
            .selectFrom('question_reports')
            .innerJoin('qas', 'qas.id', 'question_reports.qa_id')
            .innerJoin('courses', 'courses.id', 'qas.course_id')
            .select(['courses.subject_name as subject', 'question_reports.qa_id'])
            .select(({ fn }) => fn.min<StoredInstant>('question_reports.created_at').as('first'))
            .where('question_reports.state', '=', 'open')
            .where('courses.subject_name', 'in', [...subjects])
            .where('courses.archived_at', 'is', null)
            .groupBy(['courses.subject_name', 'question_reports.qa_id'])
            .as('waiting'),
        )
        .select(['subject'])
        .select(({ fn }) => fn.min<StoredInstant>('first').as('oldest'))
        .select([
          sql<number>`sum(case when ${sql.ref('first')} >= ${toStored(week)} then 1 else 0 end)`.as('week'),
          sql<number>`sum(case when ${sql.ref('first')} < ${toStored(week)} and ${sql.ref('first')} >= ${toStored(month)}
            then 1 else 0 end)`.as('month'),
          sql<number>`sum(case when ${sql.ref('first')} < ${toStored(month)} then 1 else 0 end)`.as('older'),
        ])
        .groupBy('subject')
        .execute(),
    );
    return new Map(
      rows.map((row) => [
        row.subject,
        {
          week: Number(row.week),
          month: Number(row.month),
          older: Number(row.older),
          oldest: fromStored(row.oldest),
        },
      ]),
    );
  }

  /** What was published last in these subjects, the newest first. */
  async lastPublications(subjects: readonly string[], limit: number): Promise<LastPublication[]> {
    if (subjects.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('curriculum_publications as p')
        .innerJoin('courses', 'courses.id', 'p.course_id')
        .leftJoin('users', 'users.id', 'p.published_by')
        .select(['p.id', 'courses.name as courseName', 'p.number', 'p.published_at as at', 'p.origin', 'p.note'])
        .select(['users.first_name', 'users.last_name'])
        .where('courses.subject_name', 'in', [...subjects])
        .where('courses.archived_at', 'is', null)
        .orderBy('p.published_at', 'desc')
        .orderBy('p.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ first_name, last_name, at, ...row }) => ({
      ...row,
      at: fromStored(at),
      by: first_name === null ? null : `${first_name} ${last_name}`,
    }));
  }
}
