import { countingOf, type QuarterKind as Kind } from '../../../domain/evaluation/quarter-evaluation.ts';
import type { SchoolHoursView, SchoolSessionLine } from '../../../services/school-hours/school-hours.service.ts';
import { usePage } from '../../page-context.ts';
import { Pager } from '../pager.tsx';
import { Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';

const KINDS: readonly Kind[] = ['proficiency', 'investment', 'social'];

export interface SchoolHoursPanelProps {
  view: SchoolHoursView;
  /** The page that this list stands on. */
  base: string;
  /** What an id is put behind for the page of a lesson. */
  lessonBase: string;
}

/** Lessons in school hours, the newest first: attended or missed, and how they were evaluated. Home sessions are never among them. */
export function SchoolHoursPanel({ view, base, lessonBase }: SchoolHoursPanelProps) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  const { sessions, before, paged } = view;
  return (
    <Sheet id="at-school" title={words.title}>
      {sessions.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <Table
          stacks
          caption={words.caption}
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              title: words.when,
              heads: true,
              cell: (session) => <a href={`${lessonBase}/${session.id}`}>{format.dateTime(whenOf(session))}</a>,
            },
            { title: words.what, wide: true, cell: (session) => <What session={session} /> },
            { title: words.attendance, cell: (session) => <Attendance session={session} /> },
            ...KINDS.map((kind) => ({
              title: words.kinds[kind],
              numeric: true,
              cell: (session: SchoolSessionLine) => <Score session={session} kind={kind} />,
            })),
          ]}
        />
      )}
      <Pager
        label={words.pages}
        newer={paged ? { href: `${base}#at-school`, text: words.newest } : null}
        older={before === null ? null : { href: `${base}?lessonsBefore=${before}#at-school`, text: words.older }}
      />
    </Sheet>
  );
}

/** The moment that stands for a lesson: when it began, or was to. */
export const whenOf = ({ start, planned }: Pick<SchoolSessionLine, 'start' | 'planned'>): number =>
  start ?? planned ?? 0;

function What({ session: { course, type, units } }: { session: SchoolSessionLine }) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  return (
    <>
      <strong dir="auto">{course?.name}</strong>
      {course === null ? words.types[type] : `, ${words.types[type]}`}
      {type !== 'social' && units.length > 0 && (
        <>
          <br />
          <span class="quiet" dir="auto">
            {format.list(units)}
          </span>
        </>
      )}
    </>
  );
}

/** Whether the pupil was there, and if not why. */
export function Attendance({
  session: { attended, absence },
}: {
  session: Pick<SchoolSessionLine, 'attended' | 'absence'>;
}) {
  const words = usePage().t.schoolHours;
  if (attended) return <>{words.there}</>;
  return <span class="quiet">{absence === null ? words.absentUnknown : words.absent[absence]}</span>;
}

/** The score that counts: the class manager's where there is one, else the evaluator's. */
function Score({ session, kind }: { session: SchoolSessionLine; kind: Kind }) {
  const { t, format } = usePage();
  const found = countingOf(session.evaluations.filter((one) => one.kind === kind));
  if (!found) return <span class="quiet">{t.schoolHours.noScore}</span>;
  if (found.score === null) return <span class="quiet">{t.report.tooLittle}</span>;
  return <>{t.report.score(format.number(found.score))}</>;
}
