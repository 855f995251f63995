import type { ClassAttendance, ClassAttendanceLine, HeldCell } from '../../../services/lessons/attendance.service.ts';
import type { ClassRecord } from '../../../services/lessons/lessons.service.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { markOf } from '../../forms/attendance.form.ts';
import { usePage } from '../../page-context.ts';

export interface ClassAttendanceProps {
  classes: readonly ClassRecord[];
  /** Null: the class manager has no class. */
  view: ClassAttendance | null;
  /** Older lessons than the newest are shown. */
  paged: boolean;
}

/** Who of a class was at which lessons, and what the term comes to. */
export function ClassAttendancePage({ classes, view, paged }: ClassAttendanceProps) {
  const { t, format } = usePage();
  const words = t.attendance;
  return (
    <Layout title={words.classTitle} wide>
      <div class="stack loose">
        <PageHead
          title={words.classTitle}
          back={{ href: '/classroom', text: t.classroom.back }}
          lead={view ? words.classLead(view.class.name, format.day(view.since)) : words.noClass}
        >
          {view && view.lessons.length > 0 && (
            <a href={`/classroom/attendance.csv?class=${view.class.id}`}>{words.csv}</a>
          )}
        </PageHead>
        {view && classes.length > 1 && <WhichClass classes={classes} chosen={view.class.id} />}
        {view && view.lessons.length === 0 && (
          <Empty icon="calendar" title={words.noLessons}>
            <p>{words.noLessonsMore}</p>
          </Empty>
        )}
        {view && view.lessons.length > 0 && (
          <section class="sheet stack" aria-label={words.classTitle}>
            <p class="quiet">{words.legend}</p>
            <Weeks view={view} />
            <Pages view={view} paged={paged} />
          </section>
        )}
      </div>
    </Layout>
  );
}

function WhichClass({ classes, chosen }: { classes: readonly ClassRecord[]; chosen: number }) {
  const { attendance: words, classroom } = usePage().t;
  return (
    <form class="finder" method="get" action="/classroom/attendance">
      <SelectField
        name="class"
        label={words.whichClass}
        value={String(chosen)}
        options={classes.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Button>{classroom.fields.show}</Button>
    </form>
  );
}

/** A line a pupil, a column a lesson; names stay in sight while the lessons scroll. */
function Weeks({ view }: { view: ClassAttendance }) {
  const { t, format } = usePage();
  const words = t.attendance;
  return (
    <div class="table weeks">
      <table>
        <caption class="visually-hidden">{words.classTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.pupil}</th>
            <th scope="col" class="n">
              {words.rate}
            </th>
            <th scope="col" class="n">
              {words.lateCount}
            </th>
            <th scope="col">{words.reasonsCount}</th>
            {view.lessons.map(({ id, start, course }) => (
              <th key={id} scope="col" class="lesson">
                <a href={`/classroom/lessons/${id}/attendance`} title={words.lessonOf(format.dateTime(start), course)}>
                  {format.date(start)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.pupils.map((pupil) => (
            <tr key={pupil.studentId}>
              <th scope="row">
                <a href={`/class/students/${pupil.studentId}`} dir="auto">
                  {pupil.name}
                </a>
              </th>
              <Counted pupil={pupil} />
              {pupil.cells.map((cell, index) => (
                <td key={view.lessons[index]?.id} class="lesson">
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counted({ pupil: { count } }: { pupil: ClassAttendanceLine }) {
  const { t, format } = usePage();
  const words = t.attendance;
  if (count === null) {
    return (
      <>
        <td class="n quiet">{words.noneCounted}</td>
        <td class="n quiet">–</td>
        <td class="quiet">–</td>
      </>
    );
  }
  const { places, there, late, sick, excused, unexcused } = count;
  const why = { sick, excused, unexcused, absent: places - there - sick - excused - unexcused };
  const said = (['sick', 'excused', 'unexcused', 'absent'] as const).flatMap((mark) =>
    why[mark] > 0 ? [`${why[mark]} ${words.cells[mark]}`] : [],
  );
  return (
    <>
      <td class="n">{words.rateOf(format.percent(there / places), there, places)}</td>
      <td class="n">{late}</td>
      <td class="why">{said.length === 0 ? <span class="quiet">–</span> : said.join(' · ')}</td>
    </>
  );
}

/** A sign for those who look, words for those who listen. */
function Cell({ cell }: { cell: HeldCell | null }) {
  const { attendance: words } = usePage().t;
  if (cell === null) return <Sign sign="–" says={words.noPlace} />;
  const mark = markOf(cell);
  if (mark === 'there' && cell.minutesLate > 0) {
    return <Sign sign={words.lateCell(cell.minutesLate)} says={words.late(cell.minutesLate)} tone="late" />;
  }
  return <Sign sign={words.cells[mark]} says={words.marks[mark]} tone={mark} />;
}

function Sign({ sign, says, tone }: { sign: string; says: string; tone?: string }) {
  return (
    <span class={tone ? `sign ${tone}` : 'sign'}>
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{says}</span>
    </span>
  );
}

function Pages({ view, paged }: Pick<ClassAttendanceProps, 'paged'> & { view: ClassAttendance }) {
  const { attendance: words } = usePage().t;
  const base = `/classroom/attendance?class=${view.class.id}`;
  return (
    <Pager
      label={words.pages}
      newer={paged ? { href: base, text: words.newest } : null}
      older={view.before === null ? null : { href: `${base}&before=${view.before}`, text: words.older }}
    />
  );
}
