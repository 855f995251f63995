// A process of its own: it restores whole databases.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startTestApp } from '../../test/support/app.ts';
import { sqliteSettings } from '../../test/support/databases.ts';
import { markAll } from '../../test/support/mark-all.ts';
import { DatabaseManager } from '../data/db/database-manager.ts';
import type { Actor } from '../domain/access/permission-matrix.ts';
import { populateSampleRegion } from '../sample-region.ts';

const NOW = Date.parse('2026-11-30T09:30:00Z');

test('who was erased is in no byte of the data folder, and a backup from before does not bring them back', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-restore-'));
  const backups = mkdtempSync(join(tmpdir(), 'allamda-backups-'));
  t.after(() => {
    for (const one of [folder, backups]) rmSync(one, { recursive: true, force: true });
  });
  const file = join(folder, 'allamda.sqlite');
  const erasureLedger = join(folder, 'erasures.ledger');
  const db = new DatabaseManager(sqliteSettings(file));
  await db.createTables();
  await populateSampleRegion(db, { now: NOW, words: () => 'said', hash: async () => 'x', students: 8, days: 15 });
  const app = await startTestApp(t, db, { config: { erasureLedger } });
  const { id } = await db
    .handle()
    .selectFrom('users')
    .select('id')
    .where('username', '=', 'noa')
    .executeTakeFirstOrThrow();
  const [school] = await db
    .handle()
    .selectFrom('schools')
    .innerJoin('students', 'students.school_id', 'schools.id')
    .select(['schools.id', 'schools.school_manager_id'])
    .where('students.user_id', '=', id)
    .execute();
  const actor: Actor = {
    userId: school?.school_manager_id ?? 0,
    role: 'school manager',
    name: '',
    firstName: '',
    locale: 'en',
    schoolId: school?.id ?? 0,
  };
  await markAll(db, id, 'a-canary-sings');
  const { username } = await db
    .handle()
    .selectFrom('users')
    .select('username')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const backup = join(backups, 'before.backup');
  await db.backUp(backup, NOW);
  const before = await app.services.schoolAnalytics.ofSchool(actor, { from: '2026-11-10', to: '2026-11-30' });
  assert.ok(traces().length > 0, 'there is something to erase');
  assert.equal(await app.services.erasure.erase(actor, id, username), true);
  await app.worker.runDue();
  assert.deepEqual(traces(), []);
  const figures = async () =>
    (await app.services.schoolAnalytics.ofSchool(actor, { from: '2026-11-10', to: '2026-11-30' })).metrics;
  assert.deepEqual(await figures(), before.metrics);
  await app.stop(2000);
  await db.close();

  const env = { ...process.env, DB_FILE: file, DB_HOST: '', NODE_ENV: 'test', ERASURE_LEDGER: erasureLedger };
  const allamda = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', './tools/tsx.mjs', 'src/cli/main.ts', ...args], { env });
  await assert.rejects(allamda('restore', backup), /holds people already/);
  const { stdout } = await allamda('restore', backup, '--force', '--json');
  const { erased, migrated } = JSON.parse(stdout);
  assert.ok(erased >= 1);
  assert.deepEqual(migrated, []);
  assert.deepEqual(traces(), []);
  const restored = new DatabaseManager(sqliteSettings(file));
  const left = await restored.handle().selectFrom('users').select('id').where('id', '=', id).execute();
  const kept = await restored.handle().selectFrom('erased_facts').select('id').execute();
  const answered = await restored.handle().selectFrom('erased_answers').select('id').execute();
  await restored.close();
  assert.ok(left.length === 0 && kept.length > 0 && answered.length > 0, 'gone, and still counted');

  /** Files of the folder in whose bytes the canary stands. */
  function traces(): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('a-canary-sings'))
      .map(({ name }) => name);
  }
});
