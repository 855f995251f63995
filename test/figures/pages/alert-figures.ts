import { machineTimeZone } from '../../../src/shared/calendar.ts';
import { formatFor } from '../../../src/web/i18n/format.ts';
import { messagesFor } from '../../../src/web/i18n/messages.ts';
import { PageFigures } from '../page-figures.ts';
import type { RawRow, RawRows } from '../raw-rows.ts';
import type { Counted, PageToCount, Recount } from '../recount.ts';

const t = messagesFor('en');
const words = t.alerts;
const format = formatFor('en', machineTimeZone());

/** How many alerts of these pupils were raised, judged and false, by month and category. */
function pageOf(rows: RawRows, isTheirs: (alert: RawRow<'safety_alerts'>) => boolean): PageToCount {
  const [page, file] = [new PageFigures(), new Map<string, Counted>()];
  const seen = new Map<string, number>();
  const real = rows.of('safety_alerts').filter(isTheirs);
  // By the world's clock.
  const monthOf = ({ created_at: at }: RawRow<'safety_alerts'>) => String(at).slice(0, 7);
  const groups = [...Map.groupBy(real, (one) => `${monthOf(one)} ${one.category}`)];
  const newestFirst = groups.toSorted(([a], [b]) => b.slice(0, 7).localeCompare(a.slice(0, 7)) || a.localeCompare(b));
  for (const [, alerts] of newestFirst) {
    const [first] = alerts;
    if (!first) continue;
    const judged = alerts.filter((one) => one.acknowledged_at !== null || one.false_alarm_at !== null);
    const untrue = judged.filter((one) => one.false_alarm_at !== null).length;
    const share = judged.length === 0 ? [] : [untrue / judged.length];
    const counts = { [words.raised]: [alerts.length], [words.judged]: [judged.length], [words.falseOnes]: [untrue] };
    page.row(words.figuresCaption, format.month(monthOf(first)), { ...counts, [words.share]: share });
    const times = (seen.get(monthOf(first)) ?? 0) + 1;
    seen.set(monthOf(first), times);
    const row = times === 1 ? monthOf(first) : `${monthOf(first)} (${times})`;
    for (const [title, value] of Object.entries({ ...counts, [words.share]: share }))
      file.set(`${row} | ${title}`, value);
  }
  return { path: '/alerts/figures', lines: true, figures: page.map, files: { '/alerts/figures.csv': file } };
}

export const ALERTS_OF_SCHOOL: Recount = {
  page: '/alerts/figures',
  who: 'ruth',
  count: (rows) => {
    const school = rows.one('schools', (one) => one.school_manager_id === rows.idOf('ruth'));
    return [pageOf(rows, (alert) => alert.school_id === school.id)];
  },
};

/** Of the pupils of their classes; of the whole school for whom the school names for alerts. */
export const ALERTS_OF_CLASS: Recount = {
  page: '/alerts/figures',
  who: 'amir',
  count: (rows) => {
    const amir = rows.idOf('amir');
    const { school_id: school } = rows.one('class_managers', (one) => one.user_id === amir);
    const isNamed = rows.of('school_safeguards').some((one) => one.user_id === amir);
    const own = rows
      .of('classess_class_managers')
      .flatMap((one) => (one.class_manager_id === amir ? [one.class_id] : []));
    const pupils = rows.of('classes_students').flatMap((one) => (own.includes(one.class_id) ? [one.student_id] : []));
    return [pageOf(rows, (alert) => (isNamed ? alert.school_id === school : pupils.includes(alert.student_id)))];
  },
};
