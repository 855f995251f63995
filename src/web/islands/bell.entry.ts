import type { Parts } from '../../shared/live.ts';
import { freshen } from './live/freshen.ts';
import { pageLive } from './live/page-live.ts';

/** The number on the bell, and the list of notifications where that is the page. */
const count = document.querySelector<HTMLElement>('[data-unread]');
const list = document.querySelector<HTMLElement>('[data-fresh="notifications"]');

if (count) {
  pageLive().watch({
    topic: 'notifications',
    show: ({ unread }: Parts) => {
      const before = count.dataset.unread;
      const now = String(unread);
      if (now === before) return;
      count.dataset.unread = now;
      count.hidden = unread === 0;
      const figure = count.querySelector('b');
      if (figure) figure.textContent = now;
      if (list) void freshen(list);
    },
  });
}
