import type { AttentionAlert } from '../../services/attention/attention.service.ts';
import type { NotificationList } from '../../services/notifications/notifications.service.ts';
import type { StaffAlert } from '../../services/safety/alerts.service.ts';
import { iso, isoOrNull } from './moment.ts';
import { notificationPath } from './notification.presenter.ts';

/** What somebody was told, as the API answers it. */
export function toNotification({ at, readAt, ...told }: NotificationList['items'][number]) {
  return { ...told, at: iso(at), readAt: isoOrNull(readAt), path: notificationPath(told.kind, told.data) };
}

/** An alert for staff, as the API answers it. */
export function toAlert(alert: StaffAlert) {
  const { at, escalatedAt, acknowledgedAt, releasedAt } = alert;
  return {
    ...alert,
    at: iso(at),
    escalatedAt: isoOrNull(escalatedAt),
    acknowledgedAt: isoOrNull(acknowledgedAt),
    releasedAt: isoOrNull(releasedAt),
  };
}

/** A reason to look after a pupil, as the API answers it. */
export function toAttention(alert: AttentionAlert) {
  const { raisedAt, escalatedAt, acknowledgedAt, snoozedUntil, closedAt } = alert;
  return {
    ...alert,
    raisedAt: iso(raisedAt),
    escalatedAt: isoOrNull(escalatedAt),
    acknowledgedAt: isoOrNull(acknowledgedAt),
    snoozedUntil: isoOrNull(snoozedUntil),
    closedAt: isoOrNull(closedAt),
  };
}
