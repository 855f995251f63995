import { leftOutLine } from '../../domain/roster/problem.ts';
import { changesNothing, type ReportedPerson, type RosterReport } from '../../domain/roster/report.ts';

/** The report for people, a line an entry. */
export function reportLines(report: RosterReport): string[] {
  const { dryRun } = report;
  const person = ({ name, role, username }: ReportedPerson) => `${name} (${role}, ${username})`;
  const link = ({ parent, child }: { parent: string; child: string }) => `${parent} – ${child}`;
  const courses = (one: RosterReport['enrolled'][number]) => `${one.name}: ${one.courses.join(', ')}`;
  const member = (one: RosterReport['joined'][number]) =>
    `${one.name}: ${one.class}${one.as === 'manager' ? ' (class manager)' : ''}`;
  const fields = (all: readonly { field: string; before: string | null; after: string }[]) =>
    all.map(({ field, before, after }) => `${field} ${before ?? 'none'} → ${after}`).join(', ');
  return [
    `${dryRun ? 'Tried' : 'Imported'} ${report.source}.`,
    ...(changesNothing(report) ? ['It changes nothing.'] : []),
    ...section(
      'Schools added',
      report.schoolsAdded.map(({ name, region }) => `${name} (${region})`),
    ),
    ...section('People added', report.added.map(person)),
    ...section(
      'People changed',
      report.changed.map((one) => `${person(one)}: ${fields(one.fields)}`),
    ),
    ...section('People disabled', report.disabled.map(person)),
    ...section('People enabled again', report.enabled.map(person)),
    ...(report.unchanged > 0 ? [`People unchanged: ${report.unchanged}`] : []),
    ...section(
      'Classes added',
      report.classesAdded.map(({ name, grade, year }) => `${name} (${grade}, ${year})`),
    ),
    ...section(
      'Classes changed',
      report.classesChanged.map((one) => `${one.name}: ${fields(one.fields)}`),
    ),
    ...section(
      'Moved to another class',
      report.moved.map(({ name, from, to }) => `${name}: ${from.join(', ')} → ${to.join(', ')}`),
    ),
    ...section('Came into a class', report.joined.map(member)),
    ...section('Left a class', report.left.map(member)),
    ...section('Parents linked', report.linked.map(link)),
    ...section('Parents no longer linked', report.unlinked.map(link)),
    ...section('Guardians blocked', report.blocked.map(link)),
    ...section('Enrolled in the mandatory courses of their grade', report.enrolled.map(courses)),
    ...section('Taken out of mandatory courses that they never touched', report.unenrolled.map(courses)),
    ...section(
      'To decide: perhaps the same person. Say --same ID=USERNAME, or --different ID',
      report.decisions.map(({ externalId, name, born, candidates }) => {
        const others = candidates.map(({ username }) => username).join(' or ');
        return `${externalId}: ${name}${born === null ? '' : `, born ${born}`}, may be ${others}`;
      }),
    ),
    ...section('Left out', report.leftOut.map(leftOutLine)),
    ...section('Notes', report.notes),
    ...report.large.map(
      ({ school, touched, of }) => `More than half of ${school} would change: ${touched} of ${of} people.`,
    ),
    ...(dryRun ? ['Nothing was saved: this was a trial.'] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
}
