// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseManager, withDatabase } from './database.ts';

test('the calls of the specification make the tables and fill them, again and again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
  const environment = { ...process.env };
  process.env.DB_FILE = join(folder, 'school.sqlite');
  delete process.env.DB_HOST;
  t.after(() => {
    process.env = environment;
    rmSync(folder, { recursive: true });
  });
  assert.ok((await DatabaseManager.createTables()).length > 0);
  assert.deepEqual(await DatabaseManager.createTables(), []);
  const small = { students: 3, days: 2 };
  const { logins } = await DatabaseManager.populateSampleData({ clearExisting: true, ...small });
  await assert.rejects(DatabaseManager.populateSampleData(small), { code: 'database-not-empty' });
  const again = await DatabaseManager.populateSampleData({ clearExisting: true, ...small });
  assert.deepEqual(again.logins, logins);
  const said = await withDatabase((db) =>
    db.run((handle) =>
      handle.selectFrom('messages').select('content').where('message_type', '=', 'response').execute(),
    ),
  );
  assert.ok(said.length > 0 && said.every(({ content }) => content.length > 0), 'the teacher has words');
});
