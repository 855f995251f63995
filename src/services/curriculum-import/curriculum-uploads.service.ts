import { setTimeout } from 'node:timers/promises';
import type {
  CurriculumUploadOptions,
  CurriculumUploadRepo,
  CurriculumUploadStatus,
} from '../../data/curriculum/curriculum-upload.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { JobRepo } from '../../data/jobs/job.repo.ts';
import { IMPORT_CURRICULUM } from '../../data/jobs/job-kinds.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type CurriculumUploadState, isUnderWay } from '../../domain/curriculum/import/upload-state.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import { type Clock, HOUR, SECOND } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { KeptRefusal, KeptReport } from './curriculum-import-work.service.ts';
import { formatOf } from './file-format.ts';
import type { ImportReport } from './import-report.ts';

export type { CurriculumUploadOptions };

export interface CurriculumUploadsDeps {
  db: DatabaseManager;
  access: AccessService;
  users: UserRepo;
  uploads: CurriculumUploadRepo;
  jobs: JobRepo;
  /** Tells the worker that there is something to do. */
  wake: () => void;
  clock: Clock;
  /** How long a page waits for a file to be done, in ms, before it shows how far it is; two seconds when absent. */
  patience?: number;
}

/** A file that was sent, and how far it is. */
export interface LookedAtCurriculum {
  id: number;
  name: string;
  state: CurriculumUploadState;
  /** Questions read so far, and of how many; both 0 until that is known. */
  progress: { soFar: number; inAll: number };
  /** What it would do, or has done. */
  report: ImportReport | null;
  /** What was confirmed is not what it would do now. */
  changedMeanwhile: boolean;
  /** Why it was not taken. */
  problem: string | null;
  /** Fields of its form that would mend that (name, subject, grade). */
  fields: Record<string, string>;
  /** As it was sent with the file. */
  options: CurriculumUploadOptions;
}

/** How long a file is kept for the second look, and what came of it afterwards. */
const KEPT = HOUR;
/** What a page takes; the command takes more. */
export const LARGEST_CURRICULUM = 8 * 1024 * 1024;
const MANAGE = 'manage curriculum';
const PATIENCE = 2 * SECOND;
const LOOKS_EVERY = 25;

/** What a supervisor does with files of questions: send, look, confirm. A job does the work (curriculum-import-work). */
export class CurriculumUploadsService {
  readonly #deps: CurriculumUploadsDeps;

  constructor(deps: CurriculumUploadsDeps) {
    this.#deps = deps;
  }

  /** The subjects whose courses the actor may bring in. Throws `forbidden` for who manages no curriculum. */
  async subjects(actor: Actor): Promise<string[]> {
    this.#deps.access.requireRole(actor, MANAGE);
    return this.#deps.users.listSubjects(actor.userId);
  }

  /**
   * Keeps a file for an hour and has it tried; waits two seconds for that. Throws `invalid-input` with all that is wrong with it where
   * that is known by then, and `conflict` while the file before is being brought in.
   */
  async take(
    actor: Actor,
    file: { name: string; bytes: Uint8Array },
    options: CurriculumUploadOptions,
  ): Promise<number> {
    this.#deps.access.requireRole(actor, MANAGE);
    formatOf(options.format, file.bytes);
    const { db, uploads, clock, wake } = this.#deps;
    const now = clock.now();
    const upload = { userId: actor.userId, name: file.name, options, content: file.bytes };
    const id = await db.tx(async () => {
      const kept = await uploads.replace(upload, now, now + KEPT);
      if (kept !== null) await this.#enqueue(kept, 0);
      return kept;
    });
    if (id === null) throw stillSaving();
    wake();
    const { state, problem, fields } = lookedAt(await this.#settled(actor, id));
    if (state !== 'refused') return id;
    await uploads.remove(id);
    throw invalidInput(problem ?? '', fields);
  }

  /**
   * What is wrong with a file that is not to be kept, since something else is wrong with its form: as far as it is known in two
   * seconds, and null where nothing is.
   */
  async tryOut(
    actor: Actor,
    file: { name: string; bytes: Uint8Array },
    options: CurriculumUploadOptions,
  ): Promise<AppError | null> {
    try {
      await this.#deps.uploads.remove(await this.take(actor, file, options));
      return null;
    } catch (error) {
      if (isRefusedFile(error)) return error;
      throw error;
    }
  }

  /** How far a file is. Throws `not-found` for somebody else's, and for one that is not kept any more. */
  async look(actor: Actor, id: number): Promise<LookedAtCurriculum> {
    return lookedAt(await this.#kept(actor, id));
  }

  /**
   * Has a file brought in that does what was looked at, once; waits two seconds for that. Answers with how far it is: `changedMeanwhile`
   * where it would do something else now and nothing was done. What is still being tried nobody has looked at: it goes on.
   */
  async confirm(actor: Actor, id: number, fingerprint: string): Promise<LookedAtCurriculum> {
    const { db, uploads, wake } = this.#deps;
    const { state, report, ...kept } = lookedAt(await this.#kept(actor, id));
    if (state === 'ready') {
      if (report?.fingerprint !== fingerprint) return { ...kept, state, report, changedMeanwhile: true };
      // Of two clicks at once one asks for it, and both see what comes of it.
      await db.tx(async () => {
        const version = await uploads.ask(id, 'ready', 'saving');
        if (version !== null) await this.#enqueue(id, version);
      });
      wake();
    }
    return lookedAt(await this.#settled(actor, id));
  }

  /** Throws the kept file away. Throws `conflict` while it is being brought in. */
  async drop(actor: Actor, id: number): Promise<void> {
    await this.#kept(actor, id);
    if (!(await this.#deps.uploads.remove(id))) throw stillSaving();
  }

  async #enqueue(uploadId: number, version: number): Promise<void> {
    const now = this.#deps.clock.now();
    await this.#deps.jobs.enqueue({
      kind: IMPORT_CURRICULUM,
      subjectKey: `upload:${uploadId}:${now}:${version}`,
      payload: { uploadId, version },
      runAt: now,
      now,
    });
  }

  async #settled(actor: Actor, id: number): Promise<CurriculumUploadStatus> {
    for (let waited = 0; ; waited += LOOKS_EVERY) {
      const kept = await this.#kept(actor, id);
      if (!isUnderWay(kept.state) || waited >= (this.#deps.patience ?? PATIENCE)) return kept;
      await setTimeout(LOOKS_EVERY);
    }
  }

  async #kept(actor: Actor, id: number): Promise<CurriculumUploadStatus> {
    this.#deps.access.requireRole(actor, MANAGE);
    const upload = await this.#deps.uploads.findStatus(id, actor.userId, this.#deps.clock.now());
    if (!upload) throw notFound('upload');
    return upload;
  }
}

function lookedAt({
  id,
  name,
  options,
  state,
  readSoFar,
  readInAll,
  report,
  problem,
}: CurriculumUploadStatus): LookedAtCurriculum {
  const kept = state === 'refused' ? null : (report as KeptReport | null);
  const refusal = state === 'refused' ? (report as KeptRefusal | null) : null;
  return {
    id,
    name,
    options,
    state,
    progress: { soFar: readSoFar, inAll: readInAll },
    // One that was made before answers were counted says that none are.
    report: kept && { ...kept.report, judgedAgain: kept.report.judgedAgain ?? { answers: 0, pupils: 0 } },
    changedMeanwhile: kept?.changedMeanwhile ?? false,
    problem,
    fields: refusal?.fields ?? {},
  };
}

const stillSaving = (): AppError =>
  new AppError(
    'conflict',
    'still-saving',
    'The file before is still being brought in. Wait for it, and send the next one then.',
  );

/** Whether an error is a file's own fault, which its page tells. */
export function isRefusedFile(error: unknown): error is AppError {
  return error instanceof AppError && (error.kind === 'invalid-input' || error.code === 'still-saving');
}
