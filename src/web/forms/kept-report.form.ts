import type { ReportWish } from '../../services/kept-reports/kept-reports.service.ts';
import { fieldsOf } from './fields.ts';

/** What was chosen on the form of a report; it never comes back empty. */
export interface KeptReportForm {
  of: string;
  period: string;
  from: string;
  to: string;
  key: string;
}

export function keptReportForm(body: unknown): KeptReportForm {
  const { of = '', period = '', from = '', to = '', key = '' } = fieldsOf(body);
  return { of, period, from, to, key };
}

type About = Pick<ReportWish, 'kind' | 'classId' | 'studentId' | 'subject' | 'region'>;

const ID = /^[1-9]\d{0,14}$/;

/** What a choice stands for: `class:7`, `pupils:`, `region subject:math|north`. Null for what is none. */
export function aboutIn(choice: string): About | null {
  const colon = choice.indexOf(':');
  const [kind, rest] = [choice.slice(0, colon), choice.slice(colon + 1)];
  switch (kind) {
    case 'class':
      return ID.test(rest) ? { kind, classId: Number(rest) } : null;
    case 'pupils':
      if (rest === '') return { kind };
      return ID.test(rest) ? { kind, classId: Number(rest) } : null;
    case 'pupil':
      return ID.test(rest) ? { kind, studentId: Number(rest) } : null;
    case 'school':
      return { kind };
    case 'subject':
      return { kind, subject: rest };
    case 'region subject': {
      const [subject, region] = rest.split('|', 2);
      return subject && region ? { kind, subject, region } : null;
    }
    case 'region':
      return rest === '' ? null : { kind, region: rest };
    default:
      return null;
  }
}
