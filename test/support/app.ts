import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type App, type AppDeps, buildApp } from '../../src/app.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { TestClock } from './clock.ts';

/** The whole application on a database of the test's, with a clock that the test moves. Nothing runs by itself. */
export interface TestApp extends App {
  clock: TestClock;
  db: DatabaseManager;
  /** Every route that is served, `METHOD /path`, and who may use it. */
  routes: Map<string, string | undefined>;
  /** Listens on a free port of the loopback; answers its address. */
  listen(): Promise<string>;
}

export type TestAppOverrides = Partial<Omit<AppDeps, 'config'>> & { config?: Partial<AppDeps['config']> };

/** No test meets a limit by being quick. */
const NO_LIMITS = { person: 1_000_000, address: 1_000_000 };

/** Builds the application and takes it down when the test ends. The client need not be built: its addresses are made up. */
export async function startTestApp(
  t: Pick<TestContext, 'after'>,
  db: DatabaseManager,
  { config, onRoute, ...overrides }: TestAppOverrides = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-test-'));
  await mkdir(join(folder, 'assets'));
  // The present: the cookie's own expiry is measured by the machine's clock.
  const clock = new TestClock(Date.now());
  const routes: TestApp['routes'] = new Map();
  const app = await buildApp({
    onRoute: (route) => {
      onRoute?.(route);
      for (const method of [route.method].flat()) routes.set(`${method} ${route.url}`, route.config?.access);
    },
    config: {
      secretKey: 'a secret of the tests, and of nothing else',
      trustProxy: false,
      logLevel: 'silent',
      remoteModel: null,
      production: false,
      ...config,
    },
    db,
    clock,
    assets: { folder, url: (source) => `/assets/${source}` },
    rateLimits: NO_LIMITS,
    ...overrides,
  });
  await app.server.ready();
  t.after(async () => {
    await app.stop(2000);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...app,
    clock,
    db,
    routes,
    async listen() {
      await app.server.listen({ host: '127.0.0.1', port: 0 });
      const { port } = app.server.server.address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    },
  };
}
