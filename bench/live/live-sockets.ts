import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { heard, percentile, start } from './child.ts';
import type { BrowsersMessage, BrowsersOrder, Change, LessonOrder, ServerMessage } from './exchange.ts';

/** `BENCH_SOCKETS=500` makes all of it smaller. */
const SOCKETS = Number(process.env.BENCH_SOCKETS ?? 5000);
const CLASS_SIZE = 30;
const CLASSES = Math.min(40, Math.floor(SOCKETS / CLASS_SIZE));
/** A school does not open its laptops in the same millisecond. */
const OPENED_WITHIN_MS = 4000;
const LESSONS: LessonOrder = { rounds: 6, pauseMs: 25 };
/** The last change has been seen everywhere by then, in ms. */
const SETTLES_WITHIN = 2000;

/**
 * Sockets of a whole district on one process: they connect, are told of what goes on in forty lessons, and come back when the server has
 * died. Server and browsers are processes of their own.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-live-'));
  const children: ChildProcess[] = [];
  const begin = (script: string, ...args: (string | number)[]) => {
    const child = start(script, ...args);
    children.push(child);
    return child;
  };
  try {
    const server = begin('live-server.ts', folder, 0, SOCKETS, CLASSES);
    const ready = await heard<ServerMessage, 'ready'>(server, 'ready');
    const browsers = begin('browsers.ts');
    const { cookies, port } = ready;
    const connected = await timed(() => {
      tell(browsers, { kind: 'open', origin: `http://127.0.0.1:${port}`, cookies, withinMs: OPENED_WITHIN_MS });
      return heard<BrowsersMessage, 'up'>(browsers, 'up');
    });
    await changesSeenBy(browsers);
    server.send(LESSONS);
    const done = await heard<ServerMessage, 'done'>(server, 'done');
    await sleep(SETTLES_WITHIN);
    const latencies = latenciesOf(done.changes, await changesSeenBy(browsers));
    const back = await timed(async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
      const again = begin('live-server.ts', folder, port);
      await Promise.all([heard<ServerMessage, 'ready'>(again, 'ready'), heard<BrowsersMessage, 'up'>(browsers, 'up')]);
    });
    const figures: Figure[] = [
      { name: `${SOCKETS} sockets connected and shown their place, s`, value: connected / 1000, most: 10 },
      { name: `${SOCKETS} sockets back after the server was killed and started, s`, value: back / 1000, most: 30 },
      { name: 'change of a lesson → page, ms, p50', value: percentile(latencies, 0.5) },
      { name: 'change of a lesson → page, ms, p95', value: percentile(latencies, 0.95), most: 300 },
      { name: 'changes that a page missed', value: done.changes.length * CLASS_SIZE - latencies.length, most: 0 },
      { name: 'server CPU for a change of a lesson of 30, ms', value: done.cpuMs / done.changes.length },
      { name: 'event loop held up, ms, p99', value: done.loopP99Ms, most: 50 },
      { name: 'memory of the server, MB', value: done.rssMegabytes, most: 1000 },
    ];
    return {
      id: 'live-sockets',
      title: `${SOCKETS} sockets, ${CLASSES} lessons of ${CLASS_SIZE}`,
      figures,
      floor: '5,000 sockets in 10 s, back in 30 s; event → page p95 ≤ 300 ms; event loop p99 < 50 ms; RSS < 1 GB',
      pass: figures.every(meets),
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From each change to each page that was shown it, in ms. */
function latenciesOf(changes: readonly Change[], seen: readonly Change[]): number[] {
  return seen.flatMap(({ lessonId, state, at }) => {
    const before = changes.findLast((one) => one.lessonId === lessonId && one.state === state && one.at <= at);
    return before ? [at - before.at] : [];
  });
}

async function changesSeenBy(browsers: ChildProcess): Promise<Change[]> {
  tell(browsers, { kind: 'report' });
  return (await heard<BrowsersMessage, 'seen'>(browsers, 'seen')).changes;
}

function tell(browsers: ChildProcess, order: BrowsersOrder): void {
  browsers.send(order);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
