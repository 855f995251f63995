import { resultTable } from './table.ts';
import type { BenchResult } from './teaching/bench.ts';

/**
 * `npm run bench [name …]`: what pages cost and weigh, how fast the program starts, and how long a message takes, and what a streamed token costs; every figure
 * beside its floor. Exit 1 when a floor is missed.
 */
const BENCHES: Record<string, () => Promise<{ run(): Promise<BenchResult> }>> = {
  pages: () => import('./pages/page-cost.ts'),
  bytes: () => import('./pages/page-bytes.ts'),
  queries: () => import('./pages/page-queries.ts'),
  start: () => import('./pages/first-page.ts'),
  chat: () => import('./chat/message-sent.ts'),
  answers: () => import('./answers/answer-path.ts'),
  curriculum: () => import('./curriculum/curriculum.ts'),
  figures: () => import('./figures/figures.ts'),
  imports: () => import('./curriculum/import-hold.ts'),
  live: () => import('./live/live-sockets.ts'),
  classes: () => import('./live/live-classes.ts'),
  safety: () => import('./safety/safety.ts'),
  stream: () => import('./model/stream-cost.ts'),
};

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    console.error(`There is no benchmark "${unknown[0]}"; there are ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  let missed = 0;
  for (const [name, load] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    const result = await (await load()).run();
    console.log(resultTable(result, performance.now() - started));
    if (!result.pass) missed += 1;
  }
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
