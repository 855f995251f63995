import type { ChildCard, ChildrenPage as View } from '../../services/family/child-pages.service.ts';
import type { GuardianRequestsService } from '../../services/people/guardian-requests.service.ts';
import type { Instant } from '../../shared/instant.ts';
import { ActionButton } from '../components/button.tsx';
import { ConsentNotice, type OpenConsent } from '../components/consent-notice.tsx';
import { Layout } from '../components/layout.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Notice } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';

type Asked = Awaited<ReturnType<GuardianRequestsService['open']>>[number];

interface Props {
  view: View;
  requests: readonly Asked[];
  /** Children for whom consent is asked. */
  asked: readonly OpenConsent[];
}

/** A parent's children, each with the last seven days. */
export function ChildrenPage({ view, requests, asked }: Props) {
  const { parent: words } = usePage().t;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <h1>{words.title}</h1>
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
        <ConsentNotice open={asked} />
        {view.children.length === 0 ? (
          <Empty icon="people" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <div class="grid">
            {view.children.map((card) => (
              <Card key={card.child.id} card={card} now={view.now} />
            ))}
          </div>
        )}
      </div>
    </Layout>
  );
}

/** A school asks; the parent decides. */
function Request({ request: { id, child, school, at } }: { request: Asked }) {
  const { t, format } = usePage();
  const words = t.parent;
  const action = (answer: string) => `/children/requests/${id}/${answer}`;
  return (
    <Notice tone="warn" title={words.requestTitle(school)}>
      <div class="stack tight">
        <p dir="auto">{words.requestWords(child, format.date(at))}</p>
        <div class="row">
          <ActionButton action={action('accept')} size="small" tone="go">
            {words.requestAccept}
          </ActionButton>
          <ActionButton action={action('refuse')} size="small">
            {words.requestRefuse}
          </ActionButton>
        </div>
      </div>
    </Notice>
  );
}

function Card({ card, now }: { card: ChildCard; now: Instant }) {
  const { t, format } = usePage();
  const words = t.parent;
  const { child, week, lastStudied, nextTest } = card;
  return (
    <article class="sheet card stack">
      <div class="stack tight">
        <h2>
          <a href={`/children/${child.id}`} dir="auto">
            {child.name}
          </a>
        </h2>
        <p class="quiet" dir="auto">
          {words.school(child.school, child.className, child.gradeLevel)}
        </p>
      </div>
      {card.unread > 0 && (
        <Tag tone="alarm" icon="bell">
          {words.unread(card.unread)}
        </Tag>
      )}
      <Stats
        stats={[
          week.sessions === 0
            ? { label: words.weekLabel, value: null, note: words.weekNone }
            : {
                label: words.weekLabel,
                value: format.duration(week.activeMs),
                note: words.weekSessions(week.sessions),
              },
          lastStudied === null
            ? { label: words.lastLabel, value: null, note: words.lastNone }
            : { label: words.lastLabel, value: format.relativeDay(lastStudied, now), note: format.date(lastStudied) },
          nextTest === null
            ? { label: words.testLabel, value: null, note: words.testNone }
            : {
                label: words.testLabel,
                value: format.inDays(nextTest.days),
                note: words.testNote(nextTest.name, nextTest.courseName),
              },
        ]}
      />
    </article>
  );
}
