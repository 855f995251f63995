import type { ComponentChildren } from 'preact';
import { type AnalyticsView, type DaysWish, MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { OverTime, Parts, type PartsWords, Together } from './sheets.tsx';

export interface AnalyticsProps {
  view: AnalyticsView | null;
  wish: DaysWish;
  title: string;
  back: { href: string; text: string };
  /** Where other days are asked for, and what else may be chosen with them. */
  action: string;
  of?: ComponentChildren;
  parts: PartsWords;
  /** What stands before the parts. */
  more?: ComponentChildren;
  file: string;
  how: string;
  mostDays?: number;
  /** Why there is nothing to look at. */
  nothing: string | null;
}

/** Figures over some days, the same for whoever looks: which days, all together, over time, and by part. */
export function Analytics({
  view,
  wish,
  title,
  back,
  action,
  of,
  parts,
  more,
  file,
  how,
  mostDays = MOST_DAYS.ofSchool,
  nothing,
}: AnalyticsProps) {
  const { t, format } = usePage();
  const words = t.analytics;
  const day = (one: string) => format.calendarDay(one);
  const lead = view && words.lead(view.of.name, day(view.days.from), day(view.days.to));
  return (
    <Layout title={title} wide>
      <div class="stack loose">
        <PageHead title={title} back={back} lead={lead ?? nothing ?? undefined} />
        {view === null && nothing === null && (
          <Notice tone="alarm" announce>
            <p>{words.badDays(mostDays)}</p>
          </Notice>
        )}
        {nothing === null && (
          <form class="finder" method="get" action={action}>
            {of}
            <TextField name="from" type="date" label={words.from} value={view?.days.from ?? wish.from} />
            <TextField name="to" type="date" label={words.to} value={view?.days.to ?? wish.to} />
            <Button>{words.show}</Button>
          </form>
        )}
        {view && (
          <>
            <Together view={view} />
            <div class="grid">
              <OverTime view={view} metric="study time" />
              <OverTime view={view} metric="right answers" />
            </div>
            {more}
            <Parts {...{ view, parts, file }} />
            <p class="quiet prose">{how}</p>
          </>
        )}
      </div>
    </Layout>
  );
}
