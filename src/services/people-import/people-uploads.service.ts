import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { PeopleUploadRepo, UploadOptions } from '../../data/roster/people-upload.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { Decisions } from '../../domain/roster/plan/plan.ts';
import type { RosterReport } from '../../domain/roster/report.ts';
import type { RosterFormat } from '../../domain/roster/roster.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { PeopleExportService } from './people-export.service.ts';
import type { PeopleImportRequest, PeopleImportService } from './people-import.service.ts';
import { filesIn } from './roster-files.ts';

export interface PeopleUploadsDeps {
  db: DatabaseManager;
  access: AccessService;
  uploads: PeopleUploadRepo;
  imports: PeopleImportService;
  exports: PeopleExportService;
  clock: Clock;
}

/** A file that is kept until it is confirmed, and what it would do now. */
export interface LookedAt {
  id: number;
  report: RosterReport;
}

/** How long a file is kept for the second look: it holds the names of children. */
const KEPT = HOUR;
/** Of all tables of a file: what is done with them takes two to three seconds. The command takes more. */
export const MOST_ROWS_HERE = 30_000;
/** What a page takes; the command takes more. */
export const LARGEST_UPLOAD = 8 * 1024 * 1024;

/** What a school manager does with files of people: try, look, confirm; and take the own people out. */
export class PeopleUploadsService {
  readonly #deps: PeopleUploadsDeps;

  constructor(deps: PeopleUploadsDeps) {
    this.#deps = deps;
  }

  /** The name of the own school. */
  async schoolName(actor: Actor): Promise<string> {
    const schoolId = this.#schoolOf(actor);
    const found = (await this.#deps.imports.listSchools()).find(({ id }) => id === schoolId);
    if (!found) throw notFound('school');
    return found.name;
  }

  /** Tries a file and, when nothing is wrong with it, keeps it for an hour. Throws what the import throws. */
  async take(actor: Actor, file: { name: string; bytes: Uint8Array }, options: UploadOptions): Promise<number> {
    const schoolId = this.#schoolOf(actor);
    const { uploads, clock } = this.#deps;
    await this.tryOut(actor, file, options);
    const now = clock.now();
    const upload = { schoolId, userId: actor.userId, name: file.name, options, content: file.bytes };
    return uploads.replace(upload, now, now + KEPT);
  }

  /** Tries a file and keeps nothing of it. Throws what the import throws. */
  async tryOut(actor: Actor, file: { name: string; bytes: Uint8Array }, options: UploadOptions): Promise<void> {
    await this.#deps.imports.importPeople(await this.#request(actor, file, options));
  }

  /** What a kept file would do now. Throws `not-found` for somebody else's, and for one that is not kept any more. */
  async look(actor: Actor, id: number): Promise<LookedAt> {
    const { name, bytes, options } = await this.#kept(actor, id);
    return { id, report: await this.#deps.imports.importPeople(await this.#request(actor, { name, bytes }, options)) };
  }

  /**
   * Carries a kept file out, once. Throws `conflict` (`changed-meanwhile`, `large-change`) where it is not what was looked at, or
   * where more than half of the school would change and nobody said that this is right; then the file is still there.
   */
  async confirm(
    actor: Actor,
    id: number,
    {
      decisions,
      confirmLargeChange,
      fingerprint,
    }: Pick<PeopleImportRequest, 'decisions' | 'confirmLargeChange'> & { fingerprint: string },
  ): Promise<RosterReport> {
    const { db, imports, uploads } = this.#deps;
    const { name, bytes, options } = await this.#kept(actor, id);
    const request = await this.#request(actor, { name, bytes }, options);
    return db.tx(async () => {
      // Two clicks at once: the second finds nothing to carry out.
      if (!(await uploads.remove(id))) throw notFound('upload');
      return imports.importPeople({ ...request, dryRun: false, decisions, confirmLargeChange, fingerprint });
    });
  }

  /** Throws the kept file away. */
  async drop(actor: Actor, id: number): Promise<void> {
    await this.#kept(actor, id);
    await this.#deps.uploads.remove(id);
  }

  /** The own people as an archive that can be brought in again. */
  async export(actor: Actor, format: RosterFormat): Promise<Buffer> {
    return this.#deps.exports.exportPeople(this.#schoolOf(actor), format, actor.userId);
  }

  /** Removes what nobody confirmed in time. */
  async removeExpired(): Promise<void> {
    await this.#deps.uploads.removeExpired(this.#deps.clock.now());
  }

  async #request(
    actor: Actor,
    file: { name: string; bytes: Uint8Array },
    options: UploadOptions,
  ): Promise<PeopleImportRequest> {
    const decisions: Decisions = new Map();
    return {
      ...options,
      source: file.name,
      files: await filesIn(file.name, file.bytes),
      schoolId: this.#schoolOf(actor),
      region: null,
      decisions,
      confirmLargeChange: false,
      dryRun: true,
      fingerprint: null,
      actorId: actor.userId,
      mostRows: MOST_ROWS_HERE,
    };
  }

  async #kept(actor: Actor, id: number) {
    const { uploads, clock } = this.#deps;
    const owner = { userId: actor.userId, schoolId: this.#schoolOf(actor) };
    const upload = await uploads.find(id, owner, clock.now());
    if (!upload) throw new AppError('not-found', 'not-found', 'This file is not kept any more. Please send it again.');
    return { name: upload.name, bytes: upload.content, options: upload.options };
  }

  #schoolOf(actor: Actor): number {
    this.#deps.access.requireRole(actor, 'administer the school');
    if (actor.schoolId === null) throw notFound('school');
    return actor.schoolId;
  }
}
