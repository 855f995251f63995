import type { DatabaseManager } from '../db/database-manager.ts';
import { insertMissing } from '../db/sql.ts';

/** Somebody of the staff whom the school tells of alerts. */
export interface Safeguard {
  userId: number;
  name: string;
  email: string | null;
  phones: string[];
  /** 0: at once; 1, 2: with that escalation. */
  step: 0 | 1 | 2;
}

/** Who can be named: somebody of the school's staff whose account is not disabled. */
export type StaffMember = Omit<Safeguard, 'step'>;

/** Whom an alert can go to. */
export interface Reachable {
  adults: { userId: number; step: number }[];
  /** Of the pupil's classes. */
  classManagers: number[];
  schoolManager: number | null;
}

/** The adults whom a school names for alerts. Whoever has left its staff or is disabled is none of them. */
export class SafeguardRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** In the order in which they are told. */
  async list(schoolId: number): Promise<Safeguard[]> {
    const rows = await this.#named(schoolId);
    const staff = new Map((await this.listStaff(schoolId)).map((one) => [one.userId, one]));
    return rows.flatMap(({ userId, step }) => {
      const member = staff.get(userId);
      return member ? [{ ...member, step: step as Safeguard['step'] }] : [];
    });
  }

  /** Everybody of the school's staff, the school manager first. */
  async listStaff(schoolId: number): Promise<StaffMember[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .leftJoin('class_managers', 'class_managers.user_id', 'users.id')
        .leftJoin('schools', 'schools.school_manager_id', 'users.id')
        .leftJoin('phones', 'phones.user_id', 'users.id')
        .select(['users.id', 'users.first_name', 'users.last_name', 'users.email', 'users.role', 'phones.number'])
        .where('users.disabled_at', 'is', null)
        .where((eb) => eb.or([eb('class_managers.school_id', '=', schoolId), eb('schools.id', '=', schoolId)]))
        .orderBy('users.role', 'desc')
        .orderBy('users.first_name')
        .orderBy('users.last_name')
        .orderBy('users.id')
        .execute(),
    );
    const people = new Map<number, StaffMember>();
    for (const { id, first_name, last_name, email, number } of rows) {
      const person = people.get(id) ?? { userId: id, name: `${first_name} ${last_name}`, email, phones: [] };
      if (number !== null) person.phones.push(number);
      people.set(id, person);
    }
    return [...people.values()];
  }

  /** Names these people and no others. */
  async save(schoolId: number, named: readonly { userId: number; step: number }[]): Promise<void> {
    await this.#db.tx(async (db) => {
      await db.deleteFrom('school_safeguards').where('school_id', '=', schoolId).execute();
      if (named.length === 0) return;
      const rows = named.map(({ userId, step }) => ({ school_id: schoolId, user_id: userId, step }));
      await insertMissing(this.#db, 'school_safeguards', ['school_id', 'user_id'], rows);
    });
  }

  /** Whether somebody is named by a school, and still of its staff. */
  async isNamed(schoolId: number, userId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('school_safeguards')
        .innerJoin('class_managers', 'class_managers.user_id', 'school_safeguards.user_id')
        .select('school_safeguards.user_id')
        .where('school_safeguards.school_id', '=', schoolId)
        .where('class_managers.school_id', '=', schoolId)
        .where('school_safeguards.user_id', '=', userId)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** Schools that have named nobody, by name, and whether alerts go to a manager there meanwhile. */
  async schoolsWithoutAnybody(): Promise<{ name: string; hasManager: boolean }[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .leftJoin('users as manager', (join) =>
          join.onRef('manager.id', '=', 'schools.school_manager_id').on('manager.disabled_at', 'is', null),
        )
        .select(['schools.name', 'manager.id as managerId'])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('school_safeguards as named')
                .innerJoin('users', 'users.id', 'named.user_id')
                .select('named.user_id')
                .whereRef('named.school_id', '=', 'schools.id')
                .where('users.disabled_at', 'is', null),
            ),
          ),
        )
        .orderBy('schools.id')
        .execute(),
    );
    return rows.map(({ name, managerId }) => ({ name, hasManager: managerId !== null }));
  }

  /** Whom an alert of a school can go to; `studentId`: the pupil whom it is about. */
  async reachable(schoolId: number, studentId: number | null): Promise<Reachable> {
    const staff = new Set((await this.listStaff(schoolId)).map(({ userId }) => userId));
    const managers =
      studentId === null
        ? []
        : await this.#db.run((db) =>
            db
              .selectFrom('classes_students')
              .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
              .innerJoin('users', 'users.id', 'classess_class_managers.class_manager_id')
              .select('users.id')
              .distinct()
              .where('classes_students.student_id', '=', studentId)
              .where('users.disabled_at', 'is', null)
              .execute(),
          );
    const head = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .innerJoin('users', 'users.id', 'schools.school_manager_id')
        .select('users.id')
        .where('schools.id', '=', schoolId)
        .where('users.disabled_at', 'is', null)
        .executeTakeFirst(),
    );
    return {
      adults: (await this.#named(schoolId)).filter(({ userId }) => staff.has(userId)),
      classManagers: managers.map(({ id }) => id),
      schoolManager: head?.id ?? null,
    };
  }

  async #named(schoolId: number): Promise<{ userId: number; step: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('school_safeguards')
        .select(['user_id as userId', 'step'])
        .where('school_id', '=', schoolId)
        .orderBy('step')
        .orderBy('user_id')
        .execute(),
    );
  }
}
