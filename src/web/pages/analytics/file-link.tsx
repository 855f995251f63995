import type { AnalyticsView } from '../../../services/analytics/analytics-view.ts';
import { usePage } from '../../page-context.ts';
import type { TableOfFigures } from '../../presenters/analytics.presenter.ts';

interface FileLinkProps {
  file: string;
  view: Pick<AnalyticsView, 'days'>;
  /** Without one it is that of the parts. */
  table?: TableOfFigures;
}

/** The way to a table of the page as a file. */
export function FileLink({ file, view: { days }, table }: FileLinkProps) {
  const named = table ? `&table=${table}` : '';
  return (
    <p>
      <a href={`${file}&from=${days.from}&to=${days.to}${named}`}>{usePage().t.analytics.csv}</a>
    </p>
  );
}
