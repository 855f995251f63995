// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { UsageError } from './command.ts';
import { sampleData } from './sample-data.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
const environment = { ...process.env };
before(() => {
  process.env.DB_FILE = join(folder, 'school.sqlite');
  delete process.env.DB_HOST;
  delete process.env.NODE_ENV;
});
after(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

/** Runs the command; `answer` is what somebody types, null where there is no terminal. */
async function run(values: Parameters<typeof sampleData.run>[0], answer: string | null = null) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const code = await sampleData.run({ students: '3', days: '2', ...values }, [], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  });
  return { code, out, err, asked };
}

test('an empty database is filled, and the last line names the logins as JSON', async () => {
  const { code, out, err, asked } = await run({ json: true });
  assert.equal(code, 0);
  const { logins } = JSON.parse(out.at(-1) ?? '');
  assert.equal(logins.length, 7);
  assert.deepEqual(Object.keys(logins[0]), ['role', 'username', 'password', 'name']);
  assert.ok(err.length > 1, 'progress goes to the other stream');
  assert.deepEqual(asked, []);
});

test('a database with users is left alone unless it may be cleared', async () => {
  await assert.rejects(run({}), /has users already/);
});

test('clearing asks on a terminal, takes only "yes", and does not ask where --yes says so', async () => {
  const no = await run({ clear: true }, 'no');
  assert.deepEqual([no.code, no.err, no.asked.length], [1, ['Nothing was changed.'], 1]);
  const yes = await run({ clear: true }, 'yes');
  assert.deepEqual([yes.code, yes.asked.length], [0, 1]);
  assert.ok(yes.out.some((line) => /^noa +noa-studies-2026 +Noa Peretz, student$/.test(line)));
  const unasked = await run({ clear: true, yes: true, json: true });
  assert.deepEqual([unasked.code, unasked.asked], [0, []]);
});

test('production refuses accounts whose passwords everybody knows, unless it is asked for them', async () => {
  process.env.NODE_ENV = 'production';
  process.env.SECRET_KEY = 'a'.repeat(32);
  const refused = await run({ clear: true, yes: true });
  assert.equal(refused.code, 1);
  assert.match(refused.err[0] ?? '', /--allow-production/);
  const asked = await run({ clear: true, yes: true, 'allow-production': true });
  assert.equal(asked.code, 0);
  delete process.env.NODE_ENV;
});

test('numbers that are out of range are bad usage', async () => {
  for (const wrong of [{ students: '2' }, { days: '0' }, { days: 'many' }, { seed: '-1' }]) {
    await assert.rejects(run(wrong), UsageError);
  }
});
