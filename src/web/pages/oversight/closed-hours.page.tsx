import { clockTime, type StudyHours } from '../../../domain/policies/policies.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** No session at home may begin at this hour: when one may, and what is there to do meanwhile. */
export function ClosedHoursPage({ hours }: { hours: StudyHours }) {
  const { policies: words, begin } = usePage().t;
  return (
    <Layout title={begin.nowTitle} narrow>
      <div class="stack">
        <h1>{begin.nowTitle}</h1>
        <Empty icon="moon" title={words.closedTitle}>
          <p>{words.closedMore(clockTime(hours.studyFrom), clockTime(hours.studyUntil))}</p>
          <LinkButton href="/history">{words.closedHistory}</LinkButton>
        </Empty>
      </div>
    </Layout>
  );
}
