import type { BoardLine, TestBoard } from '../../../services/tests/class-tests.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Stats } from '../../components/stat.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag, type TagProps } from '../../components/tag.tsx';
import { TestLink } from '../../components/test-link.tsx';
import type { ScheduleForm } from '../../forms/schedule.form.ts';
import { usePage } from '../../page-context.ts';
import { ClassChanges } from './class-changes.tsx';
import { Wrong } from './window-fields.tsx';

/** A test in a class: who is how far, what came of it, and releasing it. */
export function BoardPage({ board, form }: { board: TestBoard; form?: ScheduleForm }) {
  const { t } = usePage();
  const words = t.classTests;
  const { test, lines } = board;
  const base = `/class/tests/${board.class.id}/${test.testId}`;
  return (
    <Layout title={test.name}>
      <div class="stack loose">
        <PageHead
          title={test.name}
          back={{ href: '/class/tests', text: words.title }}
          lead={words.boardLead(t.words.tests[test.type], test.courseName, test.durationMinutes, board.class.name)}
          actions={
            <>
              <LinkButton href={`${base}/results`}>{words.results}</LinkButton>
              <LinkButton href={`${base}/grades.csv`}>{words.grades}</LinkButton>
            </>
          }
        >
          <a href={`/class/tests/new?class=${board.class.id}&test=${test.testId}`}>{words.setForMore}</a>
          <TestLink link={test.link} />
        </PageHead>
        <Summary lines={lines} />
        <div class="sheet">
          <Lines lines={lines} caption={test.name} />
        </div>
        <Release lines={lines} base={base} />
        {form && <Wrong form={form} />}
        <ClassChanges board={board} base={base} {...(form ? { form } : {})} />
      </div>
    </Layout>
  );
}

function Summary({ lines }: { lines: readonly BoardLine[] }) {
  const { t, format } = usePage();
  const words = t.classTests;
  const grades = lines.flatMap(({ sitting }) => (sitting.finalGrade === null ? [] : [sitting]));
  const sum = grades.reduce((all, { finalGrade }) => all + (finalGrade ?? 0), 0);
  const done = lines.filter(({ sitting }) => sitting.phase !== 'not begun' && sitting.phase !== 'begun').length;
  const passed = grades.filter(({ status }) => status === 'passed').length;
  return (
    <Stats
      stats={[
        { label: words.done, value: words.doneOf(done, lines.length) },
        {
          label: words.average,
          value: grades.length === 0 ? null : format.number(sum / grades.length),
          note: grades.length === 0 ? words.averageNone : words.averageNote(grades.length),
        },
        {
          label: words.passedCount,
          value: grades.length === 0 ? null : words.doneOf(passed, grades.length),
          ...(grades.length === 0 ? { note: words.averageNone } : {}),
        },
      ]}
    />
  );
}

const TONES: Partial<Record<BoardLine['state'], NonNullable<TagProps['tone']>>> = {
  'under way': 'info',
  submitted: 'due',
  marked: 'due',
  released: 'good',
  missed: 'alarm',
};

function Lines({ lines, caption }: { lines: readonly BoardLine[]; caption: string }) {
  const { t, format } = usePage();
  const words = t.classTests;
  return (
    <Table
      stacks
      captionHidden
      caption={caption}
      rows={lines}
      rowKey={({ sitting }) => sitting.id}
      columns={[
        {
          title: words.pupil,
          heads: true,
          cell: ({ sitting, name }) => (
            <>
              <a href={`/class/tests/sittings/${sitting.id}`} dir="auto">
                {name}
              </a>
              {sitting.sitting > 1 && <span class="quiet"> {words.sitting(sitting.sitting)}</span>}
            </>
          ),
        },
        { title: words.when, cell: ({ sitting }) => format.dateTime(sitting.begunAt ?? sitting.date) },
        { title: words.state, wide: true, cell: (line) => <State line={line} /> },
        {
          title: words.answered,
          numeric: true,
          cell: ({ answered, questions }) =>
            questions === 0 ? <span class="quiet">{words.nothingYet}</span> : words.answeredOf(answered, questions),
        },
        { title: words.grade, numeric: true, cell: (line) => <Grade line={line} /> },
      ]}
    />
  );
}

function State({ line: { sitting, state, unmarked } }: { line: BoardLine }) {
  const { t, format } = usePage();
  const words = t.classTests;
  const tone = TONES[state];
  return (
    <span class="row">
      <Tag {...(tone ? { tone } : {})}>{words.states[state]}</Tag>
      {state === 'under way' && sitting.endsAt !== null && (
        <span class="quiet">{words.untilTime(format.time(sitting.endsAt))}</span>
      )}
      {unmarked > 0 && sitting.checked && (
        <a class="small" href="/class/tests/marking">
          {words.waitsForYou(unmarked)}
        </a>
      )}
      {sitting.delayReason !== null && <span class="quiet">{words.delayedBecause(sitting.delayReason)}</span>}
    </span>
  );
}

function Grade({ line: { sitting } }: { line: BoardLine }) {
  const { t, format } = usePage();
  const words = t.classTests;
  if (sitting.finalGrade === null) return <span class="quiet">{words.gradePending}</span>;
  return (
    <>
      <strong>{format.number(sitting.finalGrade)}</strong>{' '}
      <span class="quiet">
        {sitting.status === 'passed' ? words.passed : words.failed}
        {sitting.regradedAt !== null && `, ${words.regraded}`}
      </span>
    </>
  );
}

function Release({ lines, base }: { lines: readonly BoardLine[]; base: string }) {
  const { classTests: words } = usePage().t;
  const ready = lines.filter(({ state }) => state === 'marked');
  return (
    <Sheet id="release" title={words.releaseTitle}>
      <p class="quiet">{ready.length === 0 ? words.releaseNone : words.releaseLead}</p>
      {ready.length > 0 && (
        <form class="stack" method="post" action={`${base}/release`}>
          <div class="choices">
            {ready.map(({ sitting, name }) => (
              <label key={sitting.id} class="choice">
                <input type="checkbox" name="sittingIds" value={sitting.id} checked />
                <span>
                  <bdi>{name}</bdi>
                  <small>
                    {words.grade} {sitting.finalGrade}
                  </small>
                </span>
              </label>
            ))}
          </div>
          <div class="row">
            <Button tone="go">{words.releaseChosen}</Button>
            <Button name="all" value="yes">
              {words.releaseAll(ready.length)}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
