import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, type StoredInstant, toStored } from '../db/instants.ts';
import { insertedId, insertMissing, locking } from '../db/sql.ts';

export type ErasableRole = 'student' | 'parent' | 'class manager';

export interface Erasure {
  id: number;
  /** The same in the ledger. */
  entry: string;
  schoolId: number | null;
  role: ErasableRole;
  /** Null: they are gone. */
  userId: number | null;
  requestedBy: number | null;
  requestedAt: Instant;
  wasDisabled: boolean;
  doneAt: Instant | null;
}

/** One in a list, with the name of whoever asked for it. */
export type ListedErasure = Pick<Erasure, 'id' | 'role' | 'requestedAt' | 'doneAt'> & { by: string | null };

/** Erasures that were asked for and done, and the name of this installation. */
export class ErasureRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /**
   * Which installation this is: drawn once, and in every copy of the database. One that was copied before anybody was erased takes the name
   * that its ledger has.
   */
  async installation(otherwise: string = randomUUID()): Promise<string> {
    const find = () =>
      this.#db.run((db) => db.selectFrom('installations').select('name').where('id', '=', 1).executeTakeFirst());
    const known = await find();
    if (known) return known.name;
    await insertMissing(this.#db, 'installations', ['id'], [{ id: 1, name: otherwise }]);
    return (await find())?.name ?? '';
  }

  async add(erasure: {
    entry?: string;
    schoolId: number | null;
    role: ErasableRole;
    userId: number;
    requestedBy: number | null;
    wasDisabled: boolean;
    now: Instant;
  }): Promise<number> {
    const row = {
      entry: erasure.entry ?? randomUUID(),
      school_id: erasure.schoolId,
      role: erasure.role,
      user_id: erasure.userId,
      requested_by: erasure.requestedBy,
      requested_at: toStored(erasure.now),
      was_disabled: erasure.wasDisabled ? 1 : 0,
    };
    return this.#db.run(async (db) =>
      insertedId(await db.insertInto('erasures').values(row).executeTakeFirstOrThrow()),
    );
  }

  async find(id: number): Promise<Erasure | undefined> {
    const row = await this.#db.run((db) =>
      db.selectFrom('erasures').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return (
      row && {
        id: row.id,
        entry: row.entry,
        schoolId: row.school_id,
        role: row.role,
        userId: row.user_id,
        requestedBy: row.requested_by,
        requestedAt: fromStored(row.requested_at),
        wasDisabled: row.was_disabled === 1,
        doneAt: fromStoredOrNull(row.done_at),
      }
    );
  }

  /** Holds somebody until the transaction ends, so that nobody is erased twice at once. */
  async hold(userId: number): Promise<void> {
    await this.#db.run((db) =>
      locking(this.#db.dialect, db.selectFrom('users').select('id').where('id', '=', userId)).executeTakeFirst(),
    );
  }

  /** Whether this person is about to be erased. */
  async isUnderWay(userId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('erasures')
        .select('id')
        .where('user_id', '=', userId)
        .where('done_at', 'is', null)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async setDone(id: number, now: Instant): Promise<void> {
    const set = { user_id: null, done_at: toStored(now) };
    await this.#db.run((db) => db.updateTable('erasures').set(set).where('id', '=', id).execute());
  }

  /** Notes that an erasure of the ledger was done here too; one that was asked for before is done with it. */
  async record({ entry, role, now }: { entry: string; role: ErasableRole; now: Instant }): Promise<void> {
    const set = { user_id: null, done_at: toStored(now) };
    const { numUpdatedRows } = await this.#db.run((db) =>
      db.updateTable('erasures').set(set).where('entry', '=', entry).executeTakeFirst(),
    );
    if (numUpdatedRows > 0n) return;
    const row = { entry, role, requested_at: toStored(now), was_disabled: 0, done_at: toStored(now) };
    await this.#db.run((db) => db.insertInto('erasures').values(row).execute());
  }

  /** Entries of the ledger that this database knows to be done. */
  async doneEntries(): Promise<Set<string>> {
    const rows = await this.#db.run((db) =>
      db.selectFrom('erasures').select('entry').where('done_at', 'is not', null).execute(),
    );
    return new Set(rows.map(({ entry }) => entry));
  }

  /** The newest of a school first. */
  async list(schoolId: number, limit: number): Promise<ListedErasure[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('erasures')
        .leftJoin('users as by', 'by.id', 'erasures.requested_by')
        .select(['erasures.id', 'erasures.role', 'requested_at', 'done_at', 'first_name', 'last_name'])
        .where('school_id', '=', schoolId)
        .orderBy('requested_at', 'desc')
        .orderBy('erasures.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      role: row.role,
      requestedAt: fromStored(row.requested_at),
      doneAt: fromStoredOrNull(row.done_at),
      by: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
    }));
  }

  /** Everybody who can be erased, as the ledger knows them. */
  async listPeople(): Promise<{ id: number; role: ErasableRole; createdAt: StoredInstant; disabled: boolean }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'role', 'created_at', 'disabled_at'])
        .where('role', 'in', ['student', 'parent', 'class manager'])
        .execute(),
    );
    return rows.map(({ id, role, created_at: createdAt, disabled_at }) => ({
      id,
      role: role as ErasableRole,
      createdAt,
      disabled: disabled_at !== null,
    }));
  }

  /** Where a parent has children. */
  async schoolsOfChildren(parentId: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('parents_students')
        .innerJoin('students', 'students.user_id', 'parents_students.student_id')
        .select('students.school_id')
        .distinct()
        .where('parent_id', '=', parentId)
        .execute(),
    );
    return rows.map(({ school_id }) => school_id);
  }

  /** Parents of this pupil who have no other child, and whose account no other school keeps. */
  async parentsLeftAlone(
    studentId: number,
    schoolId: number,
  ): Promise<{ id: number; name: string; disabled: boolean }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('parents_students as link')
        .innerJoin('users', 'users.id', 'link.parent_id')
        .innerJoin('parents', 'parents.user_id', 'link.parent_id')
        .select(['users.id', 'first_name', 'last_name', 'disabled_at'])
        .where('link.student_id', '=', studentId)
        .where((eb) => eb.or([eb('parents.school_id', 'is', null), eb('parents.school_id', '=', schoolId)]))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('parents_students as other')
                .select('other.parent_id')
                .whereRef('other.parent_id', '=', 'link.parent_id')
                .where('other.student_id', '<>', studentId),
            ),
          ),
        )
        .orderBy('users.id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      name: `${row.first_name} ${row.last_name}`,
      disabled: row.disabled_at !== null,
    }));
  }
}
