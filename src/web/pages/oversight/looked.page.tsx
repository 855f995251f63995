import type { LookedPage as View } from '../../../services/oversight/audit-log.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';

/** Who looked at a pupil's things: for the pupil, and for the parents. */
export function LookedPage({ view, paged }: { view: View; paged: boolean }) {
  const { t, format } = usePage();
  const words = t.audit;
  const { pupil, own } = view;
  const title = own ? words.lookedTitle : words.lookedTitleOf(pupil.firstName);
  const base = own ? '/profile/looked' : `/children/${pupil.id}/looked`;
  const back = own
    ? { href: '/profile', text: t.profile.title }
    : { href: `/children/${pupil.id}`, text: t.parent.backToChild(pupil.firstName) };
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead title={title} lead={words.lookedLead} back={back} />
        {view.lines.length === 0 ? (
          <Empty icon="people" title={words.lookedNone}>
            <p>{words.lookedNoneMore}</p>
          </Empty>
        ) : (
          <Sheet id="looked" title={title}>
            <Table
              stacks
              caption={title}
              captionHidden
              rows={view.lines}
              rowKey={({ id }) => id}
              columns={[
                { title: words.at, heads: true, cell: ({ at }) => <span class="whole">{format.dateTime(at)}</span> },
                {
                  title: words.reader,
                  cell: ({ actor }) =>
                    actor === null ? (
                      words.program
                    ) : (
                      <>
                        <bdi>{actor.name ?? words.gone}</bdi>{' '}
                        {actor.role !== null && actor.role in t.common.roles && (
                          <span class="quiet">{t.common.roles[actor.role as keyof typeof t.common.roles]}</span>
                        )}
                      </>
                    ),
                },
                { title: words.what, cell: ({ action }) => words.action(action) },
                {
                  title: words.reason,
                  cell: ({ details: { reason } }) =>
                    typeof reason === 'string' ? <bdi>{reason}</bdi> : <span class="quiet">{words.noReason}</span>,
                },
              ]}
            />
          </Sheet>
        )}
        <Pager
          label={words.pages}
          newer={paged ? { href: base, text: words.newest } : null}
          older={view.next ? { href: `${base}?at=${view.next.at}&after=${view.next.id}`, text: words.older } : null}
        />
      </div>
    </Layout>
  );
}
