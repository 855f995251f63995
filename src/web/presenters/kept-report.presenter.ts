import { readPeriodName } from '../../domain/kept-reports/report-period.ts';
import type { ListedReport } from '../../services/kept-reports/report-reading.service.ts';
import type { PageContext } from '../page-context.ts';

type Said = Pick<PageContext, 't' | 'format'>;
type Period = Pick<ListedReport, 'period' | 'firstDay' | 'lastDay'>;

/** The name of a period: "Quarter 1 of 2026–27"; of chosen days the days themselves. */
export function periodTitle({ period, firstDay, lastDay }: Period, said: Said): string {
  const { keptReports: words } = said.t;
  const named = readPeriodName(period);
  if (named?.kind === 'quarter') return words.quarter(named.quarter, named.schoolYear);
  if (named?.kind === 'year') return words.year(named.schoolYear);
  return daysTitle({ firstDay, lastDay }, said);
}

/** The days of a period: "1 Sep 2026 – 15 Nov 2026". */
export function daysTitle({ firstDay, lastDay }: Omit<Period, 'period'>, { format }: Said): string {
  return `${format.calendarDay(firstDay)} – ${format.calendarDay(lastDay)}`;
}

/** What a report is about: a pupil, a class, a subject in a school or a region. */
export function subjectOf({ kind, subject, region, names }: ListedReport, { t }: Said): string {
  const { school, className, pupil } = names;
  switch (kind) {
    case 'pupil':
      return pupil ?? t.keptReports.paper.left;
    case 'pupils':
    case 'class':
      return className ?? '';
    case 'school':
      return school ?? '';
    case 'subject':
      return t.words.subject(subject ?? '');
    case 'region subject':
      return t.staff.regionPart(t.words.subject(subject ?? ''), t.staff.region(region ?? ''));
    case 'region':
      return t.staff.region(region ?? '');
  }
}
