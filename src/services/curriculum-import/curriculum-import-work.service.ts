import type { CurriculumUpload, CurriculumUploadRepo } from '../../data/curriculum/curriculum-upload.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { IMPORT_CURRICULUM } from '../../data/jobs/job-kinds.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import { type Clock, SECOND } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { CurriculumImportService } from './curriculum-import.service.ts';
import { formatOf } from './file-format.ts';
import type { ImportFormat, ReadCurriculum } from './import-format.ts';
import type { ImportReport } from './import-report.ts';

export interface CurriculumImportWorkDeps {
  db: DatabaseManager;
  users: UserRepo;
  uploads: CurriculumUploadRepo;
  imports: CurriculumImportService;
  audit: AuditRepo;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  clock: Clock;
}

/** What is kept of a trial or an import, for the pages. */
export interface KeptReport {
  report: ImportReport;
  /** The curriculum has changed since the trial that was confirmed. */
  changedMeanwhile: boolean;
}

/** What is kept of a file that was refused: the fields of its form that would mend it, with what the file leaves open. */
export interface KeptRefusal {
  fields: Record<string, string>;
}

const PROGRESS_EVERY = SECOND;

interface Read {
  format: ImportFormat;
  read: ReadCurriculum;
}

/**
 * The work on files that were sent: a trial of each, and the import once it was confirmed, whole or not at all and exactly once. What
 * was begun by a process that died is begun again.
 */
export class CurriculumImportWork implements JobHandler {
  readonly kind = IMPORT_CURRICULUM;
  readonly #deps: CurriculumImportWorkDeps;

  constructor(deps: CurriculumImportWorkDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease): Promise<void> {
    const { db, uploads } = this.#deps;
    const { uploadId, version } = payload as { uploadId: number; version: number };
    const upload = await uploads.find(uploadId);
    // Thrown away meanwhile, or another was sent.
    if (upload?.version !== version) {
      await lease.finish();
      return;
    }
    try {
      const read = await this.#read(upload);
      if (upload.state === 'saving') await this.#save(upload, read, lease);
      else await this.#try(upload, read, lease, false);
    } catch (error) {
      const isRefused = error instanceof AppError && error.kind === 'invalid-input';
      if (!isRefused && !lease.lastTry) throw error;
      const end = isRefused
        ? { state: 'refused' as const, problem: error.message, report: refusalOf(error) }
        : { state: 'failed' as const };
      await db.tx(async () => {
        if (await lease.finish()) await uploads.finish(upload.id, version, end);
      });
      if (!isRefused) throw error;
    }
  }

  async #try(upload: CurriculumUpload, { format, read }: Read, lease: JobLease, changedMeanwhile: boolean) {
    const { db, uploads, imports, users } = this.#deps;
    const subjects = await users.listSubjects(upload.userId);
    const saved = await imports.importCurriculum(read.draft, { source: read.origin, subjects, dryRun: true });
    const kept: KeptReport = { report: reportOf(upload.name, format, read, saved), changedMeanwhile };
    await db.tx(async () => {
      if (await lease.finish()) await uploads.finish(upload.id, upload.version, { state: 'ready', report: kept });
    });
  }

  async #save(upload: CurriculumUpload, what: Read, lease: JobLease): Promise<void> {
    const { db, uploads, imports, users, audit, clock } = this.#deps;
    const { format, read } = what;
    const { id, userId, version } = upload;
    const trial = upload.report as KeptReport;
    const subjects = await users.listSubjects(userId);
    const how = { source: read.origin, by: userId, subjects, fingerprint: trial.report.fingerprint };
    try {
      await db.tx(async () => {
        // Another worker has it by now: nothing is written twice.
        if (!(await lease.finish())) return;
        const report = reportOf(upload.name, format, read, await imports.importCurriculum(read.draft, how));
        const kept: KeptReport = { report, changedMeanwhile: false };
        await uploads.finish(id, version, { state: 'done', report: kept });
        const details = { file: upload.name, format: format.id, courses: report.courses.map(({ name }) => name) };
        await audit.add({ actorId: userId, action: 'import curriculum', details, now: clock.now() });
      });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'plan-changed')) throw error;
      await this.#try(upload, what, lease, true);
    }
  }

  async #read({ id, userId, name, content, options }: CurriculumUpload): Promise<Read> {
    const format = formatOf(options.format, content);
    const checker = await this.#deps.checker();
    const here = await this.#deps.imports.whatIsHere(await this.#deps.users.listSubjects(userId));
    let [soFar, inAll] = [0, 0];
    const timer = setInterval(() => {
      // A figure that cannot be written now is written the next time.
      this.#deps.uploads.saveProgress(id, soFar, inAll).catch(() => {});
    }, PROGRESS_EVERY);
    try {
      const source = { kind: 'file', fileName: name, bytes: content } as const;
      const read = await format.read(source, {
        checker,
        here,
        name: options.course ?? undefined,
        subject: options.subject ?? undefined,
        gradeLevel: options.grade ?? undefined,
        licence: options.licence ?? undefined,
        onProgress: (count, all = 0) => {
          [soFar, inAll] = [count, all];
        },
      });
      return { format, read };
    } finally {
      clearInterval(timer);
    }
  }
}

const refusalOf = ({ details }: AppError): KeptRefusal => ({
  fields: (details?.fields as Record<string, string> | undefined) ?? {},
});

function reportOf(
  name: string,
  format: ImportFormat,
  { notTaken, notes }: ReadCurriculum,
  saved: Omit<ImportReport, 'notes'>,
): ImportReport {
  return { ...saved, source: `${name} (${format.title})`, notTaken: [...notTaken, ...saved.notTaken], notes };
}
