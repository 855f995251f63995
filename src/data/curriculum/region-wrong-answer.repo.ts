import { type RawBuilder, sql } from 'kysely';
import type { Giver } from '../../domain/tutoring/common-wrong-answers.ts';
import { erasedIn } from '../analytics/erased-answers.ts';
import type { Period } from '../analytics/fact-sums.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** A question that many pupils answered wrongly, with every wrong answer of each of them once. */
export interface WronglyAnswered {
  qaId: number;
  /** How many answered it as it reads now, right or wrong. */
  answered: number;
  given: { giver: Giver; schoolId: number; understood: string }[];
}

/** So many questions are looked at, and so many different answers to them. */
const MOST_QUESTIONS = 40;
const MOST_ANSWERS = 20_000;

/** Wrong answers of the pupils of some schools, over all questions of a subject. */
export class RegionWrongAnswerRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * The questions that the most pupils answered wrongly, so many of them at least. Answers to an earlier wording, or by an earlier key,
   * are left out. Those who were erased count, as far as what they wrote is kept. Five queries.
   */
  async often(
    schoolIds: readonly number[],
    subject: string,
    period: Period,
    leastPupils: number,
  ): Promise<WronglyAnswered[]> {
    if (schoolIds.length === 0) return [];
    const qaIds = await this.#wrongest(schoolIds, subject, period, leastPupils);
    if (qaIds.length === 0) return [];
    const there = this.#asTheyRead(schoolIds, period, qaIds);
    const erased = this.#erasedAsTheyRead(schoolIds, period, qaIds);
    const counts = [
      ...(await this.#counted(there, sql`answer.student_id`)),
      ...(await this.#counted(erased, sql`answer.lot`)),
    ];
    const given = [
      ...(await this.#given(sql`select distinct ${QA} as ${sql.ref('qaId')}, answer.student_id as giver,
        pupil.school_id as ${sql.ref('schoolId')}, coalesce(answer.understood, answer.answer) as understood
        ${there} and answer.verdict = 'incorrect' order by answer.student_id limit ${sql.lit(MOST_ANSWERS)}`)),
      ...(await this.#given(sql`select distinct ${QA} as ${sql.ref('qaId')}, answer.lot as giver,
        answer.school_id as ${sql.ref('schoolId')}, answer.understood as understood
        ${erased} and answer.understood is not null order by answer.lot limit ${sql.lit(MOST_ANSWERS)}`)),
    ];
    const byQuestion = Map.groupBy(given, ({ qaId }) => qaId);
    return [...Map.groupBy(counts, ({ qaId }) => qaId)].map(([qaId, own]) => ({
      qaId,
      answered: own.reduce((all, { answered }) => all + Number(answered), 0),
      given: byQuestion.get(qaId) ?? [],
    }));
  }

  async #counted(answers: RawBuilder<unknown>, giver: RawBuilder<unknown>) {
    const { rows } = await this.#db.run((db) =>
      sql<{ qaId: number; answered: number }>`select ${QA} as ${sql.ref('qaId')}, count(distinct ${giver}) as answered
        ${answers} group by ${QA}`.execute(db),
    );
    return rows;
  }

  async #given(query: RawBuilder<unknown>) {
    const { rows } = await this.#db.run((db) =>
      sql<{ qaId: number; giver: Giver; schoolId: number; understood: string }>`${query}`.execute(db),
    );
    return rows;
  }

  async #wrongest(schoolIds: readonly number[], subject: string, period: Period, leastPupils: number) {
    const inOrder = this.#inOrder();
    const { from, to } = period;
    const courses = sql`select id from courses where subject_name = ${subject}`;
    const { rows } = await this.#db.run((db) =>
      sql<{ qa: number }>`select qa, sum(pupils) as pupils from (
          select answer.qa_id as qa, count(distinct answer.student_id) as pupils
          from learning_units unit ${inOrder} attempts answer on answer.course_id = unit.course_id and answer.unit_name = unit.name
          where unit.course_id in (${courses}) and answer.created_at >= ${toStored(from)} and answer.created_at < ${toStored(to)}
            and answer.verdict = 'incorrect' and answer.student_id in (select student.user_id from students student
              join users account on account.id = student.user_id
              where student.school_id in (${sql.join([...schoolIds])}) and account.disabled_at is null)
          group by answer.qa_id
          union all
          select answer.qa_id as qa, count(distinct answer.lot) as pupils from erased_answers answer
          where answer.course_id in (${courses}) and answer.wrong > 0 and ${erasedIn(schoolIds, period)} group by answer.qa_id
        ) wrong group by qa having sum(pupils) >= ${leastPupils} order by sum(pupils) desc, qa limit ${MOST_QUESTIONS}`.execute(
        db,
      ),
    );
    return rows.map(({ qa }) => qa);
  }

  /**
   * Answers to these questions as they read now: of their units the answers of these days by an index that knows the question, then
   * what it does not hold. Not all that was ever answered to a question.
   */
  #asTheyRead(schoolIds: readonly number[], { from, to }: Period, qaIds: readonly number[]): RawBuilder<unknown> {
    const join = this.#inOrder();
    const ids = sql.join([...qaIds]);
    return sql`from (select distinct course_id, unit_name from qas where id in (${ids})) unit
      ${join} attempts answer on answer.course_id = unit.course_id and answer.unit_name = unit.unit_name
        and answer.created_at >= ${toStored(from)} and answer.created_at < ${toStored(to)} and answer.qa_id in (${ids})
        and answer.verdict in ('correct', 'incorrect') and answer.revision_id in (${revisionsAsTheyRead(qaIds)})
      ${join} students pupil on pupil.user_id = answer.student_id
      where pupil.school_id in (${sql.join([...schoolIds])})
        and answer.student_id not in (select id from users where disabled_at is not null)`;
  }

  #erasedAsTheyRead(schoolIds: readonly number[], period: Period, qaIds: readonly number[]): RawBuilder<unknown> {
    return sql`from erased_answers answer where answer.qa_id in (${sql.join([...qaIds])}) and answer.judged > 0
      and answer.revision_id in (${revisionsAsTheyRead(qaIds)}) and ${erasedIn(schoolIds, period)}`;
  }

  #inOrder(): RawBuilder<unknown> {
    return this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
  }
}

const QA = sql.ref('answer.qa_id');

const revisionsAsTheyRead = (qaIds: readonly number[]) => sql`select asked.id from qas question
  join qa_revisions now on now.id = question.revision_id join qa_revisions asked on asked.qa_id = question.id
  where question.id in (${sql.join([...qaIds])}) and asked.question = now.question
    and asked.stem = now.stem and asked.choices = now.choices and asked.answer = now.answer`;
