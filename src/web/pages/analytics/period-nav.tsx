import { PERIODS, periodNamed, quarterName, quartersBefore } from '../../../domain/analytics/periods.ts';
import type { AnalyticsView } from '../../../services/analytics/analytics-view.ts';
import { type CivilDay, daysBetween } from '../../../shared/calendar.ts';
import { usePage } from '../../page-context.ts';

interface PeriodNavProps {
  view: Pick<AnalyticsView, 'period' | 'today'> | null;
  action: string;
  /** What else is chosen, as a part of the address. */
  chosen: string;
  /** Longer periods are not offered. */
  mostDays: number;
}

/** Quarters that are over and can be had by a press; others by their days. */
const QUARTERS = 2;

/** Days that have a name, a press each. */
export function PeriodNav({ view, action, chosen, mostDays }: PeriodNavProps) {
  const words = usePage().t.analytics;
  const named = PERIODS.map((name) => ({ name: name as string, text: words.period[name] }));
  const past = view ? quartersBefore(view.today, QUARTERS) : [];
  const quarters = past.map((one) => ({ name: quarterName(one), text: words.quarter(one.quarter, one.schoolYear) }));
  const places = [...named, ...quarters].filter(({ name }) => view === null || isOffered(name, view.today, mostDays));
  return (
    <nav class="row" aria-label={words.periods}>
      {places.map(({ name, text }) => (
        <a
          key={name}
          class="btn small"
          href={`${action}?${chosen ? `${chosen}&` : ''}period=${name}`}
          aria-current={view?.period === name ? 'page' : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}

function isOffered(name: string, today: CivilDay, mostDays: number): boolean {
  const days = periodNamed(name, today)?.days;
  return days !== undefined && daysBetween(days.from, days.to) < mostDays;
}
