import { setTimeout } from 'node:timers/promises';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { PersonExport, PersonExportRepo } from '../../data/erasure/person-export.repo.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { EXPORT_PERSON } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { type Clock, DAY } from '../../shared/instant.ts';
import type { PersonExportReach, Reached } from './person-export-reach.ts';

export interface PersonExportDeps {
  db: DatabaseManager;
  personExports: PersonExportRepo;
  reach: PersonExportReach;
  jobs: JobRepo;
  audit: AuditRepo;
  clock: Clock;
  wake: () => void;
}

/** Whom it is about, and how far the actor's export of them is; null: there is none. */
export interface PersonExportView {
  person: { id: number; name: string; isOwn: boolean };
  made: PersonExport | null;
}

/** So long an export waits for whoever asked, from when it is made. */
export const EXPORT_KEPT = 3 * DAY;

/** Most are made within this: their page shows them at once. In ms. */
const AT_ONCE = { within: 1000, look: 25 };

/** Everything that is stored about somebody, for themselves, a parent or the school: made in the background, fetched for some days. */
export class PersonExportService {
  readonly #deps: PersonExportDeps;

  constructor(deps: PersonExportDeps) {
    this.#deps = deps;
  }

  /** Throws `not-found` for others' people; see `PersonExportReach`. */
  async look(actor: Actor, personId: number): Promise<PersonExportView> {
    const { personExports, reach, clock } = this.#deps;
    const { id, name, words } = await reach.require(actor, personId);
    const found = await personExports.findOf(id, actor.userId, clock.now());
    return { person: { id, name, isOwn: id === actor.userId }, made: found && isOpen(found, words) ? found : null };
  }

  /** Asks for an export, or for a new one; one that is under way goes on. Waits a moment for it to be made. */
  async ask(actor: Actor, personId: number): Promise<void> {
    const { db, personExports, reach, jobs, clock, wake } = this.#deps;
    const reached = await reach.require(actor, personId);
    const now = clock.now();
    const id = await db.tx(async () => {
      const of = { personId, askedBy: actor.userId, now, expiresAt: now + EXPORT_KEPT };
      const made = await personExports.ask(of);
      if (made === null) return null;
      await jobs.enqueue({ kind: EXPORT_PERSON, subjectKey: `export:${made}`, payload: { id: made }, runAt: now, now });
      await this.#note(actor, reached, 'export a person');
      return made;
    });
    if (id === null) return;
    wake();
    for (let waited = 0; waited < AT_ONCE.within; waited += AT_ONCE.look) {
      if ((await personExports.find(id))?.state !== 'waiting') return;
      await setTimeout(AT_ONCE.look);
    }
  }

  /**
   * What was made for the actor, piece by piece. The right is asked for anew; written down in the audit log. Throws `not-found` where
   * nothing is there (any more), or where more words of the talks are in it than the actor may read now.
   */
  async take(actor: Actor, personId: number): Promise<{ size: number; pieces: AsyncIterable<Uint8Array> }> {
    const { personExports, reach, clock } = this.#deps;
    const reached = await reach.require(actor, personId);
    const found = await personExports.findOf(personId, actor.userId, clock.now());
    if (found?.state !== 'made' || !isOpen(found, reached.words)) throw notFound('file');
    await this.#note(actor, reached, 'fetch an export of a person');
    return { size: found.size, pieces: this.#piecesOf(found.id) };
  }

  /** Removes what nobody may fetch any more. */
  async removeExpired(): Promise<void> {
    await this.#deps.personExports.removeExpired(this.#deps.clock.now());
  }

  async *#piecesOf(id: number): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position += 1) {
      const piece = await this.#deps.personExports.pieceOf(id, position);
      if (!piece) return;
      yield piece;
    }
  }

  async #note({ userId: actorId, schoolId }: Actor, { id, role, words }: Reached, action: string): Promise<void> {
    const { audit, clock } = this.#deps;
    const about = role === 'student' ? { studentId: id, details: { words } } : { details: { userId: id } };
    await audit.add({ actorId, action, schoolId, ...about, now: clock.now() });
  }
}

const WIDTH = { none: 0, 'for parents': 1, all: 2 };

/** Whether somebody who may read so far may have it. */
function isOpen({ state, words }: PersonExport, mayRead: keyof typeof WIDTH): boolean {
  return state !== 'made' || WIDTH[words] <= WIDTH[mayRead];
}
