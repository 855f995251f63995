import type { AlertRate } from '../../../services/safety/alert-pages.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** How often alerts were false, by month and category. */
export function AlertFiguresPage({ rates }: { rates: readonly AlertRate[] }) {
  const { t, format } = usePage();
  const words = t.alerts;
  return (
    <Layout title={words.figuresTitle}>
      <div class="stack loose">
        <PageHead title={words.figuresTitle} back={{ href: '/alerts', text: words.back }} lead={words.figuresLead} />
        {rates.length === 0 ? (
          <Empty icon="chart" title={words.figuresNone}>
            <p>{words.figuresNoneMore}</p>
          </Empty>
        ) : (
          <Sheet id="rates" title={words.figuresCaption} action={<a href="/alerts/figures.csv">{words.csv}</a>}>
            <Table
              caption={words.figuresCaption}
              captionHidden
              stacks
              rows={rates}
              rowKey={(row) => `${row.month} ${row.category}`}
              columns={[
                { title: words.month, heads: true, cell: ({ month }) => format.month(month) },
                { title: words.category, cell: ({ category }) => t.staff.category(category) },
                { title: words.raised, numeric: true, cell: ({ alerts }) => format.number(alerts) },
                { title: words.judged, numeric: true, cell: ({ judged }) => format.number(judged) },
                { title: words.falseOnes, numeric: true, cell: ({ falseAlarms }) => format.number(falseAlarms) },
                {
                  title: words.share,
                  numeric: true,
                  cell: ({ judged, falseAlarms }) =>
                    judged === 0 ? <span class="quiet">{words.notJudged}</span> : format.percent(falseAlarms / judged),
                },
              ]}
            />
          </Sheet>
        )}
      </div>
    </Layout>
  );
}
