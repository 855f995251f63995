import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { ServerReport } from './exchange.ts';

/** The whole program with the embedded tutor in a process of its own, on the database file that it is given. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which database?');

const db = new DatabaseManager({ kind: 'sqlite', file });
const app = await buildApp({
  config: {
    secretKey: 'a secret of the benchmark, and of nothing else',
    trustProxy: false,
    logLevel: 'info',
    remoteModel: null,
    production: false,
  },
  db,
  rateLimits: { person: 1e9, address: 1e9 },
});
await app.server.listen({ host: '127.0.0.1', port: 0 });
await app.startWork();
const { port } = app.server.server.address() as AddressInfo;

const RESOLUTION_MS = 5;
const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
loop.enable();
let since = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(since);
  const report: ServerReport = {
    cpuMs: (user + system) / 1000,
    rssMegabytes: process.memoryUsage.rss() / 1e6,
    loopP99Ms: Math.max(0, loop.percentile(99) / 1e6 - RESOLUTION_MS),
  };
  since = process.cpuUsage();
  loop.reset();
  process.send?.(report);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
