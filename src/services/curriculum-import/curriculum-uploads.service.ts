import type { CurriculumUploadOptions, CurriculumUploadRepo } from '../../data/curriculum/curriculum-upload.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import type { CurriculumImportService } from './curriculum-import.service.ts';
import { findFormat, IMPORT_FORMATS } from './formats.ts';
import type { ImportFormat, ReadCurriculum } from './import-format.ts';
import type { ImportReport } from './import-report.ts';

export interface CurriculumUploadsDeps {
  db: DatabaseManager;
  access: AccessService;
  users: UserRepo;
  uploads: CurriculumUploadRepo;
  imports: CurriculumImportService;
  audit: AuditRepo;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  clock: Clock;
}

/** A file that is kept until it is confirmed, and what it would do now. */
export interface LookedAtCurriculum {
  id: number;
  report: ImportReport;
}

export type { ImportReport };

/** How long a file is kept for the second look. */
const KEPT = HOUR;
/** What a page takes; the command takes more. */
export const LARGEST_CURRICULUM = 8 * 1024 * 1024;

/** The formats that one file can be in, for people. */
export const FILE_FORMATS = IMPORT_FORMATS.filter(({ takes }) => takes.includes('file')).map(({ id, title }) => ({
  id,
  title,
}));

/** What a supervisor does with files of questions: try, look, confirm. */
export class CurriculumUploadsService {
  readonly #deps: CurriculumUploadsDeps;

  constructor(deps: CurriculumUploadsDeps) {
    this.#deps = deps;
  }

  /** The subjects whose courses the actor may bring in. Throws `forbidden` for who manages no curriculum. */
  async subjects(actor: Actor): Promise<string[]> {
    this.#deps.access.requireRole(actor, 'manage curriculum');
    const pairs = await this.#deps.users.listSupervision(actor.userId);
    return [...new Set(pairs.map(({ subject }) => subject))];
  }

  /**
   * Tries a file and, when it can be read, keeps it for an hour. Throws `invalid-input` with what is wrong with it, all at once.
   */
  async take(
    actor: Actor,
    file: { name: string; bytes: Uint8Array },
    options: CurriculumUploadOptions,
  ): Promise<number> {
    await this.#try(actor, file, options);
    const now = this.#deps.clock.now();
    const upload = { userId: actor.userId, name: file.name, options, content: file.bytes };
    return this.#deps.uploads.replace(upload, now, now + KEPT);
  }

  /** What a kept file would do now. Throws `not-found` for somebody else's, and for one that is not kept any more. */
  async look(actor: Actor, id: number): Promise<LookedAtCurriculum> {
    const { name, content, options } = await this.#kept(actor, id);
    return { id, report: await this.#try(actor, { name, bytes: content }, options) };
  }

  /** Carries a kept file out, once. Throws `conflict` (`plan-changed`) where it is not what was looked at; the file stays then. */
  async confirm(actor: Actor, id: number, fingerprint: string): Promise<ImportReport> {
    const { db, uploads, imports, audit, clock } = this.#deps;
    const { name, content, options } = await this.#kept(actor, id);
    const subjects = await this.subjects(actor);
    const { format, read } = await this.#read({ name, bytes: content }, options);
    return db.tx(async () => {
      // Two clicks at once: the second finds nothing to carry out.
      if (!(await uploads.remove(id))) throw notFound('upload');
      const how = { source: read.origin, by: actor.userId, subjects, fingerprint };
      const report = reportOf(name, format, read, await imports.importCurriculum(read.draft, how));
      const details = { file: name, format: format.id, courses: report.courses.map((course) => course.name) };
      await audit.add({ actorId: actor.userId, action: 'import curriculum', details, now: clock.now() });
      return report;
    });
  }

  /** Throws the kept file away. */
  async drop(actor: Actor, id: number): Promise<void> {
    await this.#kept(actor, id);
    await this.#deps.uploads.remove(id);
  }

  async #try(
    actor: Actor,
    file: { name: string; bytes: Uint8Array },
    options: CurriculumUploadOptions,
  ): Promise<ImportReport> {
    const subjects = await this.subjects(actor);
    const { format, read } = await this.#read(file, options);
    const how = { source: read.origin, subjects, dryRun: true };
    return reportOf(file.name, format, read, await this.#deps.imports.importCurriculum(read.draft, how));
  }

  async #read(file: { name: string; bytes: Uint8Array }, options: CurriculumUploadOptions) {
    const format = formatOf(options.format, file.bytes);
    const read = await format.read(
      { kind: 'file', fileName: file.name, bytes: file.bytes },
      {
        checker: await this.#deps.checker(),
        name: options.course ?? undefined,
        subject: options.subject ?? undefined,
        gradeLevel: options.grade ?? undefined,
        licence: options.licence ?? undefined,
      },
    );
    return { format, read };
  }

  async #kept(actor: Actor, id: number) {
    await this.subjects(actor);
    const upload = await this.#deps.uploads.find(id, actor.userId, this.#deps.clock.now());
    if (!upload) throw notFound('upload');
    return upload;
  }
}

/** The format that was named, or the first that knows the bytes. Throws `invalid-input` where none does. */
function formatOf(id: string, bytes: Uint8Array): ImportFormat {
  const named = findFormat(id);
  const found = named ?? IMPORT_FORMATS.find((one) => one.takes.includes('file') && one.recognizes(bytes));
  if (found?.takes.includes('file')) return found;
  const known = FILE_FORMATS.map(({ title }) => title).join(', ');
  throw invalidInput(`This is none of the kinds of file that are read here: ${known}.`, { file: known });
}

function reportOf(
  name: string,
  format: ImportFormat,
  { notTaken, notes }: ReadCurriculum,
  saved: Omit<ImportReport, 'notes'>,
): ImportReport {
  return { ...saved, source: `${name} (${format.title})`, notTaken: [...notTaken, ...saved.notTaken], notes };
}

/** Whether an error is a file's own fault, which its page tells. */
export function isRefusedFile(error: unknown): error is AppError {
  return error instanceof AppError && error.kind === 'invalid-input';
}
