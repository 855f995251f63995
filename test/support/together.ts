import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
// What these do at the end of a process is not to be done at the end of the first file that uses them.
import './browser.ts';
import './databases.ts';

const require = createRequire(import.meta.url);
/** ms after the last test until a process that something keeps open is ended, and has failed. */
const LEFT_OPEN = 20_000;
const root = join(import.meta.dirname, '../..');

/**
 * The tests of these files in this one process, each file a suite of its name, so that what it sets up before and after is its
 * own. One that cannot be loaded has a test that fails.
 */
export function testTogether(files: readonly string[]): void {
  for (const file of files) describe(file, () => load(join(root, file)));
  after(() => {
    setTimeout(() => {
      process.stderr.write(`Left open after all tests: ${process.getActiveResourcesInfo().join(', ')}\n`);
      process.exit(1);
    }, LEFT_OPEN).unref();
  });
}

function load(file: string): void {
  try {
    require(file);
  } catch (error) {
    test('the file is loaded', () => {
      throw error;
    });
  }
}
