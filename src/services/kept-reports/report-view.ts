import type { ReportLine } from '../../data/kept-reports/kept-report.repo.ts';
import type { ReportPrint } from '../../data/kept-reports/report-print.repo.ts';
import type { ReportSection } from '../../domain/kept-reports/kept-report.ts';

/** What a report is about, in names that are looked up for whoever reads. A pupil who has left has none. */
export interface ReportNames {
  school: string | null;
  className: string | null;
  pupil: string | null;
}

/** A report in a list. */
export interface ListedReport extends ReportLine {
  names: ReportNames;
}

/** A report as it is read. */
export interface ReportView extends ListedReport {
  maker: string | null;
  /** Its figures; none while it is not made, and none of a set of reports. */
  sections: ReportSection[];
  /** Names of the pupils in it whom the reader may know, by id. */
  pupils: ReadonlyMap<number, string>;
  /** Whether today's figures of the same days are the same; null where that was not asked. */
  isStill: boolean | null;
  /** Made by the definitions of today. */
  isOfToday: boolean;
}

/** The reports of the pupils of a class, with how far those and their paper are. */
export interface ReportSet extends ListedReport {
  maker: string | null;
  members: { id: number; studentId: number; name: string }[];
  /** Of the reader's own, and of pupils who are theirs now. */
  prints: ReportPrint[];
}
