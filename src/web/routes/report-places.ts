import type { Action, Actor } from '../../domain/access/permission-matrix.ts';
import { isWholeQuarter } from '../../domain/kept-reports/report-period.ts';
import type { ReportView } from '../../services/kept-reports/report-reading.service.ts';
import type { Messages } from '../i18n/messages.ts';
import { idIn } from './ids.ts';

/** Where reports live for a role, and by which right. */
export interface ReportPlace {
  path: string;
  access: Action;
  lead: 'lead' | 'leadOwn';
  /** So many days a report may be about. */
  mostDays: number;
  /** Whether all pupils of a class can be reported on at once. */
  hasSets: boolean;
  /** The address of the list. */
  baseOf(params: unknown): string;
  backOf(params: unknown, t: Messages, child: string | undefined): { href: string; text: string };
  /** Whose reports these are; null where they are of many things. */
  pupilIn(params: unknown, actor: Actor): number | null;
}

const YEAR = 366;
const HALF_YEAR = 184;
const nobody = () => null;

export const REPORT_PLACES: readonly ReportPlace[] = [
  {
    path: '/class/reports',
    access: 'view class analytics',
    lead: 'lead',
    mostDays: YEAR,
    hasSets: true,
    baseOf: () => '/class/reports',
    backOf: (_, t) => ({ href: '/class', text: t.analytics.back }),
    pupilIn: nobody,
  },
  {
    path: '/school/reports',
    access: 'view school analytics',
    lead: 'lead',
    mostDays: YEAR,
    hasSets: true,
    baseOf: () => '/school/reports',
    backOf: (_, t) => ({ href: '/school', text: t.analytics.schoolBack }),
    pupilIn: nobody,
  },
  {
    path: '/region/reports',
    access: 'view subject analytics',
    lead: 'lead',
    mostDays: HALF_YEAR,
    hasSets: false,
    baseOf: () => '/region/reports',
    backOf: (_, t) => ({ href: '/region', text: t.analytics.regionBack }),
    pupilIn: nobody,
  },
  {
    path: '/children/:id/reports',
    access: 'view child progress',
    lead: 'leadOwn',
    mostDays: YEAR,
    hasSets: false,
    baseOf: (params) => `/children/${idIn(params, 'pupil')}/reports`,
    backOf: (params, t, child) => ({
      href: `/children/${idIn(params, 'pupil')}`,
      text: child ?? t.common.nav.children,
    }),
    pupilIn: (params) => idIn(params, 'pupil'),
  },
  {
    path: '/progress/reports',
    access: 'view own progress',
    lead: 'leadOwn',
    mostDays: YEAR,
    hasSets: false,
    baseOf: () => '/progress/reports',
    backOf: (_, t) => ({ href: '/history', text: t.common.nav.history }),
    pupilIn: (_, actor) => actor.userId,
  },
];

/** The page on which the figures of a report stand as they are today, for whoever reads it; null where there is none. */
export function liveFiguresOf(report: ReportView, { role }: Actor): string | null {
  const { kind, classId, studentId, subject, region } = report;
  const days = daysIn(report);
  switch (kind) {
    case 'class':
      return role === 'class manager' ? `/class/analytics?class=${classId}&${days}` : `/school/analytics?${days}`;
    case 'school':
      return `/school/analytics?${days}`;
    case 'region subject':
      return `/region/analytics?of=${encodeURIComponent(`${subject}|${region}`)}&${days}`;
    case 'region':
      return `/region/analytics?${days}`;
    case 'pupil':
      if (role === 'class manager') return `/class/students/${studentId}`;
      if (role === 'parent') return `/children/${studentId}`;
      return role === 'student' ? '/history' : null;
    default:
      return null;
  }
}

/** A quarter that is over has a page by its name, where it is compared with the quarter before. */
function daysIn({ period, firstDay, lastDay }: ReportView): string {
  const isWhole = isWholeQuarter({ name: period, to: lastDay });
  return isWhole ? `period=${period}` : `from=${firstDay}&to=${lastDay}`;
}
