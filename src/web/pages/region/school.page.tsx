import { MOST_DAYS } from '../../../services/analytics/analytics-view.ts';
import type { RegionSchool } from '../../../services/analytics/region-school.service.ts';
import { usePage } from '../../page-context.ts';
import { withGradeNames } from '../../presenters/region-subject.presenter.ts';
import { Analytics } from '../analytics/frame.tsx';
import { daysQuery, Pages, subjectQuery } from './subject-frame.tsx';

/** A subject in one school of a region, by grade. */
export function RegionSchoolPage({ view }: { view: RegionSchool }) {
  const { t } = usePage();
  const words = t.analytics;
  const [subject, days] = [subjectQuery(view), daysQuery(view)];
  const action = `/region/schools/${view.of.id}`;
  const about = t.staff.regionPart(t.words.subject(view.subject), t.staff.region(view.region));
  return (
    <Analytics
      view={{ ...withGradeNames(view, t), of: { ...view.of, name: `${view.of.name}, ${about}` } }}
      wish={{}}
      of={<input type="hidden" name="of" value={`${view.subject}|${view.region}`} />}
      chosen={subject}
      parts={{ title: words.grades, heading: words.grade }}
      more={{ sheets: <Pages view={view} /> }}
      title={view.of.name}
      back={{ href: `/region/analytics?${subject}&${days}`, text: words.regionTitle }}
      action={action}
      mostDays={MOST_DAYS.ofRegion}
      file={`${action}/grades.csv?${subject}`}
      how={words.schoolOfRegionHow}
      nothing={null}
    />
  );
}
