import type { ComponentChildren } from 'preact';
import { MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import type { SubjectOfRegion, SubjectWish } from '../../../services/analytics/region-analytics.service.ts';
import type { TellsOf } from '../../../services/analytics/subject-scope.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Fold, Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { PeriodNav } from '../analytics/period-nav.tsx';

interface SubjectFrameProps {
  subjects: readonly SubjectOfRegion[];
  /** Null: the supervisor has no subject, or the days cannot be read. */
  view: TellsOf | null;
  wish: SubjectWish;
  title: string;
  action: string;
  back?: { href: string; text: string };
  /** Said behind the subject and its days. */
  about?: string;
  /** What else is chosen, as a part of addresses. */
  also?: string;
  children: ComponentChildren;
}

/** The subject of a page as a part of addresses: `of=math%7Cnorth`. */
export const subjectQuery = ({ subject, region }: SubjectOfRegion): string =>
  `of=${encodeURIComponent(`${subject}|${region}`)}`;

/** The days of a page as a part of addresses. */
export const daysQuery = ({ period, days }: Pick<TellsOf, 'period' | 'days'>): string =>
  period === null ? `from=${days.from}&to=${days.to}` : `period=${period}`;

/** A page about one subject in one region: which days, and the ways to the other pages about it. */
export function SubjectFrame({
  subjects,
  view,
  wish,
  title,
  action,
  back,
  about,
  also = '',
  children,
}: SubjectFrameProps) {
  const { t, format } = usePage();
  const words = t.regionSubject;
  const day = (one: string) => format.calendarDay(one);
  const lead = view && words.lead(nameIn(t, view), day(view.days.from), day(view.days.to), view.schools);
  const nothing = subjects.length === 0 ? t.analytics.noSubject : undefined;
  const mostDays = MOST_DAYS.ofRegion;
  const chosen = [view ? subjectQuery(view) : '', also].filter(Boolean).join('&');
  return (
    <Layout title={title} wide>
      <div class="stack loose">
        <PageHead
          title={title}
          back={back ?? { href: '/region', text: t.analytics.regionBack }}
          lead={[about, lead].filter(Boolean).join(' · ') || nothing}
        />
        {view === null && nothing === undefined && (
          <Notice tone="alarm" announce>
            <p>{t.analytics.badDays(mostDays)}</p>
          </Notice>
        )}
        {nothing === undefined && <PeriodNav {...{ view, action, chosen, mostDays }} />}
        {nothing === undefined && (
          <Fold summary={t.analytics.otherDays} open={view === null || view.period === null}>
            <Chosen {...{ subjects, view, wish, action }} />
          </Fold>
        )}
        {view && view.schools === 0 && (
          <Empty icon="map" title={words.noSchools}>
            <p>{words.noSchoolsMore}</p>
          </Empty>
        )}
        {view && view.schools > 0 && children}
        {view && view.hiddenSchools > 0 && <p class="quiet">{t.analytics.hiddenSchools(view.hiddenSchools)}</p>}
        {view && <Pages view={view} />}
      </div>
    </Layout>
  );
}

type Words = ReturnType<typeof usePage>['t'];
const nameIn = (t: Words, { subject, region }: SubjectOfRegion): string =>
  t.staff.regionPart(t.words.subject(subject), t.staff.region(region));

function Chosen({ subjects, view, wish, action }: Pick<SubjectFrameProps, 'subjects' | 'view' | 'wish' | 'action'>) {
  const { t } = usePage();
  const words = t.analytics;
  return (
    <form class="finder" method="get" action={action}>
      <SelectField
        name="of"
        label={words.subject}
        value={view ? `${view.subject}|${view.region}` : `${wish.subject ?? ''}|${wish.region ?? ''}`}
        options={subjects.map((one) => ({ value: `${one.subject}|${one.region}`, label: nameIn(t, one) }))}
      />
      <TextField name="from" type="date" label={words.from} value={view?.days.from ?? wish.from} />
      <TextField name="to" type="date" label={words.to} value={view?.days.to ?? wish.to} />
      <Button>{words.show}</Button>
    </form>
  );
}

/** The other pages about the same subject and days. */
export function Pages({ view }: { view: SubjectOfRegion & Pick<TellsOf, 'period' | 'days'> }) {
  const { t } = usePage();
  const words = t.regionSubject;
  const query = `${subjectQuery(view)}&${daysQuery(view)}`;
  return (
    <nav class="row" aria-label={words.pages}>
      <a href={`/region/analytics?${query}`}>{words.figures}</a>
      <a href={`/region/hard-units?${query}`}>{words.hardUnits}</a>
      <a href={`/region/wrong-answers?${query}`}>{words.misconceptions}</a>
      <a href="/region/guidance">{words.guidance}</a>
    </nav>
  );
}
