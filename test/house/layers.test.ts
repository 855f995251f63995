import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tool = 'node_modules/.bin/depcruise';

interface Cruised {
  modules: { source: string; dependencies: unknown[] }[];
}

async function cruise(...args: string[]): Promise<Cruised> {
  const options = { maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await run(process.execPath, [tool, ...args, '--output-type', 'json'], options);
  return JSON.parse(stdout);
}

test('the tool that keeps the layers sees every file of the program', async () => {
  const { modules } = await cruise('src', '--config', '.dependency-cruiser.cjs');
  const seen = new Set(modules.map((module) => module.source));
  const missing = globSync('src/**/*.{ts,tsx}').filter((file) => !seen.has(file));
  assert.deepEqual(missing, []);
  assert.ok(modules.filter((module) => module.dependencies.length > 0).length > 100);
});
