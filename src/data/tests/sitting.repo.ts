import type { Updateable } from 'kysely';
import type { HandedInBy, SittingPhase, SittingStatus } from '../../domain/assessment/sitting.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSittings } from '../analytics/test-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored, toStoredOrNull } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { inChunks, locking } from '../db/sql.ts';
import { holdPupil } from '../people/hold-pupil.ts';
import { type SittingRecord, selectSittings, toSitting } from './sitting-rows.ts';

/** A sitting that is about to be. */
export interface NewSitting {
  testId: number;
  studentId: number;
  sitting: number;
  date: Instant;
  deadline: Instant;
  extraMinutes: number;
  teacherId: number | null;
  scheduledBy: number;
}

/** What a change of phase writes beside it. */
export interface SittingChange {
  status?: SittingStatus;
  seed?: string;
  begunAt?: Instant;
  endsAt?: Instant;
  submittedAt?: Instant;
  submittedBy?: HandedInBy;
  markedAt?: Instant;
  releasedAt?: Instant;
  finalGrade?: number | null;
}

/** Sittings of tests: their state is changed by compare-and-set on the phase. */
export class SittingRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(id: number): Promise<SittingRecord | undefined> {
    const row = await this.#db.run((db) => selectSittings(db).where('tests_students.id', '=', id).executeTakeFirst());
    return row && toSitting(row);
  }

  /** The same, held until the transaction ends: who saves, hands in or marks waits for who was first. */
  async lock(id: number): Promise<SittingRecord | undefined> {
    await this.#db.run((db) =>
      locking(this.#db.dialect, db.selectFrom('tests_students').select('id').where('id', '=', id)).executeTakeFirst(),
    );
    return this.find(id);
  }

  /** Holds a pupil until the transaction ends, so that a test and a study session do not begin beside each other. */
  async lockPupil(studentId: number): Promise<void> {
    await holdPupil(this.#db, studentId);
  }

  /** The sitting that a pupil has begun and not handed in, if its time is not up at that moment. */
  async findUnderWay(studentId: number, now: Instant): Promise<SittingRecord | undefined> {
    const row = await this.#db.run((db) =>
      selectSittings(db)
        .where('tests_students.student_id', '=', studentId)
        .where('tests_students.phase', '=', 'begun')
        .where('tests_students.ends_at', '>', toStored(now))
        .executeTakeFirst(),
    );
    return row && toSitting(row);
  }

  /** Begun sittings whose end lies before a moment. */
  async listOverdue(before: Instant, limit: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students')
        .select('id')
        .where('phase', '=', 'begun')
        .where('ends_at', '<=', toStored(before))
        .orderBy('ends_at')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => row.id);
  }

  /** All sittings of these tests by these pupils, in the order of pupils and sittings. */
  async listOf(testId: number, studentIds: readonly number[]): Promise<SittingRecord[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      selectSittings(db)
        .where('tests_students.test_id', '=', testId)
        .where('tests_students.student_id', 'in', [...studentIds])
        .orderBy('tests_students.student_id')
        .orderBy('tests_students.sitting')
        .execute(),
    );
    return rows.map(toSitting);
  }

  /** Sittings that have a result and were asked this question. */
  async listMarkedWith(qaId: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('test_answers')
        .innerJoin('tests_students', 'tests_students.id', 'test_answers.sitting_id')
        .select('tests_students.id')
        .where('test_answers.qa_id', '=', qaId)
        .where('tests_students.phase', 'in', ['submitted', 'marked', 'released'])
        .orderBy('tests_students.id')
        .execute(),
    );
    return rows.map((row) => row.id);
  }

  /** Throws the database's unique violation when a pupil has this sitting of the test already. */
  async create(sittings: readonly NewSitting[]): Promise<void> {
    const rows = sittings.map((one) => ({
      test_id: one.testId,
      student_id: one.studentId,
      sitting: one.sitting,
      status: 'scheduled' as const,
      phase: 'not begun' as const,
      date: toStored(one.date),
      deadline: toStored(one.deadline),
      extra_minutes: one.extraMinutes,
      teacher_id: one.teacherId,
      scheduled_by: one.scheduledBy,
    }));
    for (const chunk of inChunks(rows)) {
      await this.#db.run((db) => db.insertInto('tests_students').values(chunk).execute());
    }
  }

  /** From one phase to another. False: it was in another phase by then, and nothing was changed. */
  async move(id: number, from: SittingPhase, to: SittingPhase, change: SittingChange = {}): Promise<boolean> {
    if (to !== 'released') return this.#update(id, from, { phase: to, ...toRow(change) });
    return this.#db.tx(async () => {
      if (!(await this.#update(id, from, { phase: to, ...toRow(change) }))) return false;
      await countSittings(this.#db, [id]);
      return true;
    });
  }

  /** Another window, more minutes, a reason for the delay. False: it was begun by then. */
  async reschedule(
    id: number,
    set: { status: SittingStatus; date: Instant; deadline: Instant; extraMinutes: number; delayReason: string | null },
  ): Promise<boolean> {
    return this.#update(id, 'not begun', {
      status: set.status,
      date: toStored(set.date),
      deadline: toStored(set.deadline),
      extra_minutes: set.extraMinutes,
      delay_reason: set.delayReason,
    });
  }

  /**
   * Another window for those of these sittings that are not begun and have no date of their own by now; answers for how many. All else
   * of them stays.
   */
  async moveScheduled(
    ids: readonly number[],
    { date, deadline }: { date: Instant; deadline: Instant },
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('tests_students')
        .set({ date: toStored(date), deadline: toStored(deadline) })
        .where('id', 'in', [...ids])
        .where('phase', '=', 'not begun')
        .where('status', '=', 'scheduled')
        .executeTakeFirstOrThrow(),
    );
    return Number(numUpdatedRows);
  }

  /** More minutes for a sitting under way. */
  async extend(id: number, set: { extraMinutes: number; endsAt: Instant }): Promise<boolean> {
    return this.#update(id, 'begun', { extra_minutes: set.extraMinutes, ends_at: toStored(set.endsAt) });
  }

  /** Everything is marked that needs no person. */
  async setChecked(id: number, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('tests_students')
        .set({ checked_at: toStored(now) })
        .where('id', '=', id)
        .execute(),
    );
  }

  /** Another grade of a sitting that has one, and what it means. */
  async regrade(id: number, set: { grade: number; status: SittingStatus; regradedAt: Instant | null }): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .updateTable('tests_students')
        .set({
          final_grade: set.grade,
          status: set.status,
          ...(set.regradedAt === null ? {} : { regraded_at: toStored(set.regradedAt) }),
        })
        .where('id', '=', id)
        .where('phase', 'in', ['marked', 'released'])
        .execute();
      await countSittings(this.#db, [id]);
    });
  }

  /** Takes a sitting away that nobody has begun. False: it was begun by then. */
  async remove(id: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db.deleteFrom('tests_students').where('id', '=', id).where('phase', '=', 'not begun').executeTakeFirst(),
    );
    return numDeletedRows === 1n;
  }

  async #update(id: number, phase: SittingPhase, set: Updateable<Tables['tests_students']>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('tests_students').set(set).where('id', '=', id).where('phase', '=', phase).executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }
}

function toRow(change: SittingChange): Updateable<Tables['tests_students']> {
  const { status, seed, submittedBy, finalGrade } = change;
  const instants = {
    begun_at: change.begunAt,
    ends_at: change.endsAt,
    submitted_at: change.submittedAt,
    marked_at: change.markedAt,
    released_at: change.releasedAt,
  };
  return {
    ...(status === undefined ? {} : { status }),
    ...(seed === undefined ? {} : { seed }),
    ...(submittedBy === undefined ? {} : { submitted_by: submittedBy }),
    ...(finalGrade === undefined ? {} : { final_grade: finalGrade }),
    ...Object.fromEntries(
      Object.entries(instants).flatMap(([name, at]) => (at === undefined ? [] : [[name, toStoredOrNull(at)]])),
    ),
  };
}
