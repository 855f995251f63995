import type { OwnGuidance } from '../../../services/guidance/guidance.service.ts';
import type { AdoptionCounts } from '../../../services/guidance/guidance-adoption.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Empty } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { shownVersion, stateOf } from '../../presenters/guidance.presenter.ts';

interface GuidanceListProps {
  all: readonly OwnGuidance[];
  counts: ReadonlyMap<number, AdoptionCounts>;
  /** Guidance has just been thrown away. */
  done: boolean;
}

/** All guidance of a supervisor's subjects, and how many classes took it up. */
export function GuidanceListPage({ all, counts, done }: GuidanceListProps) {
  const { t } = usePage();
  const words = t.guidance;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          back={{ href: '/region', text: t.analytics.regionBack }}
          lead={words.lead}
          actions={
            <LinkButton href="/region/guidance/new" tone="go" icon="pencil">
              {words.new}
            </LinkButton>
          }
        />
        <Done text={done ? words.discarded : null} />
        {all.length === 0 ? (
          <Empty icon="book" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <List all={all} counts={counts} />
        )}
      </div>
    </Layout>
  );
}

function List({ all, counts }: Pick<GuidanceListProps, 'all' | 'counts'>) {
  const { t, format } = usePage();
  const { column, ...words } = t.guidance;
  const share = (pick: (counts: AdoptionCounts) => number) => {
    return ({ id }: OwnGuidance) => {
      const own = counts.get(id);
      return own === undefined || own.classes === 0 ? null : words.ofClasses(pick(own), own.classes);
    };
  };
  return (
    <div class="sheet">
      <Table
        stacks
        caption={words.title}
        captionHidden
        rows={all}
        rowKey={({ id }) => id}
        columns={[
          {
            title: column.title,
            heads: true,
            cell: (one) => (
              <>
                <a href={`/region/guidance/${one.id}`} dir="auto">
                  {shownVersion(one)?.title}
                </a>{' '}
                <StateTag guidance={one} />
              </>
            ),
          },
          { title: column.for, cell: (one) => <Addressed guidance={one} /> },
          {
            title: column.published,
            cell: ({ current }) =>
              current?.publishedAt ? format.day(current.publishedAt) : <span class="quiet">{words.notPublished}</span>,
          },
          {
            title: column.classes,
            numeric: true,
            cell: ({ id }) => {
              const own = counts.get(id);
              if (own === undefined) return null;
              return own.classes === 0 ? <span class="quiet">{words.noClasses}</span> : format.number(own.classes);
            },
          },
          { title: column.read, numeric: true, cell: share(({ read }) => read) },
          { title: column.takenUp, numeric: true, cell: share(({ takenUp }) => takenUp) },
        ]}
      />
    </div>
  );
}

export function StateTag({ guidance }: { guidance: OwnGuidance }) {
  const { states } = usePage().t.guidance;
  const state = stateOf(guidance);
  const tone = state === 'published' ? 'good' : state === 'withdrawn' ? undefined : 'due';
  return <Tag {...(tone ? { tone } : {})}>{states[state]}</Tag>;
}

/** Course or subject, regions, grades. */
function Addressed({ guidance }: { guidance: OwnGuidance }) {
  const { t, format } = usePage();
  const version = shownVersion(guidance);
  if (!version) return null;
  const { courseName, regions, grades } = version;
  const about = courseName ?? t.guidance.wholeSubject(t.words.subject(guidance.subject));
  const whom = grades.length === 0 ? t.guidance.allGrades : format.list(grades.map(t.words.grade));
  return (
    <>
      <bdi>{about}</bdi>
      <br />
      <span class="quiet small">
        {format.list(regions.map(t.staff.region))} · {whom}
      </span>
    </>
  );
}
