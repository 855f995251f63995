import type { ListedErasure } from '../../../services/erasure/erasure.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Empty } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** That people were erased, and when: of nobody. */
export function ErasuresPage({ erasures, asked }: { erasures: readonly ListedErasure[]; asked: boolean }) {
  const { t, format } = usePage();
  const { erasure: words, people } = t;
  return (
    <Layout title={words.doneTitle}>
      <div class="stack loose">
        <PageHead title={words.doneTitle} back={{ href: '/school/people', text: people.back }} />
        <Done text={asked ? words.asked : null} />
        <p class="quiet prose">{words.doneLead}</p>
        {erasures.length === 0 ? (
          <Empty icon="check" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <section class="sheet stack" aria-label={words.doneTitle}>
            <Table
              caption={words.doneTitle}
              captionHidden
              stacks
              rows={erasures}
              rowKey={({ id }) => id}
              columns={[
                { title: words.columns.role, heads: true, cell: ({ role }) => people.roles[role].one },
                { title: words.columns.when, cell: ({ requestedAt }) => format.dateTime(requestedAt) },
                { title: words.columns.by, cell: ({ by }) => <bdi>{by ?? words.again}</bdi> },
                { title: words.columns.state, cell: (erasure) => <State erasure={erasure} /> },
              ]}
            />
          </section>
        )}
      </div>
    </Layout>
  );
}

function State({ erasure: { doneAt } }: { erasure: ListedErasure }) {
  const { t, format } = usePage();
  const { erasure: words } = t;
  if (doneAt === null) return <Tag tone="due">{words.waiting}</Tag>;
  return <Tag tone="good">{words.done(format.dateTime(doneAt))}</Tag>;
}
