import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { sqliteSettings } from './databases.ts';
import { makeRegion } from './region.ts';

/** The whole program in this process, listening, on a small sample region; it needs the built client. */
export interface Site {
  app: App;
  db: DatabaseManager;
  origin: string;
  routes: RouteOptions[];
  actorOf(username: string): Promise<Actor>;
  close(): Promise<void>;
}

/** Opens a site for all tests of a file; close it after them. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-site-'));
  const file = join(folder, 'allamda.sqlite');
  const prepared = process.env.ALLAMDA_TEST_REGION;
  if (prepared) copyFileSync(prepared, file);
  else await makeRegion(sqliteSettings(file));
  const db = new DatabaseManager(sqliteSettings(file));
  const routes: RouteOptions[] = [];
  const config = { trustProxy: false, logLevel: 'silent', remoteModel: null, production: false } as const;
  const app = await buildApp({
    config: { ...config, secretKey: 'a secret of the tests, and of nothing else' },
    db,
    sampleLogins: [...SAMPLE_LOGINS],
    rateLimits: { person: 1_000_000, address: 1_000_000 },
    onRoute: (route) => routes.push(route),
  });
  const origin = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.stop(2000);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const actorOf = async (username: string) => {
    const user = await db.run((handle) =>
      handle.selectFrom('users').select('id').where('username', '=', username).executeTakeFirstOrThrow(),
    );
    const actor = await app.services.accounts.findActor(user.id);
    if (!actor) throw new Error(`There is no ${username}.`);
    return actor;
  };
  return { app, db, origin, routes, actorOf, close };
}
