import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const TEST = "import { after, before, test } from 'node:test';\n";
const APART = '// A process of its own: it shall.\n';

/** Runs files of tests as `npm test` does; `stopWhen` is printed before it is interrupted. */
async function runTests(t: TestContext, files: Record<string, string>, stopWhen?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-run-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', './tools/tsx.mjs', 'tools/run-tests.ts', `${folder}/*.test.ts`], {
    cwd: root,
    env,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
      if (stopWhen === undefined || !said.includes(stopWhen)) return;
      child.kill('SIGINT');
      stopWhen = undefined;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said };
}

const count = (said: string, what: string) => Number(said.match(new RegExp(`^ℹ ${what} (\\d+)$`, 'm'))?.[1]);

test('tests that pass are counted, by whichever process, and the run succeeds', async (t) => {
  const { code, said } = await runTests(t, {
    'a.test.ts': `${TEST}let ready = false; before(() => { ready = true; }); test('first', () => { if (!ready) throw new Error(); });`,
    'b.test.ts': `${TEST}test('second', () => { if (process.env.SEEN) throw new Error(); }); test('third', { skip: true }, () => {});`,
    'c.test.ts': `${APART}${TEST}before(() => { process.env.SEEN = '1'; }); test('fourth', () => {});`,
  });
  assert.equal(code, 0, said);
  assert.deepEqual(
    [count(said, 'tests'), count(said, 'pass'), count(said, 'skipped'), count(said, 'fail')],
    [4, 3, 1, 0],
  );
});

test('what fails is named with its file, and so is what does not load, dies or has no tests; the others run nevertheless', async (t) => {
  const { code, said } = await runTests(t, {
    'fails.test.ts': `${TEST}test('that which fails', () => { throw new Error('as it should'); });`,
    'hook.test.ts': `${TEST}test('passes', () => {}); after(() => { throw new Error('left behind'); });`,
    'lost.test.ts': `import { nothing } from './nowhere.ts';\n${TEST}test('never', nothing);`,
    'passes.test.ts': `${TEST}test('that which passes', () => {});`,
    'none.test.ts': 'export {};',
    'alone.test.ts': `${APART}export {};`,
    'dies.test.ts': `${APART}${TEST}test('before', () => {}); test('last words', () => process.kill(process.pid, 'SIGKILL'));`,
  });
  assert.equal(code, 1, said);
  assert.equal(count(said, 'fail'), 3, said);
  assert.match(said, /test at .*fails\.test\.ts:\d+:\d+\n✖ that which fails/);
  assert.match(said, /test at .*lost\.test\.ts:\d+:\d+\n✖ the file is loaded/);
  assert.match(said, /nowhere\.ts/);
  assert.match(said, /✖ .*hook\.test\.ts/);
  assert.match(said, /left behind/);
  assert.match(said, /✔ that which passes/);
  assert.match(said, /✖ .*dies\.test\.ts/);
  for (const silent of ['none', 'alone']) assert.match(said, new RegExp(`no test came from .*${silent}\\.test\\.ts`));
});

test('a rejection that nobody handles fails the run', async (t) => {
  const { code, said } = await runTests(t, {
    'a.test.ts': `${TEST}test('ends too early', () => { void Promise.reject(new Error('forgotten')); });`,
    'b.test.ts': `${TEST}test('innocent', () => {});`,
  });
  assert.equal(code, 1, said);
  assert.match(said, /forgotten/);
});

test('a run that is interrupted ends what it has begun, and has failed', async (t) => {
  const { code, said } = await runTests(
    t,
    { 'a.test.ts': `${TEST}test('begins', () => {}); test('never ends', () => { console.log('now'); for (;;); });` },
    'now',
  );
  assert.equal(code, 1, said);
});
