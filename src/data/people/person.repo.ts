import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import type { Role } from '../../domain/access/permission-matrix.ts';
import type { ManagedRole, Person } from '../../domain/people/person-fields.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored, toStoredOrNull } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

/** One person with everything that a form can change. */
export interface PersonRecord extends Person {
  id: number;
  role: Role;
  createdAt: Instant;
  disabledAt: Instant | null;
  hasPassword: boolean;
}

/** Reads and writes people: the account, what the role adds, phones, addresses. */
export class PersonRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Adds a person without a password: nobody can log in before the person has set one. Answers the id. */
  async add(role: ManagedRole, schoolId: number, person: Person, more: { pseudonym: string; now: Instant }) {
    const id = await this.#db.run(async (db) => {
      const row = {
        ...accountOf(person),
        password_hash: NO_PASSWORD,
        created_at: toStored(more.now),
        role,
        disabled_at: null,
      };
      return insertedId(await db.insertInto('users').values(row).executeTakeFirstOrThrow());
    });
    await this.#db.run(async (db) => {
      if (role === 'student') {
        const row = { user_id: id, school_id: schoolId, pseudonym: more.pseudonym, ...stylesOf(person) };
        await db.insertInto('students').values(row).execute();
      } else if (role === 'parent') {
        await db.insertInto('parents').values({ user_id: id, school_id: schoolId }).execute();
      } else {
        const row = { user_id: id, school_id: schoolId, employment_year: person.employmentYear };
        await db.insertInto('class_managers').values(row).execute();
      }
    });
    await this.#saveContacts(id, person);
    return id;
  }

  /** Changes everything that a form holds. */
  async update(id: number, role: ManagedRole, person: Person): Promise<void> {
    await this.#db.run(async (db) => {
      await db.updateTable('users').set(accountOf(person)).where('id', '=', id).execute();
      if (role === 'student') {
        await db.updateTable('students').set(stylesOf(person)).where('user_id', '=', id).execute();
      }
      if (role === 'class manager') {
        const set = { employment_year: person.employmentYear };
        await db.updateTable('class_managers').set(set).where('user_id', '=', id).execute();
      }
      await db.deleteFrom('phones').where('user_id', '=', id).execute();
      await db.deleteFrom('addresses').where('user_id', '=', id).execute();
    });
    await this.#saveContacts(id, person);
  }

  /** What people choose for themselves; `styles` of pupils only. */
  async savePreferences(id: number, locale: string, styles: Person['styles'] | null): Promise<void> {
    await this.#db.run(async (db) => {
      await db.updateTable('users').set({ locale }).where('id', '=', id).execute();
      if (styles) await db.updateTable('students').set(stylesOf({ styles })).where('user_id', '=', id).execute();
    });
  }

  async #saveContacts(userId: number, { phones, addresses }: Person): Promise<void> {
    await this.#db.run(async (db) => {
      if (phones.length > 0) {
        const rows = phones.map((number) => ({ user_id: userId, number }));
        await db.insertInto('phones').values(rows).execute();
      }
      if (addresses.length > 0) {
        const rows = addresses.map(({ street, city, postalCode }) => ({
          user_id: userId,
          street,
          city,
          postal_code: postalCode,
        }));
        await db.insertInto('addresses').values(rows).execute();
      }
    });
  }

  /** Three queries. */
  async find(id: number): Promise<PersonRecord | undefined> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .leftJoin('students', 'students.user_id', 'users.id')
        .leftJoin('class_managers', 'class_managers.user_id', 'users.id')
        .selectAll('users')
        .select(['learning_style', 'routine_style', 'collaboration_style', 'class_managers.employment_year'])
        .where('users.id', '=', id)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const phones = await this.#db.run((db) =>
      db.selectFrom('phones').select('number').where('user_id', '=', id).orderBy('number').execute(),
    );
    const addresses = await this.#db.run((db) =>
      db
        .selectFrom('addresses')
        .select(['street', 'city', 'postal_code as postalCode'])
        .where('user_id', '=', id)
        .orderBy('id')
        .execute(),
    );
    return {
      id: row.id,
      role: row.role,
      firstName: row.first_name,
      lastName: row.last_name,
      username: row.username,
      email: row.email,
      birthDate: row.date_of_birth,
      locale: row.locale,
      createdAt: fromStored(row.created_at),
      disabledAt: fromStoredOrNull(row.disabled_at),
      hasPassword: row.password_hash !== NO_PASSWORD,
      phones: phones.map(({ number }) => number),
      addresses,
      styles: {
        learningStyle: row.learning_style,
        routineStyle: row.routine_style,
        collaborationStyle: row.collaboration_style,
      },
      employmentYear: row.employment_year ?? 0,
    };
  }

  /** Which of username and email somebody else has already; `but` is the person who may keep theirs. */
  async taken({ username, email }: Pick<Person, 'username' | 'email'>, but: number | null) {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select(['id', 'username', 'email'])
        .where((eb) => eb.or([eb('username', '=', username), ...(email === null ? [] : [eb('email', '=', email)])]))
        .execute(),
    );
    const others = rows.filter(({ id }) => id !== but);
    return {
      username: others.some((row) => row.username === username),
      email: email !== null && others.some((row) => row.email === email),
    };
  }

  /** All usernames that begin so. */
  async usernamesFrom(beginning: string): Promise<Set<string>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('users')
        .select('username')
        .where('username', '>=', beginning)
        .where('username', '<', `${beginning}\u{10ffff}`)
        .execute(),
    );
    return new Set(rows.map(({ username }) => username));
  }

  /** Disables or enables an account. False: it was so already. */
  async setDisabled(id: number, at: Instant | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('users')
        .set({ disabled_at: toStoredOrNull(at) })
        .where('id', '=', id)
        .where('disabled_at', at === null ? 'is not' : 'is', null)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }
}

function accountOf(person: Person) {
  return {
    username: person.username,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    date_of_birth: person.birthDate,
    locale: person.locale,
  };
}

function stylesOf({ styles }: Pick<Person, 'styles'>) {
  return {
    learning_style: styles.learningStyle,
    routine_style: styles.routineStyle,
    collaboration_style: styles.collaborationStyle,
  };
}
