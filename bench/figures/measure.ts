import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { App } from '../../src/app.ts';

/** A page that is asked for again and again by somebody who is logged in. */
export interface Asked {
  app: App;
  cookie: string;
  path: string;
}

const ROUNDS = 20;
const WARM_UP = 3;

/** What each of these took, in ms of the processor, from the shortest to the longest; asked for in turn, so that a busy minute is everybody's. */
export async function timesOf(asked: readonly Asked[]): Promise<number[][]> {
  const took = asked.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [place, one] of asked.entries()) {
      const ms = await cpuOf(() => get(one));
      if (round >= 0) took[place]?.push(ms);
    }
  }
  return took.map((times) => times.toSorted((a, b) => a - b));
}

export async function get({ app, cookie, path }: Asked): Promise<void> {
  const answer = await app.server.inject({ url: path, headers: { cookie } });
  if (answer.statusCode !== 200)
    throw new Error(`${path} answered ${answer.statusCode}: ${answer.payload.slice(0, 300)}`);
}

/** How long the processor worked on something, in ms. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}

export const p95 = (sorted: readonly number[]): number => sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
/** Half of the better half: what others do on the machine counts least there. */
export const typical = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the program holds on to, in MB: without what only waits to be collected. */
export function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** What the system has given the process, in MB. */
export const given = (): number => process.memoryUsage().rss / 2 ** 20;
