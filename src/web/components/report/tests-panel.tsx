import type { TestView } from '../../../services/tests/tests.service.ts';
import type { Instant } from '../../../shared/instant.ts';
import { usePage } from '../../page-context.ts';
import { Fold, Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';

/** More past tests than this are folded away. */
const SHOWN = 6;

/** Tests ahead with the days left, and tests behind with their grades, or why there is none. */
export function TestsPanel({ tests, now }: { tests: readonly TestView[]; now: Instant }) {
  const { t, format } = usePage();
  const words = t.report;
  const coming = tests.filter((test) => isAhead(test, now));
  const past = tests.filter((test) => !isAhead(test, now)).toReversed();
  return (
    <Sheet id="tests" title={words.tests}>
      {tests.length === 0 && <p class="quiet">{words.testsNone}</p>}
      {tests.length > 0 && coming.length === 0 && <p class="quiet">{words.testsNoneComing}</p>}
      <div class="units">
        {coming.length > 0 && (
          <Table
            stacks
            caption={words.testsComing}
            rows={coming}
            rowKey={({ id }) => id}
            columns={[
              { title: words.test, cell: (test) => <TestName test={test} />, heads: true },
              { title: words.when, cell: (test) => format.date(test.date), numeric: true },
              { title: words.left, cell: (test) => format.relativeDay(test.date, now), numeric: true },
            ]}
          />
        )}
        {past.length > 0 && (
          <div class="stack tight">
            <PastTests tests={past.slice(0, SHOWN)} caption={words.testsPast} />
            {past.length > SHOWN && (
              <Fold summary={words.moreTests(past.length - SHOWN)}>
                <PastTests tests={past.slice(SHOWN)} caption={words.testsEarlier} />
              </Fold>
            )}
          </div>
        )}
      </div>
    </Sheet>
  );
}

function PastTests({ tests, caption }: { tests: readonly TestView[]; caption: string }) {
  const { t, format } = usePage();
  const words = t.report;
  return (
    <Table
      stacks
      caption={caption}
      rows={tests}
      rowKey={({ id }) => id}
      columns={[
        { title: words.test, cell: (test) => <TestName test={test} />, heads: true },
        { title: words.when, cell: (test) => format.date(test.date), numeric: true },
        {
          title: words.grade,
          cell: ({ finalGrade, phase }) =>
            finalGrade === null ? <span class="quiet">{words.gradeMissing[phase]}</span> : format.number(finalGrade),
          numeric: true,
        },
      ]}
    />
  );
}

function TestName({ test }: { test: TestView }) {
  return (
    <>
      <span dir="auto">{test.name}</span>
      <br />
      <span class="quiet" dir="auto">
        {test.course.name}
      </span>
    </>
  );
}

function isAhead({ phase, date, deadline }: TestView, now: Instant): boolean {
  return (phase === 'not begun' || phase === 'begun') && (deadline ?? date) >= now;
}
