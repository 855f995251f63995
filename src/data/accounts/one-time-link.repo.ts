import type { Role } from '../../domain/access/permission-matrix.ts';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { upsert } from '../db/sql.ts';

export interface NewLink {
  userId: number;
  tokenHash: string;
  createdBy: number | null;
  now: Instant;
  expiresAt: Instant;
}

/** Whom a link lets set a password. */
export interface LinkOwner {
  userId: number;
  role: Role;
  username: string;
  firstName: string;
  lastName: string;
  locale: string;
  /** Of a pupil's newest class. */
  gradeLevel: GradeLevel | null;
  schoolId: number | null;
  /** The school whose manager made it; null: the command line did. */
  madeBySchool: number | null;
  expiresAt: Instant;
}

/** Links with which people set their own password: at most one a person, by the hash of its secret. */
export class OneTimeLinkRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Saves links; an older link of the same person is worth nothing from now on. */
  async save(links: readonly NewLink[]): Promise<void> {
    const rows = links.map((link) => ({
      user_id: link.userId,
      token_hash: link.tokenHash,
      created_at: toStored(link.now),
      created_by: link.createdBy,
      expires_at: toStored(link.expiresAt),
    }));
    await upsert(this.#db, 'one_time_links', ['user_id'], rows);
  }

  /** Whose link it is; undefined when there is none, when it has run out, and when the account is disabled. */
  async findOwner(tokenHash: string, now: Instant): Promise<LinkOwner | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('one_time_links')
        .innerJoin('users', 'users.id', 'one_time_links.user_id')
        .leftJoin('students', 'students.user_id', 'users.id')
        .leftJoin('classes_students', 'classes_students.student_id', 'users.id')
        .leftJoin('classes', (join) =>
          join.onRef('classes.id', '=', 'classes_students.class_id').on('classes.archived_at', 'is', null),
        )
        .leftJoin('schools', 'schools.school_manager_id', 'one_time_links.created_by')
        .select([
          'users.id as userId',
          'users.role',
          'users.username',
          'users.first_name as firstName',
          'users.last_name as lastName',
          'users.locale',
          'classes.grade_level as gradeLevel',
          'students.school_id as schoolId',
          'schools.id as madeBySchool',
          'one_time_links.expires_at as expiresAt',
        ])
        .where('one_time_links.token_hash', '=', tokenHash)
        .where('one_time_links.expires_at', '>', toStored(now))
        .where('users.disabled_at', 'is', null)
        .orderBy('classes.year', 'desc')
        .executeTakeFirst(),
    );
    return row && { ...row, expiresAt: fromStored(row.expiresAt) };
  }

  /** Uses a link up. False: somebody was quicker, or a newer link has taken its place. */
  async use(tokenHash: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db.deleteFrom('one_time_links').where('token_hash', '=', tokenHash).executeTakeFirst(),
    );
    return numDeletedRows > 0n;
  }

  /** Until when each of these people has an open link. */
  async openUntil(userIds: readonly number[], now: Instant): Promise<Map<number, Instant>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('one_time_links')
        .select(['user_id', 'expires_at'])
        .where('user_id', 'in', [...userIds])
        .where('expires_at', '>', toStored(now))
        .execute(),
    );
    return new Map(rows.map((row) => [row.user_id, fromStored(row.expires_at)]));
  }

  async removeOf(userId: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('one_time_links').where('user_id', '=', userId).execute());
  }
}
