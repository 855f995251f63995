import type { PrioritizedCourse } from '../../../services/course-prioritization/course-prioritization.service.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** The sum that the place of a course in the order is made of. */
export function HowChosen({ chosen: { course, factors, score } }: { chosen: PrioritizedCourse }) {
  const { t, format } = usePage();
  const words = t.plan;
  return (
    <Sheet id="how" title={words.how}>
      <p>{words.howLead}</p>
      <Table
        caption={words.total(course.name, points(score))}
        rows={factors}
        rowKey={(factor) => factor.name}
        columns={[
          { title: words.factor, cell: (factor) => <Factor factor={factor} />, heads: true },
          { title: words.score, cell: (factor) => points(factor.score), numeric: true },
          { title: words.share, cell: (factor) => format.percent(factor.weight), numeric: true },
          { title: words.adds, cell: (factor) => points(factor.score * factor.weight), numeric: true },
        ]}
      />
    </Sheet>
  );
}

function Factor({ factor }: { factor: PrioritizedCourse['factors'][number] }) {
  const { words } = usePage().t;
  return (
    <>
      {words.factor(factor.name)}
      <br />
      <span class="quiet">{words.reason(factor.why)}</span>
    </>
  );
}

/** A share as points of a hundred. */
function points(share: number): string {
  return String(Math.round(share * 100));
}
