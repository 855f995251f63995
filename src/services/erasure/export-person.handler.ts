import { randomUUID } from 'node:crypto';
import { packArchive } from '../../data/archives/pack-archive.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { PersonExport, PersonExportRepo } from '../../data/erasure/person-export.repo.ts';
import type { PersonRecordRepo } from '../../data/erasure/person-record.repo.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { EXPORT_PERSON } from '../../data/jobs/job-kinds.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { exportWords } from '../../domain/erasure/person-export-words.ts';
import { partsOf } from '../../domain/erasure/record-parts.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { civilDay } from '../../shared/calendar.ts';
import type { Clock } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { NotificationsService } from '../notifications/notifications.service.ts';
import { EXPORT_KEPT } from './person-export.service.ts';
import { exportFiles } from './person-export-files.ts';
import type { PersonExportReach, Reached } from './person-export-reach.ts';

export interface ExportPersonDeps {
  db: DatabaseManager;
  personExports: PersonExportRepo;
  records: PersonRecordRepo;
  reach: PersonExportReach;
  users: UserRepo;
  notifications: NotificationsService;
  clock: Clock;
  timeZone: string;
}

/** So large are the pieces in which an export is kept, in bytes. */
const PIECE = 256 * 1024;

/** The export is not to be made any more: somebody was erased, it was asked for anew, another run makes it, or the server stops. */
class Overtaken extends Error {}

/** Makes an export of a person in pieces: no more of it is in memory than one. One that broke off is begun anew. */
export class ExportPersonHandler implements JobHandler {
  readonly kind = EXPORT_PERSON;
  readonly #deps: ExportPersonDeps;

  constructor(deps: ExportPersonDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { db, personExports, users, reach } = this.#deps;
    const { id } = payload as { id: number };
    const asked = await personExports.find(id);
    if (asked?.state !== 'waiting') {
      await lease.finish();
      return;
    }
    try {
      const actor = await users.findActor(asked.askedBy);
      if (!actor) throw notFound('account');
      // Whoever asked may not be allowed to any more.
      await this.#make(asked, actor, await reach.require(actor, asked.personId), { lease, signal });
    } catch (error) {
      if (error instanceof Overtaken) {
        if (!signal.aborted) await lease.finish();
        return;
      }
      const isRefused = error instanceof AppError && error.kind !== 'unavailable';
      if (!isRefused && !lease.lastTry) throw error;
      await db.tx(async () => {
        if (await lease.finish()) await personExports.fail(id);
      });
      if (!isRefused) throw error;
    }
  }

  async #make(
    asked: PersonExport,
    actor: Actor,
    reached: Reached,
    { lease, signal }: { lease: JobLease; signal: AbortSignal },
  ): Promise<void> {
    const { db, personExports, notifications, clock } = this.#deps;
    const { id } = asked;
    const run = randomUUID();
    const parts = partsOf(reached.role);
    await personExports.begin(id, { run, words: reached.words, partsAll: parts.length });
    await this.#write(id, run, { actor, reached, parts, signal });
    await db.tx(async () => {
      if (!(await personExports.saveMade(id, run, clock.now() + EXPORT_KEPT))) throw new Overtaken();
      if (!(await lease.finish())) throw new Overtaken();
      const about = reached.role === 'student' ? { about: reached.id } : {};
      // Of a pupil it goes with them; of others nothing names whom it is about.
      const data = { personId: reached.role === 'student' ? reached.id : null, whose: whoseOf(actor, reached) };
      await notifications.tell([actor.userId], 'export made', data, { key: `export:${id}`, ...about });
    });
  }

  async #write(
    id: number,
    run: string,
    {
      actor,
      reached,
      parts,
      signal,
    }: { actor: Actor; reached: Reached; parts: ReturnType<typeof partsOf>; signal: AbortSignal },
  ): Promise<void> {
    const { personExports, records, clock, timeZone } = this.#deps;
    const progress = { partsDone: 0, linesDone: 0 };
    const goOn = async () => {
      if (signal.aborted || !(await personExports.saveProgress(id, run, progress))) throw new Overtaken();
    };
    const files = exportFiles({
      parts,
      rowsOf: (part) => records.read(reached, part, reached.words),
      name: reached.name,
      day: civilDay(clock.now(), timeZone),
      words: exportWords(actor.locale),
      onRows: async (count) => {
        progress.linesDone += count;
        await goOn();
      },
      onPart: async () => {
        progress.partsDone += 1;
        await goOn();
      },
    });
    let size = 0;
    let position = 0;
    for await (const content of inPieces(packArchive(files))) {
      size += content.length;
      const isOurs = await personExports.addPiece(id, run, { position, content, size, ...progress });
      if (!isOurs) throw new Overtaken();
      position += 1;
    }
  }
}

/** On which of the actor's pages the export stands. */
function whoseOf(actor: Actor, { id }: Reached): 'own' | 'child' | 'person' {
  if (id === actor.userId) return 'own';
  return actor.role === 'parent' ? 'child' : 'person';
}

async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of source) {
    gathered.push(bytes);
    size += bytes.length;
    if (size < PIECE) continue;
    yield Buffer.concat(gathered);
    [gathered, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(gathered);
}
