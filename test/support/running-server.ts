import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { DatabaseManager, type DatabaseSettings } from '../../src/data/db/database-manager.ts';
import { emptyMysql } from './databases.ts';
import { seeOut } from './leaving.ts';
import { bringRegion, makeRegion } from './region.ts';

const root = join(import.meta.dirname, '../..');
const START_WITHIN = 30_000;

/** The program as people run it, in a process and a folder of its own. */
export interface RunningServer {
  /** Stays the same when it is started again. */
  readonly url: string;
  /** A second look into its database. */
  readonly db: DatabaseManager;
  /** What it wrote to its standard output and error so far. */
  output(): string;
  /** Starts it again after `kill` or `stop`; answers when it listens. */
  start(): Promise<void>;
  /** kill -9: nothing of it runs on, nothing is tidied up. */
  kill(): Promise<void>;
  /** SIGTERM; answers its exit code. */
  stop(): Promise<number | null>;
}

export interface ServerWishes {
  /** Settings by their names. */
  env?: Record<string, string>;
  database?: 'sqlite' | 'mysql';
  /** Without a sample region, and without a database: SQLite only. */
  empty?: boolean;
}

/** Starts the built program on a free port with a small sample region of its own; all of it is gone when the test ends. */
export async function startServer(
  t: Pick<TestContext, 'after'>,
  { env = {}, database = 'sqlite', empty = false }: ServerWishes = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-server-'));
  const settings: DatabaseSettings = empty
    ? { kind: 'sqlite', file: join(folder, 'allamda.sqlite') }
    : await makeDatabase(database, folder);
  const db = new DatabaseManager(settings);
  const server = new Server(folder, db, { ...environmentFor(settings), ...env });
  t.after(async () => {
    await seeOut(t);
    await server.kill();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.start();
  return server;
}

class Server implements RunningServer {
  readonly db: DatabaseManager;
  readonly #folder: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #output = '';
  #url = '';

  constructor(folder: string, db: DatabaseManager, env: Record<string, string>) {
    this.#folder = folder;
    this.db = db;
    this.#env = env;
  }

  get url(): string {
    return this.#url;
  }

  output(): string {
    return this.#output;
  }

  async start(): Promise<void> {
    const port = this.#url === '' ? '0' : new URL(this.#url).port;
    const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
      cwd: this.#folder,
      env: { PATH: process.env.PATH ?? '', HOME: this.#folder, LOG_LEVEL: 'info', PORT: port, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const from = this.#output.length;
    const listen = (data: Buffer) => {
      this.#output += data;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const deadline = Date.now() + START_WITHIN;
    for (;;) {
      const address = /λllamda is at (http:\S+)/.exec(this.#output.slice(from))?.[1];
      if (address) {
        this.#url = address;
        return;
      }
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not start:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  }
}

async function makeDatabase(kind: 'sqlite' | 'mysql', folder: string): Promise<DatabaseSettings> {
  const prepared = process.env.ALLAMDA_TEST_REGION;
  if (kind === 'mysql') {
    const settings = await emptyMysql();
    if (prepared) await bringRegion(prepared, settings);
    else await makeRegion(settings);
    return settings;
  }
  const file = join(folder, 'allamda.sqlite');
  if (prepared) copyFileSync(prepared, file);
  else await makeRegion({ kind: 'sqlite', file });
  return { kind: 'sqlite', file };
}

function environmentFor(settings: DatabaseSettings): Record<string, string> {
  if (settings.kind === 'sqlite') return { DB_FILE: settings.file };
  const { host, port, user, password, database } = settings;
  return {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_PASSWORD: password,
    DB_NAME: database,
    SECRET_KEY: 'a secret of the tests, and of nothing else',
  };
}
