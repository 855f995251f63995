import type {
  KnownClass,
  KnownLink,
  KnownMember,
  KnownPerson,
  KnownSchool,
} from '../../domain/roster/plan/snapshot.ts';
import type { RosterRole } from '../../domain/roster/roster.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';

/** Schools that are reached; `scope` is that of the people whom an import of several schools brought. */
export interface Reached {
  schoolIds: readonly number[];
  /** Parents who belong to no school are reached too. */
  andParentsOfNone: boolean;
}

/** Everybody of some schools as they are, in as many queries whatever their number. */
export class SnapshotRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async listSchools(): Promise<KnownSchool[]> {
    return this.#db.run((db) =>
      db.selectFrom('schools').select(['id', 'name', 'school_manager_id as managerId']).orderBy('name').execute(),
    );
  }

  async listRegions(): Promise<string[]> {
    const rows = await this.#db.run((db) => db.selectFrom('regions').select('name').orderBy('name').execute());
    return rows.map(({ name }) => name);
  }

  /** Pupils, parents, class managers and school managers of these schools. Four queries and one for the phones. */
  async listPeople(reached: Reached): Promise<KnownPerson[]> {
    const { schoolIds } = reached;
    const rows = await this.#db.run(async (db) => [
      ...(await pupils(db, schoolIds).execute()),
      ...(await staff(db, schoolIds).execute()),
      ...(await managers(db, schoolIds).execute()),
      ...(await parents(db, reached).execute()),
    ]);
    const phones = await this.#phones(rows.map(({ id }) => id));
    const shared = await this.#sharedParents(schoolIds);
    return rows.flatMap((row) => {
      const { role, disabled_at, ...rest } = row;
      if (role === 'regional supervisor') return [];
      const known: RosterRole = role;
      return [
        {
          ...rest,
          role: known,
          phones: phones.get(row.id) ?? [],
          disabled: disabled_at !== null,
          sharedWithOthers: shared.has(row.id),
        },
      ];
    });
  }

  /** Classes of these schools that are not put away. */
  async listClasses(schoolIds: readonly number[]): Promise<KnownClass[]> {
    if (schoolIds.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('classes')
        .select(['id', 'school_id as schoolId', 'name', 'grade_level as gradeLevel', 'year', 'capacity'])
        .where('school_id', 'in', [...schoolIds])
        .where('archived_at', 'is', null)
        .orderBy('year')
        .orderBy('name')
        .execute(),
    );
  }

  /** Who is in the classes of these schools and who looks after them. */
  async listMembers(schoolIds: readonly number[]): Promise<KnownMember[]> {
    if (schoolIds.length === 0) return [];
    return this.#db.run(async (db) => {
      const inside = await db
        .selectFrom('classes_students')
        .innerJoin('classes', 'classes.id', 'class_id')
        .select(['class_id as classId', 'student_id as personId'])
        .where('school_id', 'in', [...schoolIds])
        .where('archived_at', 'is', null)
        .execute();
      const above = await db
        .selectFrom('classess_class_managers')
        .innerJoin('classes', 'classes.id', 'class_id')
        .select(['class_id as classId', 'class_manager_id as personId'])
        .where('school_id', 'in', [...schoolIds])
        .where('archived_at', 'is', null)
        .execute();
      return [
        ...inside.map((one) => ({ ...one, as: 'pupil' as const })),
        ...above.map((one) => ({ ...one, as: 'manager' as const })),
      ];
    });
  }

  /** Guardianships of the pupils of these schools. */
  async listLinks(schoolIds: readonly number[]): Promise<KnownLink[]> {
    if (schoolIds.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('parents_students')
        .innerJoin('students', 'students.user_id', 'student_id')
        .select(['parent_id as parentId', 'student_id as childId', 'status'])
        .where('students.school_id', 'in', [...schoolIds])
        .execute(),
    );
  }

  /** Usernames that are these or begin with one of `bases`. */
  async usernamesInTheWay(exact: readonly string[], bases: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const chunk of inChunks(exact)) {
      const rows = await this.#db.run((db) =>
        db.selectFrom('users').select('username').where('username', 'in', chunk).execute(),
      );
      for (const { username } of rows) found.add(username);
    }
    for (const chunk of inChunks(bases, 100)) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom('users')
          .select('username')
          .where((eb) =>
            eb.or(chunk.map((base) => eb.and([eb('username', '>=', base), eb('username', '<', `${base}\uffff`)]))),
          )
          .execute(),
      );
      for (const { username } of rows) found.add(username);
    }
    return found;
  }

  /** Which of these addresses somebody has, and who. */
  async holdersOf(emails: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const chunk of inChunks(emails)) {
      const rows = await this.#db.run((db) =>
        db.selectFrom('users').select(['id', 'email']).where('email', 'in', chunk).execute(),
      );
      for (const { id, email } of rows) if (email !== null) found.set(email, id);
    }
    return found;
  }

  async #phones(userIds: readonly number[]): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>();
    for (const chunk of inChunks(userIds, 5000)) {
      const rows = await this.#db.run((db) =>
        db.selectFrom('phones').select(['user_id', 'number']).where('user_id', 'in', chunk).orderBy('number').execute(),
      );
      for (const { user_id, number } of rows) found.set(user_id, [...(found.get(user_id) ?? []), number]);
    }
    return found;
  }

  /** Parents of pupils of these schools who have children elsewhere, or an account that another school keeps. */
  async #sharedParents(schoolIds: readonly number[]): Promise<Set<number>> {
    if (schoolIds.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('parents')
        .leftJoin('parents_students', 'parent_id', 'parents.user_id')
        .leftJoin('students', 'students.user_id', 'student_id')
        .select('parents.user_id as id')
        .distinct()
        .where((eb) =>
          eb.or([
            eb('parents.school_id', 'in', listed(schoolIds)),
            eb('parents.user_id', 'in', parentsOfPupils(db, schoolIds)),
          ]),
        )
        .where((eb) =>
          eb.or([
            eb('students.school_id', 'not in', listed(schoolIds)),
            eb('parents.school_id', 'not in', listed(schoolIds)),
          ]),
        )
        .execute(),
    );
    return new Set(rows.map(({ id }) => id));
  }
}

const PERSON = [
  'users.id',
  'users.role',
  'users.username',
  'users.first_name as firstName',
  'users.last_name as lastName',
  'users.date_of_birth as birthDate',
  'users.email',
  'users.locale',
  'users.disabled_at',
] as const;

/** No id is 0: an empty list finds nobody. */
const listed = (ids: readonly number[]) => (ids.length === 0 ? [0] : [...ids]);

function pupils(db: Handle, schoolIds: readonly number[]) {
  return db
    .selectFrom('users')
    .innerJoin('students', 'students.user_id', 'users.id')
    .select([...PERSON, 'students.school_id as schoolId'])
    .where('students.school_id', 'in', listed(schoolIds))
    .orderBy('users.id');
}

function staff(db: Handle, schoolIds: readonly number[]) {
  return db
    .selectFrom('users')
    .innerJoin('class_managers', 'class_managers.user_id', 'users.id')
    .select([...PERSON, 'class_managers.school_id as schoolId'])
    .where('class_managers.school_id', 'in', listed(schoolIds))
    .orderBy('users.id');
}

function managers(db: Handle, schoolIds: readonly number[]) {
  return db
    .selectFrom('users')
    .innerJoin('schools', 'schools.school_manager_id', 'users.id')
    .select([...PERSON, 'schools.id as schoolId'])
    .where('schools.id', 'in', listed(schoolIds))
    .orderBy('users.id');
}

function parentsOfPupils(db: Handle, schoolIds: readonly number[]) {
  return db
    .selectFrom('parents_students')
    .innerJoin('students', 'students.user_id', 'parents_students.student_id')
    .select('parents_students.parent_id')
    .where('students.school_id', 'in', listed(schoolIds));
}

function parents(db: Handle, { schoolIds, andParentsOfNone }: Reached) {
  return db
    .selectFrom('users')
    .innerJoin('parents', 'parents.user_id', 'users.id')
    .select([...PERSON, 'parents.school_id as schoolId'])
    .where((eb) =>
      eb.or([
        eb('parents.school_id', 'in', listed(schoolIds)),
        eb('users.id', 'in', parentsOfPupils(db, schoolIds)),
        ...(andParentsOfNone ? [eb('parents.school_id', 'is', null)] : []),
      ]),
    )
    .orderBy('users.id');
}
