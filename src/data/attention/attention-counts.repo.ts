import { sql } from 'kysely';
import type { PupilCounts, SchoolCounts } from '../../domain/attention/attention.ts';
import { DAY, type Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';

/** So many days back a look goes: whatever is older costs nothing. */
const DAYS = 56;

/** A pupil as a look counts them. */
export interface CountedPupil extends PupilCounts {
  studentId: number;
}

/** What a look at pupils counts, from `session_facts` of the last eight weeks. */
export class AttentionCountsRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** How a school's pupils did lately, all together. One query. */
  async school(schoolId: number, now: Instant): Promise<SchoolCounts> {
    const since = (days: number) => toStored(now - days * DAY);
    const { rows } = await this.#db.run((db) =>
      sql<{ pupils: number; studying: number; home: number }>`select count(distinct student.user_id) as pupils,
          count(distinct case when fact.started_at >= ${since(14)} then fact.student_id end) as studying,
          count(distinct case when fact.kind = 'home' then fact.student_id end) as home
        from students student join users account on account.id = student.user_id and account.disabled_at is null
        left join session_facts fact on fact.student_id = student.user_id and fact.is_attendant = 1
          and fact.started_at >= ${since(28)} and fact.started_at < ${toStored(now)}
        where student.school_id = ${schoolId}`.execute(db),
    );
    const { pupils = 0, studying = 0, home = 0 } = rows[0] ?? {};
    const share = (some: number) => (Number(pupils) === 0 ? 0 : Number(some) / Number(pupils));
    return { studying: share(studying), studyingAtHome: share(home) };
  }

  /** The next pupils of a school after one, in the order of their ids, whose accounts are in use. One query, whatever they did before. */
  async pupilsAfter(schoolId: number, after: number, limit: number, now: Instant): Promise<CountedPupil[]> {
    const since = (days: number) => toStored(now - days * DAY);
    const sum = (what: string, when: ReturnType<typeof sql<boolean>>) =>
      sql`coalesce(sum(case when ${when} then ${sql.raw(what)} else 0 end), 0)`;
    const last = (days: number) => sql<boolean>`fact.started_at >= ${since(days)}`;
    const before = sql<boolean>`fact.started_at < ${since(14)}`;
    const { rows } = await this.#db.run((db) =>
      sql<CountRow>`select student.user_id as id, account.created_at as created,
          ${sum('1', sql`${last(28)} and fact.kind = 'school'`)} as lessons,
          ${sum('1 - fact.is_attendant', sql`${last(28)} and fact.kind = 'school'`)} as missed,
          ${sum('fact.attempts', last(14))} as recent, ${sum('fact.correct', last(14))} as recent_right,
          ${sum('fact.attempts', before)} as earlier, ${sum('fact.correct', before)} as earlier_right,
          max(case when fact.is_attendant = 1 then fact.started_at end) as latest,
          ${sum('1', sql`${last(28)} and fact.kind = 'home'`)} as home,
          ${sum('1', sql`${last(21)} and fact.feeling_before is not null`)} as feelings,
          ${sum('1', sql`${last(21)} and fact.feeling_before in ('negative', 'extreme')`)} as low
        from (select student.user_id from students student join users account on account.id = student.user_id
            where student.school_id = ${schoolId} and account.disabled_at is null and student.user_id > ${after}
            order by student.user_id limit ${limit}) student
        join users account on account.id = student.user_id
        left join session_facts fact on fact.student_id = student.user_id
          and fact.started_at >= ${since(DAYS)} and fact.started_at < ${toStored(now)}
        group by student.user_id, account.created_at order by student.user_id`.execute(db),
    );
    const daysSince = (at: StoredInstant) => Math.floor((now - fromStored(at)) / DAY);
    return rows.map((row) => ({
      studentId: row.id,
      lessons: Number(row.lessons),
      missed: Number(row.missed),
      recent: { answers: Number(row.recent), right: Number(row.recent_right) },
      before: { answers: Number(row.earlier), right: Number(row.earlier_right) },
      daysAway: row.latest === null ? null : daysSince(row.latest),
      daysKnown: Math.max(0, Math.min(DAYS, daysSince(row.created))),
      atHome: Number(row.home),
      feelings: Number(row.feelings),
      lowFeelings: Number(row.low),
    }));
  }
}

interface CountRow {
  id: number;
  created: StoredInstant;
  lessons: number;
  missed: number;
  recent: number;
  recent_right: number;
  earlier: number;
  earlier_right: number;
  latest: StoredInstant | null;
  home: number;
  feelings: number;
  low: number;
}
