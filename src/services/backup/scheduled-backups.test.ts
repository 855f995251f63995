import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TestClock } from '../../../test/support/clock.ts';
import { DAY, HOUR } from '../../shared/instant.ts';
import { BACKUPS_KEPT, ScheduledBackups } from './scheduled-backups.ts';

test('a backup is written when the newest is old enough, and the oldest go; other files stay', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-scheduled-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const clock = new TestClock(Date.parse('2026-11-30T09:30:00Z'));
  let full = false;
  const db = {
    async backUp(path: string) {
      if (full) throw new Error('ENOSPC');
      writeFileSync(path, 'all');
      return { bytes: 3, rows: 1, tables: 1 };
    },
  };
  const backups = new ScheduledBackups({ db, clock, settings: { folder, every: DAY } });
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  assert.equal(await backups.runDue(), 'allamda-20261130T093000Z.backup');
  clock.advance(23 * HOUR);
  assert.equal(await backups.runDue(), null);
  for (let day = 0; day < 20; day += 1) {
    clock.advance(DAY);
    assert.ok(await backups.runDue());
  }
  const kept = readdirSync(folder).filter((name) => name.endsWith('.backup'));
  assert.equal(kept.length, BACKUPS_KEPT);
  full = true;
  clock.advance(DAY);
  await assert.rejects(backups.runDue(), /ENOSPC/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.backup')),
    kept,
    'no old one goes for one that failed',
  );
  assert.ok(readdirSync(folder).includes('notes.txt'));
});
