import type { ReleasedAlert } from '../../../services/safety/alerts.service.ts';
import { usePage } from '../../page-context.ts';
import { ActionButton } from '../button.tsx';
import { Notice } from '../surfaces.tsx';

/** What the school has let a parent know: that there was an alert, never what was written. */
export function ReleasedAlerts({ alerts }: { alerts: readonly ReleasedAlert[] }) {
  const { t, format } = usePage();
  const words = t.parent;
  return (
    <>
      {alerts.map(({ id, child, at, seen }) => (
        <Notice key={id} tone={seen ? 'info' : 'alarm'} title={words.alertTitle}>
          <p class="prose" dir="auto">
            {words.alertWords(child.firstName, format.longDate(at))}
          </p>
          {seen ? (
            <p class="quiet">{words.alertSeen}</p>
          ) : (
            <ActionButton action={`/alerts/${id}/acknowledge`} size="small">
              {words.alertConfirm}
            </ActionButton>
          )}
        </Notice>
      ))}
    </>
  );
}
