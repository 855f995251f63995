// A process of its own: it sets the environment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { OptionValues } from './command.ts';
import { importPeople } from './import-people.command.ts';

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

async function run(values: OptionValues, place: string) {
  const err: string[] = [];
  const code = await importPeople.run({ format: 'csv', ...values }, [place], {
    out: () => {},
    err: (line) => err.push(line),
    ask: async () => null,
  });
  return { code, said: err.join('\n') };
}

test('a school and accounts that nobody knows are named together with what is wrong with the file', async () => {
  const file = join(folder, 'pupils.csv');
  writeFileSync(file, 'first name,last name,grade,birth date\nNoa,Levi,99th,2014-01-01\n');
  const { code, said } = await run({ school: 'Nowhere', same: ['p1=nobody', 'p2=noone'] }, file);
  assert.equal(code, 1);
  assert.match(said, /No school is called "Nowhere"\. Allowed: /);
  assert.match(said, /Nobody has the username "nobody"\.\nNobody has the username "noone"\./);
  assert.match(said, /pupils\.csv, row 2, column grade: read "99th"; allowed is a grade/);
  const alone = await run({ school: 'Nowhere' }, file);
  assert.doesNotMatch(alone.said, /Nobody has the username/);
});
