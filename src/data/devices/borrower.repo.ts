import { sql } from 'kysely';
import type { DatabaseManager } from '../db/database-manager.ts';

export interface Borrower {
  id: number;
  name: string;
  username: string;
  /** Of the newest year; null for a pupil in no class. */
  className: string | null;
}

/** The pupils to whom a school may lend something. */
export class BorrowerRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Pupils of the school whose name or username begins so, or whose class is called so; without disabled accounts. */
  async search(schoolId: number, text: string, limit: number): Promise<Borrower[]> {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [];
    const pattern = `${wanted.replaceAll(/[!%_]/g, '!$&')}%`;
    const fullName = sql`lower(${this.#db.dialect === 'sqlite' ? sql`first_name || ' ' || last_name` : sql`concat(first_name, ' ', last_name)`})`;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('users', 'users.id', 'students.user_id')
        .select((eb) => [
          'users.id',
          'first_name',
          'last_name',
          'username',
          eb
            .selectFrom('classes_students')
            .innerJoin('classes', 'classes.id', 'classes_students.class_id')
            .select('classes.name')
            .whereRef('classes_students.student_id', '=', 'students.user_id')
            .orderBy('classes.year', 'desc')
            .limit(1)
            .as('className'),
        ])
        .where('students.school_id', '=', schoolId)
        .where('users.disabled_at', 'is', null)
        .where((eb) =>
          eb.or([
            ...[fullName, sql`lower(last_name)`, sql`username`].map(
              (one) => sql<boolean>`${one} like ${pattern} escape '!'`,
            ),
            eb.exists(
              eb
                .selectFrom('classes_students')
                .innerJoin('classes', 'classes.id', 'classes_students.class_id')
                .select('classes.id')
                .whereRef('classes_students.student_id', '=', 'students.user_id')
                .where(sql`lower(classes.name)`, '=', wanted),
            ),
          ]),
        )
        .orderBy('first_name')
        .orderBy('last_name')
        .orderBy('users.id')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ first_name, last_name, ...row }) => ({ ...row, name: `${first_name} ${last_name}` }));
  }

  /** Whether this is a pupil of the school who may borrow something now. */
  async canBorrow(schoolId: number, studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('users', 'users.id', 'students.user_id')
        .select('users.id')
        .where('users.id', '=', studentId)
        .where('students.school_id', '=', schoolId)
        .where('users.disabled_at', 'is', null)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }
}
