import { type RawBuilder, sql } from 'kysely';
import type { PupilAnswers } from '../../domain/guidance/effect.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import type { UnitsAsked } from './guidance-standing.repo.ts';

/** From a moment up to another one, with guidance published in between. */
export interface Around {
  from: Instant;
  published: Instant;
  to: Instant;
}

/** A pupil of some classes. */
export interface MemberAnswers extends PupilAnswers {
  classIds: number[];
}

/** What pupils answered around a moment. */
export class GuidanceEffectRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * Of whoever is in these classes now and answered anything in these units in that time: first judged answers, and by how much the
   * mastery of a unit moved from the first of two or more answers to the last, a mean over the units. Three queries.
   */
  async answersAround(classIds: readonly number[], units: UnitsAsked, around: Around): Promise<MemberAnswers[]> {
    if (classIds.length === 0) return [];
    const members = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('users', 'users.id', 'classes_students.student_id')
        .select(['class_id as classId', 'student_id as studentId'])
        .where('class_id', 'in', [...classIds])
        .where('users.disabled_at', 'is', null)
        .execute(),
    );
    const within = sql`${inUnits(units)} and answer.created_at >= ${toStored(around.from)}
      and answer.created_at < ${toStored(around.to)} and answer.counts = 1`;
    const after = sql`case when answer.created_at >= ${toStored(around.published)} then 1 else 0 end`;
    const counts = await this.#counts(within, after);
    const gains = await this.#gains(within, after);
    const rooms = Map.groupBy(members, ({ studentId }) => studentId);
    return [...rooms].flatMap(([id, own]) => {
      const [before, since] = [counts.get(`${id}/0`), counts.get(`${id}/1`)];
      if (!before && !since) return [];
      const none = { answers: 0, right: 0 };
      const gainOf = (side: 0 | 1) => gains.get(`${id}/${side}`) ?? null;
      const answers = { before: before ?? none, after: since ?? none, gainBefore: gainOf(0), gainAfter: gainOf(1) };
      return [{ classIds: own.map(({ classId }) => classId), ...answers }];
    });
  }

  async #counts(within: RawBuilder<unknown>, after: RawBuilder<unknown>) {
    const { rows } = await this.#db.run((db) =>
      sql<{ student: number; side: number; answers: number; correct: number }>`
        select answer.student_id as student, ${after} as side, count(*) as answers,
          sum(case when answer.verdict = 'correct' then 1 else 0 end) as correct
        from attempts answer where ${within} group by answer.student_id, ${after}`.execute(db),
    );
    return new Map(
      rows.map(({ student, side, answers, correct }) => [
        `${student}/${side}`,
        { answers: Number(answers), right: Number(correct) },
      ]),
    );
  }

  async #gains(within: RawBuilder<unknown>, after: RawBuilder<unknown>): Promise<Map<string, number>> {
    const { rows } = await this.#db.run((db) =>
      sql<{ student: number; side: number; gain: number }>`
        select span.student, span.side, avg(latest.mastery_after - first.mastery_after) as gain
        from (select answer.student_id as student, answer.unit_name as unit, ${after} as side, min(answer.id) as first_id,
            max(answer.id) as last_id
          from attempts answer where ${within} and answer.mastery_after is not null
          group by answer.student_id, answer.course_id, answer.unit_name, ${after} having count(*) >= 2) span
        join attempts first on first.id = span.first_id join attempts latest on latest.id = span.last_id
        group by span.student, span.side`.execute(db),
    );
    return new Map(rows.map(({ student, side, gain }) => [`${student}/${side}`, Number(gain)]));
  }
}

function inUnits({ subject, courseId, unitNames }: UnitsAsked): RawBuilder<unknown> {
  const courses =
    courseId === null
      ? sql`answer.course_id in (select id from courses where subject_name = ${subject})`
      : sql`answer.course_id = ${courseId}`;
  // Of all units too they are named: only with its unit an answer is found by its day.
  const units = unitNames.length === 0 ? sql`select name from learning_units` : sql.join([...unitNames]);
  return sql`${courses} and answer.unit_name in (${units})`;
}
