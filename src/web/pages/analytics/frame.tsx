import type { ComponentChildren } from 'preact';
import { type AnalyticsView, type DaysWish, MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import type { Metric } from '../../../shared/analytics.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Fold, Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { PeriodNav } from './period-nav.tsx';
import { OverTime, Parts, type PartsWords, Subjects, Together } from './sheets.tsx';

export interface AnalyticsProps {
  view: AnalyticsView | null;
  wish: DaysWish;
  title: string;
  back: { href: string; text: string };
  /** Where other days are asked for, and what else may be chosen with them. */
  action: string;
  of?: ComponentChildren;
  /** The same choice, as a part of addresses: `class=4`. */
  chosen?: string;
  parts: PartsWords;
  /** What is told besides: figures over time, and what stands before the parts. */
  more?: { overTime?: readonly Metric[]; sheets: ComponentChildren } | null;
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
  chosen = '',
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
        <PageHead title={title} back={back} lead={lead ?? nothing ?? undefined}>
          {view && <p class="quiet">{words.comparedWith(day(view.daysBefore.from), day(view.daysBefore.to))}</p>}
        </PageHead>
        {view === null && nothing === null && (
          <Notice tone="alarm" announce>
            <p>{words.badDays(mostDays)}</p>
          </Notice>
        )}
        {nothing === null && <PeriodNav {...{ view, action, chosen, mostDays }} />}
        {nothing === null && (
          <Fold summary={words.otherDays} open={view === null || view.period === null}>
            <form class="finder" method="get" action={action}>
              {of}
              <TextField name="from" type="date" label={words.from} value={view?.days.from ?? wish.from} />
              <TextField name="to" type="date" label={words.to} value={view?.days.to ?? wish.to} />
              <Button>{words.show}</Button>
            </form>
          </Fold>
        )}
        {view && (
          <>
            <Together view={view} />
            <div class="grid">
              <OverTime {...{ view, file }} metric="study time" />
              <OverTime {...{ view, file }} metric="right answers" />
            </div>
            {more?.overTime && (
              <div class="grid">
                {more.overTime.map((metric) => (
                  <OverTime key={metric} {...{ view, file, metric }} />
                ))}
              </div>
            )}
            {more?.sheets}
            <Subjects {...{ view, file }} />
            <Parts {...{ view, parts, file }} />
            <p class="quiet prose">
              {how} <a href="/how-counted">{words.howLink}</a>
            </p>
          </>
        )}
      </div>
    </Layout>
  );
}
