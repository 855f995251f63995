// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fiveProblems, makeFolder } from '../../test/support/oatutor-folder.ts';
import { type Command, type OptionValues, UsageError } from './command.ts';
import { exportCurriculum } from './export-curriculum.command.ts';
import { importCurriculum } from './import-curriculum.command.ts';

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

async function run(command: Command, values: OptionValues, ...positionals: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), ask: async () => null };
  return { code: await command.run(values, positionals, io), out: out.join('\n'), err: err.join('\n') };
}

test('a course is written for another program, what the file does not hold is said, and the file comes back', async (t) => {
  await run(importCurriculum, { format: 'oatutor' }, makeFolder(t, fiveProblems('a')));
  const gift = await run(exportCurriculum, { format: 'gift' });
  assert.equal(gift.code, 0);
  assert.match(gift.out, /\$CATEGORY: \$course\$\/top\//);
  assert.match(gift.err, /Left out: hints \(\d+\)\.\nLeft out: sources \(5\)/);

  const file = join(folder, 'course.zip');
  const qti = await run(exportCurriculum, { format: 'qti', out: file, json: true });
  const said = JSON.parse(qti.out);
  assert.deepEqual([said.courses, said.mediaType], [1, 'application/zip']);
  assert.ok(said.leftOut.some(({ what }: { what: string }) => what === 'hints'));
  assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');
  const there = await run(exportCurriculum, { format: 'json' });
  const { name, subject, gradeLevel } = JSON.parse(there.out).courses[0];
  const back = await run(importCurriculum, { format: 'qti', course: name, subject, grade: gradeLevel }, file);
  assert.match(back.out, /All of it is there already/);
});

test('a package is not written to a terminal, and a format that is not known is named with those that are', async () => {
  for (const [values, message] of [
    [{ format: 'qti' }, /--out: a file of the format qti is no text/],
    [{ format: 'xls' }, /--format: read "xls"; allowed is json, csv, gift, qti/],
    [{ format: 'json', grade: '13th' }, /--grade: read "13th"/],
  ] as const)
    await assert.rejects(
      run(exportCurriculum, values),
      (error) => error instanceof UsageError && message.test(error.message),
    );
});
