import type { ComponentChildren } from 'preact';
import { usePage } from '../../page-context.ts';
import { Fold } from '../surfaces.tsx';
import { Table } from '../table.tsx';

/** The values of a picture: what its rows are, what its columns are, and each value as it is written. */
export interface ChartTable {
  heading: string;
  columns: readonly string[];
  rows: readonly { key: string; label: string; cells: readonly string[] }[];
}

/** What every chart says of itself. */
export interface ChartWords {
  title: string;
  /** What the picture shows, in a sentence that stands above it; null: what stands there says it already. */
  description: string | null;
  /** Where the same values are as a file. */
  file?: string | undefined;
  /** Why there is nothing to draw; the picture and its table are left out. */
  nothing?: string | null | undefined;
}

interface ChartFigureProps extends ChartWords {
  table: ChartTable;
  children: ComponentChildren;
}

/** A picture of values with what it shows, the same values as a table that opens, and as a file where there is one. */
export function ChartFigure({ title, description, table, file, nothing, children }: ChartFigureProps) {
  const { t } = usePage();
  if (nothing) return <p class="quiet">{nothing}</p>;
  return (
    <figure class="stack tight">
      {description !== null && <figcaption class="quiet">{description}</figcaption>}
      {children}
      <div class="row chart-ways">
        <Fold summary={t.analytics.asTable}>
          <Table
            caption={title}
            captionHidden
            rows={table.rows}
            rowKey={({ key }) => key}
            columns={[
              { title: table.heading, heads: true, cell: ({ label }) => <bdi>{label}</bdi> },
              ...table.columns.map((column, place) => ({
                title: column,
                numeric: true,
                cell: ({ cells }: ChartTable['rows'][number]) => cells[place],
              })),
            ]}
          />
        </Fold>
        {file && <a href={file}>{t.analytics.csv}</a>}
      </div>
    </figure>
  );
}
