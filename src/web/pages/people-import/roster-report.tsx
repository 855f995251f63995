import { countsOf, type RosterReport } from '../../../domain/roster/report.ts';
import { LinkButton } from '../../components/button.tsx';
import { Stats } from '../../components/stat.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** As many lines of each kind stand on the page; the rest is counted. */
const SHOWN = 40;

/** What an import would do, or did: in numbers, and whom and what it touches. `table`: where all of it is to be had. */
export function RosterReportView({ report, table }: { report: RosterReport; table?: string | undefined }) {
  const { t, format } = usePage();
  const words = t.peopleImport;
  const { added, changed, disabled, unchanged, linked } = countsOf(report);
  const numbers = { added, changed, disabled, linked, unchanged };
  return (
    <Sheet id="numbers" title={words.numbers}>
      <Stats
        stats={(['added', 'changed', 'disabled', 'linked', 'unchanged'] as const).map((key) => ({
          label: words[key],
          value: format.number(numbers[key]),
        }))}
      />
      <Lists report={report} />
      {table !== undefined && (
        <p>
          <LinkButton href={table}>{words.allOfIt}</LinkButton>
        </p>
      )}
    </Sheet>
  );
}

function Lists({ report }: { report: RosterReport }) {
  const words = usePage().t.peopleImport;
  const { sections } = words;
  const person = (one: RosterReport['added'][number]) => words.person(one.name, one.role, one.username);
  const fields = (all: readonly { field: string; before: string | null; after: string }[]) =>
    all.map((one) => `${words.field(one.field)} ${words.arrow(one.before ?? words.none, one.after)}`).join('; ');
  const member = (one: RosterReport['joined'][number]) =>
    `${one.name}: ${one.class}${one.as === 'manager' ? ` (${words.looksAfter})` : ''}`;
  const courses = (one: RosterReport['enrolled'][number]) => words.coursesOf(one.name, one.courses.join(', '));
  const link = (one: RosterReport['linked'][number]) => words.linkOf(one.parent, one.child);
  return (
    <div class="stack">
      <LeftOutLines title={sections.leftOut(report.leftOut.length)} leftOut={report.leftOut} />
      <Lines open title={sections.notes(report.notes.length)} lines={report.notes} />
      <Lines open title={sections.disabled(report.disabled.length)} lines={report.disabled.map(person)} />
      <Lines
        open
        title={sections.changed(report.changed.length)}
        lines={report.changed.map((one) => `${person(one)}: ${fields(one.fields)}`)}
      />
      <Lines title={sections.added(report.added.length)} lines={report.added.map(person)} />
      <Lines title={sections.enabled(report.enabled.length)} lines={report.enabled.map(person)} />
      <Lines
        title={sections.moved(report.moved.length)}
        lines={report.moved.map((one) => `${one.name}: ${words.arrow(one.from.join(', '), one.to.join(', '))}`)}
      />
      <Lines
        title={sections.classesAdded(report.classesAdded.length)}
        lines={report.classesAdded.map((one) => `${one.name} (${one.grade}, ${one.year})`)}
      />
      <Lines
        title={sections.classesChanged(report.classesChanged.length)}
        lines={report.classesChanged.map((one) => `${one.name}: ${fields(one.fields)}`)}
      />
      <Lines title={sections.joined(report.joined.length)} lines={report.joined.map(member)} />
      <Lines title={sections.left(report.left.length)} lines={report.left.map(member)} />
      <Lines title={sections.enrolled(report.enrolled.length)} lines={report.enrolled.map(courses)} />
      <Lines title={sections.unenrolled(report.unenrolled.length)} lines={report.unenrolled.map(courses)} />
      <Lines title={sections.linked(report.linked.length)} lines={report.linked.map(link)} />
      <Lines title={sections.unlinked(report.unlinked.length)} lines={report.unlinked.map(link)} />
      <Lines title={sections.blocked(report.blocked.length)} lines={report.blocked.map(link)} />
    </div>
  );
}

/** What a file that is refused would leave out besides, and what else there is to say of it. */
export function LeftOutAndNotes({ leftOut, notes }: Pick<RosterReport, 'leftOut' | 'notes'>) {
  const { besides, sections } = usePage().t.peopleImport;
  return (
    <>
      <LeftOutLines title={besides(leftOut.length)} leftOut={leftOut} />
      <Lines open title={sections.notes(notes.length)} lines={notes} />
    </>
  );
}

function LeftOutLines({ title, leftOut }: { title: string; leftOut: RosterReport['leftOut'] }) {
  const words = usePage().t.peopleImport;
  const lines = leftOut.map(({ place, what, why }) =>
    words.leftOutOf(words.placeOf(place.file, place.row, place.column ?? null), what, why),
  );
  return <Lines open title={title} lines={lines} />;
}

function Lines({ title, lines, open = false }: { title: string; lines: readonly string[]; open?: boolean }) {
  const words = usePage().t.fileImport;
  if (lines.length === 0) return null;
  return (
    <Fold summary={title} open={open}>
      <ul class="stack tight">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > SHOWN && <li class="quiet">{words.more(lines.length - SHOWN)}</li>}
      </ul>
    </Fold>
  );
}
