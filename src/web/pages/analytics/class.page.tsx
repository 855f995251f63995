import type { ClassAnalytics, ClassWish } from '../../../services/analytics/class-analytics.service.ts';
import type { ClassRecord } from '../../../services/lessons/lessons.service.ts';
import { SelectField } from '../../components/field.tsx';
import { usePage } from '../../page-context.ts';
import { ClassInsight } from './class-insight.tsx';
import { Analytics } from './frame.tsx';

interface ClassAnalyticsProps {
  classes: readonly ClassRecord[];
  /** Null: there is no class, or the days cannot be read. */
  view: ClassAnalytics | null;
  wish: ClassWish;
}

/** What a class came to over some days: all together, over time, by pupil. */
export function ClassAnalyticsPage({ classes, view, wish }: ClassAnalyticsProps) {
  const words = usePage().t.analytics;
  const parts = { title: words.pupils, heading: words.pupil, pageOf: (id: number) => `/class/students/${id}` };
  const of = classes.length > 1 && (
    <SelectField
      name="class"
      label={words.whichClass}
      value={String(view?.of.id ?? wish.classId ?? '')}
      options={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  );
  const file = view ? `/class/analytics.csv?class=${view.of.id}` : '';
  return (
    <Analytics
      {...{ view, wish, parts, of, file }}
      chosen={view ? `class=${view.of.id}` : ''}
      title={words.title}
      more={view && { overTime: ['attendance', 'grade'], sheets: <ClassInsight {...{ view, file }} /> }}
      back={{ href: '/class', text: words.back }}
      action="/class/analytics"
      how={words.how}
      nothing={classes.length === 0 ? words.noClass : null}
    />
  );
}
