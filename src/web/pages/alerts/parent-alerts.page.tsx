import type { ReleasedAlert } from '../../../services/safety/alerts.service.ts';
import { Layout } from '../../components/layout.tsx';
import { ReleasedAlerts } from '../../components/report/released-alerts.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** The same address for parents: what the school has let them know. */
export function ParentAlertsPage({ alerts }: { alerts: readonly ReleasedAlert[] }) {
  const { parent: words } = usePage().t;
  return (
    <Layout title={words.alertsTitle} narrow>
      <div class="stack">
        <a href="/children">{words.back}</a>
        <h1>{words.alertsTitle}</h1>
        {alerts.length === 0 && (
          <Empty icon="bell" title={words.alertsNone}>
            <p>{words.alertsNoneMore}</p>
          </Empty>
        )}
        <ReleasedAlerts alerts={alerts} />
      </div>
    </Layout>
  );
}
