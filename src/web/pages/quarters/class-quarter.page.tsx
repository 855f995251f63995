import { nameOfQuarter } from '../../../domain/evaluation/school-quarter.ts';
import type { ClassQuarter } from '../../../services/quarters/class-quarter.service.ts';
import { Button } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QuarterChoice } from '../../components/report/quarter-choice.tsx';
import { Stats } from '../../components/stat.tsx';
import { Done, Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import type { QuarterForm } from '../../forms/quarter.form.ts';
import { usePage } from '../../page-context.ts';
import { type AnswerForm, ContestedScores } from './contested-scores.tsx';
import { QuarterScores } from './quarter-scores.tsx';

export interface ClassQuarterProps {
  /** Null: there is no class. */
  view: ClassQuarter | null;
  /** The subject whose scores are shown. */
  subject: string | null;
  done?: 'saved' | 'shown' | 'answered' | undefined;
  form?: QuarterForm;
  answer?: AnswerForm;
}

/** The address of a class's quarter, of one subject of it where it is named. */
export function quarterAddress({ class: room, quarter }: ClassQuarter, subject?: string | null): string {
  const query = new URLSearchParams({ class: String(room.id), quarter: nameOfQuarter(quarter) });
  if (subject) query.set('subject', subject);
  return `/class/quarter?${query}`;
}

/** What a quarter came to for a class: contested scores, what only the class manager can say, and the way to show it. */
export function ClassQuarterPage({ view, subject, done, form, answer }: ClassQuarterProps) {
  const { t, format } = usePage();
  const words = t.quarters;
  if (view === null) {
    return (
      <Layout title={words.title}>
        <Empty icon="people" title={words.noClass} />
      </Layout>
    );
  }
  const { quarter, class: room, lines, now } = view;
  const title = t.schoolHours.quarter(quarter.quarter, quarter.schoolYear);
  const said = { saved: words.savedDone, shown: words.releasedDone, answered: words.answeredDone };
  return (
    <Layout title={title} wide>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: '/class', text: words.back }}
          lead={words.lead(room.name, format.calendarDay(quarter.firstDay), format.calendarDay(quarter.lastDay))}
          actions={
            <QuarterChoice
              {...{ action: '/class/quarter', quarter, now }}
              classes={{ chosen: room.id, all: view.classes }}
            />
          }
        />
        <Done text={done && said[done]} />
        <State view={view} />
        {lines.length > 0 && (
          <>
            <Facts view={view} />
            <ContestedScores view={view} {...(answer ? { form: answer } : {})} />
            <Subjects view={view} chosen={subject} />
            {subject !== null && <QuarterScores {...{ view, subject }} {...(form ? { form } : {})} />}
          </>
        )}
      </div>
    </Layout>
  );
}

/** Why there is nothing yet, or that it is under way. */
function State({ view: { over, closing, quarter, lines } }: { view: ClassQuarter }) {
  const { t, format } = usePage();
  const words = t.quarters;
  if (!over) return <Empty icon="clock" title={words.notOver(format.calendarDay(quarter.lastDay))} />;
  if (closing?.state === 'running') {
    return (
      <Notice>
        <p>{words.running}</p>
      </Notice>
    );
  }
  if (lines.length > 0) return null;
  if (closing) return <Empty icon="people" title={words.noPupils} />;
  return (
    <Empty icon="clock" title={words.notClosed}>
      <p>{words.notClosedMore}</p>
    </Empty>
  );
}

function Facts({ view }: { view: ClassQuarter }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const { subjects, pupils, released, closing, quarter, class: room } = view;
  const sum = (of: 'missing' | 'contested') => subjects.reduce((all, one) => all + one[of], 0);
  const releaseDay = closing && format.day(closing.releaseAt);
  return (
    <Sheet id="facts" title={words.facts}>
      <Stats
        stats={[
          { label: words.pupils, value: format.number(pupils) },
          { label: words.missing, value: format.number(sum('missing')), note: words.missingNote },
          { label: words.contestedCount, value: format.number(sum('contested')) },
          {
            label: words.shown,
            value: words.shownOf(released, pupils),
            ...(releaseDay && released < pupils ? { note: words.shownBy(releaseDay) } : {}),
          },
        ]}
      />
      {released < pupils && (
        <form class="row" method="post" action="/class/quarter/release">
          <input type="hidden" name="class" value={room.id} />
          <input type="hidden" name="quarter" value={nameOfQuarter(quarter)} />
          <Button tone="go">{words.release}</Button>
          {releaseDay && <span class="quiet">{words.releaseNote(releaseDay)}</span>}
        </form>
      )}
    </Sheet>
  );
}

function Subjects({ view, chosen }: { view: ClassQuarter; chosen: string | null }) {
  const { t, format } = usePage();
  const words = t.quarters;
  return (
    <Sheet id="subjects" title={words.subjects}>
      <Table
        stacks
        captionHidden
        caption={words.subjects}
        rows={view.subjects}
        rowKey={({ subject }) => subject}
        columns={[
          {
            title: words.subject,
            heads: true,
            cell: ({ subject }) => (
              <a
                href={`${quarterAddress(view, subject)}#scores`}
                aria-current={subject === chosen ? 'true' : undefined}
              >
                {t.words.subject(subject)}
              </a>
            ),
          },
          { title: words.pupils, numeric: true, cell: ({ pupils }) => format.number(pupils) },
          { title: words.missing, numeric: true, cell: ({ missing }) => format.number(missing) },
          { title: words.contestedCount, numeric: true, cell: ({ contested }) => format.number(contested) },
        ]}
      />
    </Sheet>
  );
}
