import { sql } from 'kysely';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertedId, insertMissing, locking } from '../db/sql.ts';
import type { QuarterName } from './quarter.repo.ts';

/** One closing of a school's quarter. */
export interface QuarterClosing extends QuarterName {
  id: number;
  schoolId: number;
  /** 1, and one more each time that it is closed again. */
  run: number;
  state: 'running' | 'done' | 'failed';
  /** Who asked for it; null: by itself, or by a command. */
  by: string | null;
  askedAt: Instant;
  /** The pupil up to whom all are done. */
  afterStudent: number;
  pupilsDone: number;
  pupilsAll: number;
  /** Evaluations that were made first, and those that say something else now. */
  made: number;
  changed: number;
  finishedAt: Instant | null;
  /** When everybody sees it, also where a class manager has not released it. */
  releaseAt: Instant;
  releasedAt: Instant | null;
}

interface NewClosing extends QuarterName {
  schoolId: number;
  run: number;
  byId: number | null;
  pupilsAll: number;
  releaseAt: Instant;
  now: Instant;
}

/** How schools' quarters are closed, and who sees them. */
export class QuarterClosingRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Writes down that a quarter is to be closed. Throws the database's unique violation where this run is there already. */
  async add({ schoolId, schoolYear, quarter, run, byId, pupilsAll, releaseAt, now }: NewClosing): Promise<number> {
    const row = {
      school_id: schoolId,
      school_year: schoolYear,
      quarter,
      run,
      by_id: byId,
      pupils_all: pupilsAll,
      state: 'running' as const,
      asked_at: toStored(now),
      release_at: toStored(releaseAt),
      after_student: 0,
      pupils_done: 0,
      made: 0,
      changed: 0,
    };
    return this.#db.run(async (db) =>
      insertedId(await db.insertInto('quarter_closings').values(row).executeTakeFirstOrThrow()),
    );
  }

  async find(id: number): Promise<QuarterClosing | undefined> {
    const row = await this.#db.run(() =>
      selectClosings(this.#db).where('quarter_closings.id', '=', id).executeTakeFirst(),
    );
    return row && toClosing(row);
  }

  /** Holds a closing until the transaction ends, and says how far it is. */
  async hold(id: number): Promise<void> {
    const query = this.#db.handle().selectFrom('quarter_closings').select('id').where('id', '=', id);
    await locking(this.#db.dialect, query).executeTakeFirst();
  }

  /** The closings of a school, or of all, the newest first; of a quarter where one is named. */
  async list(schoolId: number | null, name?: QuarterName, limit = 50): Promise<QuarterClosing[]> {
    let query = selectClosings(this.#db).orderBy('quarter_closings.id', 'desc').limit(limit);
    if (schoolId !== null) query = query.where('quarter_closings.school_id', '=', schoolId);
    if (name) {
      query = query
        .where('quarter_closings.school_year', '=', name.schoolYear)
        .where('quarter_closings.quarter', '=', name.quarter);
    }
    return (await query.execute()).map(toClosing);
  }

  /** Moves on after a slice. False: another worker has moved it. */
  async advance(
    closing: QuarterClosing,
    { last, pupils, made, changed }: { last: number; pupils: number; made: number; changed: number },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('quarter_closings')
        .set((eb) => ({
          after_student: last,
          pupils_done: eb('pupils_done', '+', pupils),
          made: eb('made', '+', made),
          changed: eb('changed', '+', changed),
        }))
        .where('id', '=', closing.id)
        .where('after_student', '=', closing.afterStudent)
        .where('state', '=', 'running')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  async end(id: number, state: 'done' | 'failed', now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('quarter_closings')
        .set({ state, finished_at: toStored(now) })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute(),
    );
  }

  /** Schools, by id, with whether somebody of theirs studied in that time. */
  async schools(time: { from: Instant; to: Instant }): Promise<{ id: number; name: string; studied: boolean }[]> {
    const [from, to] = [toStored(time.from), toStored(time.to)];
    const { rows } = await this.#db.run((db) =>
      sql<{ id: number; name: string; studied: number }>`select school.id, school.name,
        exists (select 1 from students student join session_facts fact on fact.student_id = student.user_id
          where student.school_id = school.id and fact.started_at >= ${from} and fact.started_at < ${to}) as studied
        from schools school order by school.id`.execute(db),
    );
    return rows.map(({ studied, ...school }) => ({ ...school, studied: Number(studied) === 1 }));
  }

  /** Lets these pupils and their parents see a quarter; who sees it already stays as it is. */
  async release(studentIds: readonly number[], name: QuarterName, byId: number | null, now: Instant): Promise<void> {
    const { schoolYear: school_year, quarter } = name;
    const rows = studentIds.map((student_id) => ({ student_id, school_year, quarter, by_id: byId, at: toStored(now) }));
    if (rows.length === 0) return;
    await this.#db.run(() =>
      insertMissing(this.#db, 'quarter_releases', ['student_id', 'school_year', 'quarter'], rows),
    );
  }

  /** Closings whose quarter everybody is to see by now, and does not yet. */
  async dueForRelease(now: Instant): Promise<QuarterClosing[]> {
    const rows = await selectClosings(this.#db)
      .where('quarter_closings.state', '=', 'done')
      .where('quarter_closings.released_at', 'is', null)
      .where('quarter_closings.release_at', '<=', toStored(now))
      .execute();
    return rows.map(toClosing);
  }

  /** Releases a closed quarter to all pupils of the school that it was made for. In the caller's transaction. */
  async releaseAll({ id, schoolId, schoolYear, quarter }: QuarterClosing, now: Instant): Promise<void> {
    const made = await this.#db.run((db) =>
      db
        .selectFrom('quarter_proficiency_evaluations as made')
        .innerJoin('students', 'students.user_id', 'made.student_id')
        .select('made.student_id')
        .distinct()
        .where('students.school_id', '=', schoolId)
        .where('made.school_year', '=', schoolYear)
        .where('made.quarter', '=', quarter)
        .execute(),
    );
    await this.release(
      made.map((row) => row.student_id),
      { schoolYear, quarter },
      null,
      now,
    );
    await this.#db.run((db) =>
      db
        .updateTable('quarter_closings')
        .set({ released_at: toStored(now) })
        .where('id', '=', id)
        .execute(),
    );
  }

  /** Which of these pupils see which quarters, as `pupil year/quarter`, with the moment from which on. */
  async releasesOf(studentIds: readonly number[]): Promise<Map<string, Instant>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('quarter_releases')
        .selectAll()
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    return new Map(
      rows.map(({ student_id: id, school_year: schoolYear, quarter, at }) => [
        releaseKey(id, { schoolYear, quarter }),
        fromStored(at),
      ]),
    );
  }
}

/** Names a quarter of a pupil. */
export const releaseKey = (studentId: number, { schoolYear, quarter }: QuarterName): string =>
  `${studentId} ${schoolYear}/${quarter}`;

function selectClosings(db: DatabaseManager) {
  return db
    .handle()
    .selectFrom('quarter_closings')
    .leftJoin('users', 'users.id', 'quarter_closings.by_id')
    .selectAll('quarter_closings')
    .select(['users.first_name', 'users.last_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectClosings>['execute']>>[number];

function toClosing(row: Row): QuarterClosing {
  const { id, school_id: schoolId, school_year: schoolYear, quarter, run, state, made, changed } = row;
  return {
    id,
    schoolId,
    schoolYear,
    quarter,
    run,
    state,
    made,
    changed,
    by: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
    askedAt: fromStored(row.asked_at),
    afterStudent: row.after_student,
    pupilsDone: row.pupils_done,
    pupilsAll: row.pupils_all,
    finishedAt: fromStoredOrNull(row.finished_at),
    releaseAt: fromStored(row.release_at),
    releasedAt: fromStoredOrNull(row.released_at),
  };
}
