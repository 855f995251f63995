import type { ClassTest, ClassTestsPage as View } from '../../../services/tests/class-tests.service.ts';
import type { Instant } from '../../../shared/instant.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

type Group = 'now' | 'finish' | 'coming' | 'done';
const GROUPS: readonly Group[] = ['now', 'finish', 'coming', 'done'];

/** The tests of a class manager's classes: what is open, what waits, what comes, what is done. */
export function ClassTestsPage({ view }: { view: View }) {
  const { classTests: words } = usePage().t;
  const groups = Map.groupBy(view.tests, (test) => groupOf(test, view.now));
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            view.classes.length > 0 && (
              <LinkButton href="/class/tests/new" tone="go">
                {words.set}
              </LinkButton>
            )
          }
        />
        {view.waiting > 0 && (
          <Notice tone="warn" title={words.waiting(view.waiting)}>
            <p>{words.waitingLead}</p>
            <p>
              <a href="/class/tests/marking">{words.toMarking}</a>
            </p>
          </Notice>
        )}
        {view.classes.length === 0 ? (
          <Empty icon="people" title={words.noClass}>
            <p>{words.noClassMore}</p>
          </Empty>
        ) : (
          GROUPS.map((group) => {
            const tests = groups.get(group) ?? [];
            return <Tests key={group} group={group} tests={group === 'done' ? tests.toReversed() : tests} />;
          })
        )}
      </div>
    </Layout>
  );
}

/** A test that somebody can take now is open, whatever was handed in; what is left to do comes before what is merely over. */
function groupOf({ pupils, before }: ClassTest, now: Instant): Group {
  if (pupils.begun > 0 || (before !== null && before.from <= now && now < before.to)) return 'now';
  if (pupils.submitted + pupils.marked > 0) return 'finish';
  return before !== null && before.to > now ? 'coming' : 'done';
}

function Tests({ group, tests }: { group: Group; tests: readonly ClassTest[] }) {
  const { t, format } = usePage();
  const words = t.classTests;
  return (
    <Sheet id={group} title={words.groups[group]}>
      {tests.length === 0 ? (
        <p class="quiet">{words.groupNone[group]}</p>
      ) : (
        <Table
          stacks
          captionHidden
          caption={words.groups[group]}
          rows={tests}
          rowKey={(test) => `${test.class.id}/${test.testId}`}
          columns={[
            {
              title: words.test,
              heads: true,
              cell: (test) => (
                <>
                  <a href={`/class/tests/${test.class.id}/${test.testId}`} dir="auto">
                    {test.name}
                  </a>
                  <br />
                  <span class="quiet" dir="auto">
                    {test.courseName}
                  </span>
                </>
              ),
            },
            { title: words.class, cell: (test) => <bdi>{test.class.name}</bdi> },
            { title: words.when, cell: (test) => format.date(test.when) },
            { title: words.progress, wide: true, cell: (test) => <Progress test={test} /> },
          ]}
        />
      )}
    </Sheet>
  );
}

function Progress({ test: { pupils } }: { test: ClassTest }) {
  const { classTests: words } = usePage().t;
  return (
    <span class="row">
      {pupils['not begun'] > 0 && <Tag>{words.notBegun(pupils['not begun'])}</Tag>}
      {pupils.begun > 0 && <Tag tone="info">{words.begun(pupils.begun)}</Tag>}
      {pupils.submitted > 0 && <Tag tone="due">{words.submitted(pupils.submitted)}</Tag>}
      {pupils.marked > 0 && <Tag tone="due">{words.marked(pupils.marked)}</Tag>}
      {pupils.released > 0 && <Tag tone="good">{words.released(pupils.released)}</Tag>}
    </span>
  );
}
