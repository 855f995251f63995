import { type ExpressionBuilder, sql } from 'kysely';
import type { DeviceCondition, DeviceFacts, DeviceFilter } from '../../domain/devices/device.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import type { Tables } from '../db/schema.ts';
import { insertedId } from '../db/sql.ts';

export interface Device extends DeviceFacts {
  id: number;
  /** Who has it now. */
  holder: { id: number; name: string; since: Instant } | null;
}

export interface Loan {
  id: number;
  student: { id: number; name: string };
  start: Instant;
  end: Instant | null;
}

/** How many there are of each. */
export type DeviceCounts = Record<DeviceFilter, number>;

export interface DeviceQuery {
  filter: DeviceFilter;
  /** A part of the serial number, the model or the holder's name; empty for all. */
  search: string;
  offset: number;
  limit: number;
}

/** The tablets of schools, and who had them when. */
export class DeviceRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** One page of a school's devices, by model and serial number. */
  async list(schoolId: number, { filter, search, offset, limit }: DeviceQuery): Promise<Device[]> {
    const rows = await this.#db.run((db) =>
      select(db)
        .where('tablets.school_id', '=', schoolId)
        .where((eb) => matches(eb, filter, search))
        .orderBy('tablets.model')
        .orderBy('tablets.serial_number')
        .offset(offset)
        .limit(limit)
        .execute(),
    );
    return rows.map(toDevice);
  }

  /** How many of a school's devices the search finds, by filter. */
  async count(schoolId: number, search: string): Promise<DeviceCounts> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('tablets')
        .leftJoin('tablets_students', 'tablets_students.lent_tablet_id', 'tablets.id')
        .leftJoin('users', 'users.id', 'tablets_students.student_id')
        .select(({ fn }) => [
          fn.countAll<number>().as('total'),
          fn.count<number>('tablets_students.id').as('lent'),
          sql<number>`sum(case when ${sql.ref('tablets.condition')} <> 'functional' then 1 else 0 end)`.as('broken'),
          sql<number>`sum(case when ${sql.ref('tablets.condition')} = 'functional'
            and tablets_students.id is null then 1 else 0 end)`.as('free'),
        ])
        .where('tablets.school_id', '=', schoolId)
        .where((eb) => matches(eb, 'all', search))
        .executeTakeFirstOrThrow(),
    );
    return {
      all: Number(row.total),
      lent: Number(row.lent),
      free: Number(row.free ?? 0),
      broken: Number(row.broken ?? 0),
    };
  }

  /** A device of this school; undefined for one of another. */
  async find(schoolId: number, id: number): Promise<Device | undefined> {
    const row = await this.#db.run((db) =>
      select(db).where('tablets.school_id', '=', schoolId).where('tablets.id', '=', id).executeTakeFirst(),
    );
    return row && toDevice(row);
  }

  /** The school's devices with these serial numbers, by serial number. */
  async bySerials(schoolId: number, serials: readonly string[]): Promise<Device[]> {
    const rows = await this.#db.run((db) =>
      select(db)
        .where('tablets.school_id', '=', schoolId)
        .where('tablets.serial_number', 'in', [...serials])
        .orderBy('tablets.serial_number')
        .execute(),
    );
    return rows.map(toDevice);
  }

  /** Of these serial numbers those that the school has already. */
  async knownSerials(schoolId: number, serials: readonly string[]): Promise<Set<string>> {
    if (serials.length === 0) return new Set();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tablets')
        .select('serial_number')
        .where('school_id', '=', schoolId)
        .where('serial_number', 'in', [...serials])
        .execute(),
    );
    return new Set(rows.map((row) => row.serial_number));
  }

  /** Adds devices. Throws what the database throws for a serial number that the school has already. */
  async add(schoolId: number, devices: readonly DeviceFacts[]): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('tablets')
        .values(devices.map((device) => ({ school_id: schoolId, ...columnsOf(device) })))
        .execute(),
    );
  }

  async update(id: number, device: DeviceFacts): Promise<void> {
    await this.#db.run((db) => db.updateTable('tablets').set(columnsOf(device)).where('id', '=', id).execute());
  }

  async setCondition(id: number, condition: DeviceCondition): Promise<void> {
    await this.#db.run((db) => db.updateTable('tablets').set({ condition }).where('id', '=', id).execute());
  }

  async remove(id: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('tablets').where('id', '=', id).execute());
  }

  /** Begins a loan. Throws a unique violation when somebody has the device: one of two who lend it at once wins. */
  async lend(deviceId: number, studentId: number, now: Instant): Promise<number> {
    return this.#db.run(async (db) =>
      insertedId(
        await db
          .insertInto('tablets_students')
          .values({ tablet_id: deviceId, student_id: studentId, start_time: toStored(now), lent_tablet_id: deviceId })
          .executeTakeFirstOrThrow(),
      ),
    );
  }

  /** Ends the loan that is under way; false where there is none. */
  async takeBack(deviceId: number, now: Instant): Promise<boolean> {
    const result = await this.#db.run((db) =>
      db
        .updateTable('tablets_students')
        .set({ end_time: toStored(now), lent_tablet_id: null })
        .where('lent_tablet_id', '=', deviceId)
        .executeTakeFirstOrThrow(),
    );
    return Number(result.numUpdatedRows) > 0;
  }

  /** Who had the device, the newest first. */
  async loansOf(deviceId: number, limit: number): Promise<Loan[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tablets_students')
        .innerJoin('users', 'users.id', 'tablets_students.student_id')
        .select(['tablets_students.id', 'student_id', 'first_name', 'last_name', 'start_time', 'end_time'])
        .where('tablet_id', '=', deviceId)
        .orderBy('start_time', 'desc')
        .orderBy('tablets_students.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      student: { id: row.student_id, name: `${row.first_name} ${row.last_name}` },
      start: fromStored(row.start_time),
      end: fromStoredOrNull(row.end_time),
    }));
  }

  async hasLoans(deviceId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db.selectFrom('tablets_students').select('id').where('tablet_id', '=', deviceId).executeTakeFirst(),
    );
    return row !== undefined;
  }
}

function columnsOf(device: DeviceFacts) {
  return {
    serial_number: device.serialNumber,
    os: device.os,
    model: device.model,
    purchase_date: device.purchaseDate,
    condition: device.condition,
  };
}

function select(db: Handle) {
  return db
    .selectFrom('tablets')
    .leftJoin('tablets_students', 'tablets_students.lent_tablet_id', 'tablets.id')
    .leftJoin('users', 'users.id', 'tablets_students.student_id')
    .select([
      'tablets.id',
      'tablets.serial_number',
      'tablets.os',
      'tablets.model',
      'tablets.purchase_date',
      'tablets.condition',
      'tablets_students.start_time',
      'users.id as holder_id',
      'users.first_name',
      'users.last_name',
    ]);
}

type Joined = Pick<Tables, 'tablets'> & {
  tablets_students: { [Name in keyof Tables['tablets_students']]: Tables['tablets_students'][Name] | null };
  users: { [Name in keyof Tables['users']]: Tables['users'][Name] | null };
};

function matches(eb: ExpressionBuilder<Joined, keyof Joined>, filter: DeviceFilter, search: string) {
  const conditions = [
    ...(filter === 'lent' ? [eb('tablets_students.id', 'is not', null)] : []),
    ...(filter === 'free'
      ? [eb('tablets_students.id', 'is', null), eb('tablets.condition', '=', 'functional' as const)]
      : []),
    ...(filter === 'broken' ? [eb('tablets.condition', '<>', 'functional' as const)] : []),
  ];
  if (search === '') return eb.and(conditions);
  // LIKE has no sign of its own here: a % that somebody looks for is a %.
  const pattern = `%${search.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`;
  const texts = [
    sql`lower(tablets.serial_number)`,
    sql`lower(tablets.model)`,
    sql`lower(users.first_name)`,
    sql`lower(users.last_name)`,
  ];
  return eb.and([...conditions, eb.or(texts.map((text) => sql<boolean>`${text} like ${pattern} escape '!'`))]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toDevice(row: Row): Device {
  const { holder_id: holder, start_time: since } = row;
  return {
    id: row.id,
    serialNumber: row.serial_number,
    os: row.os,
    model: row.model,
    purchaseDate: row.purchase_date,
    condition: row.condition,
    holder:
      holder === null || since === null
        ? null
        : { id: holder, name: `${row.first_name} ${row.last_name}`, since: fromStored(since) },
  };
}
