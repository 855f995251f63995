import type { Parts } from '../../shared/live.ts';
import { keepUnsent } from './chat/unsent-words.ts';
import { LiveStore } from './live/live-store.ts';

/** A lesson that begins, pauses, goes on or ends shows on the pupil's page at once: the page is loaded anew, words in the box are kept. */
let shown: string | undefined;
new LiveStore().watch({
  topic: 'me',
  show: ({ place }: Parts) => {
    const now = JSON.stringify(place ?? null);
    const before = shown;
    shown = now;
    if (before === undefined || before === now) return;
    keepUnsent();
    location.reload();
  },
});
