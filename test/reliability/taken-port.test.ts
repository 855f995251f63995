import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const main = join(import.meta.dirname, '../../dist/server/main.js');

test('a port that is taken ends the start with one line, before a database is made', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-port-'));
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const address = taken.address();
  assert.ok(typeof address === 'object' && address !== null);
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    PORT: String(address.port),
    DB_FILE: join(folder, 'school.sqlite'),
  };
  const child = spawn(process.execPath, [main], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    said += data;
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 1);
  assert.equal(
    said,
    `λllamda could not start: PORT: read ${address.port}, which another program uses; allowed is a free port.\n`,
  );
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('sqlite')),
    [],
  );
});
