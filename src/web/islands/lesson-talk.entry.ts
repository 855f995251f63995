import { LiveStore } from './live/live-store.ts';

/** The talk of a session grows by itself: when the server says that there is more, the page is asked for, and what grows in it renewed. */
const root = document.getElementById('lesson-talk');
const id = Number(root?.dataset.session);
const address = location.href.split('#')[0] ?? location.href;
let shown: string | undefined;
let asking = false;

if (root && Number.isSafeInteger(id)) {
  new LiveStore().watch({
    topic: 'session',
    id,
    show: (parts) => {
      const now = JSON.stringify(parts);
      // The first is what the page was just made of, unless something came in between: asked for all the same.
      if (now !== shown) void renew(now);
    },
    refused: () => location.assign('/classroom'),
  });
}

async function renew(now: string): Promise<void> {
  shown = now;
  if (asking) return;
  asking = true;
  try {
    for (let wanted: string | undefined; wanted !== shown; ) {
      wanted = shown;
      const answer = await fetch(address, { headers: { accept: 'text/html' } });
      if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    }
  } finally {
    asking = false;
  }
}

/** What somebody is writing in, or stands on by keyboard, is left as it is. */
function replace(fresh: Document): void {
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 200;
  for (const part of fresh.querySelectorAll('[data-grows]')) {
    const old = document.getElementById(part.id);
    if (old && !old.contains(document.activeElement) && old.innerHTML !== part.innerHTML)
      old.innerHTML = part.innerHTML;
  }
  const end = document.getElementById('end');
  if (atEnd && end) end.scrollIntoView({ block: 'nearest' });
}
