// Runs the tests: `node --import ./tools/tsx.mjs tools/run-tests.ts [glob…]`, all where none are named. Node's own runner runs
// and reports them; here is only decided which files share a process, and which come first.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, type TestEvent } from 'node:test/reporters';
import { byFile } from '../test/support/by-file.ts';
import { intoProcesses } from '../test/support/processes.ts';

/** Half of the time processes wait: for browsers, servers that start, or a database. */
const AT_ONCE = Math.min(availableParallelism() + 1, 6);
/** ms, of one test. */
const PATIENCE = 240_000;
/** ms, of all: a test that never lets go of its process is not ended by its own limit. */
const PATIENCE_FOR_ALL = process.env.TEST_LONG === '1' ? 12 * 3_600_000 : 3_600_000;
const ALL = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'];

process.chdir(resolve(import.meta.dirname, '..'));
const named = process.argv.slice(2);
const files = globSync(named.length > 0 ? named : ALL).map((file) => relative('', file).replaceAll('\\', '/'));
if (files.length === 0) throw new Error(`No file of tests is called ${named.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'allamda-together-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const processes = intoProcesses(files, folder);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const events = run({
  files: [...processes.keys()],
  concurrency: AT_ONCE,
  timeout: PATIENCE,
  signal: AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE_FOR_ALL)]),
  globalSetupPath: './test/support/global-setup.ts',
});
events.on('test:summary', ({ success, file }) => {
  if (file === undefined && !success) process.exitCode = 1;
});
const fail = (silent: readonly string[]) => {
  if (silent.length > 0) process.exitCode = 1;
};
events
  .compose((source: AsyncIterable<TestEvent>) => byFile(source, processes, fail))
  .compose(spec)
  .pipe(process.stdout);
