import type { GuidanceForClass } from '../../../services/guidance/class-guidance.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What supervisors recommend for the classes of a class manager. */
export function ClassGuidanceListPage({ all }: { all: readonly GuidanceForClass[] }) {
  const { t } = usePage();
  const { forClass: words } = t.guidance;
  return (
    <Layout title={words.title} narrow>
      <div class="stack loose">
        <PageHead title={words.title} back={{ href: '/class', text: words.back }} lead={words.lead} />
        {all.length === 0 ? (
          <Empty icon="book" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <ul class="sheet lines">
            {all.map((one) => (
              <Line key={one.id} guidance={one} />
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}

function Line({ guidance }: { guidance: GuidanceForClass }) {
  const { t, format } = usePage();
  const { forClass: words, wholeSubject } = t.guidance;
  const { id, subject, version, publishedAt, classes, news } = guidance;
  const taking = classes.filter(({ takenUpAt }) => takenUpAt !== null).map(({ name }) => name);
  const facts = [
    version.courseName ?? wholeSubject(t.words.subject(subject)),
    words.publishedOn(format.day(publishedAt)),
    ...(taking.length > 0 ? [words.takenUpIn(format.list(taking))] : []),
  ];
  return (
    <li>
      <span class="main">
        <a href={`/class/guidance/${id}`} dir="auto">
          {version.title}
        </a>
        <span class="quiet small">
          {facts.map((fact, place) => (
            <>
              {place > 0 && ' · '}
              <bdi>{fact}</bdi>
            </>
          ))}
        </span>
      </span>
      {news && <Tag tone="info">{news === 'new' ? words.new : words.changed}</Tag>}
    </li>
  );
}
