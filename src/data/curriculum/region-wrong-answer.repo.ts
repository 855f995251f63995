import { sql } from 'kysely';
import type { Period } from '../analytics/fact-sums.repo.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';

/** A question that many pupils answered wrongly, with every wrong answer of each of them once. */
export interface WronglyAnswered {
  qaId: number;
  /** How many answered it as it reads now, right or wrong. */
  answered: number;
  given: { studentId: number; schoolId: number; understood: string }[];
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
   * are left out. Three queries.
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
    const counts = await this.#db.run((db) =>
      asTheyRead(db, schoolIds, period, qaIds)
        .select(({ fn }) => [
          'attempts.qa_id as qaId',
          fn.count<number>('attempts.student_id').distinct().as('answered'),
        ])
        .groupBy('attempts.qa_id')
        .execute(),
    );
    const rows = await this.#db.run((db) =>
      asTheyRead(db, schoolIds, period, qaIds)
        .select(['attempts.qa_id as qaId', 'attempts.student_id as studentId', 'students.school_id as schoolId'])
        .select(sql<string>`coalesce(attempts.understood, attempts.answer)`.as('understood'))
        .distinct()
        .where('attempts.verdict', '=', 'incorrect')
        .orderBy('attempts.student_id')
        .limit(MOST_ANSWERS)
        .execute(),
    );
    const byQuestion = Map.groupBy(rows, ({ qaId }) => qaId);
    return counts.map(({ qaId, answered }) => ({
      qaId,
      answered: Number(answered),
      given: byQuestion.get(qaId) ?? [],
    }));
  }

  async #wrongest(schoolIds: readonly number[], subject: string, { from, to }: Period, leastPupils: number) {
    const inOrder = this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
    const { rows } = await this.#db.run((db) =>
      sql<{ qa: number }>`select answer.qa_id as qa
        from courses course ${inOrder} attempts answer on answer.course_id = course.id
        where course.subject_name = ${subject} and answer.created_at >= ${toStored(from)} and answer.created_at < ${toStored(to)}
          and answer.verdict = 'incorrect' and answer.student_id in (select student.user_id from students student
            join users account on account.id = student.user_id
            where student.school_id in (${sql.join([...schoolIds])}) and account.disabled_at is null)
        group by answer.qa_id having count(distinct answer.student_id) >= ${leastPupils}
        order by count(distinct answer.student_id) desc, answer.qa_id limit ${MOST_QUESTIONS}`.execute(db),
    );
    return rows.map(({ qa }) => qa);
  }
}

/** Answers to these questions as they read now. */
function asTheyRead(db: Handle, schoolIds: readonly number[], { from, to }: Period, qaIds: readonly number[]) {
  return db
    .selectFrom('attempts')
    .innerJoin('qas', 'qas.id', 'attempts.qa_id')
    .innerJoin('qa_revisions as asked', 'asked.id', 'attempts.revision_id')
    .innerJoin('qa_revisions as now', 'now.id', 'qas.revision_id')
    .innerJoin('students', 'students.user_id', 'attempts.student_id')
    .innerJoin('users', 'users.id', 'attempts.student_id')
    .where('attempts.qa_id', 'in', [...qaIds])
    .where('attempts.created_at', '>=', toStored(from))
    .where('attempts.created_at', '<', toStored(to))
    .where('attempts.verdict', 'in', ['correct', 'incorrect'])
    .where('students.school_id', 'in', [...schoolIds])
    .where('users.disabled_at', 'is', null)
    .whereRef('asked.question', '=', 'now.question')
    .whereRef('asked.stem', '=', 'now.stem')
    .whereRef('asked.choices', '=', 'now.choices')
    .whereRef('asked.answer', '=', 'now.answer');
}
