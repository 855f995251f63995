import type { NotificationData, NotificationKind } from '../../../shared/notifications.ts';

type Told = { [Kind in NotificationKind]: (data: NotificationData[Kind]) => string };

const severities: Record<number, string> = { 1: 'worrying', 2: 'serious', 3: 'acute' };
const still = (round: number) => (round === 0 ? '' : ' Nobody has taken it on yet.');

const told: Told = {
  attention: ({ pupils }) =>
    pupils === 1 ? 'One pupil of yours needs attention.' : `${pupils} pupils of yours need attention.`,
  'attention waits': ({ pupils }) =>
    pupils === 1
      ? 'One pupil has needed attention for a week, and nobody has taken it on.'
      : `${pupils} pupils have needed attention for a week, and nobody has taken it on.`,
  'safety alert': ({ severity, round }) =>
    `A safety alert waits for somebody to take it on (${severities[severity] ?? severity}).${still(round)}`,
  'alert rehearsal': ({ severity, round }) =>
    `REHEARSAL: an alert waits for somebody to take it on (${severities[severity] ?? severity}).${still(round)}`,
  'ai budget': ({ percent }) => `${percent}% of this month’s AI budget is used.`,
  'alert released': () => 'The school lets you know of something about your child.',
  guidance: ({ number }) =>
    number === 1 ? 'There is new guidance for your classes.' : 'Guidance for your classes has a new version.',
  'export made': () => 'The file with what is stored can be downloaded, for three days.',
};

/** What people are told, and the page of it. */
export const notifications = {
  title: 'Notifications',
  unread: (count: string) => `${count} unread`,
  lead: 'What happened that concerns you. Opening one marks it as read.',
  none: 'Nothing yet',
  noneMore: 'When something happens that you should know of, it stands here.',
  list: 'Notifications, the newest first',
  isNew: 'new',
  readAll: 'Mark all as read',
  open: 'Open',
  older: 'Older ones',
  newest: 'The newest',
  unknown: 'Something happened that this page cannot show any more.',
  told,
};
