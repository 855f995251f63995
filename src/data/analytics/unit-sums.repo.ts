import { type RawBuilder, sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { type AnswerSumRow, ErasedAnswers } from './erased-answers.ts';
import type { Period } from './fact-sums.repo.ts';

/** What pupils of some schools answered in a unit, or to one question of it. */
export interface AnswerSums {
  /** Who answered. */
  pupils: number;
  /** First judged answers, of which right, and right without help. */
  answers: number;
  right: number;
  unaided: number;
  /** Hints that were taken before them. */
  hints: number;
  /** Questions that ended by giving up. */
  givenUp: number;
}

export interface UnitSums extends AnswerSums {
  courseId: number;
  courseName: string;
  unitName: string;
}

export interface QuestionSums extends AnswerSums {
  qaId: number;
  problemId: number;
  question: string;
}

const sum = (condition: RawBuilder<unknown>, what: RawBuilder<unknown> = sql`1`) =>
  sql`sum(case when ${condition} then ${what} else 0 end)`;
const FIRST = sql`answer.counts = 1`;
const RIGHT = sql`${FIRST} and answer.verdict = 'correct'`;
const SUMS = sql`count(distinct case when ${FIRST} then answer.student_id end) as pupils, ${sum(FIRST)} as answers,
  ${sum(RIGHT)} as correct, ${sum(sql`${RIGHT} and answer.unaided = 1`)} as unaided,
  ${sum(FIRST, sql`answer.hints_used`)} as hints, ${sum(sql`answer.verdict = 'given up'`)} as given_up`;

/** Adds up answers by unit and by question, of pupils whose account is not disabled and of those who were erased. Two queries each. */
export class UnitSumsRepo {
  readonly #db: DatabaseManager;
  readonly #erased: ErasedAnswers;

  constructor(db: DatabaseManager) {
    this.#db = db;
    this.#erased = new ErasedAnswers(db);
  }

  /** Of a subject, by unit, archived ones too. */
  async byUnit(schoolIds: readonly number[], subject: string, period: Period): Promise<UnitSums[]> {
    if (schoolIds.length === 0) return [];
    const { rows } = await this.#db.run((db) =>
      sql<AnswerSumRow & { course_id: number; course: string; unit: string }>`
        select unit.course_id, (select name from courses where id = unit.course_id) as course, unit.name as unit, ${SUMS}
        from learning_units unit ${this.#inOrder()} attempts answer on answer.course_id = unit.course_id and answer.unit_name = unit.name
        where unit.course_id + 0 in (select id from courses where subject_name = ${subject}) and ${of(schoolIds, period)}
        group by unit.course_id, unit.name`.execute(db),
    );
    const erased = await this.#erased.byUnit(schoolIds, subject, period);
    const groups = Map.groupBy([...rows, ...erased], (row) => `${row.course_id}/${row.unit}`);
    return [...groups.values()].flatMap(([row, ...more]) => {
      if (!row) return [];
      const { course_id: courseId, course: courseName, unit: unitName } = row;
      return [{ courseId, courseName, unitName, ...sumsOf([row, ...more]) }];
    });
  }

  /** Of one unit, by question. */
  async byQuestion(
    schoolIds: readonly number[],
    { courseId, unitName }: { courseId: number; unitName: string },
    period: Period,
  ): Promise<QuestionSums[]> {
    if (schoolIds.length === 0) return [];
    const { rows } = await this.#db.run((db) =>
      sql<AnswerSumRow & { qa_id: number; problem_id: number; question: string }>`
        select answer.qa_id, qas.problem_id, qas.question, ${SUMS}
        from attempts answer join qas on qas.id = answer.qa_id
        where answer.course_id = ${courseId} and answer.unit_name = ${unitName} and ${of(schoolIds, period)}
        group by answer.qa_id, qas.problem_id, qas.question`.execute(db),
    );
    const erased = await this.#erased.byQuestion(schoolIds, { courseId, unitName }, period);
    const groups = Map.groupBy([...rows, ...erased], (row) => row.qa_id);
    return [...groups.values()].flatMap(([row, ...more]) => {
      if (!row) return [];
      const { qa_id: qaId, problem_id: problemId, question } = row;
      return [{ qaId, problemId, question, ...sumsOf([row, ...more]) }];
    });
  }

  /**
   * Units in their order (all of them, where `+ 0` keeps an index out), then of each its answers of these days, which an index holds with
   * all that is added up: nothing is sorted. Measured with 10,000 pupils and three months: 33 ms against 53.
   */
  #inOrder(): RawBuilder<unknown> {
    return this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
  }
}

const of = (schoolIds: readonly number[], { from, to }: Period) =>
  sql`answer.created_at >= ${toStored(from)} and answer.created_at < ${toStored(to)}
    and answer.student_id in (select student.user_id from students student join users account on account.id = student.user_id
      where student.school_id in (${sql.join([...schoolIds])}) and account.disabled_at is null)`;

function sumsOf(rows: readonly AnswerSumRow[]): AnswerSums {
  const sum = (name: keyof AnswerSumRow) => rows.reduce((all, row) => all + Number(row[name]), 0);
  return {
    pupils: sum('pupils'),
    answers: sum('answers'),
    right: sum('correct'),
    unaided: sum('unaided'),
    hints: sum('hints'),
    givenUp: sum('given_up'),
  };
}
