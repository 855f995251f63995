import { connect, createServer, type Server, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { databaseTest, reachedAgain } from './databases.ts';

const url = process.env.TEST_REDIS_URL;

/** A test that needs Redis: run where TEST_REDIS_URL names one, reported as skipped where not. */
export function redisTest(title: string, body: (url: string, t: TestContext) => Promise<void>): void {
  test(`${title} (Redis)`, { skip: url ? false : 'TEST_REDIS_URL is not set' }, (t) => body(url ?? '', t));
}

/** The same on each database, with the way that a second node has to it. */
export function nodesTest(
  title: string,
  body: (nodes: { url: string; db: DatabaseManager; far: DatabaseManager }, t: TestContext) => Promise<void>,
): void {
  databaseTest(`${title} (Redis)`, async (db, t) => {
    if (url) await body({ url, db, far: reachedAgain(t, db) }, t);
    else t.skip('TEST_REDIS_URL is not set');
  });
}

/** A way to Redis that the test can cut. */
export class RedisWay {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #port: number;
  readonly #host: string;
  #listens = 0;

  constructor(redis: string, t: TestContext) {
    const { hostname, port } = new URL(redis);
    this.#host = hostname;
    this.#port = Number(port || 6379);
    this.#server = createServer((socket) => this.#join(socket));
    t.after(() => this.cut());
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(this.#listens, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address === 'object' && address) this.#listens = address.port;
    return `redis://127.0.0.1:${this.#listens}`;
  }

  /** Every connection breaks, and none comes about, until it is opened again. */
  cut(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket): void {
    const far = connect(this.#port, this.#host);
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
