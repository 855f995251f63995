import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { unpackChromium } from './chromium.ts';
import { dropDatabases, OWN_PREFIX, sqliteSettings } from './databases.ts';
import { programInFewFiles } from './program.ts';
import { makeRegion } from './region.ts';

const root = join(import.meta.dirname, '../..');
let folder: string | undefined;

/**
 * What all test files share, made once before the first of them: the program as it is built, Chromium unpacked (several files
 * unpacking it at once would trip over each other), an empty database and a sample region to copy, the names of the databases
 * on MySQL, the program in a few files, and what V8 has compiled.
 * A run within a run finds all of it there.
 */
export async function globalSetup(): Promise<void> {
  if (process.env.ALLAMDA_TEST_REGION) return;
  if (isStale()) build();
  await unpackChromium();
  // Coverage is of the modules themselves; whoever sets it to nothing reads their lines in a stack.
  const measured = process.execArgv.includes('--experimental-test-coverage');
  process.env.ALLAMDA_TEST_PROGRAM ??= measured ? '' : await programInFewFiles();
  folder = mkdtempSync(join(tmpdir(), 'allamda-tests-'));
  process.env.ALLAMDA_TEST_PREFIX = OWN_PREFIX;
  process.env.ALLAMDA_TEST_EMPTY = join(folder, 'empty.sqlite');
  process.env.ALLAMDA_TEST_REGION = join(folder, 'region.sqlite');
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/v8');
  const empty = new DatabaseManager(sqliteSettings(process.env.ALLAMDA_TEST_EMPTY));
  await empty.createTables();
  await empty.close();
  await makeRegion(sqliteSettings(process.env.ALLAMDA_TEST_REGION));
}

export async function globalTeardown(): Promise<void> {
  if (!folder) return;
  rmSync(folder, { recursive: true, force: true });
  if (process.env.TEST_DB_HOST) await dropDatabases(OWN_PREFIX);
}

/** Something is newer than what was built from it. */
function isStale(): boolean {
  const built = join(root, 'dist/server/main.js');
  if (!existsSync(built) || !existsSync(join(root, 'dist/client/manifest.json'))) return true;
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const since = statSync(built).mtimeMs;
  return sources.some((file) => file.isFile() && statSync(join(file.parentPath, file.name)).mtimeMs > since);
}

function build(): void {
  for (const args of [['build'], ['build', '--ssr']]) {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const { status } = spawnSync(process.execPath, [vite, ...args], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('The program could not be built.');
  }
}
