import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { heard, percentile, start } from './child.ts';
import type { ClassesOrder, ClassesServerMessage, ClassPagesMessage } from './exchange.ts';

/** `BENCH_CLASSES=4` makes all of it smaller. */
const CLASSES = Number(process.env.BENCH_CLASSES ?? 40);
const CLASS_SIZE = 30;
const EVERY_MS = 30_000;
const FOR_MS = 60_000;

/** Classes that are live on one process: their pupils speak with the embedded tutor, and their walls are open. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-classes-'));
  const children: ChildProcess[] = [];
  try {
    const server = start('class-server.ts', folder, CLASSES * CLASS_SIZE, CLASSES);
    children.push(server);
    const { port, walls, pupils } = await heard<ClassesServerMessage, 'ready'>(server, 'ready');
    const pages = start('class-pages.ts');
    children.push(pages);
    const order: ClassesOrder = {
      origin: `http://127.0.0.1:${port}`,
      walls,
      pupils,
      everyMs: EVERY_MS,
      forMs: FOR_MS,
    };
    pages.send(order);
    await heard<ClassPagesMessage, 'open'>(pages, 'open');
    server.send('begin');
    const { sent, failed, wallMs, answerMs } = await heard<ClassPagesMessage, 'said'>(pages, 'said');
    server.send('report');
    const load = await heard<ClassesServerMessage, 'load'>(server, 'load');
    const figures: Figure[] = [
      { name: 'messages', value: sent },
      { name: 'messages that were refused', value: failed, most: 0 },
      { name: 'words that no wall showed', value: sent - wallMs.length, most: 0 },
      { name: 'sending → wall, ms, p50', value: percentile(wallMs, 0.5) },
      { name: 'sending → wall, ms, p95', value: percentile(wallMs, 0.95), most: 300 },
      { name: 'sending → whole answer, ms, p95', value: percentile(answerMs, 0.95) },
      { name: 'share of one core', value: load.cpuShare },
      { name: 'event loop held up, ms, p99', value: load.loopP99Ms, most: 50 },
      { name: 'memory of the server, MB', value: load.rssMegabytes, most: 1000 },
    ];
    return {
      id: 'live-classes',
      title: `${CLASSES} classes of ${CLASS_SIZE}, each pupil speaking every ${EVERY_MS / 1000} s, all walls open`,
      figures,
      floor: 'event → wall p95 ≤ 300 ms; event loop p99 < 50 ms; RSS < 1 GB',
      pass: figures.every(meets),
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}
