import type { ListedReport, ReportView } from '../../services/kept-reports/report-reading.service.ts';
import type { KeptReportAnswer, KeptReportLine } from '../../shared/kept-reports.ts';
import { iso, isoOrNull } from './moment.ts';

/** A report in a list, as the API answers it. */
export function toReportLine(report: ListedReport): KeptReportLine {
  const { id, kind, subject, region, period, firstDay, lastDay, state, metricsVersion, names } = report;
  return {
    id,
    kind,
    school: names.school,
    class: names.className,
    pupil: names.pupil,
    subject,
    region,
    period,
    firstDay,
    lastDay,
    state,
    askedAt: iso(report.askedAt),
    madeAt: isoOrNull(report.madeAt),
    metricsVersion,
  };
}

/** A report with its figures, as the API answers it. */
export function toReport(report: ReportView): KeptReportAnswer {
  return {
    ...toReportLine(report),
    madeBy: report.maker,
    sections: report.sections.map((section) => ({ ...section })),
    pupils: [...report.pupils].map(([id, name]) => ({ id, name })),
  };
}
