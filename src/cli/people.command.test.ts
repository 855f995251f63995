import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { smallDistrict } from '../../test/support/district/district.ts';
import { amounts } from '../../test/support/district/import.ts';
import { toOneRoster } from '../../test/support/district/write-district.ts';
import { Factory } from '../../test/support/factory.ts';
import { makeZip } from '../../test/support/make-zip.ts';
import { withDatabase } from '../database.ts';
import { type Command, type OptionValues, UsageError } from './command.ts';
import { exportPeople } from './export-people.command.ts';
import { importPeople } from './import-people.command.ts';

const folder = mkdtempSync(join(tmpdir(), 'allamda-'));
const environment = { ...process.env };
const at = (name: string) => join(folder, name);
const SCHOOL = 'Hillside School';

before(async () => {
  process.env.DB_FILE = at('school.sqlite');
  delete process.env.DB_HOST;
  delete process.env.NODE_ENV;
  await withDatabase(async (db) => {
    const make = new Factory(db);
    await make.region('north');
    await make.school(SCHOOL, 'north');
  });
});
after(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

async function run(command: Command, values: OptionValues, ...positionals: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command.run(values, positionals, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    ask: async () => null,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const bring = (values: OptionValues, ...positionals: string[]) => run(importPeople, values, ...positionals);
const counted = () => withDatabase((db) => amounts(db));

test('a file is tried, brought in, and taken out as a zip that changes nothing when it comes in again', async () => {
  const file = at('pupils.csv');
  writeFileSync(file, 'id,first name,last name,class,grade\n1,Yael,Katz,9b,9\n2,Omer,Levi,9b,9\n');
  const csv = { format: 'csv', school: SCHOOL };
  const trial = await bring({ ...csv, 'dry-run': true }, file);
  assert.equal(trial.code, 0);
  assert.match(trial.out, /^Tried pupils\.csv\.\nPeople added: 2\n {2}Yael Katz \(pupil, yael\.katz\)/);
  assert.match(trial.out, /Nothing was saved: this was a trial\.$/);
  assert.match(trial.err, /pupils\.csv: 2 rows read/, 'progress goes beside the report');
  assert.equal((await counted()).students, 0);
  const done = await bring({ ...csv, json: true }, file);
  const report = JSON.parse(done.out);
  assert.deepEqual([done.code, done.err, report.dryRun, report.added.length], [0, '', false, 2]);
  assert.match((await bring(csv, file)).out, /It changes nothing\./);
  for (const format of ['csv', 'oneroster']) {
    const zip = at(`${format}.zip`);
    const written = await run(exportPeople, { format, school: 'hillside school' }, zip);
    assert.deepEqual([written.code, written.out], [0, `The people of ${SCHOOL} are in ${zip}.`]);
    assert.equal(statSync(zip).mode & 0o077, 0, 'nobody else may read it');
    assert.match((await bring({ format, school: SCHOOL }, zip)).out, /It changes nothing\./, format);
  }
});

test('a zip of OneRoster for a whole district makes its schools', async () => {
  const zip = at('district.zip');
  const entries = Object.entries(toOneRoster(smallDistrict())).map(([name, bytes]) => ({ name, bytes }));
  writeFileSync(zip, makeZip(entries));
  const { code, out } = await bring({ format: 'oneroster', region: 'north', json: true }, zip);
  assert.equal(code, 0, out);
  assert.equal(JSON.parse(out).added.length, 54);
  const { schools, parents_students } = await counted();
  assert.deepEqual({ schools, parents_students }, { schools: 2, parents_students: 60 });
});

test('what is wrong is said all at once, nothing changes, and the exit code is 1', async () => {
  const before = await counted();
  const file = at('wrong.csv');
  writeFileSync(file, 'role,id,first name,last name,birth date\npupil,7,,Katz,2012-13-01\nking,8,Max,Levi,\n');
  const csv = { format: 'csv', school: SCHOOL };
  const wrong = await bring(csv, file);
  assert.equal(wrong.code, 1);
  for (const place of ['row 2, column first name', 'row 2, column birth date', 'row 3, column role']) {
    assert.ok(wrong.err.includes(`wrong.csv, ${place}`), wrong.err);
  }
  const { error } = JSON.parse((await bring({ ...csv, json: true }, file)).out);
  assert.deepEqual([error.code, error.problems.length], ['bad-people-file', 3]);
  const nowhere = await bring(csv, at('nowhere'));
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /nowhere/);
  const unknown = await bring({ format: 'csv', school: 'Atlantis' }, file);
  assert.deepEqual([unknown.code, /"Atlantis"\. Allowed: .*Hillside School/.test(unknown.err)], [1, true]);
  const nobody = await bring({ ...csv, same: ['7=nobody'] }, file);
  assert.deepEqual([nobody.code, nobody.err], [1, 'Nobody has the username "nobody".']);
  assert.deepEqual(await counted(), before);
});

test('a large change waits for its option', async () => {
  const renamed = at('renamed.csv');
  const lines = ['role,id,first name,last name', ...Array.from({ length: 30 }, (_, n) => `pupil,x${n},Pupil,${n}-New`)];
  writeFileSync(renamed, lines.join('\n'));
  const csv = { format: 'csv', school: SCHOOL, full: true };
  const { code, err } = await bring(csv, renamed);
  assert.equal(code, 1);
  assert.match(err, /more than half of a school.*\n.*people would change or be disabled/);
  assert.equal((await bring({ ...csv, 'confirm-large-change': true }, renamed)).code, 0);
});

test('a wrong call names the option, what was read and what is allowed', async () => {
  const wrong: [Command, OptionValues, string[], RegExp][] = [
    [importPeople, { format: 'csv' }, [], /Say which folder or file/],
    [importPeople, { format: 'xls' }, ['x'], /--format: read "xls"; allowed is csv or oneroster/],
    [importPeople, { format: 'oneroster', full: true }, ['x'], /--full: OneRoster says in manifest\.csv/],
    [importPeople, { format: 'csv', same: ['7'] }, [folder], /--same: read "7"; allowed is ID=USERNAME/],
    [exportPeople, { format: 'csv', school: SCHOOL }, [], /Say where/],
    [exportPeople, { school: SCHOOL }, ['x.zip'], /--format: read null; allowed is csv or oneroster/],
    [exportPeople, { format: 'csv' }, ['x.zip'], /--school NAME/],
  ];
  for (const [command, values, positionals, message] of wrong) {
    await assert.rejects(
      run(command, values, ...positionals),
      (error) => error instanceof UsageError && message.test(error.message),
      String(message),
    );
  }
});

test('an export writes over nothing, and says why there is no file', async () => {
  const there = at('there.zip');
  writeFileSync(there, 'mine');
  const taken = await run(exportPeople, { format: 'csv', school: SCHOOL }, there);
  assert.deepEqual([taken.code, taken.err], [1, `${there} is there already and is not written over.`]);
  assert.equal(readFileSync(there, 'utf8'), 'mine');
  const nowhere = at('no/folder.zip');
  const missing = await run(exportPeople, { format: 'csv', school: SCHOOL }, nowhere);
  assert.deepEqual([missing.code, missing.err], [1, `${nowhere} cannot be written: there is no such folder.`]);
  const unknown = await run(exportPeople, { format: 'csv', school: 'Atlantis', json: true }, at('a.zip'));
  assert.match(JSON.parse(unknown.out).error.message, /No school is called "Atlantis"/);
});
