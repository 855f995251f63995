import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { WallCard } from '../../src/shared/lesson-wall.ts';
import { LiveStore } from '../../src/web/islands/live/live-store.ts';
import type { ClassesOrder, ClassPagesMessage } from './exchange.ts';

/** Walls of class managers, open over sockets, and pupils who speak: in a process of their own. */
const tell = (message: ClassPagesMessage) => process.send?.(message);
/** By what was said: when it was sent. */
const waiting = new Map<string, number>();
const wallMs: number[] = [];
const answerMs: number[] = [];
let failed = 0;
/** The last words on the wall get there by then, in ms. */
const SETTLES_WITHIN = 2000;

function openWall(origin: string, { cookie, lessonId }: ClassesOrder['walls'][number]): Promise<void> {
  return new Promise((resolve) => {
    const store = new LiveStore({
      open: () => new WebSocket(`${origin.replace('http', 'ws')}/live`, { headers: { cookie, origin } }),
    });
    store.watch({
      topic: 'lesson',
      id: lessonId,
      show: (parts) => {
        resolve();
        const now = performance.now();
        for (const part of Object.values(parts)) {
          const { lastWords } = part as Partial<WallCard>;
          const sent = lastWords ? waiting.get(lastWords) : undefined;
          if (sent === undefined || !lastWords) continue;
          waiting.delete(lastWords);
          wallMs.push(now - sent);
        }
      },
    });
  });
}

async function say(origin: string, { cookie, sessionId }: ClassesOrder['pupils'][number], words: string) {
  const sent = performance.now();
  waiting.set(words, sent);
  const answer = await fetch(`${origin}/api/v1/study-sessions/school/${sessionId}/messages`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: words, content: words }),
  });
  await answer.text();
  if (!answer.ok) failed += 1;
  answerMs.push(performance.now() - sent);
}

process.on('message', async ({ origin, walls, pupils, everyMs, forMs }: ClassesOrder) => {
  await Promise.all(walls.map((wall) => openWall(origin, wall)));
  tell({ kind: 'open' });
  const began = performance.now();
  const said: Promise<void>[] = [];
  // Evenly over the time: one pupil after the other, round after round. A number is an answer to the open question.
  for (let n = 0; ; n += 1) {
    const at = (n / pupils.length) * everyMs;
    if (at >= forMs) break;
    const ahead = at - (performance.now() - began);
    if (ahead > 1) await sleep(ahead);
    const pupil = pupils[n % pupils.length];
    if (pupil) said.push(say(origin, pupil, String(100_000 + n)));
  }
  const all = await Promise.allSettled(said);
  failed += all.filter(({ status }) => status === 'rejected').length;
  await sleep(SETTLES_WITHIN);
  tell({ kind: 'said', sent: said.length, failed, wallMs, answerMs });
});
process.on('disconnect', () => process.exit(0));
