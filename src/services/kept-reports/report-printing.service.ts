import { writeArchive } from '../../data/archives/write-archive.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job, JobRepo } from '../../data/jobs/job.repo.ts';
import { PRINT_REPORT } from '../../data/jobs/job-kinds.ts';
import type { ReportPrintRepo } from '../../data/kept-reports/report-print.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Printer } from '../../data/printing/printer.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { PrintFormat } from '../../domain/kept-reports/kept-report.ts';
import { type Clock, HOUR } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { ReadingsService } from '../oversight/readings.service.ts';
import type { ReportReadingService } from './report-reading.service.ts';
import type { ReportView } from './report-view.ts';

/** The pages of these reports as one document that needs nothing from anywhere else, in a language. */
export type ReportPaper = (reports: readonly ReportView[], locale: string) => Promise<string>;

export interface ReportPrintingDeps {
  db: DatabaseManager;
  jobs: JobRepo;
  users: UserRepo;
  reportPrints: ReportPrintRepo;
  reading: ReportReadingService;
  readings: ReadingsService;
  paper: ReportPaper;
  /** Null: there is no program to print with. */
  printer: Printer | null;
  clock: Clock;
  wake: () => void;
}

/** What was printed holds names: so long it is kept. */
const KEPT = HOUR;
/** Larger than this a database may refuse: MariaDB takes 16 MiB in one piece unless it is told otherwise. */
const LARGEST_PRINT = 15 * 1024 * 1024;

/** Brings reports to paper: one at once, those of a class in the background. */
export class ReportPrintingService implements JobHandler {
  readonly kind = PRINT_REPORT;
  readonly #deps: ReportPrintingDeps;

  constructor(deps: ReportPrintingDeps) {
    this.#deps = deps;
  }

  /** Whether there is a program to print with; without one there is the print dialog of the browser. */
  get canPrint(): boolean {
    return this.#deps.printer !== null;
  }

  /** One report as PDF, in the language of whoever reads. Throws `not-found` for somebody else's, and what the printer throws. */
  async print(actor: Actor, id: number): Promise<Buffer> {
    const report = await this.#deps.reading.open(actor, id);
    if (report.state !== 'done') throw notFound('report');
    return this.#print([report], actor.locale);
  }

  /** Asks for the reports of a class as one PDF or as an archive of a PDF a pupil. The actor's same again is one request while it is kept. */
  async ask(actor: Actor, id: number, format: PrintFormat): Promise<void> {
    const { db, jobs, reportPrints, reading, clock, wake } = this.#deps;
    this.#printer();
    const { state, schoolId, prints } = await reading.openSet(actor, id);
    if (state !== 'done' || schoolId === null) throw notFound('report');
    const now = clock.now();
    const askedBy = actor.userId;
    const usable = new Set(prints.map((print) => print.id));
    await db.tx(async () => {
      // With pupils who are not the actor's any more it can be taken by nobody.
      for (const print of await reportPrints.listOf(id, askedBy, now)) {
        if (print.state === 'done' && !usable.has(print.id)) await reportPrints.remove(print.id);
      }
      const print = await reportPrints.ask({ reportId: id, askedBy, format }, { schoolId, now, expiresAt: now + KEPT });
      if (!print.isNew) return;
      const payload = { id: print.id };
      await jobs.enqueue({ kind: PRINT_REPORT, subjectKey: `print:${print.id}`, payload, runAt: now, now });
    });
    wake();
  }

  /**
   * What was printed of a set of reports for the actor. Throws `not-found` where it was for somebody else, is not printed or not kept any
   * more, or names a pupil who is not the actor's now. Written down as a reading of each pupil in it.
   */
  async take(actor: Actor, id: number, format: PrintFormat): Promise<Uint8Array> {
    const { reading, reportPrints, readings } = this.#deps;
    const { prints, members } = await reading.openSet(actor, id);
    const print = prints.find((one) => one.format === format && one.state === 'done');
    const content = print && (await reportPrints.contentOf(print.id));
    if (!content) throw notFound('file');
    const printed = new Set(print.reportIds);
    const pupils = members.flatMap((one) => (printed.has(one.id) ? one.studentId : []));
    await readings.noteViews(actor, pupils);
    return content;
  }

  async run({ payload }: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { db, users, reading, reportPrints } = this.#deps;
    const { id } = payload as { id: number };
    const print = await reportPrints.find(id);
    if (print?.state !== 'asked') {
      await lease.finish();
      return;
    }
    try {
      const actor = await users.findActor(print.askedBy);
      if (!actor) throw notFound('account');
      const { locale } = await reading.openSet(actor, print.reportId);
      const reports = await reading.openAll(actor, print.reportId);
      const printed = reports.map((report) => report.id);
      const content =
        print.format === 'pdf'
          ? await this.#print(reports, locale)
          : await this.#printEach(reports, locale, { id, signal });
      if (content === null) return;
      if (content.length > LARGEST_PRINT) {
        throw new AppError('invalid-input', 'too-long-to-print', 'This is too long to be kept.');
      }
      await db.tx(async () => {
        if (await lease.finish()) await reportPrints.saveDone(id, content, printed);
      });
    } catch (error) {
      const isFinal = error instanceof AppError && error.kind !== 'unavailable';
      if (!isFinal && !lease.lastTry) throw error;
      await db.tx(async () => {
        if (await lease.finish()) await reportPrints.fail(id);
      });
      throw error;
    }
  }

  /** Removes what nobody took in time. */
  async removeExpired(): Promise<void> {
    await this.#deps.reportPrints.removeExpired(this.#deps.clock.now());
  }

  /** A file a pupil; null where the server stops meanwhile. */
  async #printEach(
    reports: readonly ReportView[],
    locale: string,
    { id, signal }: { id: number; signal: AbortSignal },
  ): Promise<Buffer | null> {
    const files: { name: string; bytes: Buffer }[] = [];
    const taken = new Set<string>();
    for (const report of reports) {
      if (signal.aborted) return null;
      files.push({ name: fileNameOf(report, taken), bytes: await this.#print([report], locale) });
      await this.#deps.reportPrints.saveProgress(id, files.length, reports.length);
    }
    return writeArchive(files);
  }

  async #print(reports: readonly ReportView[], locale: string): Promise<Buffer> {
    const printer = this.#printer();
    return printer.print({ html: await this.#deps.paper(reports, locale) });
  }

  #printer(): Printer {
    const { printer } = this.#deps;
    if (printer === null) {
      throw new AppError('conflict', 'no-printer', 'Nothing here makes PDF: please print the page from the browser.');
    }
    return printer;
  }
}

/** By the pupil's name, which may be that of two. */
function fileNameOf({ id, names: { pupil } }: ReportView, taken: Set<string>): string {
  const bare = (pupil ?? '').replaceAll(/[\p{Cc}<>:"/\\|?*.]+/gu, ' ').trim() || `report ${id}`;
  const name = taken.has(bare) ? `${bare} (${id})` : bare;
  taken.add(name);
  return `${name}.pdf`;
}
