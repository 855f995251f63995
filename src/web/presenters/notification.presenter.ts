import type { NotificationData, NotificationKind } from '../../shared/notifications.ts';
import type { Messages } from '../i18n/messages.ts';

/** Where each kind leads. */
const PATHS: { [Kind in NotificationKind]: (data: NotificationData[Kind]) => string } = {
  attention: () => '/class/attention',
  'attention waits': () => '/class/attention',
  'safety alert': ({ alertId }) => `/alerts/${alertId}`,
  'alert rehearsal': ({ rehearsalId }) => `/alerts/rehearsals/${rehearsalId}`,
  'ai budget': () => '/school/ai',
  'alert released': () => '/alerts',
  guidance: ({ guidanceId }) => `/class/guidance/${guidanceId}`,
  'export made': exportPath,
};

function exportPath({ whose, personId }: NotificationData['export made']): string {
  if (whose === 'own') return '/profile/export';
  if (personId === null) return '/school/people';
  return whose === 'child' ? `/children/${personId}/export` : `/school/people/${personId}/export`;
}

const isKnown = (kind: string): kind is NotificationKind => Object.hasOwn(PATHS, kind);

/** What happened, in a sentence. A kind that the program knows no more is said to be one. */
export function notificationText(words: Messages['notifications'], kind: string, data: object): string {
  return isKnown(kind) ? words.told[kind](data as never) : words.unknown;
}

/** The page that it is about. */
export function notificationPath(kind: string, data: object): string {
  return isKnown(kind) ? PATHS[kind](data as never) : '/notifications';
}
