// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { quarterSchool } from '../../test/support/quarter-school.ts';
import { DatabaseManager } from '../data/db/database-manager.ts';
import { type OptionValues, UsageError } from './command.ts';
import { quarterClose } from './quarter-close.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
const file = join(folder, 'school.sqlite');
const environment = { ...process.env };
before(async () => {
  process.env.DB_FILE = file;
  delete process.env.DB_HOST;
  delete process.env.NODE_ENV;
  const db = new DatabaseManager({ kind: 'sqlite', file });
  await db.createTables();
  const { make } = await quarterSchool(db, 3);
  await make.school('Nobody studies here', 'north');
  await db.close();
});
after(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

async function run(values: OptionValues) {
  const [out, err]: [string[], string[]] = [[], []];
  const context = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    ask: async () => null,
  };
  return { code: await quarterClose.run({ quarter: '2025/1', ...values }, [], context), out, err };
}

test('a quarter is closed by a command, which says what it would do, what it did, and why it does not', async () => {
  const first = { quarter: '2026/1' };
  const dry = await run({ ...first, 'dry-run': true, json: true });
  assert.equal(dry.code, 0);
  assert.deepEqual(JSON.parse(dry.out.at(-1) ?? ''), {
    quarter: '2026/1',
    schools: [{ school: 1, name: 'First School', state: 'would close', pupils: 3, made: 9, scored: 6, changed: 0 }],
  });
  const closed = await run(first);
  assert.equal(closed.code, 0);
  assert.deepEqual(closed.out.slice(-2), [
    'First School: 3 of 3 pupils',
    'First School: closed. 3 pupils, 9 new evaluations, 0 changed.',
  ]);
  const again = await run(first);
  assert.deepEqual([again.code, again.out], [0, ['First School: closed already; --again makes it anew.']]);
  assert.equal((await run({ ...first, school: '1' })).code, 1, 'the one that was asked for was not closed');
  assert.equal((await run({ ...first, school: '1', again: true })).code, 0);
  const nobody = await run({ ...first, school: '2', json: true });
  assert.deepEqual([nobody.code, JSON.parse(nobody.out[0] ?? '').schools[0].why], [1, 'nothing-to-close']);
  assert.deepEqual(await run({ ...first, school: '99' }), { code: 1, out: [], err: ['There is no school 99.'] });
});

test('a quarter that has not ended and options that are none are refused', async () => {
  const early = await run({ quarter: '2090/2' });
  assert.deepEqual([early.code, early.err], [1, ['Quarter 2090/2 ends on 2091-01-31. Close it after that day.']]);
  for (const wrong of [{ quarter: '2026/5' }, { quarter: 'last' }, { school: 'mine' }]) {
    await assert.rejects(run(wrong), UsageError, JSON.stringify(wrong));
  }
});
