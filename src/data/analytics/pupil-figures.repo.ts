import { type RawBuilder, sql } from 'kysely';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { EmotionalState } from '../../domain/tutoring/brief.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { type Period, within } from './fact-sums.repo.ts';

/** A pupil's part in a session that they attended and that is over. */
export interface FiguredSession {
  kind: SessionKind;
  id: number;
  type: 'test preparation' | 'homework' | 'individual' | 'group' | 'social';
  /** Null: it was about no course. */
  course: string | null;
  startedAt: Instant;
  activeMs: number;
  attempts: number;
  correct: number;
  proficiency: number | null;
  investment: number | null;
  social: number | null;
}

/** How often a feeling was said, before a session and after it. */
export interface FeelingCount {
  feeling: EmotionalState;
  before: number;
  after: number;
}

/** What was known of a unit after its last answer in a span. */
export interface UnitPoint {
  courseId: number;
  unitName: string;
  /** The place of the span. */
  span: number;
  /** 0 … 1 */
  mastery: number;
  /** The answer; later ones have a higher id. */
  attemptId: number;
  /** So many answers moved it in the span. */
  answers: number;
}

/** What one pupil's figures are shown with. One query each, over what they did in the period alone. */
export class PupilFiguresRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The sessions of the period, the newest first. */
  async sessions(studentId: number, period: Period): Promise<FiguredSession[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('session_facts as fact')
        .leftJoin('courses as course', 'course.id', 'fact.course_id')
        .select(['fact.kind', 'fact.session_id as id', 'fact.type', 'course.name as course', 'fact.started_at'])
        .select(['fact.active_ms as activeMs', 'fact.attempts', 'fact.correct'])
        .select(['fact.proficiency', 'fact.investment', 'fact.social'])
        .where('fact.student_id', '=', studentId)
        .where('fact.is_attendant', '=', 1)
        .where(within([period]))
        .orderBy('fact.started_at', 'desc')
        .orderBy('fact.session_id', 'desc')
        .execute(),
    );
    return rows.map(({ started_at, ...row }) => ({ ...row, startedAt: fromStored(started_at) }));
  }

  /** When the last session before that moment began that was attended; null: there is none. */
  async lastSession(studentId: number, before: Instant): Promise<Instant | null> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('session_facts as fact')
        .select('fact.started_at')
        .where('fact.student_id', '=', studentId)
        .where('fact.is_attendant', '=', 1)
        .where('fact.started_at', '<', toStored(before))
        .orderBy('fact.started_at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row ? fromStored(row.started_at) : null;
  }

  /** How often each feeling was said in sessions that were attended; one that nobody said is left out. */
  async feelings(studentId: number, period: Period): Promise<FeelingCount[]> {
    const { rows } = await this.#db.run((db) =>
      sql<{ feeling: EmotionalState; before_n: number; after_n: number }>`
        select feeling, sum(is_before) as before_n, sum(1 - is_before) as after_n from (
          select fact.feeling_before as feeling, 1 as is_before from session_facts fact
            where fact.student_id = ${studentId} and fact.is_attendant = 1 and ${within([period])}
          union all
          select fact.feeling_after as feeling, 0 as is_before from session_facts fact
            where fact.student_id = ${studentId} and fact.is_attendant = 1 and ${within([period])}
        ) said where feeling is not null group by feeling`.execute(db),
    );
    return rows.map(({ feeling, before_n, after_n }) => {
      return { feeling, before: Number(before_n), after: Number(after_n) };
    });
  }

  /** How well units were known after the last answer in each span; units without an answer in it are left out. */
  async unitPoints(studentId: number, spans: readonly Period[]): Promise<UnitPoint[]> {
    const span = spanOfAnswer(spans);
    const { rows } = await this.#db.run((db) =>
      sql<{ course_id: number; unit_name: string; span: number; id: number; mastery: number; answers: number }>`
        select last.course_id, last.unit_name, last.span, last.id, last.answers, answer.mastery_after as mastery from (
          select answer.course_id, answer.unit_name, ${span} as span, max(answer.id) as id, count(*) as answers
          from attempts answer
          where answer.student_id = ${studentId} and answer.mastery_after is not null
            and answer.created_at >= ${toStored(spans[0]?.from ?? 0)} and answer.created_at < ${toStored(spans.at(-1)?.to ?? 0)}
          group by answer.course_id, answer.unit_name, ${span}
        ) last join attempts answer on answer.id = last.id`.execute(db),
    );
    return rows.map(({ course_id, unit_name, span, id, mastery, answers }) => {
      return {
        courseId: course_id,
        unitName: unit_name,
        span: Number(span),
        mastery,
        attemptId: id,
        answers: Number(answers),
      };
    });
  }
}

function spanOfAnswer(spans: readonly Period[]): RawBuilder<number> {
  const cases = spans.map(({ to }, place) => sql`when answer.created_at < ${toStored(to)} then ${sql.lit(place)}`);
  return sql<number>`case ${sql.join(cases, sql` `)} end`;
}
