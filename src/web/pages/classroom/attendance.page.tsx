import type { AttendanceLine, AttendanceSheet } from '../../../services/lessons/attendance.service.ts';
import { Button } from '../../components/button.tsx';
import { Problem } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Stats } from '../../components/stat.tsx';
import { Done, Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { type AttendanceForm, MARKS, type Mark, markOf } from '../../forms/attendance.form.ts';
import { usePage } from '../../page-context.ts';

export interface AttendanceProps {
  sheet: AttendanceSheet;
  /** As it was filled in, where not all of it could be taken. */
  form?: AttendanceForm;
  saved?: boolean;
}

/** Who was at a lesson: one form for all, a line a pupil. */
export function AttendancePage({ sheet, form, saved = false }: AttendanceProps) {
  const { t, format } = usePage();
  const words = t.attendance;
  const { lesson, lines } = sheet;
  const back = { href: `/classroom/lessons/${lesson.id}`, text: words.toLesson };
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          back={back}
          lead={words.lead(lesson.className, format.dateTime(lesson.start ?? lesson.createdAt))}
        >
          <a href={`/classroom/attendance?class=${lesson.classId}`}>{words.toClass}</a>
        </PageHead>
        <Done text={saved ? words.saved : null} />
        {form && <Refused form={form} />}
        <Counts lines={lines} />
        {lines.length === 0 ? (
          <Empty icon="people" title={words.none} />
        ) : (
          <form class="stack" method="post" action={`/classroom/lessons/${lesson.id}/attendance`}>
            <div class="sheet stack">
              <p class="quiet">{words.hint}</p>
              <Lines sheet={sheet} {...(form ? { form } : {})} />
              <div>
                <Button tone="go" name="do" value="save">
                  {words.save}
                </Button>
              </div>
            </div>
            <Bulk />
          </form>
        )}
        <LeftOut sheet={sheet} />
        <Changes sheet={sheet} />
      </div>
    </Layout>
  );
}

function Counts({ lines }: { lines: readonly AttendanceLine[] }) {
  const { attendance: words } = usePage().t;
  if (lines.length === 0) return null;
  const count = (is: (line: AttendanceLine) => boolean) => lines.filter(is).length;
  const expected = count(({ state }) => state === 'expected');
  return (
    <Stats
      stats={[
        {
          label: words.counts.there,
          value: words.ofAll(
            count(({ attended }) => attended),
            lines.length,
          ),
        },
        { label: words.counts.late, value: String(count(({ state }) => state === 'late')) },
        ...(expected > 0 ? [{ label: words.counts.expected, value: String(expected) }] : []),
        { label: words.counts.away, value: String(count(({ state }) => state === 'absent')) },
      ]}
    />
  );
}

function Refused({ form: { refused } }: { form: AttendanceForm }) {
  const { attendance: words } = usePage().t;
  return (
    <Notice tone="alarm" title={words.refusedTitle} announce>
      <ul>
        {refused.map(({ studentId, name, why }) => (
          <li key={studentId}>
            <bdi>{name ?? words.somebody}</bdi>: {words.refused[why]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Lines({ sheet: { lines }, form }: AttendanceProps) {
  const { attendance: words } = usePage().t;
  return (
    <Table
      stacks
      captionHidden
      caption={words.table}
      rows={lines}
      rowKey={({ studentId }) => studentId}
      columns={[
        {
          title: words.pupil,
          heads: true,
          cell: ({ studentId, name, atWork }) => (
            <label class="ticked">
              <input type="checkbox" name="ticked" value={studentId} aria-label={words.tick(name)} disabled={atWork} />
              <bdi>{name}</bdi>
            </label>
          ),
        },
        { title: words.joined, cell: (line) => <Joined line={line} /> },
        { title: words.said, cell: (line) => <MarkField line={line} {...(form ? { form } : {})} /> },
      ]}
    />
  );
}

function Joined({ line: { joinedAt, minutesLate, attended } }: { line: AttendanceLine }) {
  const { t, format } = usePage();
  const words = t.attendance;
  if (joinedAt === null) return <span class="quiet">{attended ? words.withoutJoining : words.notJoined}</span>;
  return (
    <>
      {format.time(joinedAt)}
      {minutesLate > 0 && <span class="quiet"> · {words.late(minutesLate)}</span>}
    </>
  );
}

/** What is said of one pupil, with what stood there when the page was made: nobody overwrites what they have not seen. */
function MarkField({ line, form }: { line: AttendanceLine; form?: AttendanceForm }) {
  const { attendance: words } = usePage().t;
  const { studentId: id, name, state, atWork, lastChange } = line;
  if (atWork) return <span class="quiet">{words.atWork}</span>;
  const refused = form?.refused.find(({ studentId }) => studentId === id);
  const chosen = form?.marks.get(id) ?? markOf(line);
  const labelOf = (mark: Mark) => (mark === 'absent' && state === 'expected' ? words.expected : words.marks[mark]);
  return (
    <span class="stack tight">
      <input type="hidden" name={`was-${id}`} value={markOf(line)} />
      <input type="hidden" name={`seen-${id}`} value={lastChange ?? ''} />
      <select
        class={chosen === 'there' ? 'input' : 'input away'}
        name={`mark-${id}`}
        aria-label={words.markOf(name)}
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? `mark-${id}-problem` : undefined}
      >
        {MARKS.map((mark) => (
          <option key={mark} value={mark} selected={mark === chosen}>
            {labelOf(mark)}
          </option>
        ))}
      </select>
      <Problem id={`mark-${id}-problem`} text={refused && words.refused[refused.why]} />
    </span>
  );
}

/** One word for many: those who are ticked, or all who are away and of whom nobody has said why. */
function Bulk() {
  const { attendance: words } = usePage().t;
  return (
    <Sheet id="bulk" title={words.bulk}>
      <div class="fields two">
        <BulkField name="tickedMark" label={words.tickedMark} action="ticked" text={words.setTicked} marks={MARKS} />
        <BulkField
          name="awayMark"
          label={words.awayMark}
          action="away"
          text={words.setAway}
          marks={MARKS.filter((mark) => mark !== 'there' && mark !== 'absent')}
        />
      </div>
    </Sheet>
  );
}

interface BulkFieldProps {
  name: string;
  label: string;
  action: string;
  text: string;
  marks: readonly Mark[];
}

function BulkField({ name, label, action, text, marks }: BulkFieldProps) {
  const { attendance: words } = usePage().t;
  return (
    <div class="finder">
      <div class="field">
        <label for={name}>{label}</label>
        <select class="input" id={name} name={name}>
          {marks.map((mark) => (
            <option key={mark} value={mark} selected={mark === 'sick'}>
              {words.marks[mark]}
            </option>
          ))}
        </select>
      </div>
      <Button name="do" value={action}>
        {text}
      </Button>
    </div>
  );
}

function LeftOut({ sheet: { leftOut } }: { sheet: AttendanceSheet }) {
  const { attendance: words, classroom } = usePage().t;
  if (leftOut.length === 0) return null;
  return (
    <Notice title={words.leftOut}>
      <ul>
        {leftOut.map(({ studentId, name, why }) => (
          <li key={studentId}>
            <bdi>{name}</bdi>: {classroom.why[why] ?? why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Changes({ sheet: { changes } }: { sheet: AttendanceSheet }) {
  const { t, format } = usePage();
  const words = t.attendance;
  return (
    <Sheet id="changes" title={words.changes}>
      {changes.length === 0 ? (
        <p class="quiet">{words.changesNone}</p>
      ) : (
        <ul class="lines">
          {changes.map((change) => (
            <li key={change.id}>
              <span class="main" dir="auto">
                {words.change(
                  change.name,
                  change.by === null && change.attended ? words.joinedItself : words.marks[markOf(change)],
                )}
              </span>
              <span class="quiet">
                {format.dateTime(change.at)}
                {change.by !== null && (
                  <>
                    {' '}
                    · <bdi>{words.by(change.by)}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
