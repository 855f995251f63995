import { stateOf } from '../../../domain/assessment/sitting.ts';
import type { TestView } from '../../../services/tests/tests.service.ts';
import type { Instant } from '../../../shared/instant.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Section, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** The pupil's tests: what to do now, what comes, what came of the others. */
export function TestsPage({ tests, now }: { tests: readonly TestView[]; now: Instant }) {
  const { tests: words } = usePage().t;
  const stated = tests.map((test) => ({ ...test, state: stateOf({ ...test, endsAt: null }, now) }));
  const open = stated.filter(({ state }) => state === 'open' || state === 'under way');
  const ahead = stated.filter(({ state }) => state === 'ahead');
  const behind = stated.filter((test) => !open.includes(test) && !ahead.includes(test)).toReversed();
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead title={words.title} lead={words.lead} />
        {tests.length === 0 && (
          <Empty icon="pencil" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        )}
        {open.length > 0 && (
          <Section id="now" title={words.now}>
            {open.map((test) => (
              <OpenTest key={test.id} test={test} />
            ))}
          </Section>
        )}
        {tests.length > 0 && <Ahead tests={ahead} now={now} />}
        {behind.length > 0 && <Behind tests={behind} />}
      </div>
    </Layout>
  );
}

type Stated = TestView & { state: ReturnType<typeof stateOf> };

function OpenTest({ test }: { test: Stated }) {
  const { t, format } = usePage();
  const words = t.tests;
  return (
    <section class="hero">
      <div class="stack tight">
        <p class="quiet">
          {t.words.tests[test.type]} · <bdi>{test.course.name}</bdi>
        </p>
        <h3 class="h2" dir="auto">
          {test.name}
        </h3>
        <p>
          {test.deadline !== null && words.openUntil(format.dateTime(test.deadline))}{' '}
          {test.state === 'under way' && <Tag tone="due">{words.states['under way']}</Tag>}
        </p>
      </div>
      <LinkButton href={`/tests/${test.id}`} tone="go" size="big" icon="play">
        {test.state === 'under way' ? words.goOn : words.go}
      </LinkButton>
    </section>
  );
}

function Ahead({ tests, now }: { tests: readonly Stated[]; now: Instant }) {
  const { t, format } = usePage();
  const words = t.tests;
  return (
    <Sheet id="coming" title={words.coming}>
      {tests.length === 0 && <p class="quiet">{words.comingNone}</p>}
      <ul class="lines">
        {tests.map((test) => (
          <li key={test.id}>
            <div class="main">
              <a href={`/tests/${test.id}`}>
                <bdi>{test.name}</bdi>
              </a>
              <span class="quiet">
                {format.dateTime(test.date)} · <bdi>{test.course.name}</bdi> · {t.words.minutes(test.durationMinutes)}
                {test.status === 'delayed' && ` · ${words.delayed}`}
              </span>
            </div>
            <Tag tone="due">{format.relativeDay(test.date, now)}</Tag>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Behind({ tests }: { tests: readonly Stated[] }) {
  const { t, format } = usePage();
  const words = t.tests;
  return (
    <div class="sheet">
      <Table
        stacks
        caption={words.behind}
        rows={tests}
        rowKey={({ id }) => id}
        columns={[
          {
            title: t.courses.test,
            heads: true,
            cell: (test) => (
              <>
                <a href={`/tests/${test.id}`} dir="auto">
                  {test.name}
                </a>
                <br />
                <span class="quiet" dir="auto">
                  {test.course.name}
                </span>
              </>
            ),
          },
          { title: t.courses.date, numeric: true, cell: (test) => format.date(test.date) },
          { title: words.grade, numeric: true, cell: (test) => <Grade test={test} /> },
        ]}
      />
    </div>
  );
}

function Grade({ test }: { test: Stated }) {
  const { t, format } = usePage();
  const words = t.tests;
  if (test.finalGrade === null) {
    const { state } = test;
    const why = state === 'missed' || state === 'marked' || state === 'released' ? state : 'submitted';
    return <span class="quiet">{words.noGrade[why]}</span>;
  }
  return (
    <>
      <strong>{format.number(test.finalGrade)}</strong>{' '}
      <span class="quiet">{test.status === 'passed' ? words.passed : words.failed}</span>
    </>
  );
}
