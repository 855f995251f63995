import { NO_PASSWORD } from '../../domain/access/password-policy.ts';
import type { AccountFields } from '../../domain/people/account-fields.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId, locking } from '../db/sql.ts';

export interface NewAccount extends AccountFields {
  pseudonym: string;
  /** Null for a regional supervisor. */
  schoolId: number | null;
  employmentYear: number;
  now: Instant;
}

/** What only the operator of an installation does: schools, their managers, supervisors. */
export class OperatorRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async hasPeople(): Promise<boolean> {
    const row = await this.#db.run((db) => db.selectFrom('users').select('id').limit(1).executeTakeFirst());
    return row !== undefined;
  }

  /** Makes others who ask the same wait until the transaction ends. */
  async lockRegions(): Promise<void> {
    await this.#db.run((db) =>
      locking(this.#db.dialect, db.selectFrom('regions').select('name').orderBy('name')).execute(),
    );
  }

  /** A school by its exact name; undefined where there is none, and where several have it. */
  async findSchool(name: string): Promise<{ id: number; managerId: number | null } | undefined> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select(['id', 'school_manager_id as managerId'])
        .where('name', '=', name)
        .limit(2)
        .execute(),
    );
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Names of what there is, to be named where something else was written. */
  async known(): Promise<{ schools: string[]; subjects: string[]; regions: string[] }> {
    const names = async (table: 'schools' | 'subjects' | 'regions') =>
      (await this.#db.run((db) => db.selectFrom(table).select('name').orderBy('name').execute())).map(
        ({ name }) => name,
      );
    return { schools: await names('schools'), subjects: await names('subjects'), regions: await names('regions') };
  }

  async addSchool(name: string, region: string): Promise<number> {
    const row = { name, region, transcript_policy: 'summary', daily_token_limit: 60_000, card_login: 0 } as const;
    return this.#db.run(async (db) => insertedId(await db.insertInto('schools').values(row).executeTakeFirstOrThrow()));
  }

  async addRegion(name: string): Promise<void> {
    await this.#db.run((db) => db.insertInto('regions').values({ name }).execute());
  }

  /** Adds somebody without a password, in any role. A school manager gets the school. */
  async addAccount(account: NewAccount): Promise<number> {
    const { role, schoolId, employmentYear } = account;
    const id = await this.#db.run(async (db) => {
      const row = {
        username: account.username,
        email: account.email,
        password_hash: NO_PASSWORD,
        first_name: account.firstName,
        last_name: account.lastName,
        created_at: toStored(account.now),
        role,
        locale: 'en',
      };
      return insertedId(await db.insertInto('users').values(row).executeTakeFirstOrThrow());
    });
    const years = { user_id: id, employment_year: employmentYear };
    await this.#db.run(async (db) => {
      if (role === 'school manager') {
        await db.insertInto('school_managers').values(years).execute();
        await db.updateTable('schools').set({ school_manager_id: id }).where('id', '=', schoolId).execute();
      } else if (role === 'regional supervisor') {
        await db.insertInto('regional_supervisors').values(years).execute();
        const fields = account.subjects.flatMap((subject_name) =>
          account.regions.map((region) => ({ regional_supervisor_id: id, subject_name, region })),
        );
        await db.insertInto('subjects_regional_supervisors').values(fields).execute();
      } else if (role === 'parent') {
        await db.insertInto('parents').values({ user_id: id, school_id: schoolId }).execute();
      } else if (schoolId !== null && role === 'class manager') {
        await db
          .insertInto('class_managers')
          .values({ ...years, school_id: schoolId })
          .execute();
      } else if (schoolId !== null) {
        const row = { user_id: id, school_id: schoolId, pseudonym: account.pseudonym };
        await db.insertInto('students').values(row).execute();
      }
    });
    return id;
  }
}
