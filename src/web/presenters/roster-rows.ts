import type { ReportedPerson, RosterReport } from '../../domain/roster/report.ts';
import type { PageContext } from '../page-context.ts';

/** One thing that a file of people would do, for a table. */
export interface RosterRow {
  what: string;
  name: string;
  role: string;
  username: string;
  more: string;
}

/** All that a file would do, in the order of its page: every person, class and link, and what is left out. */
export function rosterRows(report: RosterReport, words: PageContext['t']['peopleImport']): RosterRow[] {
  const { kinds } = words;
  const row = (what: string, name: string, more = ''): RosterRow => ({ what, name, role: '', username: '', more });
  const person = (what: string) => (one: ReportedPerson) => ({ what, ...one, more: '' });
  const fields = (all: RosterReport['classesChanged'][number]['fields'] | RosterReport['changed'][number]['fields']) =>
    all.map((one) => `${words.field(one.field)} ${words.arrow(one.before ?? words.none, one.after)}`).join('; ');
  const member = (what: string) => (one: RosterReport['joined'][number]) =>
    row(what, one.name, one.as === 'manager' ? `${one.class} (${words.looksAfter})` : one.class);
  const link = (what: string) => (one: RosterReport['linked'][number]) =>
    row(what, one.parent, words.linkOf(one.parent, one.child));
  const courses = (what: string) => (one: RosterReport['enrolled'][number]) =>
    row(what, one.name, one.courses.join(', '));
  return [
    ...report.leftOut.map(({ place, what, why }) =>
      row(kinds.leftOut, what, `${words.placeOf(place.file, place.row, place.column ?? null)}: ${why}`),
    ),
    ...report.decisions.map(({ externalId, name, born, candidates }) =>
      row(
        kinds.decision,
        words.decisionOf(name, born, externalId),
        candidates.map(({ username }) => words.decideSame(username)).join('; '),
      ),
    ),
    ...report.notes.map((note) => row(kinds.note, '', note)),
    ...report.disabled.map(person(kinds.disabled)),
    ...report.changed.map(({ fields: all, ...one }) => ({ what: kinds.changed, ...one, more: fields(all) })),
    ...report.added.map(person(kinds.added)),
    ...report.enabled.map(person(kinds.enabled)),
    ...report.moved.map((one) => row(kinds.moved, one.name, words.arrow(one.from.join(', '), one.to.join(', ')))),
    ...report.classesAdded.map((one) => row(kinds.classAdded, one.name, `${one.grade}, ${one.year}`)),
    ...report.classesChanged.map((one) => row(kinds.classChanged, one.name, fields(one.fields))),
    ...report.joined.map(member(kinds.joined)),
    ...report.left.map(member(kinds.left)),
    ...report.enrolled.map(courses(kinds.enrolled)),
    ...report.unenrolled.map(courses(kinds.unenrolled)),
    ...report.linked.map(link(kinds.linked)),
    ...report.unlinked.map(link(kinds.unlinked)),
    ...report.blocked.map(link(kinds.blocked)),
  ];
}
