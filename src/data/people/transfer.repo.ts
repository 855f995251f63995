import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

/** A pupil whom one school has released to another, which has not taken them in yet. */
export interface Transfer {
  studentId: number;
  student: string;
  fromSchoolId: number;
  toSchoolId: number;
  fromSchool: string;
  toSchool: string;
  releasedAt: Instant;
}

/** Pupils on their way from school to school: at most one way at a time each. */
export class TransferRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(studentId: number): Promise<Transfer | undefined> {
    return (await this.#list('pupil_transfers.student_id', studentId))[0];
  }

  /** Who is waiting to be taken in by this school. */
  async to(schoolId: number): Promise<Transfer[]> {
    return this.#list('pupil_transfers.to_school_id', schoolId);
  }

  async #list(column: 'pupil_transfers.student_id' | 'pupil_transfers.to_school_id', id: number) {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('pupil_transfers')
        .innerJoin('users', 'users.id', 'pupil_transfers.student_id')
        .innerJoin('schools as before_', 'before_.id', 'pupil_transfers.from_school_id')
        .innerJoin('schools as after_', 'after_.id', 'pupil_transfers.to_school_id')
        .select([
          'student_id',
          'first_name',
          'last_name',
          'from_school_id',
          'to_school_id',
          'before_.name as fromSchool',
          'after_.name as toSchool',
          'released_at',
        ])
        .where(column, '=', id)
        .orderBy('released_at')
        .execute(),
    );
    return rows.map(
      (row): Transfer => ({
        studentId: row.student_id,
        student: `${row.first_name} ${row.last_name}`,
        fromSchoolId: row.from_school_id,
        toSchoolId: row.to_school_id,
        fromSchool: row.fromSchool,
        toSchool: row.toSchool,
        releasedAt: fromStored(row.released_at),
      }),
    );
  }

  /** Throws the database's unique violation where the pupil is on their way already. */
  async add(transfer: { studentId: number; fromSchoolId: number; toSchoolId: number; by: number; now: Instant }) {
    const row = {
      student_id: transfer.studentId,
      from_school_id: transfer.fromSchoolId,
      to_school_id: transfer.toSchoolId,
      released_by: transfer.by,
      released_at: toStored(transfer.now),
    };
    await this.#db.run((db) => db.insertInto('pupil_transfers').values(row).execute());
  }

  /** Ends a transfer between these schools. False: there was none, or somebody was quicker. */
  async end({ studentId, fromSchoolId, toSchoolId }: Pick<Transfer, 'studentId' | 'fromSchoolId' | 'toSchoolId'>) {
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('pupil_transfers')
        .where('student_id', '=', studentId)
        .where('from_school_id', '=', fromSchoolId)
        .where('to_school_id', '=', toSchoolId)
        .executeTakeFirst(),
    );
    return numDeletedRows > 0n;
  }

  /** The pupil belongs to this school from now on, with what figures are added up from. */
  async moveTo(studentId: number, schoolId: number): Promise<void> {
    await this.#db.run(async (db) => {
      await db.updateTable('students').set({ school_id: schoolId }).where('user_id', '=', studentId).execute();
      for (const table of ['session_facts', 'test_facts'] as const)
        await db.updateTable(table).set({ school_id: schoolId }).where('student_id', '=', studentId).execute();
      // What nobody has taken on is for whoever looks after the pupil now.
      await db
        .updateTable('safety_alerts')
        .set({ school_id: schoolId })
        .where('student_id', '=', studentId)
        .where('acknowledged_at', 'is', null)
        .execute();
      await db
        .updateTable('attention_alerts')
        .set({ school_id: schoolId })
        .where('student_id', '=', studentId)
        .where('closed_at', 'is', null)
        .execute();
    });
  }

  /** Whether the pupil has a device on loan that is not back yet. */
  async hasLoan(studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('tablets_students')
        .select('id')
        .where('student_id', '=', studentId)
        .where('end_time', 'is', null)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }
}
