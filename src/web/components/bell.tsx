import { usePage } from '../page-context.ts';
import { Icon } from './icon.tsx';

export const BELL_ISLAND = 'src/web/islands/bell.entry.ts';

/** The way to what somebody was told, with how much of it they have not read. Its number changes by itself. */
export function Bell() {
  const { actor, t, path } = usePage();
  if (!actor) return null;
  return (
    <a class="bell" href="/notifications" aria-current={path === '/notifications' ? 'page' : undefined}>
      <Icon name="bell" />
      <span class="visually-hidden">{t.notifications.title}</span>
      <span class="bell-count" data-unread={actor.unread} hidden={actor.unread === 0}>
        <b>{actor.unread}</b>
      </span>
    </a>
  );
}
