import type { ChildPage } from '../../../services/family/child-pages.service.ts';
import { usePage } from '../../page-context.ts';
import { Sheet } from '../surfaces.tsx';
import { Table } from '../table.tsx';

/** The units that were worked on, and how their questions ended. */
export function StudiedUnits({ units, title }: { units: ChildPage['studied']; title: string }) {
  const { t, format } = usePage();
  const words = t.report;
  return (
    <Sheet id="studied" title={title}>
      {units.length === 0 ? (
        <p class="quiet">{t.parent.studiedNone}</p>
      ) : (
        <>
          <Table
            stacks
            caption={t.parent.studiedCaption}
            captionHidden
            rows={units}
            rowKey={(unit) => `${unit.courseName}/${unit.unitName}`}
            columns={[
              {
                title: words.unit,
                heads: true,
                cell: (unit) => (
                  <>
                    <span dir="auto">{unit.unitName}</span>
                    <br />
                    <span class="quiet" dir="auto">
                      {unit.courseName}
                    </span>
                  </>
                ),
              },
              { title: words.questions, cell: (unit) => format.number(unit.questions), numeric: true },
              { title: words.outcomes.alone, cell: (unit) => format.number(unit.outcomes.alone), numeric: true },
              { title: words.outcomes.helped, cell: (unit) => format.number(unit.outcomes.helped), numeric: true },
              { title: words.outcomes.shown, cell: (unit) => format.number(unit.outcomes.shown), numeric: true },
            ]}
          />
          <p class="quiet prose">{words.outcomesNote}</p>
        </>
      )}
    </Sheet>
  );
}
