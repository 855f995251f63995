import type { Parts } from '../../shared/live.ts';
import { keepUnsent } from './chat/unsent-words.ts';
import { pageLive } from './live/page-live.ts';

/** What the page was last loaded anew for; a page that is loaded for the same again would be so without end. */
const LOADED_FOR = 'lesson-place';

/** A lesson that begins, pauses, goes on or ends shows on the pupil's page at once: the page is loaded anew, words in the box are kept. */
const shown = document.getElementById('lesson-place')?.dataset.place;
pageLive().watch({
  topic: 'me',
  show: ({ place }: Parts) => {
    const now = JSON.stringify(place ?? null);
    if (now === shown) sessionStorage.removeItem(LOADED_FOR);
    if (now === shown || sessionStorage.getItem(LOADED_FOR) === now) return;
    sessionStorage.setItem(LOADED_FOR, now);
    keepUnsent();
    location.reload();
  },
});
