import { METRICS } from '../../src/shared/analytics.ts';
import { messagesFor } from '../../src/web/i18n/messages.ts';
import type { RawRows } from './raw-rows.ts';

const t = messagesFor('en');

/** Sentences that say how something is counted: the numbers in them are rules. */
const RULES = new Set([
  t.insight.because(28),
  t.insight.taughtLead(14),
  t.insight.questionsLead(5),
  t.insight.questionsNone(5),
  t.insight.wellLead(8, 3),
  t.report.standingNote,
  ...Object.values(t.progress.each).map(t.progress.scoresWords),
  t.progress.unitsWords,
  t.desk.testsSince(''),
  t.staff.aiLead(30),
  t.attendance.legend,
  t.scoreAgreement.kappaNote,
  t.scoreAgreement.kappaFew(20),
  t.keptReports.paper.howPupil,
  t.keptReports.paper.howUnits,
  t.analytics.how,
  t.analytics.schoolHow,
  t.analytics.regionHow,
  ...METRICS.map((metric) => t.howCounted.metrics[metric].formula),
]);

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Days, hours, quarters, grade levels and years of classes: when and what something is, not how much. */
const NAMES: readonly RegExp[] = [
  new RegExp(`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?\\b\\d{1,2} ${MONTH}(?: \\d{4})?(?:, \\d\\d:\\d\\d)?`, 'g'),
  /\bQuarter \d(?:,| of) \d{4}[–/]\d\d/g,
  /\bSchool year \d{4}–\d\d/g,
  /\b\d+th grade(?:, \d{4})?/g,
  / \(20\d\d\)/g,
  // What a plan proposes is chosen, not counted.
  /: (?:one unit|\d+ units), about [^.]+\./g,
];

/** Takes from a text what is a name, a date or a rule: what numbers are left are figures. */
export function onlyFigures(rows: RawRows): (text: string) => string {
  const named = [
    ...(['classes', 'courses', 'schools'] as const).flatMap((table) => rows.of(table).map(({ name }) => String(name))),
    ...rows.of('learning_units').flatMap(({ name, description }) => [name, description]),
    ...rows.of('tests').map(({ name }) => name),
  ];
  const names = [...new Set(named)].filter((name) => /\d/.test(name)).toSorted((a, b) => b.length - a.length);
  return (text) => {
    const bare = NAMES.reduce((rest, name) => rest.replace(name, ''), text);
    if (RULES.has(bare)) return '';
    return names
      .reduce((rest, name) => rest.replaceAll(name, ''), bare)
      .replace(/\s+/g, ' ')
      .trim();
  };
}
