import { sql } from 'kysely';
import { type GivenInSession, QUARTER_KINDS } from '../../domain/evaluation/quarter-evaluation.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import { placeKey } from './quarter.repo.ts';

/** What quarters are made of: pupils, their subjects, and the evaluations of their sessions. */
export class QuarterSourceRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * The sessional evaluations of these pupils' sessions that began in some time, by `placeKey`, in the order in which they were given.
   * Seven queries, however many pupils.
   */
  async givenIn(
    studentIds: readonly number[],
    { from, to }: { from: Instant; to: Instant },
  ): Promise<Map<string, GivenInSession[]>> {
    const found = new Map<string, GivenInSession[]>();
    if (studentIds.length === 0) return found;
    const disputed = await this.#disputed(studentIds);
    // The pupils first: left to itself SQLite goes through all sessions at home, and then through all at school.
    const inOrder = this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
    for (const kind of QUARTER_KINDS) {
      for (const hours of ['home', 'school'] as const) {
        const { rows } = await this.#db.run((db) =>
          sql<GivenRow>`select e.id, e.student_id, e.score, e.confidence, e.source, fact.session_id, fact.started_at,
              course.subject_name
            from students pupil ${inOrder} session_facts fact on fact.student_id = pupil.user_id
              and fact.started_at >= ${toStored(from)} and fact.started_at < ${toStored(to)} and fact.kind = ${hours}
            ${inOrder} courses course on course.id = fact.course_id
            ${inOrder} ${sql.table(`sessional_${kind}_evaluations`)} e
              on e.${sql.ref(`${hours}_session_id`)} = fact.session_id and e.student_id = fact.student_id
            where pupil.user_id in (${sql.join([...studentIds])}) order by e.id`.execute(db),
        );
        for (const row of rows) {
          const session = `${hours} ${row.session_id}`;
          const key = placeKey({ kind, studentId: row.student_id, subject: row.subject_name });
          found.set(key, [
            ...(found.get(key) ?? []),
            {
              evaluationId: row.id,
              score: row.score,
              confidence: row.confidence,
              at: fromStored(row.started_at),
              session,
              source: row.source,
              disputed: kind === 'proficiency' && disputed.has(`${session} ${row.student_id}`),
            },
          ]);
        }
      }
    }
    return found;
  }

  /** Sessions whose proficiency score the class manager holds for wrong, with the pupil. */
  async #disputed(studentIds: readonly number[]): Promise<Set<string>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('score_reviews')
        .select(['home_session_id', 'school_session_id', 'student_id', 'action'])
        .where('student_id', 'in', [...studentIds])
        .where('kind', '=', 'proficiency')
        .where('action', '<>', 'contested')
        .orderBy('id')
        .execute(),
    );
    const last = new Map(
      rows.map(({ home_session_id: home, school_session_id: school, student_id: pupil, action }) => [
        home === null ? `school ${school} ${pupil}` : `home ${home} ${pupil}`,
        action,
      ]),
    );
    return new Set([...last].flatMap(([key, action]) => (action === 'disputed' ? [key] : [])));
  }

  /** The subjects that these pupils study now, by pupil. */
  async subjectsOf(studentIds: readonly number[]): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>(studentIds.map((id) => [id, []]));
    if (studentIds.length === 0) return found;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('courses', 'courses.id', 'courses_students.course_id')
        .select(['courses_students.student_id', 'courses.subject_name'])
        .distinct()
        .where('courses_students.student_id', 'in', [...studentIds])
        .orderBy('courses.subject_name')
        .execute(),
    );
    for (const { student_id: id, subject_name: subject } of rows) found.get(id)?.push(subject);
    return found;
  }

  /**
   * The next pupils of a school after one, in the order of their ids: whose account is in use, and who were there in that time, or have
   * a session in it.
   */
  async pupilsAfter(
    schoolId: number,
    after: number,
    limit: number,
    { from, to }: { from: Instant; to: Instant },
  ): Promise<number[]> {
    const { rows } = await this.#db.run((db) =>
      sql<{ id: number }>`${pupilsOf(schoolId, from, to)} and student.user_id > ${after}
        order by student.user_id limit ${limit}`.execute(db),
    );
    return rows.map(({ id }) => id);
  }

  /** How many those are in all. */
  async countPupils(schoolId: number, { from, to }: { from: Instant; to: Instant }): Promise<number> {
    const { rows } = await this.#db.run((db) =>
      sql<{ pupils: number }>`select count(*) as pupils from (${pupilsOf(schoolId, from, to)}) those`.execute(db),
    );
    return Number(rows[0]?.pupils ?? 0);
  }
}

interface GivenRow {
  id: number;
  student_id: number;
  score: number | null;
  confidence: number;
  source: 'evaluator' | 'class manager';
  session_id: number;
  started_at: StoredInstant;
  subject_name: string;
}

const pupilsOf = (schoolId: number, from: Instant, to: Instant) => sql<{ id: number }>`
  select student.user_id as id from students student join users account on account.id = student.user_id
  where student.school_id = ${schoolId} and account.disabled_at is null and (account.created_at < ${toStored(to)}
    or exists (select 1 from session_facts fact where fact.student_id = student.user_id
      and fact.started_at >= ${toStored(from)} and fact.started_at < ${toStored(to)}))`;
