import { usePage } from '../../page-context.ts';
import { Analytics, type AnalyticsProps } from './frame.tsx';

/** What a school came to over some days: all together, over time, by class. */
export function SchoolAnalyticsPage({ view, wish }: Pick<AnalyticsProps, 'view' | 'wish'>) {
  const words = usePage().t.analytics;
  const parts = { title: words.classes, heading: words.whichClass, pageOf: (id: number) => `/school/classes/${id}` };
  return (
    <Analytics
      {...{ view, wish, parts }}
      title={words.schoolTitle}
      back={{ href: '/school', text: words.schoolBack }}
      action="/school/analytics"
      file="/school/analytics.csv?"
      how={words.schoolHow}
      nothing={null}
    />
  );
}
