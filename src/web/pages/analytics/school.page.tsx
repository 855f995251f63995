import type { SchoolAnalytics } from '../../../services/analytics/school-analytics.service.ts';
import { usePage } from '../../page-context.ts';
import { Analytics, type AnalyticsProps } from './frame.tsx';
import { SchoolInsight } from './school-insight.tsx';

const FILE = '/school/analytics.csv?';

/** What a school came to over some days: all together, over time, by class. */
export function SchoolAnalyticsPage({ view, wish }: Pick<AnalyticsProps, 'wish'> & { view: SchoolAnalytics | null }) {
  const words = usePage().t.analytics;
  const parts = { title: words.classes, heading: words.whichClass, pageOf: (id: number) => `/school/classes/${id}` };
  return (
    <Analytics
      {...{ view, wish, parts }}
      title={words.schoolTitle}
      back={{ href: '/school', text: words.schoolBack }}
      action="/school/analytics"
      file={FILE}
      more={view && { overTime: ['attendance', 'grade'], sheets: <SchoolInsight view={view} file={FILE} /> }}
      how={words.schoolHow}
      nothing={null}
    />
  );
}
