import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
// What these do at the end of a process is not to be done at the end of the first file that uses them.
import './browser.ts';
import './databases.ts';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

/**
 * The tests of these files in this one process, each file a suite of its name, so that what it sets up before and after is its
 * own. One that cannot be loaded has a test that fails.
 */
export function testTogether(files: readonly string[]): void {
  for (const file of files) describe(file, () => load(join(root, file)));
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
