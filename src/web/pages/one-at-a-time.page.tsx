import type { LiveSession } from '../../services/today/today.service.ts';
import { ActionButton, LinkButton } from '../components/button.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

/** Another session has not ended: lead there. */
export function OneAtATimePage({ live }: { live: LiveSession }) {
  const { t, format } = usePage();
  const base = `/study/home/${live.id}`;
  const isPending = live.status === 'pending';
  return (
    <Layout title={t.begin.liveTitle} narrow>
      <div class="stack">
        <h1>{t.begin.liveTitle}</h1>
        <p class="lead">{isPending ? t.today.livePending(live.course.name) : t.begin.liveLead(live.course.name)}</p>
        <p class="quiet">{t.begin.liveSince(format.dateTime(live.since))}</p>
        <div class="row">
          {isPending ? (
            <ActionButton action={`${base}/start`} tone="go" size="big" icon="play">
              {t.today.start}
            </ActionButton>
          ) : (
            <LinkButton href={base} tone="go" size="big" icon="play">
              {t.today.goOn}
            </LinkButton>
          )}
          {isPending ? (
            <ActionButton action={`${base}/cancel`}>{t.today.cancel}</ActionButton>
          ) : (
            <LinkButton href={`${base}/end`}>{t.today.endIt}</LinkButton>
          )}
        </div>
      </div>
    </Layout>
  );
}
