import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { DatabaseManager } from './database-manager.ts';

test('a transaction that fills the disk says so, leaves nothing behind, and the next one works', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-full-'));
  const db = new DatabaseManager({ kind: 'sqlite', file: join(folder, 'a.sqlite') });
  t.after(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (words: string) => sql`insert into said values (${words})`.execute(db.handle());
  const count = async () => (await sql<{ n: number }>`select count(*) as n from said`.execute(db.handle())).rows[0]?.n;
  await sql`create table said (words text not null)`.execute(db.handle());
  await sql`pragma max_page_count = 20`.execute(db.handle());
  await sql`pragma cache_size = 2`.execute(db.handle());
  const filling = db.tx(async () => {
    for (let lines = 0; lines < 200; lines += 1) await write('x'.repeat(3000));
  });
  await assert.rejects(filling, { errcode: 13, message: /full/ });
  assert.equal(await count(), 0);
  await db.tx(() => write('there is room for this'));
  assert.equal(await count(), 1);
});
