import { sql } from 'kysely';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import type { RatedTogether } from '../../domain/evaluation/score-agreement.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** Scores that were given alike: by the same rubric, with or without a model's say. */
export interface ScoreOrigin {
  rubricVersion: string;
  withModel: boolean;
}

export interface GivenScores extends ScoreOrigin {
  kind: EvaluationKind;
  scores: number;
  /** How many of them a class manager let stand, and how many are held for doubtful, by the last answer. */
  stands: number;
  disputed: number;
}

export interface RatedInPeriod extends ScoreOrigin, RatedTogether {
  /** 0: since `periods[0]`; 1: since `periods[1]`; null: before that. */
  period: 0 | 1 | null;
}

/** The evaluator's scores in a school beside what people say of them. */
export class ScoreAgreementRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The evaluator's scores since then, by kind and origin, with what class managers answered. */
  async given(schoolId: number, since: Instant): Promise<GivenScores[]> {
    const rows = await this.#db.run((db) =>
      givenOf(db, 'proficiency', schoolId, since)
        .unionAll(givenOf(db, 'investment', schoolId, since))
        .execute(),
    );
    return rows.map(({ withModel, ...row }) => ({
      ...row,
      withModel: Number(withModel) === 1,
      scores: Number(row.scores),
      stands: Number(row.stands),
      disputed: Number(row.disputed),
    }));
  }

  /** Investment scores since then that have a class manager's own beside them, at home and at school, counted. */
  async ratedTogether(
    schoolId: number,
    since: Instant,
    periods: readonly [Instant, Instant],
  ): Promise<RatedInPeriod[]> {
    const [last, before] = periods.map(toStored);
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('sessional_investment_evaluations as own')
        .innerJoin('students', 'students.user_id', 'own.student_id')
        .innerJoin('sessional_investment_evaluations as given', (join) =>
          join
            .onRef('given.student_id', '=', 'own.student_id')
            .on('given.source', '=', 'evaluator')
            .on(({ or, eb }) =>
              or([
                eb('given.home_session_id', '=', eb.ref('own.home_session_id')),
                eb('given.school_session_id', '=', eb.ref('own.school_session_id')),
              ]),
            ),
        )
        .select(({ fn }) => [
          'given.rubric_version as rubricVersion',
          sql<number>`case when given.provider = 'embedded' then 0 else 1 end`.as('withModel'),
          sql<number>`given.score`.as('evaluator'),
          sql<number>`own.score`.as('person'),
          sql<
            0 | 1 | null
          >`case when given.created_at >= ${last} then 0 when given.created_at >= ${before} then 1 end`.as('period'),
          fn.countAll<number>().as('times'),
        ])
        .where('own.source', '=', 'class manager')
        .where('own.score', 'is not', null)
        .where('given.score', 'is not', null)
        .where('given.created_at', '>=', toStored(since))
        .where('students.school_id', '=', schoolId)
        .groupBy(['rubricVersion', 'withModel', 'evaluator', 'person', 'period'])
        .execute(),
    );
    return rows.map(({ withModel, period, ...row }) => ({
      ...row,
      withModel: Number(withModel) === 1,
      period: period === null ? null : Number(period) === 0 ? 0 : 1,
      times: Number(row.times),
    }));
  }
}

function givenOf(db: Handle, kind: EvaluationKind, schoolId: number, since: Instant) {
  const lastAnswers = db
    .selectFrom('score_reviews')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('kind', '=', kind)
    .where('action', '<>', 'contested')
    .groupBy(['home_session_id', 'school_session_id', 'student_id']);
  return db
    .selectFrom(`sessional_${kind}_evaluations as given`)
    .innerJoin('students', 'students.user_id', 'given.student_id')
    .leftJoin('score_reviews as answer', (join) =>
      join
        .onRef('answer.student_id', '=', 'given.student_id')
        .on(({ or, eb }) =>
          or([
            eb('answer.home_session_id', '=', eb.ref('given.home_session_id')),
            eb('answer.school_session_id', '=', eb.ref('given.school_session_id')),
          ]),
        )
        .on('answer.kind', '=', kind)
        .on('answer.id', 'in', lastAnswers),
    )
    .select(({ fn }) => [
      sql<EvaluationKind>`${sql.lit(kind)}`.as('kind'),
      'given.rubric_version as rubricVersion',
      sql<number>`case when given.provider = 'embedded' then 0 else 1 end`.as('withModel'),
      fn.countAll<number>().as('scores'),
      sql<number>`sum(case when answer.action = 'stands' then 1 else 0 end)`.as('stands'),
      sql<number>`sum(case when answer.action = 'disputed' then 1 else 0 end)`.as('disputed'),
    ])
    .where('given.source', '=', 'evaluator')
    .where('given.score', 'is not', null)
    .where('given.created_at', '>=', toStored(since))
    .where('students.school_id', '=', schoolId)
    .groupBy(['rubricVersion', 'withModel']);
}
