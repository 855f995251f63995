import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
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

test('what is read in one go is of one moment, what is read later is new, and writing waits for no reader', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-snapshot-'));
  const file = join(folder, 'a.sqlite');
  const [here, elsewhere] = [
    new DatabaseManager({ kind: 'sqlite', file }),
    new DatabaseManager({ kind: 'sqlite', file }),
  ];
  t.after(async () => {
    await here.close();
    await elsewhere.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await sql`create table said (words text not null)`.execute(here.handle());
  await sql`select 1`.execute(elsewhere.handle());
  const ask = async (db: DatabaseManager) => {
    const [row] = await db.rows(sql<{ n: number }>`select count(*) as n from said`.compile(db.handle()));
    return row?.n;
  };
  const say = (db: DatabaseManager) => sql`insert into said values ('so')`.execute(db.handle());
  const first = ask(here);
  const other = new DatabaseSync(file);
  other.exec("insert into said values ('meanwhile')");
  other.close();
  assert.equal(await ask(here), 0);
  assert.equal(await first, 0);
  await setImmediate();
  assert.equal(await ask(here), 1);
  await say(here);
  assert.equal(await ask(here), 2);
  await here.tx(async () => {
    await say(here);
    assert.equal(await ask(here), 3);
  });
  await ask(here);
  await say(elsewhere);
  await setImmediate();
  assert.deepEqual([await ask(here), await ask(elsewhere)], [4, 4]);
});

test('a database that is closed right after it was read closes without a word', async () => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  await sql`create table said (words text not null)`.execute(db.handle());
  const query = sql<{ words: string }>`select words from said`.compile(db.handle());
  assert.deepEqual(await db.rows(query), []);
  await db.close();
  await setImmediate();
});

test('a query with a limit is planned once: the limit stands in its text, and what is asked for stays a parameter', async (t) => {
  const db = new DatabaseManager({ kind: 'sqlite', file: ':memory:' });
  t.after(() => db.close());
  await sql`create table users (id integer primary key, username text)`.execute(db.handle());
  await sql`insert into users values (1, 'a'), (2, 'b'), (3, 'c')`.execute(db.handle());
  const query = db.handle().selectFrom('users').select('id').where('id', '>', 1).orderBy('id', 'desc').limit(1);
  const { sql: text, parameters } = query.compile();
  assert.deepEqual([text.slice(text.indexOf('limit')), parameters], ['limit 1', [1]]);
  assert.deepEqual(await query.execute(), [{ id: 3 }]);
  assert.deepEqual(await query.offset(1).execute(), [{ id: 2 }]);
});
