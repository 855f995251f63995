import { nameOfQuarter } from '../../../domain/evaluation/school-quarter.ts';
import type { SchoolQuarterClass, SchoolQuarterView } from '../../../services/quarters/school-quarter.service.ts';
import { Button } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QuarterChoice } from '../../components/report/quarter-choice.tsx';
import { Stats } from '../../components/stat.tsx';
import { Done, Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface SchoolQuarterProps {
  view: SchoolQuarterView;
  done?: boolean;
  problem?: string | undefined;
}

/** A quarter of a school: whether it is closed, and which classes have completed it. */
export function SchoolQuarterPage({ view, done = false, problem }: SchoolQuarterProps) {
  const { t, format } = usePage();
  const words = t.quarters;
  const { quarter, now, over, classes, closings } = view;
  const [last] = closings;
  const title = t.schoolHours.quarter(quarter.quarter, quarter.schoolYear);
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: '/school', text: words.backSchool }}
          lead={words.schoolLead(format.calendarDay(quarter.firstDay), format.calendarDay(quarter.lastDay))}
          actions={<QuarterChoice action="/school/quarter" quarter={quarter} now={now} />}
        />
        <Done text={done ? words.closingDone : null} />
        {problem && (
          <Notice tone="alarm" announce>
            <p>{problem}</p>
          </Notice>
        )}
        {over ? (
          <Closing view={view} />
        ) : (
          <Empty icon="clock" title={words.notOver(format.calendarDay(quarter.lastDay))} />
        )}
        {last && <Classes classes={classes} />}
        {closings.length > 0 && <History view={view} />}
      </div>
    </Layout>
  );
}

function Closing({ view: { quarter, closings, closesAt, classes } }: { view: SchoolQuarterView }) {
  const { t, format } = usePage();
  const words = t.quarters;
  const [last] = closings;
  const state = last?.state ?? 'none';
  const sum = (of: 'pupils' | 'released' | 'missing') => classes.reduce((all, one) => all + one[of], 0);
  const finished = last?.finishedAt ?? null;
  return (
    <Sheet id="closing" title={words.state}>
      <Stats
        stats={[
          {
            label: words.state,
            value: words.states[state],
            note:
              last === undefined
                ? words.closesOn(format.day(closesAt))
                : finished === null
                  ? words.progress(last.pupilsDone, last.pupilsAll)
                  : words.madeOn(format.day(finished)),
          },
          ...(last
            ? [
                { label: words.missingAll, value: format.number(sum('missing')), note: words.missingNote },
                {
                  label: words.shown,
                  value: words.shownOf(sum('released'), sum('pupils')),
                  ...(last.releasedAt === null ? { note: words.shownBy(format.day(last.releaseAt)) } : {}),
                },
              ]
            : []),
        ]}
      />
      {last?.state === 'running' && (
        <progress max={Math.max(1, last.pupilsAll)} value={last.pupilsDone} aria-label={words.states.running} />
      )}
      {last?.state === 'failed' && <p>{words.failedMore}</p>}
      {last?.state !== 'running' && (
        <form class="row" method="post" action="/school/quarter">
          <input type="hidden" name="quarter" value={nameOfQuarter(quarter)} />
          {last?.state === 'done' && <input type="hidden" name="again" value="yes" />}
          <Button {...(last?.state === 'done' ? {} : { tone: 'go' as const })}>
            {last?.state === 'done' ? words.closeAgain : words.close}
          </Button>
          <span class="quiet">{last?.state === 'done' ? words.closeAgainNote : words.closeNote}</span>
        </form>
      )}
    </Sheet>
  );
}

function Classes({ classes }: { classes: readonly SchoolQuarterClass[] }) {
  const { t, format } = usePage();
  const words = t.quarters;
  return (
    <Sheet id="classes" title={words.classes}>
      {classes.length === 0 ? (
        <p class="quiet">{words.noClasses}</p>
      ) : (
        <Table
          stacks
          captionHidden
          caption={words.classes}
          rows={classes}
          rowKey={({ classId }) => classId}
          columns={[
            {
              title: words.whichOne,
              heads: true,
              cell: ({ name, year, missing }) => (
                <span class="row">
                  <bdi>{`${name} (${year})`}</bdi>
                  {missing === 0 ? (
                    <Tag tone="good">{words.complete}</Tag>
                  ) : (
                    <Tag tone="due">{words.toSay(missing)}</Tag>
                  )}
                </span>
              ),
            },
            {
              title: words.managers,
              cell: ({ managers }) => (managers.length === 0 ? words.noManager : <bdi>{format.list(managers)}</bdi>),
            },
            { title: words.pupils, numeric: true, cell: ({ pupils }) => format.number(pupils) },
            {
              title: words.human,
              numeric: true,
              cell: ({ given, human }) => words.shownOf(given, human),
            },
            { title: words.missingAll, numeric: true, cell: ({ missing }) => format.number(missing) },
            {
              title: words.shown,
              numeric: true,
              cell: ({ released, pupils }) => words.shownOf(released, pupils),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function History({ view: { closings } }: { view: SchoolQuarterView }) {
  const { t, format } = usePage();
  const words = t.quarters;
  return (
    <Sheet id="history" title={words.history}>
      <Table
        stacks
        captionHidden
        caption={words.history}
        rows={closings}
        rowKey={({ id }) => id}
        columns={[
          { title: words.when, heads: true, cell: ({ askedAt }) => format.dateTime(askedAt) },
          { title: words.state, cell: ({ state, run }) => `${words.states[state]}, ${words.run(run)}` },
          { title: words.byWhom, cell: ({ by }) => (by === null ? words.byItself : <bdi>{by}</bdi>) },
          {
            title: words.counts,
            numeric: true,
            cell: ({ made, changed }) => words.newAndChanged(format.number(made), format.number(changed)),
          },
        ]}
      />
    </Sheet>
  );
}
