import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { makeClassRoom } from './class-room.ts';
import type { LoadOrder, LoadReport, ServerReport } from './exchange.ts';

const PUPILS = 50;
const MESSAGES = 20;
/** With 50 pupils the same 33 messages a second as a thousand pupils who think for half a minute. */
const THINK_MS = 1500;

/**
 * The way of a message over HTTP with everything live: login, session, crisis screen, answer checking, mastery, embedded tutor,
 * guard, storage. Fifty pupils send as many messages a second as a thousand who take their time; then all fifty at once.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-chat-'));
  const file = join(folder, 'chat.sqlite');
  const children: ChildProcess[] = [];
  try {
    const usernames = await makeClassRoom(file, PUPILS);
    const server = start('chat-server.ts', file);
    children.push(server);
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const pupils = start('pupils.ts');
    children.push(pupils);
    const order = { origin: `http://127.0.0.1:${port}`, usernames };
    await load(pupils, server, { ...order, messages: 3, thinkMs: 200 });
    const busy = await load(pupils, server, { ...order, messages: MESSAGES, thinkMs: THINK_MS });
    const burst = await load(pupils, server, { ...order, messages: 1, thinkMs: 0 });
    const figures = [...busyFigures(busy), ...burstFigures(burst)];
    return {
      id: 'message-sent',
      title: `a message over HTTP, ${PUPILS} pupils, embedded tutor`,
      figures,
      floor: 'acknowledged p95 ≤ 200 ms, first words p95 ≤ 150 ms, errors < .1 %, event loop p99 < 50 ms, RSS < 1 GB',
      pass: figures.every(meets),
      ...(busy.failures.length > 0 ? { note: busy.failures.join('; ') } : {}),
    };
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measured = LoadReport & ServerReport & { seconds: number };

async function load(pupils: ChildProcess, server: ChildProcess, order: LoadOrder): Promise<Measured> {
  pupils.send(order);
  await once(pupils, 'message');
  await ask(server);
  const began = performance.now();
  const [report] = (await once(pupils, 'message')) as [LoadReport];
  return { ...report, ...(await ask(server)), seconds: (performance.now() - began) / 1000 };
}

async function ask(server: ChildProcess): Promise<ServerReport> {
  const answer = once(server, 'message');
  server.send('report');
  const [report] = (await answer) as [ServerReport];
  return report;
}

function busyFigures(busy: Measured): Figure[] {
  const sent = PUPILS * MESSAGES;
  return [
    { name: 'messages a second', value: sent / busy.seconds },
    { name: 'sent → acknowledged, ms, p50', value: percentile(busy.acknowledged, 0.5) },
    { name: 'sent → acknowledged, ms, p95', value: percentile(busy.acknowledged, 0.95), most: 200 },
    { name: 'sent → first words, ms, p95', value: percentile(busy.firstWords, 0.95), most: 150 },
    { name: 'sent → whole reply, ms, p95', value: percentile(busy.whole, 0.95) },
    { name: 'failed, %', value: (100 * busy.failed) / sent, most: 0.1 },
    { name: 'server CPU a message, ms', value: busy.cpuMs / sent },
    { name: 'event loop held up, ms, p99', value: busy.loopP99Ms, most: 50 },
    { name: 'memory of the server, MB', value: busy.rssMegabytes, most: 1000 },
  ];
}

function burstFigures(burst: Measured): Figure[] {
  return [
    { name: 'all at once: sent → acknowledged, ms, p95', value: percentile(burst.acknowledged, 0.95) },
    { name: 'all at once: failed', value: burst.failed, most: 0 },
  ];
}

function start(script: string, ...args: string[]): ChildProcess {
  const loader = join(import.meta.dirname, '../../tools/tsx.mjs');
  return spawn(process.execPath, ['--import', loader, join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
