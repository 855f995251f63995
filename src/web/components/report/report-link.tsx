import type { ReportPlace } from '../../../services/question-reports/question-reports.service.ts';
import { usePage } from '../../page-context.ts';
import { reportHref } from '../../report-address.ts';

/** The way to say that something is wrong with a question, from where somebody reads it. */
export function ReportLink({ place, revisionId }: { place: ReportPlace; revisionId: number }) {
  const { reports } = usePage().t;
  return (
    <p class="quiet">
      <a href={reportHref(place, revisionId)}>{reports.link}</a>
    </p>
  );
}
