import type { Parts } from '../../shared/live.ts';
import { freshen } from './live/freshen.ts';
import { pageLive } from './live/page-live.ts';

/** Alerts come and go on the page by themselves; what somebody is writing stays. */
const part = document.querySelector<HTMLElement>('[data-fresh="alerts"]');
let shown: string | undefined;

if (part) {
  pageLive().watch({
    topic: 'alerts',
    show: ({ state }: Parts) => {
      const now = JSON.stringify(state);
      const first = shown === undefined;
      if (now === shown) return;
      shown = now;
      // The page may be a moment older than what is told first.
      void freshen(part).catch(() => {
        if (first) shown = undefined;
      });
    },
  });
}
