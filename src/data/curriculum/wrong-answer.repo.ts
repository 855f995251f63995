import { sql } from 'kysely';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';

/** What pupils answered to a question that reads as it does now. */
export interface AnsweredQuestion {
  qaId: number;
  /** How many pupils answered it, right or wrong. */
  answered: number;
  /** Each wrong answer of each pupil once. */
  given: { giver: number; understood: string }[];
}

/** What many pupils answered wrongly to a question that reads as it does now, by the way it was written. */
export interface OftenAnswered {
  qaId: number;
  answered: number;
  wrong: { understood: string; pupils: number }[];
}

/** So many different answers say which are common. */
const MOST = 3000;

/** Wrong answers of pupils at home and at school, by question. */
export class WrongAnswerRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** To the questions of a problem; answers to an earlier wording, or by an earlier key, are left out. Two queries. */
  async ofProblem(problemId: number): Promise<AnsweredQuestion[]> {
    const counts = await this.#db.run((db) => countAnswered(answersTo(db, [problemId])).execute());
    const rows = await this.#db.run((db) =>
      answersTo(db, [problemId])
        .select(['attempts.qa_id as qaId', 'attempts.student_id as giver'])
        .select(sql<string>`coalesce(attempts.understood, attempts.answer)`.as('understood'))
        .distinct()
        .where('attempts.verdict', '=', 'incorrect')
        .orderBy('attempts.student_id', 'desc')
        .limit(MOST)
        .execute(),
    );
    const wrong = Map.groupBy(rows, ({ qaId }) => qaId);
    return counts.map(({ qaId, answered }) => ({
      qaId,
      answered: Number(answered),
      given: (wrong.get(qaId) ?? []).map(({ giver, understood }) => ({ giver, understood })),
    }));
  }

  /** Of these problems, the questions to which so many pupils gave the same wrong answer, written alike. Two queries. */
  async givenOften(problemIds: readonly number[], leastPupils: number): Promise<OftenAnswered[]> {
    if (problemIds.length === 0) return [];
    const understood = sql<string>`coalesce(attempts.understood, attempts.answer)`;
    const rows = await this.#db.run((db) =>
      answersTo(db, problemIds)
        .select(({ fn }) => [
          'attempts.qa_id as qaId',
          understood.as('understood'),
          fn.count<number>('attempts.student_id').distinct().as('pupils'),
        ])
        .where('attempts.verdict', '=', 'incorrect')
        .groupBy(['attempts.qa_id', understood])
        .having(({ fn }) => fn.count('attempts.student_id').distinct(), '>=', leastPupils)
        .execute(),
    );
    const counts = await this.#db.run((db) => countAnswered(answersTo(db, problemIds)).execute());
    const wrong = Map.groupBy(rows, ({ qaId }) => qaId);
    return counts.flatMap(({ qaId, answered }) => {
      const found = (wrong.get(qaId) ?? []).map((one) => ({ understood: one.understood, pupils: Number(one.pupils) }));
      return found.length === 0 ? [] : [{ qaId, answered: Number(answered), wrong: found }];
    });
  }
}

/** How many pupils answered each question, right or wrong. */
function countAnswered(answers: ReturnType<typeof answersTo>) {
  return answers
    .select(({ fn }) => ['attempts.qa_id as qaId', fn.count<number>('attempts.student_id').distinct().as('answered')])
    .where('attempts.verdict', 'in', ['correct', 'incorrect'])
    .groupBy('attempts.qa_id');
}

function answersTo(db: Handle, problemIds: readonly number[]) {
  return (
    db
      .selectFrom('qas')
      .innerJoin('attempts', 'attempts.qa_id', 'qas.id')
      .innerJoin('qa_revisions as asked', 'asked.id', 'attempts.revision_id')
      .innerJoin('qa_revisions as now', 'now.id', 'qas.revision_id')
      .where('qas.problem_id', 'in', [...problemIds])
      .whereRef('asked.question', '=', 'now.question')
      .whereRef('asked.stem', '=', 'now.stem')
      .whereRef('asked.choices', '=', 'now.choices')
      .whereRef('asked.answer', '=', 'now.answer')
      // What retention has taken away says nothing any more.
      .where(({ eb, or }) => or([eb('attempts.answer', '<>', ''), eb('attempts.choice_id', 'is not', null)]))
  );
}
