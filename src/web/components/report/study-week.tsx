import type { StudyDays } from '../../../domain/study-session/study-days.ts';
import { directionOf } from '../../i18n/messages.ts';
import { usePage } from '../../page-context.ts';
import { WeekStrip } from '../charts/week-strip.tsx';
import { Sheet } from '../surfaces.tsx';

/** Time studied on each of the last seven days, or that there was none. */
export function StudyWeek({ week, title }: { week: Pick<StudyDays, 'days' | 'activeMs' | 'sessions'>; title: string }) {
  const { t, format, locale } = usePage();
  const words = t.report;
  const total = week.sessions === 0 ? words.weekNone : words.weekTotal(format.duration(week.activeMs), week.sessions);
  return (
    <Sheet id="week" title={title}>
      <p>{total}</p>
      {week.sessions > 0 && (
        <WeekStrip
          id="week-chart"
          title={words.weekChart}
          description={total}
          rtl={directionOf(locale) === 'rtl'}
          table={{ summary: words.asTable, day: words.day, time: words.time }}
          days={week.days.map(({ day, activeMs }) => ({
            key: day,
            label: format.weekday(day),
            fullLabel: format.longDay(day),
            minutes: activeMs / 60_000,
            text: activeMs === 0 ? words.nothing : format.duration(activeMs),
          }))}
        />
      )}
    </Sheet>
  );
}
