import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallDistrict } from '../../../test/support/district/district.ts';
import { everything } from '../../../test/support/district/import.ts';
import { toOneRoster } from '../../../test/support/district/write-district.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { makeZip } from '../../../test/support/make-zip.ts';
import { actor } from '../../../test/support/past.ts';
import type { UploadOptions } from '../../data/roster/people-upload.repo.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { filesIn } from './roster-files.ts';

const MB = 1024 * 1024;
const HEAD = 'id,first name,last name';
const CSV: UploadOptions = { format: 'csv', org: null, whole: false };
const ROSTER: UploadOptions = { ...CSV, format: 'oneroster' };
const roster = Object.entries(toOneRoster(smallDistrict())).map(([name, bytes]) => ({ name, bytes }));
const users = roster.find(({ name }) => name === 'users.csv')?.bytes ?? '';

/** Files that nobody should send, and what is said of them. */
const HOSTILE: [what: string, bytes: Uint8Array | string, why: RegExp, options?: UploadOptions][] = [
  [
    'a zero byte in a name',
    `${HEAD}\n1,A\0a,B\n`,
    /row 2, column first name: read "Aa"; byte 28 of the file \(0x00\) is no letter: it holds zero bytes, which no text has/,
  ],
  ['nothing but zeros', new Uint8Array(1000), /zero bytes/],
  ['UTF-16 that breaks off', Buffer.from([0xff, 0xfe, 0x69, 0x00, 0x64]), /allowed are UTF-8, UTF-16/],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0, 0x64, 0, 0, 0]), /allowed are UTF-8, UTF-16/],
  ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\xff\xff', 'latin1'), /zero bytes|allowed are UTF-8/],
  ['a page of a login', '<!doctype html><html>Please log in</html>', /column first name: this column is missing/],
  ['a column twice', `${HEAD},First_Name\n1,A,B,C\n`, /column First_Name: this column is there twice/],
  ['a column under two names', `${HEAD},pupil id\n1,A,B,2\n`, /column pupil id: this column is there twice/],
  ['one line of 7 MB', `${HEAD}\n1,${'a'.repeat(7 * MB)},B\n`, /row 2: the row is too long/],
  ['7 MB of commas', `${HEAD}\n${','.repeat(7 * MB)}`, /row 2: the row is too long/],
  ['7 MB of quotation marks', `${HEAD}\n1,${'"'.repeat(7 * MB)}`, /row 2: the row is too long/],
  ['7 MB of empty lines', `${HEAD}${'\r'.repeat(7 * MB)}`, /allowed are 200000 rows/],
  ['a thousand columns', `${HEAD}${',x'.repeat(1000)}\n1,A,B\n`, /allowed are 200 columns/],
  ['a bomb', makeZip([...roster, { name: 'x.csv', bytes: Buffer.alloc(15 * MB) }]), /like a bomb/, ROSTER],
  [
    'a bomb that lies about its size',
    makeZip([...roster, { name: 'x.csv', bytes: Buffer.alloc(15 * MB), claims: { size: 100 } }]),
    /"x\.csv" in the archive is damaged/,
    ROSTER,
  ],
  ['a way out of the archive', makeZip([{ name: '../users.csv', bytes: users }]), /may not lead out/, ROSTER],
  [
    'a second file of the same name',
    makeZip([...roster, { name: 'other/USERS.csv', bytes: users.replace('Noa', 'Evil') }]),
    /several files called users\.csv: "users\.csv" and "other\/USERS\.csv"/,
    ROSTER,
  ],
  ['an archive in an archive', makeZip([{ name: 'pupils.csv', bytes: makeZip(roster) }]), /it is an archive/],
  [
    'more files than a register has',
    makeZip(Array.from({ length: 300 }, (_, index) => ({ name: `f${index}.csv`, bytes: HEAD }))),
    /holds 300 entries; allowed are 200/,
    ROSTER,
  ],
];

databaseTest('a hostile file is refused with its reason, and nothing of it stays', async (db, t) => {
  const { managerId, schoolId } = await smallSchool(db);
  const { peopleUploads } = (await startTestApp(t, db)).services;
  const manager = actor(managerId, 'school manager', schoolId);
  const before = await everything(db);
  for (const [what, sent, why, options = CSV] of HOSTILE) {
    const bytes = typeof sent === 'string' ? new TextEncoder().encode(sent) : sent;
    const name = options === ROSTER || bytes[0] === 0x50 ? 'register.zip' : 'pupils.csv';
    const error = await peopleUploads.take(manager, { name, bytes }, options).then(
      () => assert.fail(`${what} was taken`),
      (one: unknown) => one,
    );
    assert.ok(error instanceof AppError && error.kind === 'invalid-input', `${what}: ${error}`);
    assert.match(error.message, why, what);
  }
  assert.deepEqual(await db.run((handle) => handle.selectFrom('people_uploads').select('id').execute()), []);
  assert.deepEqual(await everything(db), before);
});

databaseTest('what looks like a formula or a name of the machine is a name like others', async (db, t) => {
  const { managerId, schoolId } = await smallSchool(db);
  const { peopleUploads } = (await startTestApp(t, db)).services;
  const manager = actor(managerId, 'school manager', schoolId);
  const text = `${HEAD},class,grade\n__proto__,constructor,toString,__proto__,9\n2,"=cmd|' /C calc'!A0",@SUM(A1),__proto__,9\n`;
  const file = { name: 'pupils.csv', bytes: new TextEncoder().encode(text) };
  const id = await peopleUploads.take(manager, file, CSV);
  const { report } = await peopleUploads.look(manager, id);
  const decided = { decisions: new Map(), confirmLargeChange: false, fingerprint: report.fingerprint };
  const { added } = await peopleUploads.confirm(manager, id, decided);
  assert.deepEqual(
    added.map(({ name }) => name),
    ['constructor toString', "=cmd|' /C calc'!A0 @SUM(A1)"],
  );
  const zip = await peopleUploads.export(manager, 'csv');
  const files = await filesIn('export.zip', zip);
  const pupils = new TextDecoder().decode(files.find(({ name }) => name === 'pupils.csv')?.bytes);
  assert.match(pupils, /'=cmd\|/);
  assert.doesNotMatch(pupils, /(^|[,"])[=@]/m, 'no spreadsheet runs what is taken out');
  assert.equal(
    (await peopleUploads.look(manager, await peopleUploads.take(manager, file, CSV))).report.added.length,
    0,
  );
});

test('a file of fifty megabytes is not looked into', async () => {
  const bytes = Buffer.alloc(50 * MB, 'a');
  await assert.rejects(filesIn('pupils.csv', bytes), /pupils\.csv is larger than 16 MB/);
});
