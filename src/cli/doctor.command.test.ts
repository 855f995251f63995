import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDatabase } from '../database.ts';
import { doctor } from './doctor.command.ts';

async function look(): Promise<{ code: number; ok: boolean; checks: { what: string; ok: boolean; found: string }[] }> {
  const out: string[] = [];
  const silent = { out: (line: string) => out.push(line), err: () => {}, ask: async () => null };
  const code = await doctor.run({ json: true }, [], silent);
  return { code, ...JSON.parse(out.join('')) };
}

test('looking for a database that is not there says so and leaves nothing behind', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
  const environment = { ...process.env };
  const file = join(folder, 'deep', 'school.sqlite');
  process.env.DB_FILE = file;
  delete process.env.DB_HOST;
  delete process.env.NODE_ENV;
  t.after(() => {
    process.env = environment;
    rmSync(folder, { recursive: true });
  });
  const missing = await look();
  assert.deepEqual([missing.code, missing.ok], [1, false]);
  assert.match(missing.checks[0]?.found ?? '', /^DB_FILE: read ".*school\.sqlite", where there is no database yet/);
  assert.deepEqual(readdirSync(folder), []);
  await withDatabase(async () => {});
  const found = await look();
  assert.deepEqual(
    found.checks.filter(({ what }) => what === 'database').map(({ ok, found }) => [ok, found]),
    [[true, 'sqlite, up to date']],
  );
});
