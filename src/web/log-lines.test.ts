import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { LogLines } from './log-lines.ts';

test('lines of one moment are written together, in their order, and later ones too', async () => {
  const written: string[] = [];
  const log = new LogLines({ write: (text) => written.push(text) });
  log.write('one\n');
  log.write('two\n');
  assert.deepEqual(written, []);
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.deepEqual(written, ['one\ntwo\n']);
  log.write('three\n');
  log.flush();
  assert.deepEqual(written, ['one\ntwo\n', 'three\n']);
});

for (const [how, end] of [
  ['exits', 'process.exit(3)'],
  ['dies of an error', 'throw new Error("oh")'],
] as const) {
  test(`a process that ${how} has written its last line`, () => {
    const file = join(import.meta.dirname, 'log-lines.ts');
    const code = `import { STANDARD_LOG } from ${JSON.stringify(file)}; STANDARD_LOG.write('the last line\\n'); ${end}`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    assert.equal(stdout, 'the last line\n');
  });
}
