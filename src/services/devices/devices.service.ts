import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isUniqueViolation } from '../../data/db/sql.ts';
import type { Borrower, BorrowerRepo } from '../../data/devices/borrower.repo.ts';
import type { Device, DeviceCounts, DeviceRepo, Loan } from '../../data/devices/device.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { DeviceCondition, DeviceFacts, DeviceFilter } from '../../domain/devices/device.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface DevicesDeps {
  access: AccessService;
  devices: DeviceRepo;
  borrowers: BorrowerRepo;
  audit: AuditRepo;
  db: DatabaseManager;
  clock: Clock;
}

export interface DeviceListRequest {
  filter: DeviceFilter;
  search: string;
  /** From 1. */
  page: number;
}

export interface DeviceList extends DeviceListRequest {
  now: Instant;
  devices: Device[];
  /** What the search finds, by filter. */
  counts: DeviceCounts;
  pages: number;
}

export interface DevicePage {
  now: Instant;
  device: Device;
  /** The newest first. */
  loans: Loan[];
  /** A device that was never lent may be removed again: it was a slip. */
  removable: boolean;
  /** Pupils that the search found; null while nobody was looked for. */
  borrowers: Borrower[] | null;
}

/** A new device, without its serial number: those come several at a time. */
export type DeviceKind = Omit<DeviceFacts, 'serialNumber'>;

export const DEVICES_A_PAGE = 50;
const LOANS_SHOWN = 50;
const BORROWERS_SHOWN = 12;
const ALL = 10_000;

/** The tablets of a school: what there is, in which state, and who has it. For the school manager. */
export class DevicesService {
  readonly #deps: DevicesDeps;

  constructor(deps: DevicesDeps) {
    this.#deps = deps;
  }

  /** One page of the inventory. Two queries, however many devices. */
  async list(actor: Actor, { filter, search, page }: DeviceListRequest): Promise<DeviceList> {
    const schoolId = this.#schoolOf(actor);
    const { devices, clock } = this.#deps;
    const counts = await devices.count(schoolId, search);
    const pages = Math.max(1, Math.ceil(counts[filter] / DEVICES_A_PAGE));
    const shown = Math.min(page, pages);
    const offset = (shown - 1) * DEVICES_A_PAGE;
    return {
      filter,
      search,
      counts,
      pages,
      page: shown,
      now: clock.now(),
      devices: await devices.list(schoolId, { filter, search, offset, limit: DEVICES_A_PAGE }),
    };
  }

  /** All that the filter and the search find, for a file. */
  async listAll(actor: Actor, { filter, search }: Omit<DeviceListRequest, 'page'>): Promise<Device[]> {
    return this.#deps.devices.list(this.#schoolOf(actor), { filter, search, offset: 0, limit: ALL });
  }

  /** One device with its history, and the pupils that `search` finds. Throws `not-found` for one of another school. */
  async get(actor: Actor, id: number, search?: string): Promise<DevicePage> {
    const { devices, borrowers, clock } = this.#deps;
    const schoolId = this.#schoolOf(actor);
    const device = await this.#find(schoolId, id);
    const loans = await devices.loansOf(id, LOANS_SHOWN);
    return {
      now: clock.now(),
      device,
      loans,
      removable: loans.length === 0,
      borrowers: search === undefined ? null : await borrowers.search(schoolId, search, BORROWERS_SHOWN),
    };
  }

  /** The last day, `YYYY-MM-DD`, on which a device may have been bought: a day that has begun somewhere. */
  lastPurchaseDay(): string {
    return new Date(this.#deps.clock.now() + DAY).toISOString().slice(0, 10);
  }

  /** Of these serial numbers those that the school has already. */
  async knownSerials(actor: Actor, serials: readonly string[]): Promise<Set<string>> {
    return this.#deps.devices.knownSerials(this.#schoolOf(actor), serials);
  }

  /** Adds devices of one kind, all or none, and answers with them. Throws `serial-taken` where the school has one of them already. */
  async add(actor: Actor, kind: DeviceKind, serials: readonly string[]): Promise<Device[]> {
    const schoolId = this.#schoolOf(actor);
    const { db, devices } = this.#deps;
    this.#checkPurchase(kind.purchaseDate);
    const rows = serials.map((serialNumber) => ({ ...kind, serialNumber }));
    return db.tx(async () => {
      await this.#refuseTaken(schoolId, serials);
      await this.#write(actor, 'add devices', { serials, model: kind.model }, () =>
        devices.add(schoolId, rows).catch(asSerialTaken(serials)),
      );
      return devices.bySerials(schoolId, serials);
    });
  }

  /** Changes a device. Throws `serial-taken` for the serial number of another one. */
  async update(actor: Actor, id: number, facts: DeviceFacts): Promise<void> {
    const schoolId = this.#schoolOf(actor);
    const { holder: _, ...was } = await this.#find(schoolId, id);
    this.#checkPurchase(facts.purchaseDate);
    await this.#write(actor, 'change device', { was, now: facts }, async () => {
      if (facts.serialNumber !== was.serialNumber) await this.#refuseTaken(schoolId, [facts.serialNumber]);
      await this.#deps.devices.update(id, facts).catch(asSerialTaken([facts.serialNumber]));
    });
  }

  /** Removes a device that was never lent. Throws `conflict` for one that has a history: that one stays, as not functional. */
  async remove(actor: Actor, id: number): Promise<void> {
    const { serialNumber } = await this.#find(this.#schoolOf(actor), id);
    await this.#write(actor, 'remove device', { serialNumber }, async () => {
      if (await this.#deps.devices.hasLoans(id)) {
        throw new AppError('conflict', 'device-has-history', 'This device was lent, so its history is kept.');
      }
      await this.#deps.devices.remove(id);
    });
  }

  /** Lends a functional device that nobody has. Throws `conflict` otherwise, `not-found` for a pupil of another school. */
  async lend(actor: Actor, id: number, studentId: number): Promise<void> {
    const { devices, borrowers, clock } = this.#deps;
    const schoolId = this.#schoolOf(actor);
    const device = await this.#find(schoolId, id);
    if (!(await borrowers.canBorrow(schoolId, studentId))) throw notFound('pupil');
    if (device.condition !== 'functional') {
      throw new AppError('conflict', 'device-not-functional', `A device that is ${device.condition} is not lent.`);
    }
    try {
      await this.#write(
        actor,
        'lend device',
        { serialNumber: device.serialNumber },
        () => devices.lend(id, studentId, clock.now()),
        { studentId },
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new AppError('conflict', 'device-is-lent', 'Somebody has this device already.', { cause: error });
    }
  }

  /** Takes a device back in the state in which it came. Taking back what is back already changes nothing. */
  async takeBack(actor: Actor, id: number, condition: DeviceCondition): Promise<void> {
    const { devices, clock } = this.#deps;
    const { holder, serialNumber } = await this.#find(this.#schoolOf(actor), id);
    if (!holder) return;
    await this.#write(
      actor,
      'take device back',
      { serialNumber, condition },
      async () => {
        if (await devices.takeBack(id, clock.now())) await devices.setCondition(id, condition);
      },
      { studentId: holder.id },
    );
  }

  #schoolOf(actor: Actor): number {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return actor.schoolId;
  }

  async #find(schoolId: number, id: number): Promise<Device> {
    const device = await this.#deps.devices.find(schoolId, id);
    if (!device) throw notFound('device');
    return device;
  }

  async #refuseTaken(schoolId: number, serials: readonly string[]): Promise<void> {
    const taken = [...(await this.#deps.devices.knownSerials(schoolId, serials))];
    if (taken.length > 0) throw serialTaken(taken);
  }

  #checkPurchase(day: string | null): void {
    if (day !== null && day > this.lastPurchaseDay()) {
      throw invalidInput('A device cannot have been bought in the future.', { purchaseDate: 'a day that has come' });
    }
  }

  /** Does the work and writes it down, both or neither. */
  async #write(
    actor: Actor,
    action: string,
    details: Record<string, unknown>,
    work: () => Promise<unknown>,
    more: { studentId?: number } = {},
  ): Promise<void> {
    const { db, audit, clock } = this.#deps;
    await db.tx(async () => {
      await work();
      await audit.add({ actorId: actor.userId, schoolId: actor.schoolId, action, details, now: clock.now(), ...more });
    });
  }
}

/** Somebody else was quicker, between the look and the write. */
function asSerialTaken(serials: readonly string[]): (error: unknown) => never {
  return (error) => {
    throw isUniqueViolation(error) ? serialTaken(serials) : error;
  };
}

function serialTaken(serialNumbers: readonly string[]): AppError {
  const said = `In the inventory already: ${serialNumbers.join(', ')}.`;
  return new AppError('conflict', 'serial-taken', said, { details: { serialNumbers } });
}
