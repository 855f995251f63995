import { type DaysWish, MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import type { PupilFigures } from '../../../services/analytics/pupil-analytics.service.ts';
import { METRICS } from '../../../shared/analytics.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Fold, Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { PeriodNav } from '../analytics/period-nav.tsx';
import { Parts, Together } from '../analytics/sheets.tsx';
import { Feelings } from './feelings.tsx';
import { RightOverTime, ScoresOverTime, TimeOverTime } from './over-time.tsx';
import { Sessions } from './sessions.tsx';
import { Sittings } from './sittings.tsx';
import { UnitPaths } from './unit-paths.tsx';

/** Of whom the figures are: of whoever reads them, or of a child of theirs. */
export interface Whose {
  /** The child's first name; null: the reader's own. */
  child: string | null;
  /** The page itself. */
  base: string;
  back?: { href: string; text: string } | undefined;
  /** Where a session is shown. */
  sessionAt(session: PupilFigures['sessions'][number]): string;
}

interface ProgressProps {
  whose: Whose;
  /** Null: the days cannot be read. */
  figures: PupilFigures | null;
  wish: DaysWish;
}

/** What says something of one pupil. */
const OF_PUPIL = METRICS.filter((metric) => metric !== 'active pupils');

/** What a pupil came to over some days: time, answers, scores, units, tests and feelings, and what it was before. */
export function ProgressPage({ whose, figures, wish }: ProgressProps) {
  const { t, format } = usePage();
  const words = t.progress;
  const title = whose.child === null ? words.title : words.childTitle(whose.child);
  const day = (one: string) => format.calendarDay(one);
  const lead = figures && words.lead(day(figures.days.from), day(figures.days.to));
  return (
    <Layout title={title} wide>
      <div class="stack loose">
        <PageHead title={title} {...(whose.back && { back: whose.back })} lead={lead ?? undefined}>
          {figures && (
            <p class="quiet">{t.analytics.comparedWith(day(figures.daysBefore.from), day(figures.daysBefore.to))}</p>
          )}
        </PageHead>
        {figures === null && (
          <Notice tone="alarm" announce>
            <p>{t.analytics.badDays(MOST_DAYS.ofSchool)}</p>
          </Notice>
        )}
        <DaysChoice {...{ whose, figures, wish }} />
        {figures && <Figures {...{ whose, figures }} />}
      </div>
    </Layout>
  );
}

function DaysChoice({ whose, figures, wish }: ProgressProps) {
  const words = usePage().t.analytics;
  return (
    <div class="stack tight no-print">
      <PeriodNav view={figures} action={whose.base} chosen="" mostDays={MOST_DAYS.ofSchool} />
      <Fold summary={words.otherDays} open={figures === null || figures.period === null}>
        <form class="finder" method="get" action={whose.base}>
          <TextField name="from" type="date" label={words.from} value={figures?.days.from ?? wish.from} />
          <TextField name="to" type="date" label={words.to} value={figures?.days.to ?? wish.to} />
          <Button>{words.show}</Button>
        </form>
      </Fold>
    </div>
  );
}

function Figures({ whose, figures }: { whose: Whose; figures: PupilFigures }) {
  const words = usePage().t.progress;
  const named = {
    ...figures,
    parts: figures.parts.map((part) => (part.id === 0 ? { ...part, name: words.noCourse } : part)),
  };
  return (
    <>
      <Together view={figures} of={OF_PUPIL} />
      <div class="grid">
        <TimeOverTime view={figures} />
        <RightOverTime view={figures} />
        <ScoresOverTime view={figures} />
      </div>
      <UnitPaths figures={figures} />
      <Parts view={named} parts={{ title: words.courses, heading: words.course }} file={`${whose.base}.csv?`} />
      <div class="grid">
        <Sittings sittings={figures.sittings} />
        <Feelings feelings={figures.feelings} isOfChild={whose.child !== null} />
      </div>
      <Sessions {...{ whose, figures }} />
      <p class="quiet prose">{words.how}</p>
    </>
  );
}
