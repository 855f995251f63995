import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseManager } from './data/db/database-manager.ts';
import { startProblem } from './start-problem.ts';

const sqlite = { host: '127.0.0.1', port: 5000, database: { kind: 'sqlite' as const, file: 'school.sqlite' } };
const settings = { kind: 'mysql' as const, port: 3306, user: 'root', password: '', database: 'x', pool: 1 };

/** What listening there throws. */
const listen = (host: string, port: number) =>
  new Promise<unknown>((resolve) => {
    const server = createServer();
    server.on('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

test('an address that is not of this machine, and one that is taken, are named', async (t) => {
  assert.match(
    startProblem(await listen('192.0.2.1', 0), { ...sqlite, host: '192.0.2.1' }),
    /^HOST: read "192\.0\.2\.1"/,
  );
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  t.after(() => taken.close());
  const address = taken.address();
  assert.ok(typeof address === 'object' && address !== null);
  const { port } = address;
  const problem = startProblem(await listen('127.0.0.1', port), { ...sqlite, port });
  assert.equal(problem, `PORT: read ${port}, which another program uses; allowed is a free port.`);
});

test('a file that is no database is named, and left as it was', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'letter.txt');
  writeFileSync(file, 'Dear school, this is no database at all.');
  const db = new DatabaseManager({ kind: 'sqlite', file });
  const error: unknown = await db.createTables().catch((thrown: unknown) => thrown);
  const problem = startProblem(error, { ...sqlite, database: { kind: 'sqlite', file } });
  assert.match(problem, /^DB_FILE: read ".*letter\.txt": file is not a database; allowed is/);
  assert.doesNotMatch(problem, /\n/);
});

test('a database server that is not there, and one that does not let in, are told apart', async () => {
  const facts = { ...sqlite, database: { ...settings, host: '127.0.0.1', port: 1 } };
  const error: unknown = await new DatabaseManager(facts.database).createTables().catch((thrown: unknown) => thrown);
  assert.match(startProblem(error, facts), /^DB_HOST: read 127\.0\.0\.1:1, where no database answers/);
  const denied = Object.assign(new Error('Access denied'), { code: 'ER_ACCESS_DENIED_ERROR' });
  assert.match(startProblem(denied, facts), /^DB_USER: read "root", whom 127\.0\.0\.1:1 does not let in/);
});

test('a database that is broken inside is named by what is gone', async (t) => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  t.after(() => db.close());
  await db.createTables();
  assert.deepEqual(await db.listFaults(), []);
  await db.run((handle) => handle.schema.dropTable('token_usage').execute());
  assert.deepEqual(await db.listFaults(), ['tables are missing: token_usage']);
});
