import { type App, buildApp } from '../../src/app.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { Clock } from '../../src/shared/instant.ts';
import { PASSWORD } from '../../test/support/factory.ts';

/** The program on a database of the benchmark, with a mail server that is never asked. */
export async function benchApp(db: DatabaseManager, clock: Clock): Promise<App> {
  return buildApp({
    config: {
      secretKey: 'the key of a benchmark, of no other use',
      trustProxy: false,
      remoteModel: null,
      logLevel: 'silent',
      production: false,
      mail: { url: 'smtp://localhost:1', from: 'bench@example.org' },
    },
    db,
    clock,
    rateLimits: { person: 1e9, address: 1e9 },
  });
}

export async function logIn({ server }: App, username: string): Promise<string> {
  const payload = { username, password: PASSWORD };
  const answer = await server.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`Nobody was logged in: ${answer.payload}`);
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`;
}
