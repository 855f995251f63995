import { readPeriodName } from '../../domain/kept-reports/report-period.ts';
import type { ReportChoices } from '../../services/kept-reports/kept-reports.service.ts';
import type { PageContext } from '../page-context.ts';

interface Option {
  value: string;
  label: string;
}

/** What a report can be about, as `aboutIn` reads it back; nothing where there is one thing only. */
export function aboutOptions(choices: ReportChoices, { actor, t }: PageContext): Option[] {
  const { which } = t.keptReports;
  const ofClass = choices.classes.flatMap(({ id, name }): Option[] => [
    { value: `class:${id}`, label: which.wholeClass(name) },
    { value: `pupils:${id}`, label: which.allPupils(name) },
  ]);
  switch (actor?.role) {
    case 'class manager':
      return [
        ...ofClass,
        ...choices.pupils.map(({ id, name }) => ({ value: `pupil:${id}`, label: which.pupil(name) })),
      ];
    case 'school manager':
      return [
        { value: 'school:', label: which.school },
        ...choices.subjects.map((one) => ({ value: `subject:${one}`, label: which.inSchool(t.words.subject(one)) })),
        { value: 'pupils:', label: which.everyClass },
        ...ofClass,
      ];
    case 'regional supervisor':
      return [
        ...[...new Set(choices.parts.map(({ region }) => region))].map((region) => {
          return { value: `region:${region}`, label: which.wholeRegion(t.staff.region(region)) };
        }),
        ...choices.parts.map(({ subject, region }) => ({
          value: `region subject:${subject}|${region}`,
          label: t.staff.regionPart(t.words.subject(subject), t.staff.region(region)),
        })),
      ];
    default:
      return [];
  }
}

/** The periods by name. A region is told of half a year at most: it has no year. */
export function periodOptions({ periods }: ReportChoices, { actor, t }: PageContext): Option[] {
  const { keptReports: words } = t;
  return periods.flatMap((name): Option[] => {
    const period = readPeriodName(name);
    if (period === null) return [];
    if (period.kind === 'quarter') return [{ value: name, label: words.quarter(period.quarter, period.schoolYear) }];
    if (period.kind === 'days') return [{ value: name, label: words.days }];
    return actor?.role === 'regional supervisor' ? [] : [{ value: name, label: words.year(period.schoolYear) }];
  });
}
