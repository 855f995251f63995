import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { ClassFields, ClassIdentity } from '../../domain/people/class-fields.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, toStoredOrNull } from '../db/instants.ts';
import { inChunks, insertedId, locking } from '../db/sql.ts';

export interface SchoolClassRecord extends ClassFields {
  id: number;
  archivedAt: Instant | null;
}

/** How full a class is. */
interface SizedClass extends SchoolClassRecord {
  /** Whose accounts are in use. */
  pupils: number;
  closed: number;
}

export interface ClassPerson {
  classId: number;
  userId: number;
  name: string;
  username: string;
  disabled: boolean;
  hasPassword: boolean;
}

export interface ClassOfPerson {
  id: number;
  userId: number;
  name: string;
  year: number;
  gradeLevel: GradeLevel;
}

/** A school's classes, who is in them and who looks after them, for the one who manages them. */
export class SchoolClassRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Every class of a school with its size, the newest year first; archived ones too. */
  async list(schoolId: number): Promise<SizedClass[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes')
        .select(['id', 'name', 'year', 'grade_level as gradeLevel', 'capacity', 'archived_at'])
        .select((eb) => {
          const members = eb
            .selectFrom('classes_students')
            .innerJoin('users', 'users.id', 'classes_students.student_id')
            .select(({ fn }) => fn.countAll<number>().as('members'))
            .whereRef('classes_students.class_id', '=', 'classes.id');
          return [
            members.where('users.disabled_at', 'is', null).as('pupils'),
            members.where('users.disabled_at', 'is not', null).as('closed'),
          ];
        })
        .where('school_id', '=', schoolId)
        .orderBy('year', 'desc')
        .orderBy('name')
        .execute(),
    );
    return rows.map(({ archived_at, pupils, closed, ...row }) => ({
      ...row,
      pupils: Number(pupils ?? 0),
      closed: Number(closed ?? 0),
      archivedAt: fromStoredOrNull(archived_at),
    }));
  }

  /** One class of this school; a class of another school does not exist. Locks it inside a transaction. */
  async find(schoolId: number, classId: number): Promise<SchoolClassRecord | undefined> {
    const row = await this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db
          .selectFrom('classes')
          .select(['id', 'name', 'year', 'grade_level as gradeLevel', 'capacity', 'archived_at'])
          .where('id', '=', classId)
          .where('school_id', '=', schoolId),
      ).executeTakeFirst(),
    );
    if (!row) return undefined;
    const { archived_at, ...rest } = row;
    return { ...rest, archivedAt: fromStoredOrNull(archived_at) };
  }

  /** Whether the school has such a class besides the one with the id `but`, archived ones too. */
  async isTaken(schoolId: number, { name, year, gradeLevel }: ClassIdentity, but: number | null): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('classes')
        .select('id')
        .where('school_id', '=', schoolId)
        .where('year', '=', year)
        .where('grade_level', '=', gradeLevel)
        .where('name', '=', name)
        .where('id', '!=', but ?? 0)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async add(schoolId: number, fields: ClassFields): Promise<number> {
    const row = { school_id: schoolId, ...columnsOf(fields), archived_at: null };
    return this.#db.run(async (db) => insertedId(await db.insertInto('classes').values(row).executeTakeFirstOrThrow()));
  }

  async update(classId: number, fields: ClassFields): Promise<void> {
    await this.#db.run((db) => db.updateTable('classes').set(columnsOf(fields)).where('id', '=', classId).execute());
  }

  /** Puts a class away or takes it out again. False: it was so already. */
  async setArchived(classId: number, at: Instant | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('classes')
        .set({ archived_at: toStoredOrNull(at) })
        .where('id', '=', classId)
        .where('archived_at', at === null ? 'is not' : 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }

  /** The pupils of a class by name, disabled ones too. */
  async members(classId: number): Promise<ClassPerson[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('users', 'users.id', 'classes_students.student_id')
        .select(['class_id', 'users.id', 'first_name', 'last_name', 'username', 'disabled_at', 'password_hash'])
        .where('class_id', '=', classId)
        .orderBy('last_name')
        .orderBy('first_name')
        .orderBy('users.id')
        .execute(),
    );
    return rows.map(toClassPerson);
  }

  /** The class managers of these classes by name. */
  async managers(classIds: readonly number[]): Promise<ClassPerson[]> {
    if (classIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classess_class_managers')
        .innerJoin('users', 'users.id', 'classess_class_managers.class_manager_id')
        .select(['class_id', 'users.id', 'first_name', 'last_name', 'username', 'disabled_at', 'password_hash'])
        .where('class_id', 'in', [...classIds])
        .orderBy('last_name')
        .orderBy('users.id')
        .execute(),
    );
    return rows.map(toClassPerson);
  }

  /** Every class manager of the school whose account is not disabled, by name. */
  async staff(schoolId: number): Promise<{ id: number; name: string }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('class_managers')
        .innerJoin('users', 'users.id', 'class_managers.user_id')
        .select(['users.id', 'first_name', 'last_name'])
        .where('class_managers.school_id', '=', schoolId)
        .where('disabled_at', 'is', null)
        .orderBy('last_name')
        .orderBy('first_name')
        .execute(),
    );
    return rows.map(({ id, first_name, last_name }) => ({ id, name: `${first_name} ${last_name}` }));
  }

  /** The classes of these pupils and class managers that are not put away, the newest first. */
  async ofPeople(userIds: readonly number[]): Promise<ClassOfPerson[]> {
    if (userIds.length === 0) return [];
    const columns = ['classes.id', 'classes.name', 'classes.year', 'classes.grade_level as gradeLevel'] as const;
    return this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'classes_students.class_id')
        .select([...columns, 'classes_students.student_id as userId'])
        .where('classes_students.student_id', 'in', [...userIds])
        .where('classes.archived_at', 'is', null)
        .unionAll(
          db
            .selectFrom('classess_class_managers')
            .innerJoin('classes', 'classes.id', 'classess_class_managers.class_id')
            .select([...columns, 'classess_class_managers.class_manager_id as userId'])
            .where('classess_class_managers.class_manager_id', 'in', [...userIds])
            .where('classes.archived_at', 'is', null),
        )
        .orderBy('year', 'desc')
        .orderBy('name')
        .execute(),
    );
  }

  /** Which of these are pupils of the school. */
  async pupilsOf(schoolId: number, studentIds: readonly number[]): Promise<number[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .select('user_id')
        .where('school_id', '=', schoolId)
        .where('user_id', 'in', [...studentIds])
        .execute(),
    );
    return rows.map(({ user_id }) => user_id);
  }

  async addMembers(classId: number, studentIds: readonly number[]): Promise<void> {
    for (const chunk of inChunks(studentIds)) {
      const rows = chunk.map((student_id) => ({ class_id: classId, student_id }));
      await this.#db.run((db) => db.insertInto('classes_students').values(rows).execute());
    }
  }

  async removeMembers(classId: number, studentIds: readonly number[]): Promise<void> {
    if (studentIds.length === 0) return;
    await this.#db.run((db) =>
      db
        .deleteFrom('classes_students')
        .where('class_id', '=', classId)
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
  }

  /** Takes a pupil out of all classes that are not put away. */
  async leaveAll(studentId: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .deleteFrom('classes_students')
        .where('student_id', '=', studentId)
        .where('class_id', 'in', (eb) => eb.selectFrom('classes').select('id').where('archived_at', 'is', null))
        .execute(),
    );
  }

  /** Exactly these look after the class from now on. */
  async setManagers(classId: number, managerIds: readonly number[]): Promise<void> {
    await this.#db.run(async (db) => {
      await db.deleteFrom('classess_class_managers').where('class_id', '=', classId).execute();
      if (managerIds.length === 0) return;
      const rows = managerIds.map((class_manager_id) => ({ class_id: classId, class_manager_id }));
      await db.insertInto('classess_class_managers').values(rows).execute();
    });
  }
}

function columnsOf({ name, year, gradeLevel, capacity }: ClassFields) {
  return { name, year, grade_level: gradeLevel, capacity };
}

function toClassPerson(row: {
  class_id: number;
  id: number;
  first_name: string;
  last_name: string;
  username: string;
  disabled_at: string | null;
  password_hash: string;
}): ClassPerson {
  return {
    classId: row.class_id,
    userId: row.id,
    name: `${row.first_name} ${row.last_name}`,
    username: row.username,
    disabled: row.disabled_at !== null,
    hasPassword: row.password_hash !== NO_PASSWORD,
  };
}
