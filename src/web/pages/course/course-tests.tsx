import type { ComingTest } from '../../../domain/planning/coming-tests.ts';
import type { TestView } from '../../../services/tests/tests.service.ts';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** Tests of a course: coming up, and behind with their grades. */
export function CourseTests({ coming, past }: { coming: readonly ComingTest[]; past: readonly TestView[] }) {
  const { t, format } = usePage();
  const words = t.courses;
  if (coming.length === 0 && past.length === 0) return <p class="quiet">{words.noTests}</p>;
  return (
    <>
      {coming.length > 0 && (
        <Table
          caption={words.coming}
          rows={coming}
          rowKey={(test) => test.sittingId}
          columns={[
            { title: words.test, cell: (test) => <TestLink id={test.sittingId} name={test.name} />, heads: true },
            { title: words.date, cell: (test) => format.date(test.at), numeric: true },
            {
              title: t.today.left,
              cell: (test) => (
                <Tag {...(test.days <= 7 ? { tone: 'due' as const } : {})}>
                  {test.days < 0 ? t.today.handIn(format.date(test.deadline ?? test.at)) : format.inDays(test.days)}
                </Tag>
              ),
              numeric: true,
            },
          ]}
        />
      )}
      {past.length > 0 && (
        <Table
          caption={words.past}
          rows={past}
          rowKey={(test) => test.id}
          columns={[
            { title: words.test, cell: (test) => <TestLink id={test.id} name={test.name} />, heads: true },
            { title: words.date, cell: (test) => format.date(test.date), numeric: true },
            { title: words.grade, cell: (test) => <Grade test={test} />, numeric: true },
          ]}
        />
      )}
    </>
  );
}

function TestLink({ id, name }: { id: number; name: string }) {
  return (
    <a href={`/tests/${id}`} dir="auto">
      {name}
    </a>
  );
}

function Grade({ test }: { test: TestView }) {
  const { t, format } = usePage();
  if (test.finalGrade === null) return <span class="quiet">{t.courses.gradePending[test.phase]}</span>;
  return <strong>{format.number(test.finalGrade)}</strong>;
}
