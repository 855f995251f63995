import { setImmediate as othersTurn } from 'node:timers/promises';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { MAKE_REPORT } from '../../data/jobs/job-kinds.ts';
import type { KeptReportRepo, ReportScope, StoredReport } from '../../data/kept-reports/kept-report.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { METRICS_VERSION } from '../../domain/analytics/metrics.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { ReportReach } from './report-reach.ts';

export interface ReportWorkDeps {
  db: DatabaseManager;
  keptReports: KeptReportRepo;
  classes: ClassRepo;
  users: UserRepo;
  reach: ReportReach;
  builder: ReportBuilder;
  clock: Clock;
}

/**
 * Makes the reports that were asked for, each exactly once. Those of a class come one after the other and each is kept as soon as it is
 * made: work that broke off goes on with the first that is missing.
 */
export class ReportWork implements JobHandler {
  readonly kind = MAKE_REPORT;
  readonly #deps: ReportWorkDeps;

  constructor(deps: ReportWorkDeps) {
    this.#deps = deps;
  }

  async run({ payload }: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { db, keptReports } = this.#deps;
    const { id } = payload as { id: number };
    const report = await keptReports.find(id);
    if (report?.state !== 'asked') {
      await lease.finish();
      return;
    }
    try {
      // Whoever asked may not be allowed to any more.
      const actor = await this.#makerOf(report);
      await this.#deps.reach.require(actor, report);
      if (report.kind === 'pupils') await this.#makeAll(actor, report, lease, signal);
      else await this.#make(actor, report, lease);
    } catch (error) {
      const isRefused = error instanceof AppError && error.kind !== 'unavailable';
      if (!isRefused && !lease.lastTry) throw error;
      await db.tx(async () => {
        if (await lease.finish()) await keptReports.fail(id);
      });
      if (!isRefused) throw error;
    }
  }

  async #make(actor: Actor, report: StoredReport, lease: JobLease): Promise<void> {
    const { db, keptReports, clock } = this.#deps;
    const figures = await this.#figuresOf(actor, report, report);
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      await keptReports.saveMade(report.id, { figures, metricsVersion: METRICS_VERSION, at: clock.now() });
    });
  }

  async #makeAll(actor: Actor, report: StoredReport, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { db, keptReports, classes, clock } = this.#deps;
    const members = report.classId === null ? [] : await classes.listMembers([report.classId]);
    const made = new Set((await keptReports.linesOfBatch(report.id)).map(({ studentId }) => studentId));
    for (const { studentId } of members) {
      if (made.has(studentId)) continue;
      if (signal.aborted) return;
      const scope = { ...report, kind: 'pupil' as const, studentId };
      const figures = await this.#figuresOf(actor, scope, report);
      await keptReports.add({
        ...scope,
        batchId: report.id,
        requestKey: `batch ${report.id}/${studentId}`,
        askedAt: report.askedAt,
        made: { figures, metricsVersion: METRICS_VERSION, at: clock.now() },
      });
      made.add(studentId);
      await keptReports.saveProgress(report.id, made.size, members.length);
      await othersTurn();
    }
    await db.tx(async () => {
      if (await lease.finish()) await keptReports.finishBatch(report.id, METRICS_VERSION, clock.now());
    });
  }

  #figuresOf(actor: Actor, scope: ReportScope, { period: name, firstDay: from, lastDay: to }: StoredReport) {
    return this.#deps.builder.build(actor, scope, { name, from, to });
  }

  async #makerOf({ madeBy }: StoredReport): Promise<Actor> {
    const actor = madeBy === null ? undefined : await this.#deps.users.findActor(madeBy);
    if (!actor) throw notFound('account');
    return actor;
  }
}
