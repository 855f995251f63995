import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { erasePerson } from '../../data/erasure/erase-person.ts';
import type { Erasure, ErasureRepo } from '../../data/erasure/erasure.repo.ts';
import { type ErasureLedger, personHash } from '../../data/erasure/erasure-ledger.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { ERASE_PERSON } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import { formerStaff } from '../../domain/erasure/former-staff.ts';
import type { Clock } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';

export interface ErasingDeps {
  db: DatabaseManager;
  erasures: ErasureRepo;
  people: PersonRepo;
  audit: AuditRepo;
  /** Null: the database has no place of its own, as one in memory. */
  ledger: ErasureLedger | null;
  clock: Clock;
  timeZone: string;
}

class LeaseLost extends Error {}

/**
 * Erases whom a school manager has asked to erase. The ledger is told first: whatever breaks off afterwards is done again, and a backup
 * from before never brings anybody back. Everything in the database goes in one transaction with the end of the job.
 */
export class ErasePersonHandler implements JobHandler {
  readonly kind = ERASE_PERSON;
  readonly #deps: ErasingDeps;

  constructor(deps: ErasingDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease): Promise<void> {
    const { db, erasures, clock } = this.#deps;
    const { erasureId, locale } = payload as { erasureId: number; locale: string };
    const erasure = await erasures.find(erasureId);
    if (!erasure || erasure.userId === null) {
      await db.tx(async () => {
        // They went with another erasure, and this one is done with it.
        if ((await lease.finish()) && erasure?.doneAt === null) await erasures.setDone(erasure.id, clock.now());
      });
      return;
    }
    await this.#tellLedger(erasure, erasure.userId);
    try {
      await db.tx(async () => {
        await this.#erase(erasure, locale);
        if (!(await lease.finish())) throw new LeaseLost();
      });
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      return;
    }
    await db.compact();
  }

  async #tellLedger({ entry, requestedAt }: Erasure, userId: number): Promise<void> {
    const { ledger, erasures, people } = this.#deps;
    const person = ledger && (await people.find(userId));
    if (!person) return;
    const of = await erasures.installation();
    const hash = personHash(of, { id: userId, createdAt: toStored(person.createdAt) });
    await ledger.append({ entry, of, at: new Date(requestedAt).toISOString(), person: hash });
  }

  async #erase({ id, userId, role, schoolId, wasDisabled, requestedBy }: Erasure, locale: string): Promise<void> {
    const { db, erasures, audit, clock, timeZone } = this.#deps;
    const now = clock.now();
    if (userId !== null) await erasePerson(db, userId, { timeZone, now, wasDisabled, former: formerStaff(locale) });
    await erasures.setDone(id, now);
    await audit.add({ actorId: requestedBy, action: 'erased a person', schoolId, details: { role }, now });
  }
}
