import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Parts } from '../../src/shared/live.ts';
import { LiveStore } from '../../src/web/islands/live/live-store.ts';
import type { BrowsersMessage, BrowsersOrder, Change } from './exchange.ts';

/** Pages of pupils, each with the store that pages use and a socket of its own, in a process of their own. */
let seen: Change[] = [];
const up = new Set<number>();
const tell = (message: BrowsersMessage) => process.send?.(message);

function openPage(number: number, all: number, origin: string, cookie: string): void {
  const url = `${origin.replace('http', 'ws')}/live`;
  const isUp = () => {
    if (up.has(number)) return;
    up.add(number);
    if (up.size === all) tell({ kind: 'up' });
  };
  let begun = false;
  const store = new LiveStore({
    open: () => {
      const socket = new WebSocket(url, { headers: { cookie, origin } });
      socket.on('error', () => {});
      return socket;
    },
    onState: (state) => {
      if (state === 'reconnecting') up.delete(number);
      else if (begun) isUp();
    },
  });
  const show = ({ place }: Parts) => {
    begun = true;
    isUp();
    const { lessonId, lessonState } = (place ?? {}) as { lessonId?: number; lessonState?: string };
    if (lessonId && lessonState) seen.push({ lessonId, state: lessonState, at: Date.now() });
  };
  store.watch({ topic: 'me', show });
}

process.on('message', async (order: BrowsersOrder) => {
  if (order.kind === 'report') {
    tell({ kind: 'seen', changes: seen });
    seen = [];
    return;
  }
  const { cookies, origin, withinMs } = order;
  const began = performance.now();
  for (const [number, cookie] of cookies.entries()) {
    openPage(number, cookies.length, origin, cookie);
    const ahead = (number / cookies.length) * withinMs - (performance.now() - began);
    if (ahead > 1) await sleep(ahead);
  }
});
process.on('disconnect', () => process.exit(0));
