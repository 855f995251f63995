import { type RawBuilder, sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import type { Period } from './fact-sums.repo.ts';

/** Answers of some days in some schools; `answer` is a row of `erased_answers`. */
export const erasedIn = (schoolIds: readonly number[], { from, to }: Period): RawBuilder<unknown> =>
  sql`answer.day_start >= ${toStored(from)} and answer.day_start < ${toStored(to)}
    and answer.school_id in (${sql.join([...schoolIds])})`;

const SUMS = sql`count(distinct case when answer.answers > 0 then answer.lot end) as pupils, sum(answer.answers) as answers,
  sum(answer.correct) as correct, sum(answer.unaided) as unaided, sum(answer.hints) as hints, sum(answer.given_up) as given_up`;

export interface AnswerSumRow {
  pupils: number;
  answers: number;
  correct: number;
  unaided: number;
  hints: number;
  given_up: number;
}

/** Adds up answers of those who were erased as `UnitSumsRepo` does those of who is there. One query each. */
export class ErasedAnswers {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async byUnit(schoolIds: readonly number[], subject: string, period: Period) {
    const { rows } = await this.#db.run((db) =>
      sql<AnswerSumRow & { course_id: number; course: string; unit: string }>`
        select answer.course_id, course.name as course, answer.unit_name as unit, ${SUMS}
        from erased_answers answer join courses course on course.id = answer.course_id
        where course.subject_name = ${subject} and ${erasedIn(schoolIds, period)}
        group by answer.course_id, course.name, answer.unit_name`.execute(db),
    );
    return rows;
  }

  async byQuestion(
    schoolIds: readonly number[],
    { courseId, unitName }: { courseId: number; unitName: string },
    period: Period,
  ) {
    const { rows } = await this.#db.run((db) =>
      sql<AnswerSumRow & { qa_id: number; problem_id: number; question: string }>`
        select answer.qa_id, qas.problem_id, qas.question, ${SUMS}
        from erased_answers answer join qas on qas.id = answer.qa_id
        where answer.course_id = ${courseId} and answer.unit_name = ${unitName} and ${erasedIn(schoolIds, period)}
        group by answer.qa_id, qas.problem_id, qas.question`.execute(db),
    );
    return rows;
  }
}
