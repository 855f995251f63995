import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, toStored } from '../db/instants.ts';
import { takeBackMails } from '../mail/take-back.ts';

export type GuardianStatus = 'verified' | 'blocked';

/** A parent and a pupil who belong together. */
export interface Guardianship {
  parentId: number;
  studentId: number;
  status: GuardianStatus;
  statusAt: Instant | null;
  statusNote: string | null;
  parent: string;
  student: string;
  /** Of the pupil. */
  schoolId: number;
}

export interface GuardianChange {
  status: GuardianStatus;
  note: string | null;
  now: Instant;
}

/** Which parents belong to which pupils. */
export class GuardianRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async ofStudents(studentIds: readonly number[]): Promise<Guardianship[]> {
    return studentIds.length === 0 ? [] : this.#list('parents_students.student_id', studentIds);
  }

  /** The children of these parents, in whichever school. */
  async ofParents(parentIds: readonly number[]): Promise<Guardianship[]> {
    return parentIds.length === 0 ? [] : this.#list('parents_students.parent_id', parentIds);
  }

  async #list(column: 'parents_students.student_id' | 'parents_students.parent_id', ids: readonly number[]) {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('parents_students')
        .innerJoin('users as parents_of', 'parents_of.id', 'parents_students.parent_id')
        .innerJoin('users as pupils', 'pupils.id', 'parents_students.student_id')
        .innerJoin('students', 'students.user_id', 'parents_students.student_id')
        .select([
          'parents_students.parent_id',
          'parents_students.student_id',
          'parents_students.status',
          'parents_students.status_at',
          'parents_students.status_note',
          'parents_of.first_name as parentFirst',
          'parents_of.last_name as parentLast',
          'pupils.first_name as pupilFirst',
          'pupils.last_name as pupilLast',
          'students.school_id',
        ])
        .where(column, 'in', [...ids])
        .orderBy('parents_of.last_name')
        .orderBy('pupils.first_name')
        .execute(),
    );
    return rows.map(
      (row): Guardianship => ({
        parentId: row.parent_id,
        studentId: row.student_id,
        status: row.status,
        statusAt: fromStoredOrNull(row.status_at),
        statusNote: row.status_note,
        parent: `${row.parentFirst} ${row.parentLast}`,
        student: `${row.pupilFirst} ${row.pupilLast}`,
        schoolId: row.school_id,
      }),
    );
  }

  /** The account of a parent by username, with the school that keeps it; undefined for everybody who is none. */
  async findParent(username: string): Promise<{ id: number; schoolId: number | null } | undefined> {
    return this.#db.run((db) =>
      db
        .selectFrom('parents')
        .innerJoin('users', 'users.id', 'parents.user_id')
        .select(['users.id', 'parents.school_id as schoolId'])
        .where('users.username', '=', username)
        .executeTakeFirst(),
    );
  }

  async add(parentId: number, studentId: number, { status, note, now }: GuardianChange): Promise<void> {
    const row = {
      parent_id: parentId,
      student_id: studentId,
      status,
      status_at: toStored(now),
      status_note: note,
    };
    await this.#db.run((db) => db.insertInto('parents_students').values(row).execute());
  }

  /** False: there is no such guardianship, or it was so already. Who is blocked gets no letter about the pupil that still waits. */
  async setStatus(parentId: number, studentId: number, { status, note, now }: GuardianChange): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('parents_students')
        .set({ status, status_at: toStored(now), status_note: note })
        .where('parent_id', '=', parentId)
        .where('student_id', '=', studentId)
        .where('status', '<>', status)
        .executeTakeFirst(),
    );
    if (status === 'blocked') await this.#takeBackMails(parentId, studentId);
    return numUpdatedRows > 0n;
  }

  /** Takes away what other schools than this have asked of a parent and nobody has answered. */
  async dropRequests(parentId: number, besidesSchool: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .deleteFrom('guardian_requests')
        .where('username', 'in', (in_) => in_.selectFrom('users').select('username').where('id', '=', parentId))
        .where('school_id', '<>', besidesSchool)
        .where('answer', 'is', null)
        .execute(),
    );
  }

  /** Parts them; letters about the pupil that still wait are taken back. False: they do not belong together. */
  async remove(parentId: number, studentId: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('parents_students')
        .where('parent_id', '=', parentId)
        .where('student_id', '=', studentId)
        .executeTakeFirst(),
    );
    await this.#takeBackMails(parentId, studentId);
    return numDeletedRows > 0n;
  }

  #takeBackMails(parent_id: number, student_id: number): Promise<void> {
    return this.#db.run((db) => takeBackMails(db, [{ parent_id, student_id }]));
  }
}
