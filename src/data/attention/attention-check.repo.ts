import type { CivilDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { locking } from '../db/sql.ts';

/** How far a look at a school is. */
export interface AttentionCheck {
  afterStudent: number;
  finished: boolean;
}

/** Looks at schools, one a day. */
export class AttentionCheckRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Schools that nobody has looked at on a day. */
  async missing(day: CivilDay): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .leftJoin('attention_checks', (join) =>
          join.onRef('attention_checks.school_id', '=', 'schools.id').on('attention_checks.day', '=', day),
        )
        .select('schools.id')
        .where('attention_checks.day', 'is', null)
        .orderBy('schools.id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** Begins a look. Throws the database's unique violation where there is one of that day. */
  async begin(schoolId: number, day: CivilDay, now: Instant): Promise<void> {
    const counts = { after_student: 0, pupils_done: 0, raised: 0, closed: 0 };
    const row = { school_id: schoolId, day, began_at: toStored(now), ...counts };
    await this.#db.run((db) => db.insertInto('attention_checks').values(row).execute());
  }

  /** Holds a look until the transaction ends, and says how far it is. */
  async hold(schoolId: number, day: CivilDay): Promise<AttentionCheck | undefined> {
    const query = this.#db
      .handle()
      .selectFrom('attention_checks')
      .select(['after_student', 'finished_at'])
      .where('school_id', '=', schoolId)
      .where('day', '=', day);
    const row = await locking(this.#db.dialect, query).executeTakeFirst();
    return row && { afterStudent: row.after_student, finished: row.finished_at !== null };
  }

  /** Moves on after a slice. */
  async advance(
    schoolId: number,
    day: CivilDay,
    { last, pupils, raised, closed }: { last: number; pupils: number; raised: number; closed: number },
  ): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('attention_checks')
        .set((eb) => ({
          after_student: last,
          pupils_done: eb('pupils_done', '+', pupils),
          raised: eb('raised', '+', raised),
          closed: eb('closed', '+', closed),
        }))
        .where('school_id', '=', schoolId)
        .where('day', '=', day)
        .execute(),
    );
  }

  /** How many pupils of each class manager have an alert that was raised by this look. */
  async raisedByManager(schoolId: number, day: CivilDay): Promise<{ managerId: number; pupils: number }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('attention_checks as look')
        .innerJoin('attention_alerts as alert', (join) =>
          join
            .onRef('alert.school_id', '=', 'look.school_id')
            .onRef('alert.raised_at', '>=', 'look.began_at')
            .on('alert.closed_at', 'is', null),
        )
        .innerJoin('classes_students as member', 'member.student_id', 'alert.student_id')
        .innerJoin('classess_class_managers as mine', 'mine.class_id', 'member.class_id')
        .select(({ fn }) => [
          'mine.class_manager_id as managerId',
          fn.count('alert.student_id').distinct().as('pupils'),
        ])
        .where('look.school_id', '=', schoolId)
        .where('look.day', '=', day)
        .groupBy('mine.class_manager_id')
        .execute(),
    );
    return rows.map(({ managerId, pupils }) => ({ managerId, pupils: Number(pupils) }));
  }

  /** The manager of a school; null: it has none. */
  async managerOf(schoolId: number): Promise<number | null> {
    const row = await this.#db.run((db) =>
      db.selectFrom('schools').select('school_manager_id').where('id', '=', schoolId).executeTakeFirst(),
    );
    return row?.school_manager_id ?? null;
  }

  async finish(schoolId: number, day: CivilDay, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('attention_checks')
        .set({ finished_at: toStored(now) })
        .where('school_id', '=', schoolId)
        .where('day', '=', day)
        .execute(),
    );
  }
}
