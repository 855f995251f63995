import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { type BenchResult, meets } from '../teaching/bench.ts';

const ROUNDS = 5;
const LONGEST_START = 30_000;

/** From the start of the built program, on a database that is there, to the first page that it serves: the best of five. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-start-'));
  const file = join(folder, 'start.sqlite');
  try {
    const db = new DatabaseManager({ kind: 'sqlite', file });
    await db.createTables();
    await db.populateSampleData({ students: 5, days: 5 });
    await db.close();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await firstPage(file));
    const figures = [{ name: 'start to first page, ms', value: Math.round(Math.min(...times)), most: 1000 }];
    return { id: 'first-page', title: 'how fast it starts', figures, floor: 'at most 1 s', pass: figures.every(meets) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPage(file: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, DB_FILE: file, PORT: String(port), LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: 'ignore',
  });
  try {
    while (performance.now() - began < LONGEST_START) {
      const answer = await fetch(`http://127.0.0.1:${port}/login`).catch(() => null);
      if (answer?.ok && (await answer.text()).includes('</html>')) return performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The program did not start.');
  } finally {
    child.kill('SIGKILL');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
