import { DEVICE_FILTERS, type DeviceFilter } from '../../domain/devices/device.ts';
import type { DeviceList } from '../../services/devices/devices.service.ts';
import { LinkButton } from '../components/button.tsx';
import { FilterLinks, SearchForm } from '../components/finder.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pager } from '../components/pager.tsx';
import { Done, Empty, Sheet } from '../components/surfaces.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';

type Item = DeviceList['devices'][number];

/** The inventory of a school's devices. */
export function DevicesPage({ view, done }: { view: DeviceList; done?: string | undefined }) {
  const { devices: words } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            <LinkButton tone="go" href="/school/devices/new">
              {words.add}
            </LinkButton>
          }
        />
        <Done text={done} />
        <Inventory view={view} />
      </div>
    </Layout>
  );
}

function Inventory({ view }: { view: DeviceList }) {
  const { devices: words } = usePage().t;
  const empty = view.counts.all === 0 && view.search === '';
  if (empty) {
    return (
      <Empty icon="tablet" title={words.none}>
        <p>{words.noneMore}</p>
      </Empty>
    );
  }
  return (
    <Sheet id="inventory" title={words.caption} action={<a href={address(view, { csv: true })}>{words.csv}</a>}>
      <Finder view={view} />
      {view.devices.length === 0 ? (
        <Empty icon="tablet" title={words.nothingFound}>
          <p>{words.nothingFoundMore}</p>
        </Empty>
      ) : (
        <List devices={view.devices} />
      )}
      <Pages view={view} />
    </Sheet>
  );
}

function Finder({ view }: { view: DeviceList }) {
  const { t, format } = usePage();
  const words = t.devices;
  return (
    <>
      <FilterLinks
        label={words.filterLabel}
        links={DEVICE_FILTERS.map((filter) => ({
          href: address(view, { filter, page: 1 }),
          text: words.filterOf(filter, format.number(view.counts[filter])),
          current: filter === view.filter,
        }))}
      />
      <SearchForm
        action="/school/devices"
        name="q"
        label={words.search}
        hint={words.searchHint}
        value={view.search}
        submit={words.find}
      >
        <input type="hidden" name="show" value={view.filter} />
        {view.search !== '' && <a href="/school/devices">{words.everything}</a>}
      </SearchForm>
    </>
  );
}

function List({ devices }: { devices: readonly Item[] }) {
  const { t, format } = usePage();
  const words = t.devices;
  return (
    <Table
      stacks
      caption={words.caption}
      captionHidden
      rows={devices}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.serial,
          heads: true,
          cell: ({ id, serialNumber }) => (
            <a href={`/school/devices/${id}`} translate={false}>
              {serialNumber}
            </a>
          ),
        },
        { title: words.model, cell: ({ model }) => <bdi>{model}</bdi> },
        { title: words.os, cell: ({ os }) => words.systems[os] },
        { title: words.condition, cell: ({ condition }) => <ConditionTag condition={condition} /> },
        {
          title: words.holder,
          cell: ({ holder }) =>
            holder === null ? (
              <span class="quiet">{words.nobody}</span>
            ) : (
              <>
                <bdi>{holder.name}</bdi> <span class="quiet">{words.since(format.day(holder.since))}</span>
              </>
            ),
        },
        {
          title: words.purchased,
          cell: ({ purchaseDate }) =>
            purchaseDate === null ? (
              <span class="quiet">{words.purchasedUnknown}</span>
            ) : (
              format.calendarDay(purchaseDate)
            ),
        },
      ]}
    />
  );
}

export function ConditionTag({ condition }: { condition: Item['condition'] }) {
  const { devices: words } = usePage().t;
  const tones = { functional: 'good', defective: 'due', 'non-functional': 'alarm' } as const;
  return <Tag tone={tones[condition]}>{words.conditions[condition]}</Tag>;
}

function Pages({ view }: { view: DeviceList }) {
  const { devices: words } = usePage().t;
  const { page, pages } = view;
  if (pages === 1) return null;
  const link = (to: number, text: string) => ({ href: address(view, { page: to }), text });
  return (
    <Pager
      label={words.page(page, pages)}
      newer={page > 1 ? link(page - 1, words.previous) : null}
      older={page < pages ? link(page + 1, words.next) : null}
    />
  );
}

function address(
  view: Pick<DeviceList, 'filter' | 'search' | 'page'>,
  change: { filter?: DeviceFilter; page?: number; csv?: boolean },
): string {
  const query = new URLSearchParams({ show: change.filter ?? view.filter });
  if (view.search !== '') query.set('q', view.search);
  const page = change.page ?? view.page;
  if (page > 1 && !change.csv) query.set('page', String(page));
  return `/school/devices${change.csv ? '.csv' : ''}?${query}`;
}
