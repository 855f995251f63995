import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import type { Role } from '../../domain/access/permission-matrix.ts';
import type { DirectoryState } from '../../domain/people/directory-state.ts';
import type { ManagedRole } from '../../domain/people/person-fields.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import type { Tables } from '../db/schema.ts';
import { locking } from '../db/sql.ts';

export interface DirectoryFilter {
  schoolId: number;
  role?: ManagedRole | undefined;
  /** Words, each of which stands in a name, the username or the email. */
  words: readonly string[];
  classId?: number | undefined;
  state?: DirectoryState | undefined;
  /** Only pupils in no class of this year, whose account is not disabled. */
  freeIn?: number | undefined;
}

export interface DirectoryEntry {
  id: number;
  role: Role;
  firstName: string;
  lastName: string;
  username: string;
  email: string | null;
  disabled: boolean;
  hasPassword: boolean;
}

type Users = ExpressionBuilder<Tables, 'users'>;

/** Who belongs to a school: its pupils, its class managers, the parents whose account it keeps, and the parents of its pupils. */
function belongsTo(eb: Users, schoolId: number) {
  return eb('users.id', 'in', (in_) =>
    in_
      .selectFrom('students')
      .select('students.user_id')
      .where('students.school_id', '=', schoolId)
      .union(in_.selectFrom('class_managers').select('user_id').where('class_managers.school_id', '=', schoolId))
      .union(in_.selectFrom('parents').select('user_id').where('parents.school_id', '=', schoolId))
      .union(
        in_
          .selectFrom('parents_students')
          .innerJoin('students', 'students.user_id', 'parents_students.student_id')
          .select('parents_students.parent_id as user_id')
          .where('students.school_id', '=', schoolId),
      ),
  );
}

/** The people of one school, as its manager looks for them. */
export class DirectoryRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async list(filter: DirectoryFilter, page: { offset: number; limit: number }): Promise<DirectoryEntry[]> {
    const rows = await this.#db.run((db) =>
      filtered(db, filter)
        .select(['id', 'role', 'first_name', 'last_name', 'username', 'email', 'disabled_at', 'password_hash'])
        .orderBy('last_name')
        .orderBy('first_name')
        .orderBy('id')
        .offset(page.offset)
        .limit(page.limit)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      role: row.role,
      firstName: row.first_name,
      lastName: row.last_name,
      username: row.username,
      email: row.email,
      disabled: row.disabled_at !== null,
      hasPassword: row.password_hash !== NO_PASSWORD,
    }));
  }

  async count(filter: DirectoryFilter): Promise<number> {
    const row = await this.#db.run((db) =>
      filtered(db, filter)
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .executeTakeFirstOrThrow(),
    );
    return Number(row.people);
  }

  /** What kind of person this is, when they belong to the school; undefined for everybody else. */
  async findRole(schoolId: number, userId: number): Promise<ManagedRole | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select('role')
        .where('id', '=', userId)
        .where((eb) => belongsTo(eb, schoolId))
        .executeTakeFirst(),
    );
    const role = row?.role;
    return role === 'student' || role === 'parent' || role === 'class manager' ? role : undefined;
  }

  /** Of these parents those whose account this school keeps, or nobody. */
  async keptParents(schoolId: number, parentIds: readonly number[]): Promise<Set<number>> {
    if (parentIds.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('parents')
        .select('user_id')
        .where('user_id', 'in', [...parentIds])
        .where((eb) => eb.or([eb('school_id', '=', schoolId), eb('school_id', 'is', null)]))
        .execute(),
    );
    return new Set(rows.map(({ user_id }) => user_id));
  }

  /**
   * Whether the school keeps this parent's account, and so may change it. A parent whom no school keeps belongs to each that has one
   * of their children. Locks the row inside a transaction.
   */
  async keepsParent(schoolId: number, parentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db.selectFrom('parents').select('school_id').where('user_id', '=', parentId),
      ).executeTakeFirst(),
    );
    return row !== undefined && (row.school_id === null || row.school_id === schoolId);
  }
}

function filtered(db: Handle, { schoolId, role, words, classId, state, freeIn }: DirectoryFilter) {
  let query = db
    .selectFrom('users')
    .where((eb) => belongsTo(eb, schoolId))
    .where('role', 'in', role ? [role] : ['student', 'parent', 'class manager']);
  for (const word of words) query = query.where((eb) => holds(eb, schoolId, word));
  if (state === 'disabled') query = query.where('disabled_at', 'is not', null);
  if (state === 'no password') {
    query = query.where('password_hash', '=', NO_PASSWORD).where('disabled_at', 'is', null);
  }
  if (state === 'no parent') query = query.where((eb) => isPupilWithout(eb, withParent));
  if (state === 'no class') query = query.where((eb) => isPupilWithout(eb, inClass));
  if (freeIn !== undefined) query = query.where((eb) => isFreeIn(eb, schoolId, freeIn));
  if (classId !== undefined) query = query.where((eb) => belongsToClass(eb, schoolId, classId));
  return query;
}

/** Pupils whose account is open and who are not among these. */
function isPupilWithout(eb: Users, pupils: ReturnType<typeof sql<number>>) {
  return eb.and([
    eb('role', '=', 'student'),
    eb('disabled_at', 'is', null),
    sql<SqlBool>`${sql.ref('users.id')} not in ${pupils}`,
  ]);
}

/** Pupils of whom an adult is verified. */
export const withParent = sql<number>`(select ps.student_id from parents_students ps where ps.status = 'verified')`;

/** Pupils who are in a class that is not put away. */
export const inClass = sql<number>`(select cs.student_id from classes_students cs
  join classes c on c.id = cs.class_id where c.archived_at is null)`;

function isFreeIn(eb: Users, schoolId: number, year: number) {
  return eb.and([
    eb('role', '=', 'student'),
    eb('disabled_at', 'is', null),
    eb('users.id', 'not in', (in_) =>
      in_
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'classes_students.class_id')
        .select('classes_students.student_id')
        .where('classes.school_id', '=', schoolId)
        .where('classes.year', '=', year)
        .where('classes.archived_at', 'is', null),
    ),
  ]);
}

/** A class's pupils, its class managers, and its pupils' parents. */
function belongsToClass(eb: Users, schoolId: number, classId: number) {
  const pupils = eb
    .selectFrom('classes_students')
    .innerJoin('classes', 'classes.id', 'classes_students.class_id')
    .select('classes_students.student_id')
    .where('classes.id', '=', classId)
    .where('classes.school_id', '=', schoolId);
  return eb.or([
    eb('users.id', 'in', pupils),
    eb('users.id', 'in', (in_) =>
      in_.selectFrom('classess_class_managers').select('class_manager_id').where('class_id', '=', classId),
    ),
    eb('users.id', 'in', (in_) =>
      in_.selectFrom('parents_students').select('parent_id').where('student_id', 'in', pupils),
    ),
  ]);
}

/** One word of a search, wherever it stands; small letters find large ones, as far as the database knows them. */
function holds(eb: Users, schoolId: number, word: string) {
  const small = `%${escaped(word.toLowerCase())}%`;
  const capital = `%${escaped(word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())}%`;
  const like = (column: 'first_name' | 'last_name' | 'username' | 'email', pattern: string) =>
    sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '!'`;
  return eb.or([
    ...(['first_name', 'last_name'] as const).flatMap((name) => [like(name, small), like(name, capital)]),
    like('username', small),
    eb.and([like('email', small), emailIsShown(eb, schoolId)]),
  ]);
}

/** The e-mail of a parent whom another school keeps is hidden, and so finds nobody. */
function emailIsShown(eb: Users, schoolId: number) {
  return eb.not(
    eb('users.id', 'in', (in_) =>
      in_.selectFrom('parents').select('user_id').where('school_id', 'is not', null).where('school_id', '<>', schoolId),
    ),
  );
}

const escaped = (word: string) => word.replace(/[!%_]/g, (sign) => `!${sign}`);
