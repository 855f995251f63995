import type { SchoolHoursView, SchoolSessionLine } from '../../../services/school-hours/school-hours.service.ts';
import { usePage } from '../../page-context.ts';
import { Pager } from '../pager.tsx';
import { Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';

type Kind = SchoolHoursView['quarters'][number]['kind'];
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

/** What the quarters came to, by subject; nothing at all before the first one has ended. */
export function QuartersPanel({ quarters }: { quarters: SchoolHoursView['quarters'] }) {
  const { t, format } = usePage();
  const words = t.schoolHours;
  if (quarters.length === 0) return null;
  const rows = [...Map.groupBy(quarters, (one) => `${one.schoolYear}/${one.quarter}/${one.subject}`)];
  return (
    <Sheet id="quarters" title={words.quarters}>
      <Table
        stacks
        caption={words.quartersCaption}
        captionHidden
        rows={rows}
        rowKey={([key]) => key}
        columns={[
          {
            title: words.subject,
            heads: true,
            cell: ([, [first]]) =>
              first && (
                <>
                  {t.words.subject(first.subject)}
                  <br />
                  <small class="quiet">{words.quarter(first.quarter, first.schoolYear)}</small>
                </>
              ),
          },
          ...KINDS.map((kind) => ({
            title: words.kinds[kind],
            wide: true,
            cell: ([, own]: (typeof rows)[number]) => {
              const found = own.find((one) => one.kind === kind);
              if (!found) return <span class="quiet">{words.noScore}</span>;
              return (
                <>
                  {found.score === null ? (
                    <span class="quiet">{`${words.kinds[kind]}: ${t.report.tooLittle}`}</span>
                  ) : (
                    <strong>{`${words.kinds[kind]}: ${t.report.score(format.number(found.score))}`}</strong>
                  )}
                  <br />
                  <small class="quiet">
                    <bdi>{found.description}</bdi>
                  </small>
                </>
              );
            },
          })),
        ]}
      />
      <p class="quiet prose">{words.quartersNote}</p>
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

/** The evaluator's score; where there is none, the class manager's. */
function Score({ session, kind }: { session: SchoolSessionLine; kind: Kind }) {
  const { t, format } = usePage();
  const own = session.evaluations.filter((one) => one.kind === kind);
  const found = own.find(({ source }) => source === 'evaluator') ?? own[0];
  if (!found) return <span class="quiet">{t.schoolHours.noScore}</span>;
  if (found.score === null) return <span class="quiet">{t.report.tooLittle}</span>;
  return <>{t.report.score(format.number(found.score))}</>;
}
