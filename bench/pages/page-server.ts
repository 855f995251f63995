import type { AddressInfo } from 'node:net';
import { buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';

/** The whole program in a process of its own, on the database file that it is given; tells the CPU that it used when asked. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which database?');

let queries = 0;
const counting = process.argv.includes('--count');
const db = new DatabaseManager({ kind: 'sqlite', file }, counting ? () => (queries += 1) : undefined);
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
const { port } = app.server.server.address() as AddressInfo;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, queries });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
