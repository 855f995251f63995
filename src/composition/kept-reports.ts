import { KeptReportRepo } from '../data/kept-reports/kept-report.repo.ts';
import { ReportNamesRepo } from '../data/kept-reports/report-names.repo.ts';
import { ReportPrintRepo } from '../data/kept-reports/report-print.repo.ts';
import { TestRowsRepo } from '../data/kept-reports/test-rows.repo.ts';
import { Printer } from '../data/printing/printer.ts';
import { PeriodFiguresService } from '../services/analytics/period-figures.service.ts';
import { JobWorker } from '../services/jobs/job-worker.service.ts';
import { KeptReportsService } from '../services/kept-reports/kept-reports.service.ts';
import { ReportBuilder } from '../services/kept-reports/report-builder.ts';
import { type ReportPaper, ReportPrintingService } from '../services/kept-reports/report-printing.service.ts';
import { ReportReach } from '../services/kept-reports/report-reach.ts';
import { ReportReadingService } from '../services/kept-reports/report-reading.service.ts';
import { ReportWork } from '../services/kept-reports/report-work.ts';
import type { Services } from '../web/services.ts';
import type { Base } from './compose.ts';

type Parts = Base & {
  /** Null: there is no program to print with. */
  chromiumPath: string | null;
} & Pick<
    Services,
    | 'access'
    | 'classAnalytics'
    | 'schoolAnalytics'
    | 'regionAnalytics'
    | 'progress'
    | 'pupilQuarters'
    | 'readings'
    | 'tests'
  >;

export interface ReportWorkers {
  reportWorker: JobWorker;
  printer: Printer | null;
}

/** Loaded when something is printed first: nothing else here is made of pages. */
const paper: ReportPaper = async (reports, locale) =>
  (await import('../web/printing/report-paper.tsx')).reportPaper(reports, locale);

type KeptReportServices = Pick<Services, 'keptReports' | 'reportReading' | 'reportPrinting'>;

/** Reports that are kept and printed. */
export function composeKeptReports(parts: Parts): KeptReportServices & ReportWorkers {
  const { db } = parts;
  const repos = {
    keptReports: new KeptReportRepo(db),
    reportNames: new ReportNamesRepo(db),
    reportPrints: new ReportPrintRepo(db),
  };
  const periodFigures = new PeriodFiguresService(parts);
  const reach = new ReportReach(parts);
  const builder = new ReportBuilder({ ...parts, periodFigures, testRowsInReports: new TestRowsRepo(db) });
  const shared = { ...parts, ...repos, reach, builder, periodFigures };
  const printer = parts.chromiumPath === null ? null : new Printer({ path: parts.chromiumPath });
  const reportReading = new ReportReadingService(shared);
  const wake = () => reportWorker.wake();
  const reportPrinting = new ReportPrintingService({
    ...shared,
    reading: reportReading,
    paper,
    printer,
    wake,
  });
  // A worker of its own: nobody's evaluation waits for the reports of a school.
  const reportWorker = new JobWorker({
    ...parts,
    // What cannot be printed here waits for a process that can.
    handlers: [new ReportWork(shared), ...(printer ? [reportPrinting] : [])],
    log: ({ what, ...details }) => parts.log(details, what),
  });
  return {
    keptReports: new KeptReportsService({ ...shared, wake }),
    reportReading,
    reportPrinting,
    reportWorker,
    printer,
  };
}
