import type { NotificationList } from '../../../services/notifications/notifications.service.ts';
import { Button } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { notificationText } from '../../presenters/notification.presenter.ts';

/** What somebody was told, the newest first; new ones come in by themselves. */
export function NotificationsPage({ list, paged }: { list: NotificationList; paged: boolean }) {
  const { notifications: words } = usePage().t;
  const { items, before, unread } = list;
  return (
    <Layout title={words.title} narrow>
      <div class="stack" data-fresh="notifications">
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={unread > 0 && items[0] ? <ReadAll upTo={items[0].id} /> : undefined}
        />
        {items.length === 0 ? (
          <Empty icon="bell" title={words.none}>
            <p>{words.noneMore}</p>
          </Empty>
        ) : (
          <ul class="notifications" aria-label={words.list}>
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        )}
        <Pager
          label={words.title}
          newer={paged ? { href: '/notifications', text: words.newest } : null}
          older={before === null ? null : { href: `/notifications?before=${before}`, text: words.older }}
        />
      </div>
    </Layout>
  );
}

function Item({ item }: { item: NotificationList['items'][number] }) {
  const { t, format } = usePage();
  const words = t.notifications;
  const isNew = item.readAt === null;
  return (
    <li class={isNew ? 'sheet unread' : 'sheet'}>
      <p dir="auto">{notificationText(words, item.kind, item.data)}</p>
      <div class="row">
        <span class="small quiet">{format.dateTime(item.at)}</span>
        {isNew && <Tag tone="info">{words.isNew}</Tag>}
        <form method="post" action={`/notifications/${item.id}/open`} class="push">
          <Button size="small">{words.open}</Button>
        </form>
      </div>
    </li>
  );
}

function ReadAll({ upTo }: { upTo: number }) {
  const { notifications: words } = usePage().t;
  return (
    <form method="post" action="/notifications/read">
      <Button size="small" name="upTo" value={String(upTo)}>
        {words.readAll}
      </Button>
    </form>
  );
}
